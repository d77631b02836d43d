package factuality

import (
	"strings"

	"rashomon"
)

func fold(word string) string { return strings.ToLower(word) }

// is reports whether a token is in a class of data/words.txt.
func (r *reading) is(class string, i int) bool { return r.lexicon.classes.Has(class, r.words[i]) }

func (r *reading) isVerb(i int) bool {
	return r.doc.Tokens[i].UPOS == "VERB" || r.doc.Tokens[i].UPOS == "AUX"
}

// clauseFrame returns the frame that a clause stands in, and whether it is a question with two answers.
func (r *reading) clauseFrame(i int) (f frame, open bool) {
	verb := r.doc.Tokens[i].XPOS
	f = frameClause
	switch bare := !r.isVerb(i) && r.tree.Dependent(i, "nsubj", "cop") == rashomon.None; {
	case verb == "VB", bare && r.tree.Dependent(i, "mark") == rashomon.None:
		f = frameInfinitive
	case bare, verb == "VBG", verb == "VBN":
		f = frameIng
	}
	marked := false
	for child := range r.tree.Dependents(i) {
		switch {
		case r.tree.Is(child, "mark") && r.words[child] == "to":
			f, marked = frameInfinitive, true
		case r.tree.Is(child, "mark") && r.is("polar", child) && r.tree.Is(i, "ccomp"):
			open = true
		case r.isFiniteAuxiliary(child) && !marked:
			f = frameClause
		}
	}
	return f, open
}

func (r *reading) isFiniteAuxiliary(i int) bool {
	if !r.tree.Is(i, "aux") && !r.tree.Is(i, "cop") {
		return false
	}
	switch r.doc.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// isInverted reports whether a clause has its auxiliary before its subject: "had they attacked".
func (r *reading) isInverted(i int) bool {
	subject, auxiliary := r.tree.Dependent(i, "nsubj"), r.tree.Dependent(i, "aux", "cop")
	return subject != rashomon.None && auxiliary != rashomon.None && auxiliary < subject
}
