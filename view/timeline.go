package view

import (
	"cmp"
	"slices"

	"rashomon"
)

// A Moment is a happening on a timeline, with the days on which it was first and last reported.
type Moment struct {
	*rashomon.Happening
	At                          int    // its place in the comparison
	FirstReported, LastReported string // days of publication, "" where no account is dated
}

// Timeline returns the happenings that two documents or more tell of, or all, by the day that they are told to have begun
// on, and apart those of which no account tells a day.
func (v *View) Timeline(all bool) (dated, undated []Moment) {
	of := &v.timeline[0]
	if all {
		of = &v.timeline[1]
	}
	out := of.get(func() [2][]Moment { return v.moments(all) })
	return out[0], out[1]
}

func (v *View) moments(all bool) [2][]Moment {
	var dated, undated []Moment
	for i := range v.Comparison.Happenings {
		h := &v.Comparison.Happenings[i]
		if len(h.Accounts) < 2 && !all {
			continue
		}
		m := Moment{Happening: h, At: i}
		for _, document := range h.Accounts {
			published := v.byID[document].Published
			if published == "" {
				continue
			}
			if m.FirstReported == "" || published < m.FirstReported {
				m.FirstReported = published
			}
			m.LastReported = max(m.LastReported, published)
		}
		if h.From == "" {
			undated = append(undated, m)
		} else {
			dated = append(dated, m)
		}
	}
	order := func(a, b Moment) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.FirstReported, b.FirstReported),
			cmp.Compare(a.ID, b.ID))
	}
	slices.SortFunc(dated, order)
	slices.SortFunc(undated, order)
	return [2][]Moment{dated, undated}
}
