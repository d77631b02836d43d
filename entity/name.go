package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/entity/code"
	"rashomon/entity/name"
)

// addNames adds the names that the recogniser found.
func (r *reading) addNames(names []name.Name) {
	for _, n := range r.consistent(names) {
		if !r.timed[n.Span.Start] || !r.timed[n.Span.End-1] {
			r.addName(n)
		}
	}
}

// addName adds a name without the article before it, the possessive ending behind it and the titles that stand with it.
func (r *reading) addName(n name.Name) {
	span := r.bare(n.Span)
	if n.Rule == ruleSaint {
		span = n.Span
	}
	if span.Empty() || r.isTitle(span) {
		return
	}
	d := draft{
		Mention: rashomon.Mention{Kind: rashomon.MentionName, Rule: n.Rule}, kind: n.Type, number: singular,
	}
	if n.Type == rashomon.EntityPerson {
		d.Title = r.title(span)
		span.Start = max(span.Start, d.Title.End)
	}
	if n.Type == rashomon.EntityGroup {
		d.number = plural
	}
	d.Span, d.Head = span, r.tree.HeadOf(span)
	d.Distancing = r.distancing(span)
	d.words = folded(r.forms(span))
	d.gender = r.genderOf(d)
	d.key = r.known(&d)
	mark(r.titled, d.Title)
	r.add(d)
}

// isTitle reports whether a span is a title and nothing else, which names nobody: "the Prime Minister", "Senators". One by
// itself may be a family's name: "Dean".
func (r *reading) isTitle(s rashomon.Span) bool {
	noun, length := code.FindNoun(r.forms(s))
	return noun != nil && noun.Title && length == s.Len() &&
		(noun.Plural || r.tree.Dependent(r.tree.HeadOf(s), "det") != rashomon.None)
}

// bare takes article and possessive ending off.
func (r *reading) bare(s rashomon.Span) rashomon.Span {
	for s.Len() > 1 && r.doc.Tokens[s.Start].XPOS == "DT" && strings.EqualFold(r.form(s.Start), "the") {
		s.Start++
	}
	for s.Len() > 0 && r.doc.Tokens[s.End-1].XPOS == "POS" {
		s.End--
	}
	return s
}

// title returns the title before a person's name or at its beginning: the longest run of words that a noun for titles ends
// ("Foreign Minister", "UN Special Envoy"), with the adjectives and nouns that hang on it.
func (r *reading) title(name rashomon.Span) rashomon.Span {
	start := r.sentence(name.Start).Start
	for end := name.End - 1; end >= max(name.Start, start+1); end-- {
		noun, length := code.FindNoun(r.forms(rashomon.Span{Start: max(start, end-longestTitle), End: end}))
		if noun == nil || !noun.Title || noun.Plural {
			continue
		}
		first := end - length
		for first > start && r.hangsOn(first-1, end-1) {
			first--
		}
		return rashomon.Span{Start: first, End: end}
	}
	return rashomon.Span{}
}

// longestTitle is how many words a noun for titles may have: "commander in chief".
const longestTitle = 4

// hangsOn reports whether a token modifies a noun that stands behind it.
func (r *reading) hangsOn(i, noun int) bool {
	return r.tree.Head(i) == noun && (r.tree.Is(i, "amod") || r.tree.Is(i, "compound"))
}

// known looks a name up among what the world's news is about, gives it the type that it is known to have, and returns a key
// that all names of the same thing have, or "".
func (r *reading) known(d *draft) string {
	forms := r.forms(d.Span)
	if r.isLanguage(d.Span) {
		d.kind = rashomon.EntityOther
		return ""
	}
	if countries, length := code.FindCountry(forms); length == len(forms) {
		for _, form := range countries {
			if form.Roles&(code.RoleName|code.RoleAdjective) != 0 {
				d.kind = rashomon.EntityPlace
				r.countries[form.Country.Codes[0]]++
				return countryKey(form.Country)
			}
		}
	}
	entries, length := code.FindEntry(forms)
	if length != len(forms) {
		return ""
	}
	for _, entry := range entries[1:] {
		if entry.Type != entries[0].Type {
			return ""
		}
	}
	d.kind = entries[0].Type
	if len(entries) > 1 {
		return ""
	}
	return "entry " + entries[0].Name
}

// folded returns words as names are compared by.
func folded(forms []string) []string {
	words := make([]string, 0, len(forms))
	for _, form := range forms {
		if word := fold(form); word != "" {
			words = append(words, word)
		}
	}
	return words
}

func startsUpper(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}
