package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// withInitials makes persons' names whole: an initial with its full stop right before a name belongs to it ("K. Nora
// Haddad"), and one that begins a name right behind another joins the two ("Nora" and "K Haddad").
func withInitials(names []Name, forms []string) []Name {
	whole := names[:0]
	for _, n := range names {
		if n.Type != rashomon.EntityPerson {
			whole = append(whole, n)
			continue
		}
		if last := len(whole) - 1; last >= 0 && whole[last].Span.End == n.Span.Start {
			if whole[last].Type == rashomon.EntityPerson && isInitial(forms[n.Span.Start]) {
				whole[last].Span.End = n.Span.End
				whole[last].Share = min(whole[last].Share, n.Share)
				whole[last].Others = nil
				continue
			}
			if before := whole[last].Span; before.Len() == 1 && isStopped(forms[before.Start]) {
				n.Span.Start, whole = before.Start, whole[:last]
			}
		} else if start := n.Span.Start - 1; start >= 0 && isStopped(forms[start]) {
			n.Span.Start = start
		}
		whole = append(whole, n)
	}
	return whole
}

// withSurname makes a person's name that was cut short behind an initial whole: "Omar J." that goes on with "Haddad".
func (n *Name) withSurname(tokens []rashomon.Token, forms []string) {
	end := n.Span.End
	if n.Type == rashomon.EntityPerson && n.Span.Len() > 1 && isStopped(forms[end-1]) && end < len(forms) &&
		tokens[end].UPOS == "PROPN" && startsUpper(forms[end]) {
		n.Span.End++
	}
}

// isStopped reports whether a token is an initial with its full stop.
func isStopped(form string) bool { return isInitial(form) && strings.HasSuffix(form, ".") }

// isInitial reports whether a token is a capital by itself, with or without a full stop.
func isInitial(form string) bool {
	r, size := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r) && (form[size:] == "" || form[size:] == ".")
}
