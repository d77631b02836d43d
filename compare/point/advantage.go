package point

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// An advantage tells for whom it goes well in a fight and for whom ill, by one clause.
type advantage struct {
	well, ill []combatant
	place     *term // that is held, taken or attacked, where a place is told
	alone     bool  // it can go so well for one side alone
	failed    bool  // it is told by what was not achieved
	overall   bool  // it tells how the fight goes, not what was won or lost in one place
	favoured  bool  // it goes well for him by what people want
}

// advantageIn reads the advantage out of a clause, where it tells one.
func advantageIn(t *telling) advantage {
	if absent := t.driven(); absent != nil {
		return advantage{ill: t.combatants(absent), failed: true, overall: true}
	}
	a := t.advantage()
	switch {
	case t.hangsOn("failing") || t.denied && !t.open:
		well := a.ill
		if len(a.well) > 0 {
			well = nil // who does not win loses; whom he does not beat need not win
		}
		return advantage{well: well, ill: a.well, place: a.place, failed: true, overall: a.overall}
	case t.hangsOn("imminent"):
		a.overall = true
	case t.open:
		return advantage{}
	}
	a.overall = a.overall && !words().classes.Has("concession", t.clause.Mark)
	return a
}

// advantage reads what a clause tells, were it told as so.
func (t *telling) advantage() advantage {
	a := advantage{overall: t.clause.Tense == digest.TensePresent && !t.clause.Perfect || t.clause.Ongoing}
	doer := t.combatants(t.fighter())
	switch t.fortune() {
	case "winning":
		a.well, a.ill, a.alone = doer, t.combatants(t.beaten()), t.beaten() == nil
		a.overall = true
	case "superior":
		a.well, a.ill, a.overall = doer, t.combatants(t.beaten()), true
	case "favoured":
		a.well, a.overall, a.favoured = doer, true, true
	case "winner":
		a.well, a.ill = doer, t.combatants(t.beaten())
		a.place = t.held()
	case "holder":
		if t.isHeld(t.undergoer()) {
			a.well, a.place = doer, t.held()
		}
	case "loser":
		a.ill = doer
	case "turned":
		a.ill, a.overall = t.combatants(t.beaten()), true
	case "losing":
		a.ill, a.overall = doer, true
	case "owner":
		a.well, a.place, a.overall = t.owners(), t.subject, false
	case "helper":
		a.well, a.overall = t.combatants(t.undergoer()), true
	}
	return a
}

// fortune returns how a clause tells who has the upper hand, or "": by its predicate, alone, with an adverb ("fight back") or
// with its object ("lose ground").
func (t *telling) fortune() string {
	if t.prepared {
		return t.traits.fortune
	}
	predicate := strings.TrimPrefix(t.clause.Predicate, "be ")
	for _, with := range t.companions() {
		if how := words().advantages[predicate+" "+with]; how != "" {
			return how
		}
	}
	if how := words().advantages[t.clause.Predicate]; how != "" {
		return how
	}
	return words().advantages[predicate]
}

// companions returns the words that may make one predicate with that of a clause: its adverbs and its object, and with what
// is about to be all its words.
func (t *telling) companions() []string {
	with := slices.Clone(t.clause.Adverbs)
	if words().classes.Has("imminent", strings.TrimPrefix(t.clause.Predicate, "be ")) {
		return append(with, t.clause.Terms...)
	}
	for _, role := range t.clause.Roles {
		if role.Relation == "obj" {
			with = append(with, role.Head)
		}
	}
	return with
}

// fighter returns who does it: of what is about to be done, who is about to do it.
func (t *telling) fighter() *term {
	if t.hangsOn("imminent") {
		for _, role := range t.digest.Clauses[t.clause.Above].Roles {
			if strings.HasPrefix(role.Relation, "nsubj") {
				subject := t.term(role)
				return &subject
			}
		}
	}
	return t.doer()
}

// beaten returns for whom it goes ill: the object, or whom it is done to.
func (t *telling) beaten() *term {
	for i := range t.others {
		if words().classes.Has("upon", t.others[i].role.Preposition) && t.others[i].party != rashomon.None {
			return &t.others[i]
		}
	}
	return t.undergoer()
}

// hangsOn reports whether the clause completes a predicate of a class: "about to take", "unable to take".
func (t *telling) hangsOn(class string) bool {
	if t.clause.Above == rashomon.None || t.clause.Relation == "acl:relcl" {
		return false
	}
	above := &t.digest.Clauses[t.clause.Above]
	completes := t.isIntended() || t.clause.Mark == "of"
	return completes && words().classes.Has(class, strings.TrimPrefix(above.Predicate, "be "))
}

