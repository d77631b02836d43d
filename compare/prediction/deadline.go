package prediction

import (
	"strconv"
	"strings"
	"time"

	"rashomon"
	"rashomon/digest"
)

// A deadline is the day by which something should have come.
type deadline struct {
	day string // ISO 8601, or "" where it is not known
	// short tells that it is no more than a month after the publication, whenever that was: "within ten days".
	short bool
	// unknown tells that a deadline is set whose day is not known: "before midsummer".
	unknown bool
}

// shortSpan is how many days may pass until a short deadline is over.
const shortSpan = 31

// day returns the day of a time in ISO 8601, or what there is of it.
func day(when string) string { return when[:min(len(when), len(time.DateOnly))] }

// deadlineOf returns the deadline that the words of a foretelling set.
func (s *scan) deadlineOf(f foretelling) deadline {
	extents := []rashomon.Extent{s.d.Clauses[f.clause].Extent, f.extent}
	if before, _ := s.elision(f.clause); before != rashomon.None {
		extents = append(extents, s.d.Clauses[before].Extent)
	}
	for _, extent := range extents {
		for i := s.timexAt(extent.Start); i < len(s.d.Timexes) && s.d.Timexes[i].Extent.Start < extent.End; i++ {
			t := &s.d.Timexes[i]
			if f.ought && extent.Contains(t.Extent) {
				return deadline{day: day(t.To)}
			}
			if extent.Contains(t.Extent) {
				if by := s.deadlineAt(t, inClass("would", s.d.Clauses[f.clause].Modal)); by != (deadline{}) {
					return by
				}
			}
		}
	}
	for _, child := range s.children[f.clause] {
		if by := s.beforeOver(&s.d.Clauses[child]); by != (deadline{}) {
			return by
		}
	}
	return s.unknownDeadline(f)
}

// unknownDeadline returns the deadline of which a clause says only what it is: "before midsummer". "By then" is the
// last day that the text has named.
func (s *scan) unknownDeadline(f foretelling) deadline {
	for _, role := range s.d.Clauses[f.clause].Roles {
		if inClass("deadline", role.Preposition) && role.Timex == rashomon.None && strings.HasPrefix(role.Relation, "obl") {
			return deadline{unknown: true}
		}
	}
	extent := s.d.Clauses[f.clause].Extent
	if !strings.HasSuffix(s.d.Quote(extent), "by then") {
		return deadline{}
	}
	for i := s.timexAt(extent.Start) - 1; i >= 0; i-- {
		if t := &s.d.Timexes[i]; t.Type == rashomon.TimexDate && t.To != "" {
			return deadline{day: s.toCome(t, t.To)}
		}
	}
	return deadline{unknown: true}
}

// deadlineAt returns the deadline that a time expression sets. In words reported from the past, the day may be over by
// now.
func (s *scan) deadlineAt(t *digest.Timex, reported bool) deadline {
	before := s.wordBefore(t.Extent)
	switch {
	case t.Type == rashomon.TimexDuration && inClass("span", before):
		days, known := durationDays(t.Value)
		return deadline{day: s.daysOn(days), short: known && days <= shortSpan}
	case t.Type != rashomon.TimexDate && t.Type != rashomon.TimexTime || t.To == "":
		return deadline{}
	case reported && day(t.To) < day(s.d.Published):
		return deadline{day: day(t.To)}
	case before == "before" && !s.isOverAfter(t.Extent):
		return deadline{day: shifted(s.toCome(t, t.From), -1)}
	}
	return deadline{day: s.toCome(t, t.To)}
}

// toCome returns the day of a time expression as the one that is to come, or "" where it says by itself that it is
// past: "in May", said in June, is next year's where it tells of the future, and "Friday" is next week's.
func (s *scan) toCome(t *digest.Timex, when string) string {
	text := s.d.Quote(t.Extent)
	at, err := time.Parse(time.DateOnly, day(when))
	switch {
	case err != nil || day(t.To) >= day(s.d.Published):
		return day(when)
	case strings.Contains(text, at.Format("2006")) || t.Grain == rashomon.GrainYear:
		return ""
	case t.Grain == rashomon.GrainDay && !strings.ContainsAny(text, "0123456789"):
		return shifted(day(when), 7)
	}
	return at.AddDate(1, 0, 0).Format(time.DateOnly)
}

// isOverAfter reports whether the words "is out" or "is over" stand behind an extent.
func (s *scan) isOverAfter(extent rashomon.Extent) bool {
	words := strings.Fields(s.d.Text[extent.End:min(len(s.d.Text), extent.End+16)])
	return len(words) > 1 && words[0] == "is" && inClass("over", strings.TrimRight(words[1], ".,;"))
}

// wordBefore returns the word in front of an extent, in lower case.
func (s *scan) wordBefore(extent rashomon.Extent) string {
	words := strings.Fields(s.d.Text[max(0, extent.Start-32):extent.Start])
	if len(words) == 0 {
		return ""
	}
	return strings.ToLower(words[len(words)-1])
}

// durationDays returns how many days an ISO 8601 duration has, rounded up.
func durationDays(value string) (int, bool) {
	rest, isDuration := strings.CutPrefix(value, "P")
	if !isDuration || rest == "" {
		return 0, false
	}
	rest, hours := strings.CutPrefix(rest, "T")
	n, err := strconv.Atoi(rest[:len(rest)-1])
	if err != nil {
		return 0, false
	}
	if hours {
		return (n*map[byte]int{'H': 60, 'M': 1}[rest[len(rest)-1]] + 24*60 - 1) / (24 * 60), true
	}
	unit, known := map[byte]int{'D': 1, 'W': 7, 'M': 30, 'Y': 365}[rest[len(rest)-1]]
	return n * unit, known
}

// daysOn returns the day some days after the publication, or "" where it is not known.
func (s *scan) daysOn(days int) string {
	if days == 0 {
		return ""
	}
	return shifted(day(s.d.Published), days)
}

// beforeOver returns the deadline of a clause like "before the month is out".
func (s *scan) beforeOver(c *digest.Clause) deadline {
	if c.Mark != "before" || !inClass("over", strings.TrimPrefix(c.Predicate, "be ")) {
		return deadline{}
	}
	for _, role := range c.Roles {
		if strings.HasPrefix(role.Relation, "nsubj") && inClass("unit", role.Head) {
			return deadline{day: endOf(role.Head, day(s.d.Published)), short: role.Head != "year"}
		}
	}
	return deadline{}
}

// endOf returns the last day of the unit that a day lies in, or "" where the day is not known. Weeks end on Sunday, as
// in ISO 8601.
func endOf(unit, at string) string {
	when, err := time.Parse(time.DateOnly, at)
	if err != nil {
		return ""
	}
	switch unit {
	case "week":
		return shifted(at, (7-int(when.Weekday()))%7)
	case "month":
		return when.AddDate(0, 1, -when.Day()).Format(time.DateOnly)
	case "year":
		return at[:len("2006")] + "-12-31"
	}
	return at
}

// shifted returns the day some days later, or "" where the day is not known.
func shifted(at string, days int) string {
	when, err := time.Parse(time.DateOnly, at)
	if err != nil {
		return ""
	}
	return when.AddDate(0, 0, days).Format(time.DateOnly)
}
