package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// acronymRule is the rule of a name that is known by the long form before it.
const acronymRule = "name/acronym"

// withAcronyms adds the acronyms in brackets behind the names that they stand for: "Orlo Harbour Board (OHB)". They have
// the same type. It takes "OHB for Orlo Harbour Board" apart.
func withAcronyms(names []Name, forms []string) []Name {
	for i := 0; i < len(names); i++ {
		n := names[i]
		if start := n.Span.Start; n.Span.Len() > 3 && forms[start+1] == "for" && isAcronym(forms[start], forms[start+2:n.Span.End]) {
			long := n
			long.Span.Start, long.Rule = start+2, acronymRule
			long.Type, long.Others = rashomon.EntityOrganization, nil
			names[i] = long
			names[i].Span = rashomon.Span{Start: start, End: start + 1}
			names = slices.Insert(names, i+1, long)
			continue
		}
		at := n.Span.End + 1
		if at+1 >= len(forms) || forms[at-1] != "(" || forms[at+1] != ")" {
			continue
		}
		if isAcronym(forms[at], forms[n.Span.Start:n.Span.End]) {
			short := Name{Span: rashomon.Span{Start: at, End: at + 1}, Type: n.Type, Share: n.Share, Rule: acronymRule}
			names = place(names, short)
		}
	}
	return names
}

// withBracketed adds the names whose initials stand in brackets behind them, and makes those whole that were cut short: "Fuel and
// Harbour Board (FHB)". Schwartz and Hearst 2003 ("A simple algorithm for identifying abbreviation definitions in biomedical
// text") look for the shortest words before the brackets that fit, as here; of those with capitals all must.
func (s sentence) withBracketed(names []Name) []Name {
	for open := 1; open+2 < len(s.forms); open++ {
		if s.forms[open] != "(" || s.forms[open+2] != ")" || !isCapitals(s.forms[open+1]) {
			continue
		}
		letters := len(s.forms[open+1])
		for start := open - 1; start >= max(0, open-2*letters); start-- {
			if !startsUpper(s.forms[start]) || !isAcronym(s.forms[open+1], s.forms[start:open]) {
				continue
			}
			n := Name{Span: rashomon.Span{Start: start, End: open}, Type: rashomon.EntityOrganization, Share: 1, Rule: acronymRule}
			names = place(names, n)
			break
		}
	}
	return names
}

// isCapitals reports whether a form is three capitals or more: two stand for much else.
func isCapitals(form string) bool {
	return len(form) > 2 && !strings.ContainsFunc(form, func(r rune) bool { return !unicode.IsUpper(r) })
}

// isAcronym reports whether a form is made of the capitals that the words of a name begin with, with full stops or
// without.
func isAcronym(form string, words []string) bool {
	var capitals strings.Builder
	for _, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			capitals.WriteRune(first)
		}
	}
	return capitals.Len() > 1 && strings.ReplaceAll(form, ".", "") == capitals.String()
}
