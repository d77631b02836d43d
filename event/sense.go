package event

import (
	"slices"

	"rashomon"
)

// deepest is how far one sense is looked for within another ("they refused to promise to stop the attacks"): what stands
// deeper is taken for no event.
const deepest = 20

// chosen is the sense of a token, once it was asked for.
type chosen struct {
	asked bool
	sense *sense // nil for a word that speaks of no event
}

// senseOf returns the sense that a token has in its place, or nil.
func (r *reading) senseOf(i int) *sense {
	c := &r.senses[i]
	if c.asked || r.depth == deepest {
		return c.sense
	}
	c.asked = true // also while it is looked for: a word is no part of its own conditions
	r.depth++
	for _, s := range r.candidates(i) {
		if r.fits(i, s) {
			c.sense = s
			break
		}
	}
	r.depth--
	return c.sense
}

// candidates returns the senses of a token, those with most conditions first.
func (r *reading) candidates(i int) []*sense {
	l := known()
	switch upos := r.doc.Tokens[i].UPOS; {
	case r.inName[i] || r.timed[i]:
		return nil
	case upos == "VERB" && (!r.tree.Is(i, "amod") || r.hyphened(i) != rashomon.None):
		return l.verbSenses(r, i)
	case (upos == "NOUN" || upos == "PROPN" || r.isNounByPlace(i)) && !r.tree.Is(i, "compound"): // "riot police", "an attack helicopter": no riot, no attack
		return l.nouns[headword{lemma: r.lemma(i)}]
	case upos == "ADJ" && r.tree.Dependent(i, "cop", "nsubj") != rashomon.None:
		return l.adjectives[headword{lemma: r.lemma(i)}]
	}
	return nil
}

// isNounByPlace reports whether a token that the parser took for an adverb, or in a headline for an adjective, stands where a noun
// does: "the rally was over", "Blast at station kills four".
func (r *reading) isNounByPlace(i int) bool {
	if r.doc.Tokens[i].UPOS == "ADJ" && r.headline[i] && r.tree.Is(i, "nsubj") {
		return true
	}
	return r.doc.Tokens[i].UPOS == "ADV" && i > 0 && r.doc.Tokens[i-1].UPOS == "DET" &&
		(i+1 == len(r.words) || r.doc.Tokens[i+1].UPOS != "ADJ" && r.doc.Tokens[i+1].UPOS != "NOUN" && r.doc.Tokens[i+1].UPOS != "VERB")
}

// verbSenses returns the senses of a verb with its particle ("carry out"), else of the verb with what it makes somebody ("take
// prisoner", "shoot dead") and of the verb alone.
func (v vocabulary) verbSenses(r *reading, i int) []*sense {
	word := r.headword(i)
	alone := v.verbs[headword{lemma: r.lemma(i)}]
	if found := v.verbs[word]; word.particle != "" && len(found) > 0 {
		if particle, _ := r.prepositionTaken(i); particle != rashomon.None { // "fell down an embankment" may be either
			return slices.Concat(found, alone)
		}
		return found
	}
	for _, complement := range r.dependents(i, "xcomp") {
		switch r.doc.Tokens[complement].UPOS {
		case "NOUN", "ADJ", "ADV":
			if found := v.verbs[headword{r.lemma(i), r.words[complement]}]; len(found) > 0 {
				return slices.Concat(found, alone)
			}
		}
	}
	return alone
}

// headword returns what the lexicon knows a verb by: itself and its particle.
func (r *reading) headword(i int) headword {
	word := headword{lemma: r.lemma(i)}
	if particle := r.particle(i); particle != rashomon.None {
		word.particle = r.words[particle]
	}
	return word
}

func (r *reading) fits(i int, s *sense) bool {
	for _, c := range s.conditions {
		if r.holds(i, c) == c.negated {
			return false
		}
	}
	return true
}
