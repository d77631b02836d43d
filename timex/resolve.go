package timex

import (
	"math"
	"slices"
	"strings"

	"rashomon"
)

// A resolver turns meanings into times, in the order of the text.
type resolver struct {
	doc       *rashomon.Document
	published moment          // or the day of writing that is tried
	day       string          // the same, as ISO 8601
	anchor    rashomon.Anchor // what a time has that counts from published
	dated     bool            // published is known, at least its year
	narrative bool
	looksBack bool   // a time of day is not one of the day of publication, see rashomon.LooksBack
	title     origin // the day that the headline names, or unknown
	found     []meaning
	nextYear  []moment                  // by meaning: the next time behind it that tells its year; no moment for none
	last      map[rashomon.Grain]origin // the last time told that is as exact as a grain
	recent    []origin                  // the last times told that a date may lean on, the last one first
}

// An origin is what an expression counts from.
type origin struct {
	moment moment
	anchor rashomon.Anchor
	timex  int
}

var unknown = origin{anchor: rashomon.AnchorUnknown, timex: rashomon.None}

func newResolver(doc *rashomon.Document, found []meaning) *resolver {
	r := &resolver{doc: doc, anchor: rashomon.AnchorPublication, last: map[rashomon.Grain]origin{}, title: unknown}
	r.day = doc.Published()
	r.published, r.dated = parseDay(r.day)
	if r.narrative = isNarrative(r, found); !r.narrative {
		found = slices.DeleteFunc(found, isAttribute)
	}
	r.found, r.nextYear = found, nextYears(found)
	return r
}

// resolveAll returns the times that all meanings stand for, and finds out by them whether the text looks back.
func (r *resolver) resolveAll() []rashomon.Timex {
	timexes := r.resolveEach()
	if !r.narrative && rashomon.LooksBack(r.day, r.withDay(timexes)) {
		r.looksBack, r.last, r.recent = true, map[rashomon.Grain]origin{}, nil
		timexes = r.resolveEach()
	}
	return timexes
}

func (r *resolver) resolveEach() []rashomon.Timex {
	timexes := make([]rashomon.Timex, len(r.found))
	for i := range r.found {
		if r.anchor == rashomon.AnchorDeduced { // what is known without the day that is tried is resolved without it
			r.dated = isOpen(&r.doc.Timexes[i])
		}
		timexes[i] = r.resolve(i, &r.found[i])
	}
	return timexes
}

// withDay returns those of all times that are no mere times of day, whose day is only what they count from.
func (r *resolver) withDay(timexes []rashomon.Timex) []rashomon.Timex {
	var out []rashomon.Timex
	for i := range r.found {
		if !r.found[i].isBareClock() {
			out = append(out, timexes[i])
		}
	}
	return out
}

// resolve returns the time that a meaning stands for; timexes are resolved in order, each once.
func (r *resolver) resolve(index int, m *meaning) rashomon.Timex {
	t := rashomon.Timex{
		Span: m.span, Type: m.timexType(), Mod: m.word(slotMod), AnchorTimex: rashomon.None, Rule: "timex/" + m.rule,
	}
	switch {
	case m.has(slotValue):
		t.Value = m.word(slotValue)
	case t.Type == rashomon.TimexSet:
		t.Value, t.Grain = m.set()
	case t.Type == rashomon.TimexDuration:
		r.resolveDuration(&t, m)
	default:
		r.resolveDate(&t, index, m)
	}
	return t
}

// resolveDuration writes a length, and where it lies when it leads up to a day or away from it: "the last two days".
func (r *resolver) resolveDuration(t *rashomon.Timex, m *meaning) {
	u := units[m.word(slotUnit)]
	t.Value, t.Grain = duration(m.count(), m.has(slotVague), m.word(slotUnit)), u.grain
	if !m.has(slotSign) {
		return
	}
	from := r.base(m, u.grain)
	t.Anchor, t.AnchorTimex, t.Offset = from.anchor, from.timex, m.offset()
	n, u, known := m.steps()
	if from.anchor == rashomon.AnchorUnknown || !known || u.seconds > 0 || !from.moment.within(rashomon.GrainDay) {
		return
	}
	first := from.moment.at(rashomon.GrainDay)
	last := first.shiftDays(n, u)
	if n < 0 {
		first, last = last, first
	}
	t.From, t.To = isoDay(first), isoDay(last)
}

// steps returns how many whole units a meaning counts from its base, onwards or back; known is false where it does not
// say.
func (m *meaning) steps() (n int, u unit, known bool) {
	count, name := whole(m.count(), m.word(slotUnit))
	n = m.int(slotSign) * int(count)
	return n, units[name], !m.has(slotVague) && count == math.Trunc(count) && count <= maxYear
}

