package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/source/typography"
)

// leastContinued is how many words a paragraph, and what seems to go on with it, has at least: shorter ones are lines of
// verse, of lists and of credit.
const leastContinued = 8

// joinContinued makes one part of paragraphs that are one sentence broken by empty lines, as at the end of a page. Of
// three paragraphs in a row, the border between two is judged without the third.
func joinContinued(text string, parts []rashomon.Part) []rashomon.Part {
	var joined []rashomon.Part
	for i, p := range parts {
		if i > 0 && continued(text, parts[i-1], p) {
			last := &joined[len(joined)-1]
			last.Extent.End, last.Rule = p.Extent.End, "layout/continued"
			continue
		}
		joined = append(joined, p)
	}
	return joined
}

// continued reports whether a paragraph ends without any closing sign and the one below an empty line goes on with it.
func continued(text string, first, second rashomon.Part) bool {
	if first.Kind != rashomon.PartBody || second.Kind != rashomon.PartBody {
		return false
	}
	if end, next := lineEnd(text, first.Extent.End); end >= second.Extent.Start || next == second.Extent.Start {
		return false
	}
	return breaksOff(text[first.Extent.Start:first.Extent.End]) && goesOn(text[second.Extent.Start:second.Extent.End])
}

// breaksOff reports whether a paragraph of some length ends in the middle of a sentence: with a word or a comma. One in
// capitals, or in small letters, is a heading, or of somebody who writes without stops.
func breaksOff(block string) bool {
	last, _ := utf8.DecodeLastRuneInString(block)
	return (last == ',' || unicode.IsLetter(last) || unicode.IsDigit(last)) &&
		strings.ContainsFunc(block, unicode.IsUpper) && strings.ContainsFunc(block, unicode.IsLower) &&
		typography.CountWords(block, leastContinued) >= leastContinued
}

// goesOn reports whether a paragraph begins in the middle of a sentence: with a word in small letters, which is no address,
// and either it ends as one does or it is as long.
func goesOn(block string) bool {
	word := block
	if end := strings.IndexFunc(block, unicode.IsSpace); end >= 0 {
		word = strings.TrimRight(block[:end], ",;.!?'’\"”)")
	}
	if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLower(r) && !strings.ContainsRune("-'’", r) }) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first) &&
		(typography.EndsClause(block) || typography.CountWords(block, leastContinued) >= leastContinued)
}
