package dating

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/entity/code"
)

// longestTitle is how many words a title has at most: "minister of foreign affairs and international cooperation".
const longestTitle = 7

// before returns the words before a name that may be its title: nouns, adjectives and what joins them.
func (r *reading) before(m *rashomon.Mention) rashomon.Span {
	end := max(m.Span.Start, m.Title.End)
	start := end
	for start > r.sentence(end-1).Start && end-start < longestTitle && r.isOfTitle(start-1) {
		start--
	}
	return rashomon.Span{Start: start, End: end}
}

// behind returns the words behind a name and a comma that may be its title: "Ana Lind, the prime minister".
func (r *reading) behind(m *rashomon.Mention) rashomon.Span {
	start := m.Span.End + 1
	if r.word(m.Span.End) != "," {
		return rashomon.Span{}
	}
	end := start
	for end < r.sentence(m.Span.Start).End && end-start < longestTitle && (r.isOfTitle(end) || r.doc.Tokens[end].UPOS == "DET") {
		end++
	}
	return rashomon.Span{Start: start, End: end}
}

// isOfTitle reports whether a token may be part of a title.
func (r *reading) isOfTitle(token int) bool {
	switch r.doc.Tokens[token].UPOS {
	case "NOUN", "PROPN", "ADJ", "PART":
		return true
	}
	switch r.word(token) {
	case "of", "for", "-":
		return true
	}
	return false
}

// titleWords returns the words of a title in lower case, and the countries among them.
func titleWords(doc *rashomon.Document, title rashomon.Span) (words, countries []string) {
	var written []string
	for i := title.Start; i < title.End; i++ {
		written = append(written, doc.Quote(doc.Tokens[i].Extent))
	}
	for i := 0; i < len(written); {
		forms, length := code.FindCountry(written[i:])
		for _, form := range forms {
			countries = append(countries, form.Country.Codes[0])
		}
		if length == 0 {
			words, length = append(words, officeWords(written[i])...), 1
		}
		i += length
	}
	return words, countries
}

// officeWords returns the words of an office in one spelling.
func officeWords(office string) []string {
	words := strings.FieldsFunc(strings.ToLower(office), func(r rune) bool { return r == ' ' || r == '-' })
	for i, word := range words {
		if other := spellings[word]; other != "" {
			words[i] = other
		}
	}
	return words
}

var spellings = map[string]string{"defence": "defense", "pres.": "president", "adviser": "advisor"}

// isOffice reports whether an office is what the words of a title end with, those behind a name with what it is of:
// "president of the republic". Nothing before it may make another office of it ("vice president").
func isOffice(words []string, office string) bool {
	wanted := officeWords(office)
	for at := 0; at+len(wanted) <= len(words); at++ {
		rest := words[at+len(wanted):]
		if slices.Equal(words[at:at+len(wanted)], wanted) && (len(rest) == 0 || rest[0] == "of") {
			return !slices.ContainsFunc(words[:at], func(word string) bool { return slices.Contains(lesser, word) })
		}
	}
	return false
}

// lesser are words that make another office of the one behind them.
var lesser = []string{"vice", "deputy", "assistant", "acting", "interim", "shadow", "under", "designate", "elect", "of",
	"to", "presumptive", "presumed"}
