package factuality

import "strings"

func fold(word string) string { return strings.ToLower(word) }

// is reports whether a token is in a class of data/words.txt.
func (r *reading) is(class string, i int) bool { return r.lexicon.classes[class][r.words[i]] }

func (r *reading) isVerb(i int) bool {
	return r.doc.Tokens[i].UPOS == "VERB" || r.doc.Tokens[i].UPOS == "AUX"
}