// driven returns the troops of whom a clause says that there are none left, or none for miles: who had them lost the field.
func (t *telling) driven() *term {
	missing := t.missing()
	if missing == nil || first(t.core) != "be" || !words().classes.Has("troops", missing.role.Head) {
		return nil
	}
	isOff := func(word string) bool { return words().classes.Has("off", word) }
	if slices.ContainsFunc(t.clause.Terms, isOff) || slices.ContainsFunc(t.clause.Adverbs, isOff) || t.isAboveAny(isOff) {
		return missing
	}
	return nil
}

// isAboveAny reports whether a clause with such a predicate hangs on this one: "no units left".
func (t *telling) isAboveAny(predicate func(string) bool) bool {
	return slices.ContainsFunc(t.digest.Clauses, func(c digest.Clause) bool {
		return c.Above == t.index && (predicate(c.Predicate) || c.Predicate == "leave" && c.Passive)
	})
}

// held returns the place that the deed is done to, or nil.
func (t *telling) held() *term {
	thing := t.undergoer()
	if thing == nil || thing.kind != rashomon.EntityPlace && thing.kind != rashomon.EntityFacility {
		return nil
	}
	return thing
}

// isHeld reports whether a term is a place or a weapon, which one side takes from the other.
func (t *telling) isHeld(thing *term) bool {
	if thing == nil || thing.role.Entity == rashomon.None || words().classes.Has("stop", thing.word) {
		return false
	}
	switch t.digest.Entities[thing.role.Entity].Type {
	case rashomon.EntityPlace, rashomon.EntityFacility, rashomon.EntityWeapon:
		return true
	}
	return false
}

// owners returns the combatant whose hands something is in.
func (t *telling) owners() []combatant {
	for i := range t.others {
		other := &t.others[i]
		if other.word == strings.TrimPrefix(t.clause.Predicate, "be ") && other.owner != rashomon.None {
			return t.combatants(other.ownerTerm())
		}
	}
	return nil
}

// upper returns the advantage that a telling tells of, and whether it tells for whom it goes well or ill.
func (t *telling) upper() (advantage, bool) {
	if t.hand == nil {
		a := advantageIn(t)
		t.hand = &a
	}
	return *t.hand, len(t.hand.well)+len(t.hand.ill) > 0
}

// upperHand finds that it goes well for a party by the one and ill by the other, or well by each for one of two enemies, or
// that each has one place in other hands.
func upperHand(a, b *telling, _ likeness) (finding, bool) {
	x, told := a.upper()
	y, toldToo := b.upper()
	if !told || !toldToo {
		return finding{}, false
	}
	if x.favoured || y.favoured {
		return favourDiffers(a, b, x, y)
	}
	f := finding{kind: rashomon.PointWhether, a: a.side(), b: b.side(), rule: "whether/upper-hand", why: whoseHand(x, y)}
	switch {
	case otherTime(a, b):
		return finding{}, false
	case otherHands(a, b, x, y):
		f.kind, f.rule, f.strength = rashomon.PointWho, "who/holds", 0.65
		f.why = whoHolds(a, b, x, y)
	case !x.overall || !y.overall || x.failed && y.failed:
		return finding{}, false
	case meet(x.well, y.ill) || meet(x.ill, y.well) || a.opposed(x.well, y.well):
		f.strength = 0.55
	case x.alone && y.alone && rivals(x.well, y.well):
		f.strength = 0.4
	default:
		return finding{}, false
	}
	if x.failed || y.failed {
		f.strength -= 0.1
	}
	if a.isFramed() != b.isFramed() {
		f.strength -= 0.05
	}
	return f, true
}

// whoseHand asks who has the upper hand, by the names of those for whom it goes well, or of the one for whom it does not.
func whoseHand(x, y advantage) string {
	switch {
	case len(x.well) > 0 && len(y.well) > 0 && !meet(x.well, y.well):
		return fmt.Sprintf("who has the upper hand: %s, or %s", x.well[0].called(), y.well[0].called())
	case len(x.ill) > 0:
		return fmt.Sprintf("whether it goes well for %s", x.ill[0].called())
	}
	return fmt.Sprintf("whether it goes well for %s", append(slices.Clone(y.ill), x.well...)[0].called())
}

// whoHolds asks who holds a place, by its name where it has one.
func whoHolds(a, b *telling, x, y advantage) string {
	by, of := a, x
	if x.place == nil || !x.place.named && y.place != nil {
		by, of = b, y
	}
	place := strings.TrimPrefix(strings.TrimSpace(by.quote(*of.place)), "and ")
	if entity := by.entityOf(of.place); entity != rashomon.None && of.place.named {
		place = by.digest.Entities[entity].Name
	}
	if len(x.well) == 0 || len(y.well) == 0 {
		return fmt.Sprintf("whether %s is near to holding %s", append(slices.Clone(x.well), y.well...)[0].called(), place)
	}
	return fmt.Sprintf("who holds %s, or is about to: %s, or %s", place, x.well[0].called(), y.well[0].called())
}

