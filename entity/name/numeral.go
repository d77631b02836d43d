package name

import (
	"slices"
	"strings"
	"unicode"

	"rashomon"
)

// numbered are the types of what is told apart by a number behind a hyphen: "COVID-19".
var numbered = []rashomon.EntityType{
	rashomon.EntityEvent, rashomon.EntityWork, rashomon.EntityWeapon, rashomon.EntityOther,
}

// withNumeral makes names whole that were cut short before their number: that of a ruler ("Edward VII") or one behind a
// hyphen. tokens are those of the sentence up to the next name.
func (n *Name) withNumeral(tokens []rashomon.Token, forms []string) {
	end := n.Span.End
	switch {
	case end == len(forms):
	case n.Type == rashomon.EntityPerson && isRuler(forms[end], tokens[end].UPOS):
		n.Span.End++
	case slices.Contains(numbered, n.Type) && end+1 < len(forms) && isHyphen(forms[end]) && isFigure(forms[end+1]) &&
		tokens[end-1].Extent.End == tokens[end].Extent.Start && tokens[end].Extent.End == tokens[end+1].Extent.Start:
		n.Span.End += 2
	}
}

// isRuler reports whether a token is the number of a ruler. "I" must be told to be no pronoun.
func isRuler(form, tag string) bool {
	return strings.Trim(form, "IVX") == "" && (form != "I" || tag != "" && tag != "PRON")
}

func isFigure(form string) bool {
	return !strings.ContainsFunc(form, func(r rune) bool { return !unicode.IsDigit(r) })
}
