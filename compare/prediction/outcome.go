package prediction

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
)

// least is how much what was foretold and what is told must have in common to be set against each other: one party or
// one noun in the same place, or two words.
const least = 2

// A verdict is what one telling says of something foretold.
type verdict struct {
	telling *telling
	outcome rashomon.Outcome // open where it is too early to say
	kinship float64          // of a likely one, the odds that it speaks of it
	scale   string
	likely  bool // no rule tells that it speaks of it, or how it ended
}

// A trial is something foretold with what is asked of the tellings.
type trial struct {
	foretelling
	d     *digest.Digest
	own   *account
	gist  gist
	marks map[string]int
	by    deadline
}

// try returns what came of something foretold, as far as accounts tell it, and the verdicts for it, the best first.
func (t *trial) try(accounts []*account) (rashomon.Outcome, []verdict) {
	var verdicts []verdict
	for _, a := range accounts {
		verdicts = append(verdicts, t.hear(a)...)
	}
	if !slices.ContainsFunc(verdicts, verdict.decides) {
		for _, a := range accounts {
			verdicts = append(verdicts, t.entitled(a)...)
		}
	}
	return decide(verdicts)
}

// decide returns what the best of verdicts says, and those that say it, the best first.
func decide(verdicts []verdict) (rashomon.Outcome, []verdict) {
	slices.SortFunc(verdicts, compareVerdicts)
	outcome := rashomon.OutcomeOpen
	if len(verdicts) > 0 {
		outcome = verdicts[0].outcome
	}
	return outcome, slices.DeleteFunc(verdicts, func(v verdict) bool { return v.outcome != outcome })
}

// decides reports whether a verdict says what came.
func (v verdict) decides() bool { return v.outcome != rashomon.OutcomeOpen }

// compareVerdicts puts what decides before what does not, then what is nearer, then what was told earlier.
func compareVerdicts(a, b verdict) int {
	return cmp.Or(-cmp.Compare(ordinal(a.decides()), ordinal(b.decides())), cmp.Compare(b.kinship, a.kinship),
		cmp.Compare(a.telling.when, b.telling.when),
		cmp.Compare(a.telling.d.Document, b.telling.d.Document), cmp.Compare(a.telling.clause, b.telling.clause))
}

// hear returns what the tellings of an account say.
func (t *trial) hear(a *account) []verdict {
	var out []verdict
	heard, near := map[int]bool{}, a.isNear(t.own)
	ask := func(clause int, scale string, agrees func(gist) bool) {
		told := a.telling(clause)
		if v, speaks := t.weigh(told, scale, agrees(told.gist), near); speaks && !heard[clause] {
			heard[clause] = true
			out = append(out, v)
		}
	}
	for _, scale := range sortedScales(t.marks) {
		for _, clause := range a.of(byScale, scale) {
			ask(clause, scale, func(said gist) bool { return said.mark()[scale] == t.marks[scale] })
		}
	}
	for _, clause := range a.of(byDeed, stem(t.core())) {
		ask(clause, "", func(said gist) bool { return said.denies(t.core()) == t.gist.denies(t.core()) })
	}
	for _, told := range slices.Concat(t.nominal(a), t.notBegun(a), t.unmoved(a), t.absent(a), t.onTheDay(a), t.rest(a), t.byMeaning(a)) {
		if !heard[told.telling.clause] {
			heard[told.telling.clause] = true
			out = append(out, told)
		}
	}
	return out
}

// notBegun returns what an account says of a body that was to do something and by its day had not taken the first step
// to do anything: a commission that has not met has not reported.
func (t *trial) notBegun(a *account) []verdict {
	var out []verdict
	if t.gist.negated || a == t.own {
		return nil
	}
	for _, step := range slices.Sorted(known().classes["first step"].All()) {
		for _, clause := range a.of(byDeed, stem(step)) {
			told := a.telling(clause)
			v := verdict{telling: told, outcome: rashomon.OutcomeFailed, kinship: t.gist.actor().kin(told.gist.actor())}
			if t.gist.actor() == nothing && t.gist.names(told.gist.actor()) {
				v.kinship = least // whose subject the tree has lost
			}
			if told.gist.negated && v.kinship >= least && t.isLater(told) && t.isOver(told, "") {
				out = append(out, v)
			}
		}
	}
	return out
}

