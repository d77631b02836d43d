package entity

import (
	"rashomon"
	"rashomon/entity/name"
)

// ruleVessel is the rule of a ship that is called like a person.
const ruleVessel = "name/vessel"

// vessels gives ships that are named after persons their whole names, and the type of ships: those that stand behind a noun
// for ships somewhere in the text ("the ferry Lady Ruth"), or behind an article and a title, as nobody does ("the Lady Ruth").
func (r *reading) vessels(names []name.Name) []name.Name {
	called := map[string]bool{}
	for _, n := range names {
		if span := r.withTitleBefore(n); r.isVessel(n, span) {
			called[r.doc.QuoteSpan(span)] = true
		}
	}
	for i, n := range names {
		if span := r.withTitleBefore(n); called[r.doc.QuoteSpan(span)] {
			names[i].Span, names[i].Type, names[i].Others, names[i].Rule = span, rashomon.EntityOther, nil, ruleVessel
		}
	}
	return names
}

// withTitleBefore returns the span of a name with the title before it.
func (r *reading) withTitleBefore(n name.Name) rashomon.Span {
	span := r.bare(n.Span)
	if n.Type != rashomon.EntityPerson || n.Inner {
		return span
	}
	if title := r.title(span); !title.Empty() && startsUpper(r.form(title.Start)) {
		span.Start = min(span.Start, title.Start)
	}
	return span
}

// isVessel reports whether what stands before a name says that it is a ship's.
func (r *reading) isVessel(n name.Name, span rashomon.Span) bool {
	before := span.Start - 1
	if n.Inner || n.Type == rashomon.EntityWeapon || span.Empty() || before < r.sentence(span.Start).Start {
		return false
	}
	head := r.tree.HeadOf(span)
	if ships()[r.form(before)] {
		return r.tree.Head(head) == before || r.tree.Head(before) == head
	}
	isTitled := n.Type == rashomon.EntityPerson && r.title(r.bare(n.Span)).Len() == 1
	return isTitled && r.lower(before) == "the" && !r.tree.Is(head, "compound") && !r.tree.Is(head, "amod")
}
