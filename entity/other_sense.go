package entity

import (
	"rashomon"
	"rashomon/entity/code"
)

// isIdiom reports whether a noun names nothing in the phrase that it stands in: "took place", "in front of the children", or nobody:
// "hit in the head".
func (r *reading) isIdiom(i int) bool {
	switch lemma := r.lemma(i); {
	case takenPlaces()[lemma] && r.tree.Is(i, "obj") && r.tree.Dependent(i, "det", "amod", "nmod") == rashomon.None:
		return r.lemma(r.tree.Head(i)) == "take"
	case bodyParts()[lemma] && r.tree.Dependent(i, "nmod", "compound", "amod") == rashomon.None:
		preposition := r.tree.Dependent(i, "case")
		return preposition != rashomon.None && intoBody()[r.lemma(preposition)]
	case inFronts()[lemma] && i > 0 && i+1 < len(r.doc.Tokens):
		return r.lower(i-1) == "in" && r.lower(i+1) == "of"
	}
	return false
}

// otherSense returns the noun that one of two senses stands for, nil where it is meant as the lists have it: bodies are of the dead, unless words before them say that
// they are organisations ("the monitoring bodies"), and in a text that speaks of a river a bank is what the river has.
func (r *reading) otherSense(i int, noun *code.Noun) *code.Noun {
	other := ""
	switch {
	case remains()[noun.Singular] && r.isOfTheDead(i):
		other = "corpse"
	case besideWater()[noun.Singular] && r.speaksOfWater():
		other = "riverbank"
	}
	if other == "" {
		return nil
	}
	if noun.Plural {
		other += "s"
	}
	found, _ := code.FindNoun([]string{other})
	return found
}

// isOfTheDead reports whether "body" speaks of somebody who died: of many that nothing calls an organisation, or somebody's.
func (r *reading) isOfTheDead(i int) bool {
	for child := range r.tree.Dependents(i) {
		switch {
		case child < i && ofTheDead()[r.lemma(child)]:
			return true
		case child < i && (r.tree.Is(child, "amod") && !quantifiers()[r.lemma(child)] || r.tree.Is(child, "compound")):
			return false
		case r.tree.Is(child, "nmod:poss"):
			return true
		}
	}
	return r.doc.Tokens[i].XPOS == "NNS"
}

// speaksOfWater reports whether a document names a river.
func (r *reading) speaksOfWater() bool {
	for i := range r.doc.Tokens {
		if waters()[r.lemma(i)] {
			return true
		}
	}
	return false
}

// isDateBefore reports whether a word before a noun is the day that stands before all of its phrase: "on 14 June units of the brigade".
func (r *reading) isDateBefore(child int) bool {
	first := child
	for first > 0 && r.timed[first-1] {
		first--
	}
	return r.timed[child] && first > 0 && r.doc.Tokens[first-1].UPOS == "ADP" && r.tree.Dependent(r.tree.Head(child), "case") == rashomon.None
}