// called names a combatant for people.
func (c combatant) called() string {
	name := cmp.Or(c.name, c.word)
	if rest, found := strings.CutPrefix(name, "The "); found {
		return "the " + rest
	}
	return name
}

// favourDiffers finds that the people are behind somebody by the one, and against him by the other.
func favourDiffers(a, b *telling, x, y advantage) (finding, bool) {
	if y.favoured {
		a, b, x, y = b, a, y, x
	}
	if y.favoured || !x.favoured || y.failed || !meet(x.well, y.ill) && !a.opposed(x.well, y.well) || !b.isPopular() {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: a.side(), b: b.side(), rule: "whether/popular", strength: 0.5,
		why: fmt.Sprintf("whether the people are behind %s", x.well[0].called()),
	}, true
}

// isPopular reports whether a clause, or the one that it hangs on, speaks of what people do as a whole.
func (t *telling) isPopular() bool {
	terms := slices.Clone(t.clause.Terms)
	if t.clause.Above != rashomon.None {
		terms = append(terms, t.digest.Clauses[t.clause.Above].Terms...)
	}
	return holdsAny(terms, "popular")
}

// isFramed reports whether a clause tells of the time before or after something else: "before the landing, he was winning".
func (t *telling) isFramed() bool {
	return slices.ContainsFunc(t.others, func(o term) bool {
		return o.role.Timex == rashomon.None && !o.isAnybody() && words().classes.Has("frame", o.role.Preposition)
	})
}

// otherHands reports whether two clauses tell of one place that different sides hold it, or are about to take it, or that
// those who are about to have no troops there.
func otherHands(a, b *telling, x, y advantage) bool {
	if x.place == nil || y.place != nil && len(y.well) > 0 && len(x.well) == 0 {
		a, b, x, y = b, a, y, x
	}
	switch {
	case x.place == nil || len(x.well) == 0:
		return false
	case y.place == nil:
		return y.failed && meet(x.well, y.ill) && (b.holds(x.place.key()) || b.holds(words().word(x.place.word)))
	}
	return len(y.well) > 0 && !meet(x.well, y.well) && (a.names(x.place, y.place) || b.names(y.place, x.place))
}

// names reports whether a term of a telling names the place of another term, alone or among others ("Belen and Dorn").
func (t *telling) names(of, place *term) bool {
	if place.party != rashomon.None && place.party == of.party {
		return true
	}
	said := strings.Fields(strings.ToLower(t.digest.Quote(of.role.Extent)))
	return of.word == place.word && !of.named && !place.named || place.named && slices.Contains(said, place.word)
}

// meet reports whether somebody is on both sides.
func meet(a, b []combatant) bool {
	return slices.ContainsFunc(a, func(x combatant) bool { return slices.ContainsFunc(b, x.sided) })
}

// rivals reports whether it goes well for two sides that have nothing in common: in one fight it can for one alone.
func rivals(a, b []combatant) bool { return len(a) > 0 && len(b) > 0 && !meet(a, b) }

// opposed reports whether combatants of the one side fight combatants of the other.
func (t *telling) opposed(a, b []combatant) bool {
	return slices.ContainsFunc(a, func(x combatant) bool {
		return slices.ContainsFunc(b, func(y combatant) bool { return t.enemies(x, y) })
	})
}

// Two accounts of one fight tell in many clauses how it goes.
const (
	mostHands = 3 // so many differences on who has the upper hand are enough for two documents
	mostOften = 2 // and so many with one passage
)

// fewHands keeps the strongest differences on who has the upper hand.
func fewHands(found []finding) []finding {
	var hands, others []finding
	for _, f := range found {
		if f.rule == "whether/upper-hand" {
			hands = append(hands, f)
		} else {
			others = append(others, f)
		}
	}
	slices.SortFunc(hands, func(x, y finding) int { return cmp.Or(-cmp.Compare(x.strength, y.strength), compareFindings(x, y)) })
	often, kept := map[rashomon.Passage]int{}, 0
	for _, f := range hands {
		if kept < mostHands && often[f.a.Passage] < mostOften && often[f.b.Passage] < mostOften {
			often[f.a.Passage]++
			often[f.b.Passage]++
			kept++
			others = append(others, f)
		}
	}
	return others
}

// compareFindings orders findings by their passages, whichever of the two comes first.
func compareFindings(x, y finding) int {
	least := func(f finding) (rashomon.Passage, rashomon.Passage) {
		if f.b.Passage.Less(f.a.Passage) {
			return f.b.Passage, f.a.Passage
		}
		return f.a.Passage, f.b.Passage
	}
	p, q := least(x)
	r, s := least(y)
	return compareBoth(p, q, r, s)
}
