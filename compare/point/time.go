package point

import (
	"fmt"
	"slices"
	"strings"
	gotime "time"

	"rashomon"
	"rashomon/digest"
)

// time returns the time that is told with the deed, the hour before the day.
func (t *telling) time() *digest.Timex {
	if t.prepared {
		return t.traits.time
	}
	if hour := t.hour(); hour != nil {
		return hour
	}
	for _, other := range t.others {
		if other.role.Timex != rashomon.None {
			if timex := &t.digest.Timexes[other.role.Timex]; timex.From != "" || isPart(timex) || isWeekday(timex) {
				return timex
			}
		}
	}
	if t.event != nil && t.event.Time != rashomon.None && t.event.TimeFrom == rashomon.OriginTree {
		return &t.digest.Timexes[t.event.Time]
	}
	return nil
}

// hour returns the only time of the clock that stands in the clause, or nil.
func (t *telling) hour() *digest.Timex {
	if hours := t.hours(); len(hours) == 1 {
		return hours[0]
	}
	return nil
}

// hours returns the times of the clock that stand in the clause.
func (t *telling) hours() []*digest.Timex {
	if t.hourly == nil {
		found := t.findHours()
		t.hourly = &found
	}
	return *t.hourly
}

func (t *telling) findHours() []*digest.Timex {
	var found []*digest.Timex
	for i := range t.digest.Timexes {
		timex := &t.digest.Timexes[i]
		if timex.Sentence == t.clause.Sentence && clock(timex) >= 0 && t.clause.Extent.Contains(timex.Extent) {
			found = append(found, timex)
		}
	}
	return found
}

// apart reports whether two times cannot be the same: different hours or parts of the day, or days that do not meet.
func apart(x, y *digest.Timex) bool {
	if p, q := clock(x), clock(y); p >= 0 && q >= 0 {
		return between(p, q, wholeDay) > sameMinutes
	}
	if otherPart(x, y) || otherPart(y, x) {
		return true
	}
	if isPart(x) && isPart(y) {
		return partsApart(x, y)
	}
	if x.Grain != y.Grain || clock(x) >= 0 || clock(y) >= 0 || x.Value == "" || y.Value == "" {
		return false
	}
	if x.From == "" || y.From == "" { // days of a week that nobody tells
		return x.From == y.From && x.Value != y.Value
	}
	return x.To < y.From || y.To < x.From
}

// between tells how many minutes two times of a clock are apart that comes round after so many.
func between(p, q, round int) int {
	apart := (p - q + 2*round) % round
	return min(apart, round-apart)
}

const (
	wholeDay = 24 * 60
	halfDay  = 12 * 60
	// sameMinutes is how far two clocks may be apart and still tell the same; exactMinutes, where both are told of one deed, and
	// aboutMinutes, where one is told to be about so.
	sameMinutes, exactMinutes, aboutMinutes = 20, 14, 45
)

// hoursOf are the hours that the parts of the day may be told to last, wide enough for summer and winter, by their letters
// in TIMEX3. Night lasts past midnight.
var hoursOf = map[string][2]int{"MO": {0, 12}, "AF": {12, 19}, "EV": {16, 24}, "NI": {19, 30}, "DT": {6, 20}}

// otherPart reports whether a clock and a part of the day do not fit: "at 4 p.m.", "at night".
func otherPart(x, y *digest.Timex) bool {
	minute := clock(x)
	hours, known := hoursOf[part(y)]
	if minute < 0 || !known {
		return false
	}
	within := func(minute int) bool { return hours[0]*60 <= minute && minute <= hours[1]*60 }
	return !within(minute) && !within(minute+wholeDay)
}

// partsApart reports whether two parts of days have no hour in common: the night of the third goes on till the morning of
// the fourth. Parts of days that nobody tells are held against each other as if of one day.
func partsApart(x, y *digest.Timex) bool {
	p, q := hoursOf[part(x)], hoursOf[part(y)]
	days, _ := daysFrom(x, y)
	return p[1] <= q[0]+24*days || q[1]+24*days <= p[0]
}

// part returns the letters of the part of the day that a time tells, or "".
func part(t *digest.Timex) string {
	_, of, _ := strings.Cut(t.Value, "T")
	return of
}

func isPart(t *digest.Timex) bool {
	_, known := hoursOf[part(t)]
	return known
}

// isWeekday reports whether a time is a day of a week that nobody tells.
func isWeekday(t *digest.Timex) bool { return strings.HasPrefix(t.Value, "XXXX-WXX-") }

