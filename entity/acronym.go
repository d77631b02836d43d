package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// joinAcronyms joins an acronym to the name whose initials it is, in brackets behind it or anywhere in the text.
func joinAcronyms(c *clusters) {
	long := map[string][]int{}
	for i, d := range c.drafts {
		if d.Kind == rashomon.MentionName && len(d.words) > 1 {
			for _, initials := range c.initials(d.Span) {
				long[initials] = append(long[initials], i)
			}
		}
	}
	for i, d := range c.drafts {
		if d.Kind != rashomon.MentionName || len(d.words) != 1 || !isAcronym(c.doc.QuoteSpan(d.Span)) {
			continue
		}
		for _, j := range long[d.words[0]][:min(mostLong, len(long[d.words[0]]))] {
			if !fitWords(c.of[i].long, c.drafts[j].words) {
				continue // the text says itself what it stands for
			}
			if c.adopt(j, i); c.join(j, i, "its initials") {
				break
			}
		}
	}
}

// joinBracketed joins an acronym in brackets to the name right before it whose initials it is. What the text says itself
// that an acronym stands for keeps it apart from the same one for something else.
func joinBracketed(c *clusters) {
	for i := 1; i < len(c.drafts); i++ {
		short := &c.drafts[i]
		if short.Kind != rashomon.MentionName || len(short.words) != 1 || short.Span.Start == 0 || c.form(short.Span.Start-1) != "(" {
			continue
		}
		for j := i - 1; j >= 0 && c.drafts[j].Span.End+1 >= short.Span.Start; j-- {
			long := &c.drafts[j]
			if long.Kind != rashomon.MentionName || long.Span.End+1 != short.Span.Start || !slices.Contains(c.initials(long.Span), short.words[0]) {
				continue
			}
			c.adopt(j, i)
			if c.join(j, i, "its initials") {
				c.of[i].long = long.words
			}
			break
		}
	}
}

// mostLong is how many names of the same initials are tried.
const mostLong = 16

// adopt gives an acronym that the data do not know the type of the name whose initials it is: the recogniser knows longer
// names better.
func (c *clusters) adopt(long, short int) {
	if len(c.of[short].keys) == 0 {
		c.of[short].kind = c.of[long].kind
	}
}

// initials returns the initials of a name, folded: of all its words, and of those alone that begin with a capital.
func (c *clusters) initials(s rashomon.Span) []string {
	var all, capitals strings.Builder
	for _, form := range c.forms(s) {
		r, _ := utf8.DecodeRuneInString(form)
		if !unicode.IsLetter(r) {
			continue
		}
		all.WriteString(fold(string(r)))
		if unicode.IsUpper(r) {
			capitals.WriteString(fold(string(r)))
		}
	}
	if all.String() == capitals.String() {
		return []string{all.String()}
	}
	return []string{all.String(), capitals.String()}
}

// isAcronym reports whether a name is two to eight capitals, with or without full stops.
func isAcronym(text string) bool {
	letters := 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r != '.':
			return false
		}
	}
	return letters >= 2 && letters <= 8
}
