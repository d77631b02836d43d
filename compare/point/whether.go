package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A finding is what a rule finds between two tellings.
type finding struct {
	kind     rashomon.PointKind
	a, b     rashomon.Side
	why      string
	rule     string
	strength float64
}

// denial finds that one says is not so what the other says is so.
func denial(a, b *telling, l likeness) (finding, bool) {
	if b.denied {
		a, b = b, a
	}
	if b.hasNoChance() {
		a, b = b, a
	}
	if (a.denied || a.hasNoChance()) && ruledOut(a, b, l) {
		return finding{
			kind: rashomon.PointWhether, a: a.side(), b: b.side(), rule: "whether/possible", strength: 0.6,
			why: fmt.Sprintf("one says that it could be, the other that it could not, or that it was never spoken of: %q", b.matter()),
		}, true
	}
	if !a.denied || b.denied || a.open || b.open || a.tellsOutcome() || otherTime(a, b) || otherDays(a, b) ||
		a.isFramed() && !b.isFramed() || a.driven() != nil || a.hasWordsOf(b) {
		return finding{}, false
	}
	f := finding{kind: rashomon.PointWhether}
	says := !a.isEmpty() && !b.isEmpty()
	switch {
	case l.predicate >= 0.8 && missed(a, b):
		f.rule, f.strength = "whether/denied", 0.5+0.4*l.content
	case says && l.predicate >= 0.8 && sameThing(a, b) && l.weight >= 1:
		f.rule, f.strength = "whether/denied", 0.5+0.4*l.content
	case l.predicate >= 0.8 && (befalls(a, b) || refrains(a, b) || a.none && (len(a.others) == 0 || l.content >= 0.5)):
		f.rule, f.strength = "whether/denied", 0.6
	case l.predicate >= 0.8 && nobodyDidIt(a, b):
		f.rule, f.strength = "whether/denied", 0.5
	case l.predicate >= 0.8 && talkedToo(a, b):
		f.rule, f.strength = "whether/denied", 0.65
	case possessed(a, b):
		f.rule, f.strength = "whether/possession", 0.55+0.3*l.content
	case absent(a, b):
		f.rule, f.strength = "whether/absence", 0.5+0.3*l.content
	case says && l.predicate >= 0.8 && l.content >= 0.5 && l.weight >= 1.5 && !otherThing(a, b) && !a.talks():
		f.rule, f.strength = "whether/denied", 0.3+0.4*l.content
	default:
		return finding{}, false
	}
	f.a, f.b = a.side(), b.side()
	f.why = fmt.Sprintf("one says that it was not so, the other that it was: %q", a.matter())
	return f, true
}

// longestMatter is how many bytes a clause may have to name what is asked.
const longestMatter = 80

// matter names what a clause is about: as it stands where it is short, else to what it was done.
func (t *telling) matter() string {
	for _, text := range []string{t.text(), t.digest.Quote(t.clause.Extent)} {
		if said := strings.Join(strings.Fields(text), " "); len(said) <= longestMatter {
			return said
		}
	}
	if thing := t.undergoer(); thing != nil && !thing.isAnybody() {
		return t.quote(*thing)
	}
	return t.core
}

// talkedToo reports whether a says that somebody did not talk with the other side, and b tells that the two did; or, beside it
// in one document, that one of the two sides talked with somebody of the other.
func talkedToo(a, b *telling) bool {
	if !a.talks() {
		return false
	}
	if shared(a.partiesAbove(), b.partiesAbove()) >= 2 {
		return true
	}
	distance := a.clause.Sentence - b.clause.Sentence
	return a.digest.Is(b.digest) && distance >= -1 && distance <= 1 && meet(a.everybody(), b.everybody())
}

// talks reports whether a clause tells of talks, of which somebody may hold many with others.
func (t *telling) talks() bool { return slices.Contains(t.coreWord.families, "talks") }

// everybody returns the combatants that stand in a clause, and in its roles.
func (t *telling) everybody() []combatant {
	var all []combatant
	for _, of := range t.terms() {
		if of.acts() {
			all = append(all, t.combatants(&of)...)
		}
	}
	for _, entity := range t.entitiesIn(t.clause.Extent) {
		of := t.term(digest.Role{Entity: entity, Owner: rashomon.None, Head: t.wordOf(entity)})
		all = append(all, t.combatants(&of)...)
	}
	return all
}

// shared counts the parties that two lists have in common.
func shared(x, y []int) int {
	n := 0
	for _, party := range x {
		if slices.Contains(y, party) {
			n++
		}
	}
	return n
}