// clock returns the minute of the day that a time of the clock tells, or -1.
func clock(t *digest.Timex) int {
	_, of, found := strings.Cut(t.Value, "T")
	var hour, minute int
	if !found || strings.HasPrefix(t.Value, "P") || of == "" || 'A' <= of[0] && of[0] <= 'Z' { // part of a day: "TEV"
		return -1
	}
	if n, _ := fmt.Sscanf(of, "%2d:%2d", &hour, &minute); n == 0 {
		return -1
	}
	return hour*60 + minute
}

// when finds that two times of one day, or two days, are told.
func when(a, b *telling) (finding, bool) {
	x, y := a.time(), b.time()
	if x == nil || y == nil || !apart(x, y) || ownDeeds(a, b) || a.digest.Quote(x.Extent) == b.digest.Quote(y.Extent) {
		return finding{}, false
	}
	if clock(x) >= 0 && (clock(y) >= 0 || a.tellsNoHalf(x)) || clock(y) >= 0 && b.tellsNoHalf(y) {
		return finding{}, false // clocks: see moments
	}
	if a.isFurther() != b.isFurther() || a.coreWord.akin(b.coreWord) < 0.5 && !sameField(a, b) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhen, rule: "when/other", strength: 0.7,
		why: fmt.Sprintf("at %s, or %s", a.digest.Quote(x.Extent), b.digest.Quote(y.Extent)),
	}, true
}

// A moment is a telling with the time of the clock at which it is told to have happened.
type moment struct {
	of     *telling
	by     *telling // the clause that the time stands in: that of the deed, or one beside it ("It was twenty past seven")
	at     *digest.Timex
	minute int
	lasts  int  // how many minutes it went on: "between ten and half past"
	either bool // nobody tells whether before noon or after it
	bound  int  // -1: it had happened by then; 1: not before then
	about  bool // nobody tells it exactly
}

// moments returns what is told to have happened at a time of the clock.
func moments(tellings []telling) []moment {
	var found []moment
	for i := range tellings {
		t := &tellings[i]
		hours := t.hours()
		if len(hours) == 0 || len(hours) > 2 || t.denied || t.open && t.clause.Mark != "to" || isOfTwoClocks(tellings, i) {
			continue
		}
		hour := hours[0]
		m := moment{of: t, by: t, at: hour, minute: clock(hour), either: t.tellsNoHalf(hour), bound: t.bound(hour), about: t.isAbout(hour)}
		if len(hours) == 2 {
			if !t.isBetween(hours[0], hours[1]) {
				continue
			}
			m.lasts = between(clock(hours[0]), clock(hours[1]), wholeDay)
		}
		switch {
		case t.isBareTime():
			m.of = besides(tellings, i)
		case words().classes.Has("while", t.clause.Mark):
			m.of = above(tellings, t)
			m.by = m.of
		}
		if m.of != nil {
			found = append(found, m)
		}
	}
	settleHalves(found)
	return found
}

// settleHalves lays a clock of which nobody tells the half of the day to the half of the one told before it, where it is
// later in that half: "at 3.40 a.m. ... by six o'clock".
func settleHalves(moments []moment) {
	for i := range moments {
		if i == 0 || !moments[i].either || moments[i-1].either {
			continue
		}
		before := moments[i-1].minute
		if minute := moments[i].minute%halfDay + before - before%halfDay; minute >= before {
			moments[i].minute, moments[i].either = minute, false
		}
	}
}

// isBetween reports whether two clocks stand as the begin and the end of a time: "between ten and half past".
func (t *telling) isBetween(from, to *digest.Timex) bool {
	before := strings.Fields(strings.ToLower(t.digest.Text[t.clause.Extent.Start:from.Extent.Start]))
	amid := strings.TrimSpace(t.digest.Text[from.Extent.End:to.Extent.Start])
	return len(before) > 0 && words().classes.Has("between", before[len(before)-1]) && words().classes.Has("between", amid)
}

// above returns the telling of the clause that another hangs on, or nil.
func above(tellings []telling, t *telling) *telling {
	for i := range tellings {
		if tellings[i].index == t.clause.Above {
			return &tellings[i]
		}
	}
	return nil
}

// isOfTwoClocks reports whether a clause in the same sentence says what time it was by another clock: "at 2.38, which was
// 3.38 by summer time".
func isOfTwoClocks(tellings []telling, i int) bool {
	t := &tellings[i]
	return slices.ContainsFunc(tellings, func(other telling) bool {
		return other.clause.Above == t.index && strings.HasPrefix(other.clause.Predicate, "be ") && words().word(other.core).numeral
	})
}