// nominal returns what an account tells by a noun, with its time, of the happening that was foretold: "at their meeting
// on 7 September".
func (t *trial) nominal(a *account) []verdict {
	var out []verdict
	event := t.d.Clauses[t.clause].Event
	if event == rashomon.None || a == t.own {
		return nil
	}
	s := a.scan()
	for _, i := range a.nominalOf(a.g.Happening(t.d.Document, event)) {
		e := &s.d.Events[i]
		clause := s.clauseIn(e.Extent)
		if clause == rashomon.None || !s.isProse(e.Sentence) || s.d.Clauses[clause].Modal != "" {
			continue
		}
		told := a.telling(clause)
		told.when, told.dated = day(s.d.Timexes[e.Time].To), true
		v := verdict{telling: told, kinship: 1 + float64(t.gist.shared(told.gist)), outcome: rashomon.OutcomeFulfilled}
		if t.gist.negated == (e.Status == rashomon.StatusActual) || t.isLate(told) {
			v.outcome = rashomon.OutcomeFailed
		}
		if v.kinship >= sureByNoun && t.isLater(told) {
			out = append(out, v)
		}
	}
	return out
}

// sureByNoun is the kinship from which on a noun tells of what was foretold: with the happening, two words.
const sureByNoun = 3

// core returns what tellings of the same must tell of: what is to take place, else the verb.
func (t *trial) core() string { return cmp.Or(t.gist.taking, t.gist.core()) }

// denies reports whether a gist says that something is not done or does not take place.
func (s gist) denies(core string) bool {
	if stem(s.taking) == stem(core) {
		return s.failing
	}
	return s.negated
}

func sortedScales(marks map[string]int) []string {
	var scales []string
	for scale, end := range marks {
		if end != 0 {
			scales = append(scales, scale)
		}
	}
	slices.Sort(scales)
	return scales
}

// weigh returns what a telling says of what was foretold, where it speaks of the same thing and of a time when that can
// be told.
// On what touches everybody it speaks only where the two documents are near to each other.
func (t *trial) weigh(told *telling, scale string, same, near bool) (verdict, bool) {
	v := verdict{telling: told, scale: scale, kinship: t.gist.kinship(told.gist)}
	if scale == "" {
		v.kinship++ // both tell of the same deed
		if t.gist.taking != "" && stem(t.gist.taking) == stem(cmp.Or(told.gist.taking, told.gist.core())) {
			v.kinship++ // and by the same noun, or by its verb
		}
		if near && t.gist.anybody() {
			v.kinship++ // what everybody was to do, somebody did
		}
	}
	v.kinship += t.dayKinship(told, scale, near)
	own := t.isOwn(told.d)
	if scale == "" && t.gist.isOtherDeed(told.gist) {
		return v, false
	}
	switch {
	case v.kinship < least && !(near && t.isGeneral(told, scale)),
		own && told.d.Clauses[told.clause].Sentence == t.d.Clauses[t.clause].Sentence,
		own && meet(told.d.Clauses[told.clause].Extent, t.extent), !t.isLater(told), same && t.isBefore(told):
		return v, false
	case same && told.gist.fallsShort(t.gist) && !t.isOver(told, scale):
		v.outcome = rashomon.OutcomeOpen
	case same && !t.gist.negated && t.isLate(told) || same && told.gist.fallsShort(t.gist):
		v.outcome = rashomon.OutcomeFailed
	case same && v.kinship < least && !(inClass("single", scale) && told.dated):
		return v, false // that it is quiet somewhere does not keep a promise of calm
	case same && t.gist.negated && t.by == (deadline{}) && told.gist.negated && told.lasts && !t.near:
		v.outcome = rashomon.OutcomeOpen // what has not come so far may still come
	case same:
		v.outcome = rashomon.OutcomeFulfilled
	case t.gist.negated && t.isLate(told):
		v.outcome = rashomon.OutcomeFulfilled // it came, but not by the day
	case t.isOver(told, scale):
		v.outcome = rashomon.OutcomeFailed
	default:
		v.outcome = rashomon.OutcomeOpen
	}
	return v, true
}

// isLate reports whether what was foretold came after its day.
func (t *trial) isLate(told *telling) bool {
	return told.dated && t.by.day != "" && told.when > t.by.day
}

// fallsShort reports whether fewer did something than was foretold: "only 52 of the nurses were offered a post".
func (s gist) fallsShort(foretold gist) bool {
	return s.subject.isFewer(foretold.subject) || s.object.isFewer(foretold.object)
}

