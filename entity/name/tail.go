package name

import (
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// withoutTail takes words in small letters that the parser takes for no names off the end of a person's or a place's
// name that begins with a capital: of "Haddad's house" the house, of "Orlo lakes" the lakes.
func (n *Name) withoutTail(tokens []rashomon.Token, forms []string) {
	if n.Type != rashomon.EntityPerson && n.Type != rashomon.EntityPlace || !startsUpper(forms[n.Span.Start]) {
		return
	}
	for n.Span.Len() > 1 && isCommon(forms[n.Span.End-1], tokens[n.Span.End-1].UPOS) {
		n.Span.End--
	}
}

// isCommon reports whether a token is told to be no name and looks like none.
func isCommon(form, tag string) bool {
	first, _ := utf8.DecodeRuneInString(form)
	return tag != "" && tag != "PROPN" && (unicode.IsLower(first) || tag == "PART")
}