// resolveDate finds the place in the calendar.
func (r *resolver) resolveDate(t *rashomon.Timex, index int, m *meaning) {
	from, at := r.place(index, m)
	t.Anchor, t.AnchorTimex, t.Offset = from.anchor, from.timex, m.offset()
	if m.has(slotVague) && m.has(slotSign) { // "a few days later"
		t.Value = "PAST_REF"
		if m.int(slotSign) > 0 {
			t.Value = "FUTURE_REF"
		}
		return
	}
	if r.narrative && m.rule == "date/today" { // in a history "today" is no day
		t.Value, t.Offset, t.Anchor = "PRESENT_REF", "", rashomon.AnchorSelf
		return
	}
	if at.grain == "" || at.year > maxYear || at.year < -maxYear {
		return
	}
	if at.within(rashomon.GrainDayPart) {
		t.Type = rashomon.TimexTime
	}
	t.Value, t.Grain = at.value(), at.grain
	t.From, t.To = at.bounds()
	if !at.noYear && at.weekday == 0 && !(r.narrative && from.anchor == rashomon.AnchorPublication) &&
		!(r.looksBack && t.IsOwnDay(r.day)) {
		r.tell(origin{at, rashomon.AnchorTimex, index})
	}
}

// place returns what a meaning counts from and where that leads.
func (r *resolver) place(index int, m *meaning) (origin, moment) {
	from := origin{timex: rashomon.None}
	var at moment
	switch {
	case m.has(slotUnit) && !m.has(slotBase) && m.isDate(): // "two days after 5 May"
		from, at = r.calendar(index, m)
	case m.has(slotUnit):
		from = r.base(m, units[m.word(slotUnit)].grain)
		at = from.moment
	default:
		return r.calendar(index, m)
	}
	if from.anchor == rashomon.AnchorUnknown {
		return from, m.inside(moment{noYear: true})
	}
	n, u, known := m.steps()
	if !known || order[at.grain] > order[u.grain] || u.seconds > 0 && !at.within(rashomon.GrainHour) {
		return from, moment{} // days after something that is only known by its month
	}
	at = at.shift(n, u)
	if m.has(slotBase) {
		at = m.inside(at)
	}
	return from, at
}

// base returns what an expression counts from that says so; the grain is the one that it counts in.
func (r *resolver) base(m *meaning, g rashomon.Grain) origin {
	switch base := m.word(slotBase); {
	case base == "then", base == "this" && r.narrative, base == "context" && (r.narrative || !r.dated):
		return r.lastTold(g)
	case r.dated && order[r.published.grain] <= order[g]:
		return origin{r.published, r.anchor, rashomon.None}
	}
	return unknown
}

// lastTold returns the last time that was told as exactly as a grain.
func (r *resolver) lastTold(g rashomon.Grain) origin {
	if told, ok := r.last[g]; ok {
		return told
	}
	return unknown
}

// tell remembers a time for those that count from it. In a report a bare year is nothing that a date may lean on: it
// may lie anywhere.
func (r *resolver) tell(o origin) {
	for g := range order {
		if o.moment.within(g) {
			r.last[g] = o
		}
	}
	if part := r.partOf(r.found[o.timex].span.Start); o.moment.grain == rashomon.GrainDay && part != rashomon.None &&
		r.doc.Parts[part].Kind == rashomon.PartHeadline {
		r.title = o
	}
	if r.narrative || o.moment.within(rashomon.GrainMonth) {
		r.recent = append([]origin{o}, r.recent[:min(len(r.recent), leanings-1)]...)
	}
}

// types are the types by the first part of the names of rules; other rules find dates, or times of day where they say
// one.
var types = map[string]rashomon.TimexType{"duration": rashomon.TimexDuration, "set": rashomon.TimexSet}

// timexType returns the type that a meaning has by itself.
func (m *meaning) timexType() rashomon.TimexType {
	kind, _, _ := strings.Cut(m.rule, "/")
	switch {
	case types[kind] != "":
		return types[kind]
	case m.isClock():
		return rashomon.TimexTime
	}
	return rashomon.TimexDate
}

func (m *meaning) count() float64 {
	if m.has(slotCount) {
		return m.number(slotCount)
	}
	return 1
}

// offset writes the way from the base, with its sign.
func (m *meaning) offset() string {
	if !m.has(slotSign) || !m.has(slotUnit) {
		return ""
	}
	length := duration(m.count()*abs(m.number(slotSign)), m.has(slotVague), m.word(slotUnit))
	if m.number(slotSign) < 0 {
		return "-" + length
	}
	return length
}

// isBareClock reports whether a meaning is a time of day of no day that it names.
func (m *meaning) isBareClock() bool { return m.isClock() && !m.isDate() && m.word(slotBase) != "now" }

func abs(n float64) float64 { return max(n, -n) }

// isDate reports whether a meaning names a place in the calendar besides what it counts.
func (m *meaning) isDate() bool {
	for s := slotEra; s <= slotHoliday; s++ {
		if m.has(s) {
			return true
		}
	}
	return false
}