func (t thing) isFewer(than thing) bool { return t.high > 0 && than.low > t.high }

// isGeneral reports whether a telling need not name the same party as what was foretold: on a scale that touches
// everybody, and where one of the two speaks of nobody or everybody.
func (t *trial) isGeneral(told *telling, scale string) bool {
	return inClass("general", scale) && t.isSoon(told) || inClass("single", scale) ||
		scale != "" && (t.gist.anybody() || told.gist.anybody())
}

// dayKinship tells how far two that speak of deeds on one scale in one story speak of the same for the day that both
// name: a ferry was to run on Friday, and one did not sail on Friday. What is told of the week after that day is likely
// of the same where it is of people in both, and what is told of a day before it where the nouns go together: a hull was to be
// lifted by the end of May, and on the 27th a wreck was raised.
func (t *trial) dayKinship(told *telling, scale string, near bool) float64 {
	a, b := t.gist.actor(), told.gist.actor()
	people := isPeople(a.head) && isPeople(b.head)
	switch {
	case scale == "" || !near || !told.dated || t.by.day == "" || a.kin(b) < 0 || t.gist.isOtherDeed(told.gist):
	case told.when == t.by.day && (people || a.mayBe(b)),
		told.when < t.by.day && told.when > day(t.d.Published) && likeness(a.head, b.head) >= akin,
		told.when > t.by.day && told.when <= shifted(t.by.day, week) && people:
		return least
	}
	return 0
}

const week = 7 // days

// mayBe reports whether two things may be one: the one has a name and the other has none, or their nouns mean much the
// same.
func (t thing) mayBe(other thing) bool {
	return (t.name == "") != (other.name == "") || likeness(t.head, other.head) >= akin
}

// isBefore reports whether a telling may be of what was before, where something is foretold to come again: guns that
// will speak again have spoken.
func (t *trial) isBefore(told *telling) bool {
	return !t.gist.negated && !told.dated && !told.lasts && !told.gist.negated &&
		t.gist.isRepeated() && !told.gist.isRepeated()
}

// isRepeated reports whether a gist tells of what comes again.
func (s gist) isRepeated() bool {
	return slices.ContainsFunc(s.words, func(w string) bool { return inClass("repeated", w) })
}

// isOwn reports whether a document is the one that foretells, or a copy of it.
func (t *trial) isOwn(d *digest.Digest) bool { return d.Is(t.d) || d.Text == t.d.Text }

// isLater reports whether a telling can know what came: it tells of no day before the prediction was made.
func (t *trial) isLater(told *telling) bool {
	made := day(t.d.Published)
	if t.isOwn(told.d) {
		return told.lasts || told.when != made
	}
	switch {
	case made == "" && told.when == "":
		return false // nothing tells which was first
	case made == "" || told.when == "":
		return true
	}
	return told.when >= made && day(told.d.Published) >= made
}

// soon is how many days after its day what touches everybody can still be set against what was foretold: riots in the
// next year do not break a promise of calm.
const soon = 60

// isSoon reports whether a telling is of a time near enough.
func (t *trial) isSoon(told *telling) bool {
	due := shifted(cmp.Or(t.by.day, day(t.d.Published)), soon)
	return due == "" || told.when <= due
}

// longWait is how many days may pass until what was to come, on no day that was set, is said not to have come: half a
// year.
const longWait = 182

// wait is how many days may pass until a deadline that is set in words, and not known by its day, is over: "before
// midsummer".
const wait = 92

// isOver reports whether, by the time that a telling speaks of, what was foretold had to have come.
func (t *trial) isOver(told *telling, scale string) bool {
	switch known := day(told.d.Published); {
	case t.by.day != "" && inClass("general", scale): // what was so before the day may have changed by then
		return known == "" || known >= t.by.day && (told.when >= t.by.day || told.lasts)
	case t.by.day != "":
		return known == "" || known >= t.by.day
	case t.by.unknown && known != "" && t.d.Published != "":
		return known >= shifted(day(t.d.Published), wait)
	case t.by.short, t.near, known != "" && t.d.Published != "" && known >= shifted(day(t.d.Published), longWait):
		return true
	}
	return !told.lasts || !told.gist.negated || slices.Contains(told.d.Clauses[told.clause].Adverbs, "never")
}