// ruledOut reports whether a says that something cannot be, or was never spoken of ("there is no chance for him to stay",
// "nobody discussed his staying"), of which b says that it could be.
func ruledOut(a, b *telling, l likeness) bool {
	possible := func(t *telling) bool { return words().classes.Has("possible", t.clause.Modal) }
	if !possible(b) || b.denied || !a.isDeniedAbove() && !a.hasNoChance() && !possible(a) || l.predicate < 0.8 || a.isEmpty() {
		return false
	}
	n := shared(a.partiesAbove(), b.partiesAbove())
	return n >= 2 || n == 1 && sameSubject(a, b) || sameThing(a, b) && l.weight >= 1.5
}

// hasNoChance reports whether a clause tells for what there is no chance: "there is no chance for him to stay".
func (t *telling) hasNoChance() bool {
	if t.prepared {
		return t.traits.hopeless
	}
	if t.clause.Above == rashomon.None || t.clause.Mark != "to" {
		return false
	}
	above := &t.digest.Clauses[t.clause.Above]
	return above.Negated && slices.ContainsFunc(above.Roles, func(r digest.Role) bool { return words().classes.Has("chance", r.Head) })
}

// partiesAbove returns the named parties of a clause and of the one that it hangs on.
func (t *telling) partiesAbove() []int {
	roles := t.clause.Roles
	if t.clause.Above != rashomon.None {
		roles = append(slices.Clone(roles), t.digest.Clauses[t.clause.Above].Roles...)
	}
	var parties []int
	for _, role := range roles {
		for _, entity := range append(t.entitiesIn(role.Extent), role.Entity) {
			if party := t.party(entity); party != rashomon.None && t.isNamed(entity) && !slices.Contains(parties, party) {
				parties = append(parties, party)
			}
		}
	}
	return parties
}

// entitiesIn returns the entities that are named within an extent.
func (t *telling) entitiesIn(extent rashomon.Extent) []int {
	var found []int
	for i, entity := range t.digest.Entities {
		if slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool {
			return m.Kind == rashomon.MentionName && extent.Contains(m.Extent)
		}) {
			found = append(found, i)
		}
	}
	return found
}

// tellsOutcome reports whether a clause tells who wins or loses a fight as a whole, which is compared by itself.
func (t *telling) tellsOutcome() bool {
	switch t.fortune() {
	case "winning", "superior", "losing":
		return true
	}
	return false
}

// isEmpty reports whether the predicate says nothing of what happened.
func (t *telling) isEmpty() bool {
	if t.prepared {
		return t.traits.empty
	}
	return words().classes.Has("empty", first(t.core)) && words().families[t.core] == nil
}

// befalls reports whether a says no more than that something was done to nobody ("nobody was beaten"), and b to whom it was
// done.
func befalls(a, b *telling) bool {
	nobody := a.clause.Passive && a.subject != nil && a.subject.isNone() && len(a.others) == 0
	return nobody && a.coreWord.weight >= rareWord && b.undergoer() != nil && b.undergoer().acts()
}

// hasWordsOf reports whether two tellings are in the same words, whatever the trees make of them.
func (t *telling) hasWordsOf(other *telling) bool {
	return slices.Equal(t.wordsSaid(), other.wordsSaid())
}

func (t *telling) wordsSaid() []string {
	if t.said == nil {
		t.said = t.wordsIn(t.clause.Extent)
	}
	return t.said
}

// nobodyDidIt reports whether a says that nobody did it to what the text spoke of just before ("no one sent them away"), and b that
// it was done to that.
func nobodyDidIt(a, b *telling) bool {
	x, y := a.undergoer(), b.undergoer()
	if a.subject == nil || !a.subject.isNone() || x == nil || y == nil || len(a.others) > 1 || !words().classes.Has("pronoun", x.role.Head) {
		return false
	}
	before := a.digest.Sentences[max(0, a.clause.Sentence-sentencesBack):a.clause.Sentence]
	return words().weight(y.word) >= rareWord && slices.ContainsFunc(before, func(s digest.Sentence) bool { return slices.Contains(s.Terms, y.word) })
}

// sentencesBack is how far back a pronoun may look.
const sentencesBack = 3

// refrains reports whether a says that somebody did it to nothing ("we threw nothing"), or nobody to a thing ("nobody fired a
// shot"), and b that it was done to such a thing.
func refrains(a, b *telling) bool {
	x, y := a.undergoer(), b.undergoer()
	if a.clause.Passive || x == nil || y == nil || a.subject == nil || conflicting(a.doer(), b.doer()) {
		return false
	}
	if x.isNone() {
		return len(a.others) == 1 && !y.acts() && !y.isVague() && a.core == b.core && a.coreWord.weight >= rareWord
	}
	return a.subject.isNone() && !words().classes.Has("orders", a.core) && !x.isVague() && x.same(y)
}

// isNone reports whether a term is "nobody" or "nothing".
func (t *term) isNone() bool { return t.role.Negated && words().classes.Has("nobody", t.word) }