// isBareTime reports whether a clause says no more than what time it was: "It was twenty past seven by the station clock".
func (t *telling) isBareTime() bool {
	if !strings.HasPrefix(t.clause.Predicate, "be") || t.subject == nil || !words().classes.Has("nobody", t.subject.role.Head) {
		return false
	}
	return !slices.ContainsFunc(t.others, func(o term) bool {
		return o.role.Timex == rashomon.None && o.role.Relation != "cop" && !words().classes.Has("clock", o.word)
	})
}

// besides returns the telling whose time a bare time tells: for "that was at eleven" the one before it, for "it was eleven"
// the one after it; none where another time of the clock stands beside it, for then the clocks may differ.
func besides(tellings []telling, i int) *telling {
	sentence, step := tellings[i].clause.Sentence, 1
	if tellings[i].subject.role.Head != "it" {
		step = -1
	}
	var found *telling
	for j := range tellings {
		t := &tellings[j]
		distance := t.clause.Sentence - sentence
		if j != i && max(distance, -distance) <= 1 && len(t.hours()) > 0 {
			return nil
		}
		if distance == step && t.clause.Relation == "root" && (found == nil || found.fieldsOf() == nil) {
			found = t
		}
	}
	return found
}

// tellsNoHalf reports whether a clock may be before noon or after it: "at half past six".
func (t *telling) tellsNoHalf(hour *digest.Timex) bool {
	end := max(hour.Extent.End, min(t.clause.Extent.End, hour.Extent.End+longestHalf))
	quote := strings.ToLower(t.digest.Text[hour.Extent.Start:end])
	if minute := clock(hour); minute < 60 || minute >= halfDay+60 || strings.HasPrefix(quote, "0") {
		return false
	}
	return !strings.Contains(quote, ":") && !slices.ContainsFunc(strings.Fields(quote), func(word string) bool {
		return words().classes.Has("half", strings.TrimLeft(withoutStops.Replace(word), "0123456789"))
	})
}

// withoutStops makes "pm" of "p.m.,".
var withoutStops = strings.NewReplacer(".", "", ",", "")

// longestHalf is how many bytes behind a clock the half of the day is looked for: " in the afternoon".
const longestHalf = 18

// bound tells whether a time is only one before or after which it happened.
func (t *telling) bound(hour *digest.Timex) int {
	for _, word := range t.lastWords(hour) {
		switch {
		case words().classes.Has("about", word):
			return 0 // "shortly before midnight"
		case words().classes.Has("before", word):
			return -1
		case words().classes.Has("after", word):
			return 1
		}
	}
	return 0
}

// isAbout reports whether a time is told to be about so.
func (t *telling) isAbout(hour *digest.Timex) bool {
	return slices.ContainsFunc(t.lastWords(hour), func(word string) bool { return words().classes.Has("about", word) })
}

// lastWords returns the two words before a time.
func (t *telling) lastWords(hour *digest.Timex) []string {
	before := strings.Fields(strings.ToLower(t.digest.Text[t.clause.Extent.Start:hour.Extent.Start]))
	return before[max(0, len(before)-2):]
}

// momentsDiffer finds that the same is told to have happened at two times of the clock.
func momentsDiffer(a, b moment) (finding, bool) {
	if !a.excludes(b) {
		return finding{}, false
	}
	strength := sameMoment(a, b)
	if strength == 0 {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhen, a: a.by.side(), b: b.by.side(), rule: "when/clock", strength: strength,
		why: fmt.Sprintf("at %s, or %s", a.by.digest.Quote(a.at.Extent), b.by.digest.Quote(b.at.Extent)),
	}, true
}

// excludes reports whether two clocks cannot be of one moment.
func (a moment) excludes(b moment) bool {
	if a.bound != 0 && b.bound != 0 {
		return false
	}
	same := max(a.tolerance(), b.tolerance())
	if a.bound == 0 && b.bound == 0 {
		round := wholeDay
		if a.either || b.either {
			round = halfDay
		}
		return awayFrom(a, b, round) > same && awayFrom(b, a, round) > same
	}
	if a.bound == 0 {
		a, b = b, a
	}
	after := b.minute - a.minute // of the exact one behind the bound
	return !a.either && !b.either && -after*a.bound > same
}

// tolerance is by how many minutes another clock may differ and tell the same: the rounder a time is that is told to be about so,
// the more.
func (m moment) tolerance() int {
	switch {
	case !m.about:
		return exactMinutes
	case m.minute%30 == 0:
		return aboutMinutes
	}
	return sameMinutes
}

