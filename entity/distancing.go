package entity

import (
	"strings"

	"rashomon"
)

// distancing returns the words directly before a name or a noun by which the text holds it at a distance ("so-called",
// "self-styled"), or the quotation mark before a name of few words that is set in quotation marks.
func (r *reading) distancing(s rashomon.Span) rashomon.Span {
	start := r.sentence(s.Start).Start
	for length := longestDistancing; length > 0; length-- {
		first := s.Start - length
		if first < start {
			continue
		}
		before := rashomon.Span{Start: first, End: s.Start}
		if distancings()[strings.Join(r.plain(before), "")] {
			return before
		}
	}
	if s.Start > start && s.End < r.sentence(s.Start).End && s.Len() <= longestScare &&
		isQuote(r.form(s.Start-1)) && isQuote(r.form(s.End)) {
		return rashomon.Span{Start: s.Start - 1, End: s.Start}
	}
	return rashomon.Span{}
}

const (
	longestDistancing = 3 // tokens: "self", "-", "styled"
	longestScare      = 4 // tokens between quotation marks that may hold a name at a distance; longer ones quote
)

// plain returns the tokens of a span in lower case.
func (r *reading) plain(s rashomon.Span) []string {
	words := r.forms(s)
	for i := range words {
		words[i] = strings.ToLower(words[i])
	}
	return words
}

func isQuote(form string) bool {
	switch form {
	case `"`, "'", "“", "”", "‘", "’", "«", "»", "``", "''":
		return true
	}
	return false
}
