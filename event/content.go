package event

import (
	"slices"

	"rashomon"
)

// takeInContents makes one event of a promise, demand, refusal or the like and the deed that it speaks of, as the codebook
// has it: "agreed to cooperate" is AGREE and no COOPERATE. An accusation leaves the deed beside it, for it tells of one, and
// so does what puts an end to violence or to a protest. And a deed that "will" be done is a promise or a threat.
func (r *reading) takeInContents() {
	taken, at := map[int]bool{}, r.draftsByHead()
	for i := range r.drafts {
		d := &r.drafts[i]
		contents := r.contents(d)
		if d.sense.coding.threat != "" && slices.ContainsFunc(contents, func(c int) bool { return r.isOfKind(c, kindConflict) }) {
			d.typ = d.sense.coding.threat
		}
		for _, content := range contents {
			if deed, found := at[content]; found && d.typ == "ACCUSE" {
				r.drafts[deed].lay(d.recipients)
			}
			ended := kindOf(d.typ) == kindCooperation && (r.isOfKind(content, "ASSAULT") || r.isOfKind(content, "PROTEST"))
			if d.typ != "ACCUSE" && !ended && !r.isToldElsewhere(content) {
				taken[content] = true
			}
		}
	}
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool { return taken[d.head] })
	for i := range r.drafts {
		r.announce(&r.drafts[i])
	}
}

// isToldElsewhere reports whether a noun takes up an event that the text tells of in another sentence too: "they broke off the talks".
func (r *reading) isToldElsewhere(noun int) bool {
	sentence := r.doc.SentenceOf(noun)
	return r.isDefinite(noun) && slices.ContainsFunc(r.drafts, func(d draft) bool {
		return r.doc.SentenceOf(d.head) != sentence && r.lemma(d.head) == r.lemma(noun)
	})
}

// draftsByHead returns the index of each draft by the token that heads it.
func (r *reading) draftsByHead() map[int]int {
	at := make(map[int]int, len(r.drafts))
	for i, d := range r.drafts {
		at[d.head] = i
	}
	return at
}

// lay gives a deed of which somebody is accused to those who are accused of it, where nobody else is said to have done it.
func (d *draft) lay(accused []int) {
	if len(d.actors) == 0 {
		d.actors = without(accused, d.recipients)
	}
}

// without returns the entities of a list that are not in another.
func without(entities, others []int) []int {
	return slices.DeleteFunc(slices.Clone(entities), func(e int) bool { return slices.Contains(others, e) })
}

// contents returns the deeds that an event takes in: those that stand where its sense asks for something, and of words about
// what shall be all that they say shall be; occurrences take in nothing.
func (r *reading) contents(d *draft) []int {
	if d.typ == rashomon.TypeOccurrence {
		return nil
	}
	var out []int
	for _, c := range d.sense.conditions {
		if c.negated {
			continue
		}
		for _, at := range c.places {
			if at != placeText && (isClause(at) || len(c.tests) > 0 || inClass("about_deeds", d.typ)) {
				out = append(out, r.phrases(d.head, at)...)
			}
		}
	}
	if inClass("about_deeds", d.typ) {
		out = append(out, r.complements(d.head)...)
		for _, object := range r.phrases(d.head, placeObject) {
			out = append(append(out, object), r.clauses(object, placeInfinitive)...)
		}
	}
	return slices.DeleteFunc(out, func(i int) bool { return i == d.head })
}

func isClause(p place) bool { return p == placeInfinitive || p == placeClause || p == placeGerund }

// announce turns what somebody will do into a promise, what he says himself that he will do to others into a threat, and
// what he will not do for others into a refusal.
func (r *reading) announce(d *draft) {
	m, at := r.modal(d.head)
	if m.typ == "" || m.holders || len(d.actors) == 0 || d.typ == rashomon.TypeOccurrence {
		return
	}
	switch {
	case kindOf(d.typ) == kindCooperation:
		d.typ = m.typ
	case m.threat != "" && r.saysSo(d):
		d.typ = m.threat
	default:
		return
	}
	if d.sense.roles.mutual && m.threat == "" { // "we will not meet them": one refuses
		all := d.actors
		d.actors = sorted(r.partiesAt(d.head, []place{placeSubject}, asActor))
		d.recipients = without(all, d.actors)
	}
	d.mode, d.rule = "", m.rule+" + "+d.rule
	d.trigger.Start = r.withModal(d.head, at)
}