// awayFrom tells how many minutes the begin of one moment is away from the time that another lasts.
func awayFrom(a, b moment, round int) int {
	if into := (a.minute - b.minute + 2*round) % round; into <= b.lasts {
		return 0
	}
	return min(between(a.minute, b.minute, round), between(a.minute, b.minute+b.lasts, round))
}

// sameMoment tells how surely two moments are of one deed, 0 where they are not.
func sameMoment(a, b moment) float64 {
	x, y := a.of, b.of
	if otherDay(x, y) || x.isFurther() || y.isFurther() || slices.Contains(words().opposites[x.core], y.core) {
		return 0
	}
	likeDeeds := x.predicateAkin(y) >= sameDeedFrom
	switch {
	case sameTheme(x, y):
		return 0.75
	case sameField(x, y) && (x.isGeneral() || y.isGeneral()):
		return 0.55
	case severally(x, y) || otherTheme(x, y):
		return 0
	case likeDeeds && matched(x, y, liken(x, y)):
		return 0.8
	case likeDeeds && sameField(x, y):
		return 0.5
	}
	return 0
}

// otherDay reports whether two tellings name days that are more than a night apart.
func otherDay(a, b *telling) bool {
	x, y := a.day(), b.day()
	return x != nil && y != nil && daysBetween(x, y) > 1
}

// day returns the day that stands with a telling, or nil.
func (t *telling) day() *digest.Timex {
	for _, other := range t.others {
		if other.role.Timex != rashomon.None {
			if timex := &t.digest.Timexes[other.role.Timex]; timex.Grain == rashomon.GrainDay && timex.From != "" {
				return timex
			}
		}
	}
	return nil
}

// daysBetween returns how many days lie between two times, 0 where nobody tells.
func daysBetween(x, y *digest.Timex) int {
	days, told := daysFrom(x, y)
	if !told {
		return 0
	}
	return max(days, -days)
}

// daysFrom returns how many days after one time another one is, and whether both tell their days.
func daysFrom(x, y *digest.Timex) (int, bool) {
	from, err := gotime.Parse(gotime.DateOnly, x.From)
	to, other := gotime.Parse(gotime.DateOnly, y.From)
	return int(to.Sub(from).Hours()) / 24, err == nil && other == nil
}

// apartFrom is how many minutes two clocks may be apart at most that two accounts give for one happening, each its own.
const apartFrom = 180

// generalMoments finds that one document says when it happened, and no more than that it did, and the other gives no such time:
// then the time that it gives for what is most like it differs.
func generalMoments(a, b *shelf) []finding {
	var found []finding
	for _, x := range a.moments {
		if !x.isGeneral() {
			continue
		}
		y := nearestMoment(x, b.moments)
		if y != nil && (!y.isGeneral() || a.digest.Document < b.digest.Document) {
			found = append(found, finding{
				kind: rashomon.PointWhen, a: x.by.side(), b: y.by.side(), rule: "when/happened", strength: 0.45,
				why: fmt.Sprintf("it happened at %q, or at %q", x.by.digest.Quote(x.at.Extent), y.by.digest.Quote(y.at.Extent)),
			})
		}
	}
	return found
}

// isGeneral reports whether a moment is told of whatever the account is about: "it happened at ten".
func (m moment) isGeneral() bool {
	isOfIt := m.of.subject != nil && words().classes.Has("it", m.of.subject.role.Head)
	return m.bound == 0 && words().classes.Has("happens", m.of.core) && (isOfIt || m.of.isGeneral())
}

// generalBoth is what it weighs that both tell when it happened, and no more.
const generalBoth = 10

// isMisfortune reports whether a telling is of violence or of a disaster.
func (t *telling) isMisfortune() bool {
	return slices.ContainsFunc(t.fieldsOf(), func(field string) bool { return words().classes.Has("misfortune", field) })
}

// nearestMoment returns the one of some moments that is most like another and cannot be the same, or nil where one can be.
func nearestMoment(of moment, all []moment) *moment {
	var best *moment
	least := sameAround - 0.5
	for i := range all {
		m := &all[i]
		if m.bound != 0 || otherDay(of.of, m.of) || m.of.isFurther() {
			continue
		}
		if !of.excludes(*m) {
			return nil
		}
		round := wholeDay
		if of.either || m.either {
			round = halfDay
		}
		like := commonAround(of.of, m.of)
		if m.isGeneral() {
			like += generalBoth
		}
		if like > least && (m.isGeneral() || m.of.isMisfortune()) && between(of.minute, m.minute, round) <= apartFrom {
			best, least = m, like
		}
	}
	return best
}
