package event

import (
	"slices"

	"rashomon"
)

// takeInContents makes one event of a promise, demand, refusal or the like and the deed that it speaks of, as the codebook
// has it: "agreed to cooperate" is AGREE and no COOPERATE. An accusation leaves the deed beside it, for it tells of one. And
// a deed that "will" be done is a promise or a threat.
func (r *reading) takeInContents() {
	taken := map[int]bool{}
	for i := range r.drafts {
		d := &r.drafts[i]
		contents := r.contents(d)
		if d.sense.coding.threat != "" && slices.ContainsFunc(contents, func(c int) bool { return r.isOfKind(c, kindConflict) }) {
			d.typ = d.sense.coding.threat
		}
		if d.typ != "ACCUSE" {
			for _, content := range contents {
				taken[content] = true
			}
		}
	}
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool { return taken[d.head] })
	for i := range r.drafts {
		r.announce(&r.drafts[i])
	}
}

// contents returns the deeds that a sense takes in: those that its conditions ask for.
func (r *reading) contents(d *draft) []int {
	var out []int
	for _, c := range d.sense.conditions {
		if c.negated {
			continue
		}
		for _, at := range c.places {
			if p := place(at); p == "infinitive" || p == "clause" || p == "gerund" || c.asksForEvent() {
				out = append(out, r.phrases(d.head, p)...)
			}
		}
	}
	return out
}

func (c condition) asksForEvent() bool {
	return slices.ContainsFunc(c.tests, func(test string) bool { return test[0] == '#' })
}

// announce turns what somebody will do into a promise, and what he says himself that he will do to others into a threat.
func (r *reading) announce(d *draft) {
	modal := r.modal(d.head)
	if modal.typ == "" || len(d.actors) == 0 {
		return
	}
	switch {
	case kindOf(d.typ) == kindCooperation:
		d.typ, d.mode = modal.typ, ""
	case modal.threat != "" && r.saysSo(d):
		d.typ, d.mode = modal.threat, ""
	}
}

// modal returns the coding of the modal verb of a verb, or none.
func (r *reading) modal(i int) coding {
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "aux") {
			if c, found := known().modals[r.lemma(child)]; found {
				return c
			}
		}
	}
	return coding{}
}

// saysSo reports whether an event is told in the words of one of those who do it.
func (r *reading) saysSo(d *draft) bool {
	voice := r.doc.Voice(r.doc.Extent(d.trigger))
	return voice != rashomon.None && slices.Contains(d.actors, r.doc.Statements[voice].Holder)
}

// joinRepeats makes one event of a verb and the noun beside it that names the same deed: "were wounded in an attack",
// "died in a bombing". The verb tells who, the noun how.
func (r *reading) joinRepeats() {
	at := map[int]int{}
	for i, d := range r.drafts {
		at[d.head] = i
	}
	joined := map[int]bool{}
	for i := range r.drafts {
		noun := &r.drafts[i]
		if r.doc.Tokens[noun.head].UPOS != "NOUN" || !r.tree.Is(noun.head, "obl") && !r.tree.Is(noun.head, "nsubj") {
			continue
		}
		j, found := at[r.tree.Head(noun.head)]
		if !found || r.drafts[j].typ != noun.typ {
			continue
		}
		r.drafts[j].join(noun)
		joined[noun.head] = true
	}
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool { return joined[d.head] })
}

// join adds what another draft knows of the same event.
func (d *draft) join(other *draft) {
	if d.mode == "" {
		d.mode = other.mode
	}
	if len(d.actors) == 0 {
		d.actors = slices.DeleteFunc(slices.Clone(other.actors), func(e int) bool { return slices.Contains(d.recipients, e) })
	}
	if len(d.recipients) == 0 {
		d.recipients = slices.DeleteFunc(slices.Clone(other.recipients), func(e int) bool { return slices.Contains(d.actors, e) })
	}
}
