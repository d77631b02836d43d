package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// An onslaught is a clause that tells who attacks: in whose way that stood, or that he does it.
type onslaught struct {
	by     *telling
	who    combatant
	name   string
	blamed bool // it is told as the cause of what did not come about
}

// onslaughts returns who is told to attack.
func onslaughts(tellings []telling) []onslaught {
	var found []onslaught
	for i := range tellings {
		t := &tellings[i]
		if t.clause.Modal != "" || t.clause.Mark == "if" || t.isQuestion() || t.clause.Negated || t.isWish() {
			continue
		}
		if o, told := t.onslaught(); told {
			found = append(found, o)
		}
	}
	return found
}

// isWish reports whether a clause is what somebody wants, or believes, in the text's words.
func (t *telling) isWish() bool {
	return t.clause.Statement != rashomon.None &&
		t.digest.Statements[t.clause.Statement].Type != rashomon.StatementAssertion
}

// onslaught reads "because of the offensive of the army", "the attacks of the army prevented it", "this attack by two
// hundred raiders" and "the rebels launched an assault".
func (t *telling) onslaught() (onslaught, bool) {
	for _, term := range t.terms() {
		said := t.wordsIn(term.role.Extent)
		isAttack := words().classes.Has("onslaught", term.role.Head) || holdsAny(said, "onslaught") &&
			!term.acts()
		if !isAttack {
			continue
		}
		isCause := words().classes.Has("cause", term.role.Preposition) || strings.HasPrefix(term.role.Relation, "nsubj") &&
			!t.clause.Passive && t.isOf("hinder")
		switch {
		case isCause:
			return t.attackBy(term, true)
		case term.role.Relation == "obj" && words().classes.Has("mount", t.clause.Predicate) && t.doer() != nil &&
			t.doer().acts():
			return t.attackOf(t.entityOf(t.doer()), false)
		case term.role.Relation == "obj" && slices.Contains(said, "by"):
			return t.attackBy(term, false)
		}
	}
	assails := words().classes.Has("assail", t.core) && t.undergoer() != nil ||
		words().classes.Has("mount", t.clause.Predicate) && words().classes.Has("onslaught", t.core)
	if doer := t.doer(); assails && doer != nil && doer.acts() {
		return t.attackOf(t.entityOf(doer), false)
	}
	return onslaught{}, false
}

// singular drops the "s" of a plural.
func singular(noun string) string { return strings.TrimSuffix(noun, "s") }

// attackBy returns the attack that a term names, of him whose it is or by whom it is.
func (t *telling) attackBy(of term, blamed bool) (onslaught, bool) {
	if of.role.Owner != rashomon.None {
		return t.attackOf(of.role.Owner, blamed)
	}
	at := strings.Index(t.digest.Quote(of.role.Extent), " by ")
	if at < 0 {
		return onslaught{}, false
	}
	behind := rashomon.Extent{Start: of.role.Extent.Start + at, End: of.role.Extent.End}
	return t.attackOf(entityWithin(t.digest, behind, hasCamp), blamed)
}

func hasCamp(e digest.Entity) bool { return camp(e.Codes) != "" }

// attackOf returns the attack of an entity that is of a camp.
func (t *telling) attackOf(entity int, blamed bool) (onslaught, bool) {
	who, fights := t.fighterOf(entity)
	return onslaught{by: t, who: who, blamed: blamed, name: t.nameOf(entity)}, fights
}

// fighterOf returns an entity as a combatant, if it is of a camp.
func (t *telling) fighterOf(entity int) (combatant, bool) {
	if entity == rashomon.None || !hasCamp(t.digest.Entities[entity]) {
		return combatant{}, false
	}
	known := t.digest.Entities[entity]
	return combatant{party: t.party(entity), camp: camp(known.Codes), country: country(known)}, true
}

// nameOf names a combatant as the clause does, or the document, without a mark of quotation that is not closed.
func (t *telling) nameOf(entity int) string {
	if entity == rashomon.None {
		return ""
	}
	name := t.digest.Entities[entity].Name
	for _, mention := range t.digest.Entities[entity].Mentions {
		if mention.Kind != rashomon.MentionPronoun && t.clause.Extent.Contains(mention.Extent) {
			name = mention.Text
			if before := t.digest.Text[:mention.Extent.Start]; strings.HasSuffix(before, " the ") {
				name = "the " + name
			}
		}
	}
	if strings.Count(name, "‘") != strings.Count(name, "’") || strings.Count(name, "“") != strings.Count(name, "”") {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("‘’“”", r) {
				return -1
			}
			return r
		}, name)
	}
	return name
}

