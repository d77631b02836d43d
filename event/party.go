package event

import (
	"cmp"
	"slices"

	"rashomon"
)

// A part is what somebody is looked for as.
type part int

const (
	asActor     part = iota // who can do something: persons, groups, organisations, countries, and what they move and shoot with
	asSubject               // the same, and any place: "the West intervened"
	asRecipient             // also what something is done to: buildings, weapons, works
)

// deepestOwner is how far down a phrase somebody is looked for: "the head of the office of the party's leader".
const deepestOwner = 4

// placeAs tells what else somebody may be who stands at a place.
var placeAs = map[place]part{placeSubject: asSubject}

// partiesAt returns the entities that stand with a word at the first of some places where there is one.
func (r *reading) partiesAt(i int, places []place, as part) []int {
	for _, at := range places {
		phrases := r.phrases(i, at)
		var found []int
		if at == placeComplement {
			for _, token := range phrases {
				found = append(found, r.partiesIn(token, as)...)
			}
		} else {
			found = r.partiesOf(phrases, cmp.Or(as, placeAs[at]))
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

func (r *reading) partiesOf(phrases []int, as part) []int {
	var found []int
	for _, token := range phrases {
		found = append(found, r.parties(token, as)...)
	}
	return found
}

// parties returns the entities that a phrase, given by its head, is about: itself, or else those that it belongs to or
// comes from ("Israeli tanks", "the offices of the party").
func (r *reading) parties(head int, as part) []int {
	entity := r.entity(head)
	if entity == rashomon.None || !r.canBe(entity, as) {
		return r.whose(head, as)
	}
	switch {
	case as != asRecipient:
		return append([]int{entity}, r.organisation(head, entity)...)
	case !r.canBe(entity, asActor): // "the party's office": the office and the party
		return append([]int{entity}, slices.DeleteFunc(r.nested(head, asActor, deepestOwner), r.isPlace)...)
	}
	return []int{entity}
}

// whose returns those whose a thing is: of a weapon with a crew that nobody is named for, itself.
func (r *reading) whose(head int, as part) []int {
	if as != asRecipient && r.senseOf(head) != nil { // "a bombing near the town" is not the town's
		return r.ownersOf(head)
	}
	if found := r.nested(head, as, deepestOwner); len(found) > 0 || as == asRecipient {
		return found
	}
	if entity := r.entity(head); entity != rashomon.None && inClass("crewed", r.lemma(head)) {
		return []int{entity} // "the jets bombed the town"
	}
	return nil
}

// ownersOf returns those whose deed a noun that speaks of one is: "the army's raid", "a raid by the army".
func (r *reading) ownersOf(deed int) []int {
	s := r.senseOf(deed)
	found, asked := r.doers[deed]
	if asked || s.coding.typ == "" {
		return found
	}
	r.doers[deed] = nil // while they are looked for: a relative pronoun may lead back to the deed
	r.doers[deed] = r.partiesAt(deed, s.roles.actors, asActor)
	return r.doers[deed]
}

// organisation returns the organisation whose people a group is: what "members of the Front" do the Front does.
func (r *reading) organisation(head, group int) []int {
	if r.doc.Entities[group].Type != rashomon.EntityGroup && !inClass("member", r.lemma(head)) {
		return nil
	}
	nested := r.nested(head, asActor, deepestOwner)
	return slices.DeleteFunc(nested, func(e int) bool { return e == group || r.doc.Entities[e].Type != rashomon.EntityOrganization })
}

// nested returns the first entity below the head of a phrase, those nearest to it first.
func (r *reading) nested(head int, as part, depth int) []int {
	if depth == 0 {
		return nil
	}
	below := r.belonging(head)
	for _, child := range below {
		if entity := r.entity(child); entity != rashomon.None && r.canBe(entity, as) {
			return []int{entity}
		}
	}
	for _, child := range below {
		if found := r.nested(child, as, depth-1); len(found) > 0 {
			return found
		}
	}
	return nil
}

// belonging returns what stands with a noun and tells who it is or whose, what tells who it is first: "US envoy Brandt".
func (r *reading) belonging(noun int) []int {
	identical := r.dependents(noun, "appos", "flat")
	owners := r.dependents(noun, "nmod", "compound", "amod")
	return slices.DeleteFunc(append(identical, owners...), func(i int) bool { return r.timed[i] })
}

// entity returns the entity that a token heads a mention of, or None.
func (r *reading) entity(token int) int {
	if mention := r.mentions[token]; mention != rashomon.None {
		return r.doc.Mentions[mention].Entity
	}
	return rashomon.None
}

func (r *reading) canBe(entity int, as part) bool {
	switch e := r.doc.Entities[entity]; e.Type {
	case rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup:
		return true
	case rashomon.EntityPlace:
		return as != asActor || len(e.Codes) > 0 || e.Location == nil // "the West's aid"
	case rashomon.EntityFacility, rashomon.EntityWeapon, rashomon.EntityWork, rashomon.EntityOther:
		return as == asRecipient
	}
	return false
}

// partiesIn returns who takes part in a complement: its own subject, else the recipients of the deed it speaks of, else
// the first that it names.
func (r *reading) partiesIn(clause int, as part) []int {
	if own := r.tree.Dependent(clause, "nsubj"); own != rashomon.None {
		if found := r.parties(r.antecedentOf(own), as); len(found) > 0 {
			return found
		}
	}
	if s := r.senseOf(clause); s != nil && !slices.Contains(s.roles.recipients, placeComplement) {
		if found := r.partiesAt(clause, s.roles.recipients, as); len(found) > 0 {
			return found
		}
	}
	return r.firstIn(r.tree.Span(clause), as)
}

// firstIn returns the first entity that is mentioned in a span, and is none of others.
func (r *reading) firstIn(span rashomon.Span, as part, others ...int) []int {
	for i := span.Start; i < span.End; i++ {
		if entity := r.entity(i); entity != rashomon.None && r.canBe(entity, as) && !slices.Contains(others, entity) {
			return []int{entity}
		}
	}
	return nil
}

// concern gives what is said or given to nobody that stands where its sense looks to the first whom its object speaks of:
// "rejected an invitation to a meeting of the factions", "insisted on its demand that the army leave".
func (r *reading) concern(d *draft) {
	if len(d.recipients) > 0 || len(d.sense.roles.recipients) == 0 || !inClass("concerning", d.typ) || r.doc.Tokens[d.head].UPOS != "VERB" {
		return
	}
	phrases := append(r.phrases(d.head, placeObject), r.complements(d.head)...)
	for _, token := range phrases {
		if d.recipients = r.firstIn(r.tree.Span(token), asActor, d.actors...); len(d.recipients) > 0 {
			return
		}
	}
}
