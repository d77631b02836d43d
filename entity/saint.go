package entity

import (
	"slices"

	"rashomon"
	"rashomon/entity/name"
)

// ruleSaint is the rule of a building that is called by the saint whose it is.
const ruleSaint = "name/saint"

// saints gives buildings that are called by their saints alone the type of buildings: "the nurses at St Orsola's", where
// nothing that is the saint's comes behind.
func (r *reading) saints(names []name.Name) []name.Name {
	for i, n := range names {
		span := r.bare(n.Span)
		if n.Type != rashomon.EntityPerson || n.Inner || span.Empty() {
			continue
		}
		if before := span.Start - 1; before >= r.sentence(span.Start).Start && saintTitles()[r.lower(before)] {
			span.Start = before
		}
		if saintTitles()[r.lower(span.Start)] && span.Len() > 1 && r.isPossessorOfNothing(span.End) {
			span.End++
			names[i].Span, names[i].Type, names[i].Others, names[i].Rule = span, rashomon.EntityFacility, nil, ruleSaint
		}
	}
	return names
}

// isPossessorOfNothing reports whether a token is a possessive ending behind which nothing stands that is possessed.
func (r *reading) isPossessorOfNothing(i int) bool {
	end := len(r.doc.Tokens)
	if i >= end || r.doc.Tokens[i].XPOS != "POS" {
		return false
	}
	return i+1 == end || i+1 == r.sentence(i).End || !slices.Contains([]string{"NOUN", "PROPN", "ADJ", "NUM"}, r.doc.Tokens[i+1].UPOS)
}