// onslaughtsDiffer finds that one blames the attack of a side for what did not come about, and another tells that its
// enemies attacked.
func onslaughtsDiffer(a, b onslaught) (finding, bool) {
	if a.blamed == b.blamed || a.who.camp == b.who.camp || !a.who.compatible(b.who) || !otherVoice(a.by, b.by) ||
		otherTime(a.by, b.by) || !nearBy(a.by, b.by) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWho, a: a.by.side(), b: b.by.side(), rule: "who/attacked", strength: 0.55,
		why: fmt.Sprintf("who was on the attack: %s, or %s", a.name, b.name),
	}, true
}

// nearBy reports whether two clauses may speak of one fight: they stand near each other in one document, or somebody
// or some place is named beside both in two.
func nearBy(a, b *telling) bool {
	if a.digest.Is(b.digest) {
		return max(a.clause.Sentence, b.clause.Sentence)-min(a.clause.Sentence, b.clause.Sentence) <= sameFight
	}
	return sharePassage(a, b)
}

// sameFight is how many sentences of a document may lie between what it tells of one fight.
const sameFight = 10

// A truce is a clause that tells that a side wanted an end of the fighting.
type truce struct {
	by  *telling
	who combatant
}

// truces returns who is told to have wanted an end of the fighting, also by clauses that bring in what somebody
// wants.
func truces(g *ground.Ground, d *digest.Digest) []truce {
	var found []truce
	for i := range d.Clauses {
		if !holdsAny(append([]string{first(d.Clauses[i].Predicate)}, d.Clauses[i].Terms...), "seek") {
			continue
		}
		told, _ := newTelling(g, d, i)
		t := &told
		if t.clause.Negated || t.clause.Modal != "" || t.isQuestion() || !holdsAny(t.termsBelow(), "truce") {
			continue
		}
		for _, term := range t.terms() {
			said := t.wordsIn(term.role.Extent)
			if who, seeks := t.seeker(term, said); seeks {
				found = append(found, who)
				break
			}
		}
	}
	return found
}

// seeker returns whose attempt a term is, or who is the subject of a verb of wanting.
func (t *telling) seeker(of term, said []string) (truce, bool) {
	subject := strings.HasPrefix(of.role.Relation, "nsubj") && words().classes.Has("seek", first(t.clause.Predicate)) &&
		!t.clause.Passive
	if !subject && !words().classes.Has("seek", of.role.Head) {
		return truce{}, false
	}
	entity := of.role.Entity
	if !subject && holdsAny(said, "rule") {
		return t.rulers(of), true
	}
	if !subject {
		entity = entityWithin(t.digest, of.role.Extent, hasCamp)
	}
	who, fights := t.fighterOf(entity)
	return truce{t, who}, fights
}

// rulers returns an attempt that is told to be that of a government: "the Vessian government attempt to make peace".
func (t *telling) rulers(of term) truce {
	who := combatant{party: rashomon.None, camp: "power"}
	if place := entityWithin(t.digest, of.role.Extent,
		func(e digest.Entity) bool { return e.Type == rashomon.EntityPlace }); place != rashomon.None {
		who.country = country(t.digest.Entities[place])
	}
	return truce{t, who}
}

// side returns the clause with the one below it that says what is wanted.
func (w truce) side() rashomon.Side {
	extent := w.by.clause.Extent
	for _, below := range w.by.digest.Clauses {
		if below.Above == w.by.index && holdsAny(below.Terms, "truce") && below.Extent.Start >= extent.End &&
			below.Extent.End-extent.Start <= longestPassage {
			extent.End = below.Extent.End
		}
	}
	return w.by.digest.Side(extent, w.by.clause.Statement)
}

// otherTruces finds that a side wanted an end of the fighting by the one, and went on attacking by the other.
func otherTruces(a, b *shelf) []finding {
	var found []finding
	for _, want := range a.truces {
		for _, attack := range b.onslaughts {
			if !attack.blamed || attack.who.camp != want.who.camp || !attack.who.compatible(want.who) ||
				!otherVoice(want.by, attack.by) || !nearBy(want.by, attack.by) {
				continue
			}
			found = append(found, finding{
				kind: rashomon.PointWhether, a: want.side(), b: attack.by.side(), rule: "whether/truce", strength: 0.5,
				why: fmt.Sprintf("whether %s wanted an end of the fighting, or went on attacking", attack.name),
			})
		}
	}
	return found
}