// modal returns what the lexicon knows of the modal verb of a verb, with its "not", and which token it is.
func (r *reading) modal(i int) (m modal, at int) {
	for child := range r.tree.Dependents(i) {
		if !r.tree.Is(child, "aux") {
			continue
		}
		word := r.lemma(child)
		if r.isNegated(i) {
			word += " not"
		}
		if m, found := known().modals[word]; found {
			return m, child
		}
	}
	return modal{}, rashomon.None
}

// farthestModal is how many tokens before its verb a modal still is one trigger with it: "will no longer support".
const farthestModal = 4

// withModal returns where the trigger of a verb with its modal begins: the two make one deed.
func (r *reading) withModal(verb, modal int) int {
	if modal < verb && verb-modal <= farthestModal {
		return modal
	}
	return verb
}

func (r *reading) isNegated(i int) bool {
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "advmod") && inClass("negation", r.lemma(child)) {
			return true
		}
	}
	return false
}

// demand returns what somebody demands by saying that others must do something; false where nobody says it.
func (r *reading) demand(i int) (draft, bool) {
	m, at := r.modal(i)
	if !m.holders {
		return draft{}, false
	}
	voice := r.doc.Voice(r.doc.Tokens[i].Extent)
	if voice == rashomon.None || r.doc.Statements[voice].Holder == rashomon.None {
		return draft{}, false
	}
	d := draft{
		head: i, trigger: rashomon.Span{Start: r.withModal(i, at), End: i + 1}, sense: &sense{}, typ: m.typ, mode: m.mode, rule: m.rule,
		actors: []int{r.doc.Statements[voice].Holder}, recipients: sorted(r.partiesAt(i, []place{placeSubject}, asActor)),
	}
	if len(d.recipients) == 0 || slices.Contains(d.recipients, d.actors[0]) {
		return draft{}, false
	}
	return d, true
}

// saysSo reports whether an event is told in the words of one of those who do it.
func (r *reading) saysSo(d *draft) bool {
	voice := r.doc.Voice(r.doc.Extent(d.trigger))
	return voice != rashomon.None && slices.Contains(d.actors, r.doc.Statements[voice].Holder)
}

// joinRepeats makes one event of a verb and the noun beside it that names the same deed: "were wounded in an attack",
// "died in a bombing". The verb tells who, the noun how.
func (r *reading) joinRepeats() {
	joined, at := map[int]bool{}, r.draftsByHead()
	for i := range r.drafts {
		noun := &r.drafts[i]
		if r.doc.Tokens[noun.head].UPOS != "NOUN" || !r.tree.Is(noun.head, "obl") && !r.tree.Is(noun.head, "nsubj") ||
			inClass("other_deed", r.marker(noun.head)) {
			continue
		}
		j, found := at[r.tree.Head(noun.head)]
		if !found || !r.drafts[j].ofKind(noun) {
			continue
		}
		r.drafts[j].join(noun)
		joined[noun.head] = true
	}
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool { return joined[d.head] })
}

// ofKind reports whether a draft is of the same type as another, or an occurrence of the same particular kind.
func (d *draft) ofKind(other *draft) bool {
	return d.typ == other.typ && (d.typ != rashomon.TypeOccurrence || d.mode == other.mode && d.sense != deed)
}

// join adds what another draft knows of the same event.
func (d *draft) join(other *draft) {
	if d.mode == "" {
		d.mode = other.mode
	}
	if len(d.actors) == 0 {
		d.actors = without(other.actors, d.recipients)
	}
	d.recipients = sorted(slices.Concat(d.recipients, without(other.recipients, d.actors))) // "two died in an attack on a post"
}
