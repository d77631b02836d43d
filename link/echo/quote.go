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

// shortestPhrase is the least number of words in quotation marks that are looked for in the whole of another text.
const shortestPhrase = 3

// readQuotes finds what stands in double quotation marks, paragraph by paragraph: a mark that nothing closes reaches to
// the end of none.
func (a *account) readQuotes(v *vocabulary) {
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
			a.addQuote(open, at, v)
			open = -1
		}
	}
}

func (a *account) addQuote(start, end int, v *vocabulary) {
	q := quote{first: a.wordAt(start), last: a.wordAt(end)}
	if q.last-q.first >= shortestQuote && count(a.plain[q.first:q.last]) >= 2 {
		a.quotes = append(a.quotes, q)
	}
	a.addPhrases(q, v)
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

// addPhrases adds what is looked for of a quotation in the whole of another text: all of a short one, of a longer one each run of
// words that is long enough.
func (a *account) addPhrases(q quote, v *vocabulary) {
	if length := q.last - q.first; length >= shortestPhrase && length < spoken {
		a.addPhrase(q, 1, v)
	}
	for ; q.last-q.first >= spoken; q.first++ {
		a.addPhrase(quote{q.first, q.first + spoken}, spokenPlain, v)
	}
}

// addPhrase adds a phrase that has so many words of content. The first of them may be written with a capital.
func (a *account) addPhrase(q quote, content int, v *vocabulary) {
	n := count(a.plain[q.first:q.last])
	if !a.plain[q.first] && !words().classes.Has("function", v.forms[a.words[q.first]]) {
		n++
	}
	if n >= content {
		a.phrases = append(a.phrases, q)
	}
}

// repeated returns links from what stands in quotation marks in one account to where another has the same words, in marks or not.
func repeated(a, b *account) []link {
	var links []link
	for _, q := range a.phrases {
		forms := a.forms(q)
		if !b.hasAll(forms, a.plain[q.first:q.last]) {
			continue
		}
		at, sentence := index(b.words, forms), a.sentenceOf(int(q.first))
		if at < 0 || !a.tells(sentence) || !b.tells(b.sentenceOf(at)) {
			continue
		}
		p, q := a.passage(sentence), b.passage(b.sentenceOf(at))
		if last := len(links) - 1; last >= 0 && links[last].a == p && links[last].b == q {
			continue
		}
		links = append(links, link{
			a: p, b: q, kind: rashomon.EchoQuotation, rule: "quotation/repeated",
			reason: "What the one has in quotation marks stands in the other.", score: 0.8, weak: true,
		})
	}
	return links
}

// hasAll reports whether a text has the words of content of a phrase.
func (a *account) hasAll(forms []int32, plain []bool) bool {
	for i, w := range forms {
		if plain[i] && !contains(a.distinct, w) {
			return false
		}
	}
	return true
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
