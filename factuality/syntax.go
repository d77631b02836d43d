package factuality

import "strings"

func fold(word string) string { return strings.ToLower(word) }

// is reports whether a token is in a class of data/words.txt.
func (r *reading) is(class string, i int) bool { return r.lexicon.classes[class][r.words[i]] }

func (r *reading) isVerb(i int) bool {
	return r.doc.Tokens[i].UPOS == "VERB" || r.doc.Tokens[i].UPOS == "AUX"
}

// isPast reports whether a verb or adjective stands in the past tense or the perfect.
func (r *reading) isPast(i int) bool {
	if r.doc.Tokens[i].XPOS == "VBD" {
		return true
	}
	for child := range r.tree.Dependents(i) {
		if !r.tree.Is(child, "aux") && !r.tree.Is(child, "cop") {
			continue
		}
		switch r.doc.Tokens[child].XPOS {
		case "VBD":
			return true
		case "MD", "TO":
			return false
		case "VBZ", "VBP":
			if fold(r.doc.Tokens[child].Lemma) == "have" {
				return true
			}
		}
	}
	return false
}
