package view

import (
	"cmp"
	"slices"

	"rashomon"
)

// A Summary is what a comparison comes to, in numbers.
type Summary struct {
	Documents  int
	Sources    int
	Undated    int
	From, To   string // of publication, "" where no document is dated
	Roots      int    // documents that no other is a reprint of
	Told       int    // happenings
	Shared     int    // of them, told by two documents or more
	Contested  int    // of them, with a difference
	ByKind     []KindCount
	OfScope    int // differences that are of scope
	Agreements int // of two roots or more
}

// A KindCount is how many differences there are of a kind.
type KindCount struct {
	Kind  rashomon.PointKind
	Count int
}

// Summary counts.
func (v *View) Summary() Summary { return v.sum.get(v.summary) }

func (v *View) summary() Summary {
	c := v.Comparison
	s := Summary{Documents: len(v.Digests), Told: len(c.Happenings)}
	sources := map[string]bool{}
	for _, d := range v.Digests {
		sources[v.Name(d.Document)] = true
		if d.Published == "" {
			s.Undated++
			continue
		}
		if s.From == "" || d.Published < s.From {
			s.From = d.Published
		}
		s.To = max(s.To, d.Published)
	}
	s.Sources, s.Roots = len(sources), len(v.Digests)-len(v.reprints())
	contested := map[string]bool{}
	for _, d := range c.Differences {
		contested[d.Happening] = contested[d.Happening] || d.IsContradiction()
	}
	for _, h := range c.Happenings {
		if len(h.Accounts) > 1 {
			s.Shared++
		}
		if contested[h.ID] {
			s.Contested++
		}
	}
	for _, a := range c.Agreements {
		if len(a.Roots) > 1 && !a.IsLikely() {
			s.Agreements++
		}
	}
	s.ByKind, s.OfScope = v.kinds()
	return s
}

// kinds counts the differences of each kind, the most frequent first, and those of scope apart.
func (v *View) kinds() ([]KindCount, int) {
	counts, ofScope := map[rashomon.PointKind]int{}, 0
	for _, d := range v.Comparison.Differences {
		switch {
		case d.Scope != "":
			ofScope++
		case d.IsContradiction():
			counts[d.Kind]++
		}
	}
	var kinds []KindCount
	for _, kind := range rashomon.PointKinds {
		if counts[kind] > 0 {
			kinds = append(kinds, KindCount{kind, counts[kind]})
		}
	}
	slices.SortStableFunc(kinds, func(a, b KindCount) int { return cmp.Compare(b.Count, a.Count) })
	return kinds, ofScope
}

// reprints returns the documents that are a reprint of another.
func (v *View) reprints() map[string]bool {
	out := map[string]bool{}
	for _, e := range v.Comparison.Echoes {
		if e.Kind != rashomon.EchoReprint {
			continue
		}
		for _, p := range e.Passages {
			if p.Document != e.Root {
				out[p.Document] = true
			}
		}
	}
	return out
}
