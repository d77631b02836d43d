package name

import (
	"strings"
	"unicode"

	"rashomon"
)

// addressRule is the rule of what is named by its address or its tag.
const addressRule = "name/address"

// addressed adds the addresses of pages and mailboxes and the tags of subjects ("#harvest") among the words of a
// sentence: each is by itself the name of what it leads to. GUM marks all 29 of its training part so.
func addressed(names []Name, forms []string) []Name {
	for i, form := range forms {
		if isAddress(form) || isTag(form) {
			span := rashomon.Span{Start: i, End: i + 1}
			names = place(names, Name{Span: span, Type: rashomon.EntityOther, Share: 1, Rule: addressRule})
		}
	}
	return names
}

// isAddress reports whether a token is the address of a mailbox or of a page.
func isAddress(form string) bool {
	name, host, found := strings.Cut(form, "@")
	scheme, _, isPage := strings.Cut(form, "://")
	return found && name != "" && strings.Contains(host, ".") || isPage && isWord(scheme) || strings.HasPrefix(form, "www.")
}

func isWord(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}

// isTag reports whether a token is the tag of a subject: "#harvest", and not "#3".
func isTag(form string) bool {
	return strings.HasPrefix(form, "#") && strings.ContainsFunc(form, unicode.IsLetter)
}
