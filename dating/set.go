package dating

import (
	"slices"
	"time"

	"rashomon"
)

// A stretch is the days from first to last, both included, counted from 1 January 1970.
type stretch struct{ first, last int }

// A set is the days on which a text may have been written: stretches in order, with a day or more between them.
type set []stretch

// The years of which days are spoken here. A text that says no more than "4 July" was written in one of them. The last is two years
// behind the lists of who holds which office: of later ones they know nothing.
const (
	firstYear = 1800
	lastYear  = 2027
)

var always = set{{dayOf(firstYear, 1, 1), dayOf(lastYear, 12, 31)}}

func dayOf(year, month, day int) int {
	return int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 3600))
}

func dateOf(day int) time.Time { return time.Unix(int64(day)*24*3600, 0).UTC() }

// newSet returns the days of stretches in any order, which may overlap.
func newSet(all ...stretch) set {
	slices.SortFunc(all, func(a, b stretch) int { return a.first - b.first })
	var s set
	for _, next := range all {
		next = stretch{max(next.first, always[0].first), min(next.last, always[0].last)}
		switch last := len(s) - 1; {
		case next.last < next.first:
		case last >= 0 && next.first <= s[last].last+1:
			s[last].last = max(s[last].last, next.last)
		default:
			s = append(s, next)
		}
	}
	return s
}

func from(day int) set  { return newSet(stretch{day, always[0].last}) }
func until(day int) set { return newSet(stretch{always[0].first, day}) }

// intersect returns the days that are in both sets.
func (s set) intersect(other set) set {
	var both set
	for i, j := 0, 0; i < len(s) && j < len(other); {
		common := stretch{max(s[i].first, other[j].first), min(s[i].last, other[j].last)}
		if common.first <= common.last {
			both = append(both, common)
		}
		if s[i].last < other[j].last {
			i++
		} else {
			j++
		}
	}
	return both
}

// length returns how many days a set has.
func (s set) length() int {
	days := 0
	for _, one := range s {
		days += one.last - one.first + 1
	}
	return days
}

// yearly returns the union of what each year gives, those before the first year and behind the last one included, whose
// days may reach into them.
func yearly(of func(year int) (stretch, bool)) set {
	var all []stretch
	for year := firstYear - 1; year <= lastYear+1; year++ {
		if s, ok := of(year); ok {
			all = append(all, s)
		}
	}
	return newSet(all...)
}

// days writes a set; an end that no evidence gives is left empty.
func (s set) days() []rashomon.Days {
	all := make([]rashomon.Days, len(s))
	for i, one := range s {
		if one.first > always[0].first {
			all[i].From = dateOf(one.first).Format(time.DateOnly)
		}
		if one.last < always[0].last {
			all[i].To = dateOf(one.last).Format(time.DateOnly)
		}
	}
	return all
}

// bounds reads an ISO 8601 day to any precision and returns the first and the last day that it stands for.
func bounds(date string) (first, last int, ok bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if len(date) < len(form.layout) {
			continue
		}
		if t, err := time.Parse(form.layout, date[:len(form.layout)]); err == nil {
			end := t.AddDate(form.years, form.months, form.days)
			return int(t.Unix() / (24 * 3600)), int(end.Unix()/(24*3600)) - 1, true
		}
	}
	return 0, 0, false
}