// missed reports whether what a says that there was none of ("no door was locked", "we heard no siren") is what b tells the
// same of.
func missed(a, b *telling) bool {
	missing := a.missing()
	if missing == nil || missing.isAnybody() || words().weight(missing.word) < rareWord {
		return false
	}
	for _, thing := range []*term{b.doer(), b.undergoer()} {
		if thing != nil && thing.role.Relation != "obl:agent" && !thing.named && missing.same(thing) && b.speaksOfKind(a, missing) {
			return true
		}
	}
	return false
}

// speaksOfKind reports whether a telling has a word by which another one tells what kind of thing was missing: of a bus "no armoured
// vehicle" says nothing.
func (t *telling) speaksOfKind(other *telling, missing *term) bool {
	before, _, found := strings.Cut(strings.ToLower(other.digest.Quote(missing.role.Extent)), missing.role.Head)
	kinds := slices.DeleteFunc(wordsOf(before), func(word string) bool { return len(word) < sharedStem || words().weight(word) < rareWord })
	said := strings.ToLower(t.text())
	return !found || len(kinds) == 0 || slices.ContainsFunc(kinds, func(kind string) bool { return strings.Contains(said, kind[:sharedStem]) })
}

// sameThing reports whether both speak of the same doer or the same undergoer, and of no two different ones.
func sameThing(a, b *telling) bool {
	same := false
	for _, pair := range [][2]*term{{a.doer(), b.doer()}, {a.undergoer(), b.undergoer()}} {
		if pair[0] == nil || pair[1] == nil || pair[0].isAnybody() || pair[1].isAnybody() {
			continue
		}
		if !pair[0].same(pair[1]) {
			return false
		}
		same = true
	}
	return same
}

// otherThing reports whether both name what the deed is done to, and name different things.
func otherThing(a, b *telling) bool {
	x, y := a.undergoer(), b.undergoer()
	return x != nil && y != nil && !x.isAnybody() && !y.isAnybody() && !x.same(y)
}

// isAnybody reports whether a term names nobody and nothing: "anyone", "they" of whom nothing is known.
func (t *term) isAnybody() bool {
	return (t.role.Negated || t.party == rashomon.None) && t.entry().nobody
}

// doer returns the term of who does it: the subject of an active verb, or the agent of a passive one.
func (t *telling) doer() *term {
	if t.prepared {
		return t.doing
	}
	if t.undergoes() || t.notices() {
		return nil
	}
	if !t.clause.Passive {
		return t.subject
	}
	for i := range t.others {
		if t.others[i].role.Relation == "obl:agent" {
			return &t.others[i]
		}
	}
	return t.caller()
}

// caller returns the term of where a call, an order or a shot came from, which tells who gave it: "the gatehouse was called
// from the ministry".
func (t *telling) caller() *term {
	if !slices.Contains(t.coreWord.families, "call") {
		return nil
	}
	for i := range t.others {
		if t.others[i].role.Preposition == "from" && t.others[i].party != rashomon.None {
			return &t.others[i]
		}
	}
	return nil
}

// possessed reports whether a says that somebody had or was given nothing of a kind of which b says that somebody had or
// used it: "they had no guns" against "140 rifles were signed out".
func possessed(a, b *telling) bool {
	if !a.isOfHaving() {
		return false
	}
	thing := a.undergoer()
	if b.loses() || thing == nil || thing.acts() || words().classes.Has("nobody", thing.word) || words().weight(thing.word) < 0.3 {
		return false
	}
	return b.tellsOfHaving(thing) && !conflicting(a.holder(), b.holder()) && !otherPeople(a, b)
}

// isOfThings reports whether a telling is of having something, or of something being there.
func (t *telling) isOfThings() bool { return t.isOfHaving() || t.isOfBeing() }

func (t *telling) isOfHaving() bool {
	if t.prepared {
		return t.traits.had
	}
	return words().classes.Has("possession", first(t.core))
}

func (t *telling) isOfBeing() bool {
	if t.prepared {
		return t.traits.there
	}
	return words().classes.Has("presence", first(t.core))
}

// tellsOfHaving reports whether a clause tells that somebody had or was given a thing of some kind.
func (t *telling) tellsOfHaving(thing *term) bool {
	isSuch := func(other *term) bool {
		isThing := other.party == rashomon.None || other.role.Relation == "obj" || other.role.Relation == "nsubj:pass"
		return isThing && (thing.word == other.word || thing.entry().akin(other.entry()) >= 0.7)
	}
	for i := range t.others {
		if isSuch(&t.others[i]) {
			return true
		}
	}
	subject := t.subjectOfPassive()
	return subject != nil && isSuch(subject)
}

