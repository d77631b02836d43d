package prediction

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// elidedSentences is how far before a clause that leaves its verb out stands the one that has it: "The ferry is to run
// on Friday, it says. It will not."
const elidedSentences = 2

// leftOut finds "it will not", "they will" and "it will do so", where a clause before tells what.
func (s *scan) leftOut(i int) int {
	if before, _ := s.elision(i); before == rashomon.None {
		return rashomon.None
	}
	return i
}

// elision returns the clause whose verb a clause with a modal verb of what is to come leaves out, or None, and whether
// the clause denies it. Halliday and Hasan, Cohesion in English, 1976, chapters 3 and 4: ellipsis and substitution in
// the verbal group.
func (s *scan) elision(i int) (before int, negated bool) {
	negated, elided := leavesOut(s.d.Text[s.d.Clauses[i].Extent.Start:s.d.Sentences[s.d.Clauses[i].Sentence].Extent.End])
	if !elided {
		return rashomon.None, false
	}
	for at := i - 1; at >= 0 && s.d.Clauses[at].Sentence >= s.d.Clauses[i].Sentence-elidedSentences; at-- {
		c := &s.d.Clauses[at]
		if (c.Modal != "" || c.Mark == "to") && !inClass("saying", c.Predicate) && !inClass("slight", c.Predicate) {
			return at, negated
		}
	}
	return rashomon.None, false
}

// mostBeforeModal is how many words stand before the modal verb of a clause that leaves its verb out: "but the old
// line".
const mostBeforeModal = 4

// modalAt returns which word of a clause is its modal verb, or -1 where none of the first ones is.
func modalAt(clause string) int {
	at := 0
	for word := range strings.FieldsSeq(clause) {
		bare := strings.TrimRight(strings.ToLower(word), stops)
		switch {
		case inClass("modal", bare) || inClass("negative modal", bare):
			return at
		case at == mostBeforeModal:
			return -1
		}
		at++
	}
	return -1
}

// leavesOut reports whether a clause ends behind its modal verb, or goes on with no more than "be" or "do so", and
// whether it is negated.
func leavesOut(clause string) (negated, elided bool) {
	at := modalAt(clause)
	if at < 1 {
		return false, false
	}
	words := strings.Fields(strings.ToLower(clause))
	if strings.ContainsAny(strings.Join(words[:at], ""), stops) {
		return false, false
	}
	negated = inClass("negative modal", strings.TrimRight(words[at], stops))
	for ; at < len(words); at++ {
		bare := strings.TrimRight(words[at], stops)
		if inClass("substitute", bare) {
			return negated, true // "do so", with what it is done by or on
		}
		negated = negated || inClass("negation", bare)
		if bare != words[at] {
			return negated, isAuxiliary(bare)
		}
		if !isAuxiliary(bare) {
			return false, false
		}
	}
	return negated, true
}

// stops end a clause.
const stops = ".,;:!"

func isAuxiliary(word string) bool {
	return inClass("modal", word) || inClass("negative modal", word) || inClass("negation", word) || inClass("auxiliary", word)
}

// foretoldGist draws the gist of a clause that foretells, or where it leaves its verb out that of the clause that has
// it.
func foretoldGist(g *ground.Ground, s *scan, clause int) gist {
	before, negated := s.elision(clause)
	if before == rashomon.None {
		out := gistOf(g, s, clause)
		if s.hasPronoun(clause) {
			out.around = s.termsAround(clause)
			if !out.anybody() || out.object.head != "none" {
				out.words = append(out.words, out.around...)
			}
		}
		return out
	}
	out := gistOf(g, s, before)
	out.negated = negated
	out.taking, out.failing = out.takesPlace()
	return out
}

// hasPronoun reports whether the object of a clause, or the subject of a passive one, is a word that stands for what
// was said before.
func (s *scan) hasPronoun(clause int) bool {
	c := &s.d.Clauses[clause]
	return slices.ContainsFunc(c.Roles, func(r digest.Role) bool {
		return (r.Relation == "obj" || r.Relation == "nsubj:pass") && inClass("standing for", r.Head)
	})
}

// termsAround returns the content words of the sentence before the one of a clause, and of the clauses in front of it.
func (s *scan) termsAround(clause int) []string {
	var terms []string
	sentence := s.d.Clauses[clause].Sentence
	for i := s.first[max(0, sentence-1)]; i < clause; i++ {
		terms = append(terms, s.d.Clauses[i].Terms...)
	}
	return terms
}
