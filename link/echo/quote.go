package echo

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rashomon"
)

// A quote is a stretch of words in quotation marks.
type quote struct {
	first, last int32 // words, half open
}

// shortestQuote is the least number of words in quotation marks that two texts do not share by chance, unless they are
// a title or a catchword; two of them must be words of content.
const shortestQuote = 4

// readQuotes finds what stands in double quotation marks, paragraph by paragraph: a mark that nothing closes reaches to
// the end of none.
func (a *account) readQuotes() {
	open := -1
	for at, r := range a.Text {
		switch {
		case r == '\n':
			if strings.HasPrefix(a.Text[at:], "\n\n") {
				open = -1
			}
		case r == '“', r == '"' && open < 0:
			open = at + utf8.RuneLen(r)
		case (r == '”' || r == '"') && open >= 0:
			a.addQuote(open, at)
			open = -1
		}
	}
}

func (a *account) addQuote(start, end int) {
	q := quote{first: a.wordAt(start), last: a.wordAt(end)}
	if q.last-q.first < shortestQuote {
		return
	}
	if count(a.plain[q.first:q.last]) >= 2 {
		a.quotes = append(a.quotes, q)
	}
}

// wordAt returns the first word that begins at or behind a byte of the text.
func (a *account) wordAt(offset int) int32 {
	sentence := a.sentenceAt(offset)
	return a.starts[sentence] + int32(len(split(a.Text[min(offset, a.Sentences[sentence].Extent.Start):offset])))
}

// forms returns the words of a quote.
func (a *account) forms(q quote) []int32 { return a.words[q.first:q.last] }

// quoted returns a link for each quotation of one account that the other has too, whole or as a part of a longer one.
func quoted(a, b *account) []link {
	var links []link
	for _, p := range a.quotes {
		for _, q := range b.quotes {
			i, j := index(a.forms(p), b.forms(q)), index(b.forms(q), a.forms(p))
			if i < 0 && j < 0 {
				continue
			}
			links = append(links, link{
				a:    a.passage(a.sentenceOf(int(p.first) + max(0, i))),
				b:    b.passage(b.sentenceOf(int(q.first) + max(0, j))),
				kind: rashomon.EchoQuotation, rule: "quotation/marks",
				reason: "Both give the same words in quotation marks.", score: 0.95,
			})
		}
	}
	return links
}

// index returns where words stand in others in a row, or -1.
func index(long, short []int32) int {
	for i := range len(long) - len(short) + 1 {
		if slices.Equal(long[i:i+len(short)], short) {
			return i
		}
	}
	return -1
}
