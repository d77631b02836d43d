package prediction

import (
	"cmp"
	"maps"
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
	kinship float64
	scale   string
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
	slices.SortFunc(verdicts, compareVerdicts)
	outcome := rashomon.OutcomeOpen
	if len(verdicts) > 0 {
		outcome = verdicts[0].outcome
	}
	return outcome, slices.DeleteFunc(verdicts, func(v verdict) bool { return v.outcome != outcome })
}

// compareVerdicts puts what decides before what does not, then what is nearer, then what was told earlier.
func compareVerdicts(a, b verdict) int {
	decided := func(v verdict) int {
		if v.outcome == rashomon.OutcomeOpen {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(decided(a), decided(b)), cmp.Compare(b.kinship, a.kinship), cmp.Compare(a.telling.when, b.telling.when),
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
		for _, clause := range a.of(true, scale) {
			ask(clause, scale, func(said gist) bool { return said.mark()[scale] == t.marks[scale] })
		}
	}
	for _, clause := range a.of(false, stem(t.core())) {
		ask(clause, "", func(said gist) bool { return said.denies(t.core()) == t.gist.denies(t.core()) })
	}
	for _, told := range append(t.nominal(a), t.notBegun(a)...) {
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
	for _, step := range slices.Sorted(maps.Keys(known().classes["first step"])) {
		for _, clause := range a.of(false, stem(step)) {
			told := a.telling(clause)
			v := verdict{telling: told, outcome: rashomon.OutcomeFailed, kinship: t.gist.actor().kin(told.gist.actor())}
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
	for _, i := range a.nominalOf(a.g.Happening(t.d.Document, event)) {
		e := &a.scan.d.Events[i]
		clause := a.scan.clauseIn(e.Extent)
		if clause == rashomon.None || !a.scan.isProse(e.Sentence) || a.scan.d.Clauses[clause].Modal != "" {
			continue
		}
		told := a.telling(clause)
		told.when, told.dated = day(a.scan.d.Timexes[e.Time].To), true
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
	own := t.isOwn(told)
	if scale == "" && t.gist.isOtherDeed(told.gist) {
		return v, false
	}
	switch {
	case v.kinship < least && !(near && t.isGeneral(told, scale)),
		own && told.d.Clauses[told.clause].Sentence == t.d.Clauses[t.clause].Sentence,
		own && meet(told.d.Clauses[told.clause].Extent, t.extent), !t.isLater(told):
		return v, false
	case same && told.gist.fallsShort(t.gist) && !t.isOver(told, scale):
		v.outcome = rashomon.OutcomeOpen
	case same && (t.isLate(told) || told.gist.fallsShort(t.gist)):
		v.outcome = rashomon.OutcomeFailed
	case same && v.kinship < least:
		return v, false // that it is quiet somewhere does not keep a promise of calm
	case same && t.gist.negated && t.by == (deadline{}) && told.gist.negated && told.lasts && !t.near:
		v.outcome = rashomon.OutcomeOpen // what has not come so far may still come
	case same:
		v.outcome = rashomon.OutcomeFulfilled
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
	return inClass("general", scale) && t.isSoon(told) || scale != "" && (t.gist.anybody() || told.gist.anybody())
}

// isOwn reports whether a telling stands in the text that foretells, or in a copy of it.
func (t *trial) isOwn(told *telling) bool { return told.d == t.d || told.d.Text == t.d.Text }

// isLater reports whether a telling can know what came: it tells of no day before the prediction was made.
func (t *trial) isLater(told *telling) bool {
	made := day(t.d.Published)
	if t.isOwn(told) {
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

// soon is how many days after its day what touches everybody can still be set against what was foretold: riots in the next
// year do not break a promise of calm.
const soon = 60

// isSoon reports whether a telling is of a time near enough.
func (t *trial) isSoon(told *telling) bool {
	due := shifted(cmp.Or(t.by.day, day(t.d.Published)), soon)
	return due == "" || told.when <= due
}

// longWait is how many days may pass until what was to come, on no day that was set, is said not to have come: half a year.
const longWait = 182

// isOver reports whether, by the time that a telling speaks of, what was foretold had to have come.
func (t *trial) isOver(told *telling, scale string) bool {
	switch known := day(told.d.Published); {
	case t.by.day != "" && inClass("general", scale): // what was so before the day may have changed by then
		return known == "" || known >= t.by.day && (told.when >= t.by.day || told.lasts)
	case t.by.day != "":
		return known == "" || known >= t.by.day
	case t.by.short, t.near, known != "" && t.d.Published != "" && known >= shifted(day(t.d.Published), longWait):
		return true
	}
	return !told.lasts || !told.gist.negated || slices.Contains(told.d.Clauses[told.clause].Adverbs, "never")
}