// otherPeople reports whether what a says that its holder had nothing of is told by b to have been had by others.
func otherPeople(a, b *telling) bool {
	x, y := a.combatants(a.holder()), b.combatants(b.holder())
	return len(x) > 0 && len(y) > 0 && (!x[0].named || !y[0].named) && a.distinct(x[0], y[0])
}

// loses reports whether the clause tells that a thing was taken from where it was: who has none of it lost it.
func (t *telling) loses() bool { return words().classes.Has("loss", first(t.core)) }

// subjectOfPassive returns the thing that somebody had or was given: of a passive that tells neither who did it nor that it
// was given ("a pistol was let off"), nobody knows who had it.
func (t *telling) subjectOfPassive() *term {
	given := t.isOfHaving() || slices.Contains(t.coreWord.families, "issue") ||
		slices.Contains(t.coreWord.families, "use")
	if t.clause.Passive && t.subject != nil && (t.doer() != nil || given) {
		return t.subject
	}
	return nil
}

// holder returns who has the thing: to whom it is given, else the doer.
func (t *telling) holder() *term {
	for i := range t.others {
		if t.others[i].role.Preposition == "to" || t.others[i].role.Relation == "iobj" {
			return &t.others[i]
		}
	}
	return t.doer()
}

// conflicting reports whether two terms are known to be different parties.
func conflicting(a, b *term) bool {
	return a != nil && b != nil && a.named && b.named && a.party != b.party
}

// absent reports whether a says that nobody was where b says that somebody did something, or that nothing of a kind was
// where b says that there was.
func absent(a, b *telling) bool {
	missing := a.missing()
	if missing == nil || !a.isOfBeing() {
		return false
	}
	if words().classes.Has("nobody", missing.word) {
		return first(a.core) != "have" && b.doer() != nil && !b.doer().isAnybody() && sharePlace(a, b, missing) && !b.surrenders(missing)
	}
	key := missing.entry()
	return words().weight(missing.word) >= 0.3 && b.holdsKin(key) && sharePlace(a, b, missing) && !b.surrenders(missing)
}

// surrenders reports whether a clause tells that those who are missing elsewhere gave up or were beaten: that they are not
// there fits well.
func (t *telling) surrenders(missing *term) bool {
	if t.fortune() == "loser" {
		return true
	}
	return slices.ContainsFunc(t.others, func(o term) bool { return words().classes.Has("defeat", o.word) }) && t.holds(words().word(missing.word))
}

// missing returns the term of what a clause says that there was none of.
func (t *telling) missing() *term {
	if t.subject != nil && t.subject.role.Negated {
		return t.subject
	}
	for i := range t.others {
		if t.others[i].role.Negated && (t.subject == nil || t.others[i].role.Relation == "obj") {
			return &t.others[i]
		}
	}
	return nil
}

// sharePlace reports whether two tellings have words in common besides what is missing in the one: no parties, which may
// stand anywhere in what they are spoken of, but words of some weight.
func sharePlace(a, b *telling, missing *term) bool {
	thing := strings.Fields(strings.ToLower(a.digest.Quote(missing.role.Extent)))
	for _, key := range a.keys {
		if words().classes.Has("trace", key.text) || key.text == a.core || key.text == missing.word || key.isParty() {
			continue
		}
		if missing.acts() && slices.Contains(thing, key.text) {
			continue
		}
		if key.weight >= 0.6 && b.holdsKin(key) {
			return true
		}
	}
	return false
}

// sameSubject reports whether both are said of the same.
func sameSubject(a, b *telling) bool {
	return a.subject != nil && b.subject != nil && !a.subject.isAnybody() && !b.subject.isAnybody() && a.subject.same(b.subject)
}

// otherTime reports whether two tellings are of times that do not meet.
func otherTime(a, b *telling) bool {
	x, y := a.time(), b.time()
	return x != nil && y != nil && apart(x, y)
}

// otherDays reports whether two tellings are of days that do not meet, though one tells no more than the month or the year: "came last
// year", "did not come today".
func otherDays(a, b *telling) bool {
	x, y := a.time(), b.time()
	return x != nil && y != nil && x.From != "" && y.From != "" && clock(x) < 0 && clock(y) < 0 && haveOtherDays(x, y)
}

// opposition finds that both say of the same thing what cannot both be said of it.
func opposition(a, b *telling, l likeness) (finding, bool) {
	if a.denied || b.denied || a.open || b.open ||
		!slices.Contains(words().opposites[a.core], b.core) || !sameSubject(a, b) && !sameRareThing(a, b) || otherTime(a, b) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: a.side(), b: b.side(), rule: "whether/opposite", strength: 0.4 + 0.4*l.content,
		why: fmt.Sprintf("%q and %q cannot both be said of it", a.core, b.core),
	}, true
}
