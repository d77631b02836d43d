package framing

import (
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// inName reports whether a hit is part of a party's own name, which nobody chose who tells of it: "the National
// Liberation Front". What is in lower case, or a plural that is all there is of the name, is the text's word: "the
// Iskar regime", "the Loyalists".
func (r *reading) inName(h hit) bool {
	name := r.named[h.head]
	if name == rashomon.None || r.isLower(h.head) {
		return false
	}
	tag := r.doc.Tokens[h.head].XPOS
	return r.doc.Mentions[name].Span.Len() > h.span.Len() || tag != "NNPS" && tag != "NNS"
}

// isProper reports whether an adjective is a party's name, told by its capital before a word that has none: "the
// Democratic candidates". An entry that holds a name has its capital from there.
func (r *reading) isProper(h hit) bool {
	return h.class == classAdjective && !h.holdsName() && h.span.End < len(r.words) &&
		!r.isLower(h.span.Start) && !r.beginsSentence(h.span.Start) && r.isLower(h.span.End)
}

// isLower reports whether a token begins with a lower-case letter.
func (r *reading) isLower(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.doc.Quote(r.doc.Tokens[i].Extent))
	return unicode.IsLower(first)
}
