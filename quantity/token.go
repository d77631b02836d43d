package quantity

import (
	"strings"

	"rashomon"
)

// quote returns the text of token i, or "" outside of the sentence.
func (f *finder) quote(i int) string {
	if i < f.sentence.Start || i >= f.sentence.End {
		return ""
	}
	return f.doc.Quote(f.doc.Tokens[i].Extent)
}

// lower returns the text of token i in lower case.
func (f *finder) lower(i int) string { return strings.ToLower(f.quote(i)) }

// glued reports whether token i touches the token before it.
func (f *finder) glued(i int) bool {
	return i > f.sentence.Start && i < f.sentence.End && f.doc.Tokens[i].Extent.Start == f.doc.Tokens[i-1].Extent.End
}

// tagged reports whether token i has one of the universal tags.
func (f *finder) tagged(i int, tags ...string) bool {
	if i < f.sentence.Start || i >= f.sentence.End {
		return false
	}
	for _, tag := range tags {
		if f.doc.Tokens[i].UPOS == tag {
			return true
		}
	}
	return false
}

func (f *finder) isNoun(i int) bool { return f.tagged(i, "NOUN", "PROPN") }

// isCapitalised reports whether token i begins with a capital.
func (f *finder) isCapitalised(i int) bool {
	text := f.quote(i)
	return text != "" && 'A' <= text[0] && text[0] <= 'Z'
}

func (f *finder) isDigits(i int) bool {
	text := f.quote(i)
	return text != "" && '0' <= text[0] && text[0] <= '9'
}

// inTimex reports whether a time expression holds a token of a span.
func (f *finder) inTimex(span rashomon.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if f.timexOf(i) != rashomon.None {
			return true
		}
	}
	return false
}

// timexOf returns the time expression that holds token i, or None.
func (f *finder) timexOf(i int) int {
	if f.timexes == nil || i < 0 || i >= len(f.timexes) {
		return rashomon.None
	}
	return f.timexes[i]
}

// starting returns the longest phrase of a lexicon by first word that begins at token i.
func (f *finder) starting(l lexicon, i int) (phrase, bool) {
	for _, p := range l[f.lower(i)] {
		if f.matches(p, i) {
			return p, true
		}
	}
	return phrase{}, false
}

// ending returns the longest phrase of a lexicon by last word that ends before token end, and begins at the floor or
// after.
func (f *finder) ending(l lexicon, end int) (phrase, bool) {
	if end <= f.floor {
		return phrase{}, false
	}
	for _, p := range l[f.lower(end-1)] {
		if end-len(p.words) >= f.floor && f.matches(p, end-len(p.words)) {
			return p, true
		}
	}
	return phrase{}, false
}

func (f *finder) matches(p phrase, i int) bool {
	for n, word := range p.words {
		if f.lower(i+n) != word {
			return false
		}
	}
	return true
}

// headOf returns the token of a span that hangs on a token outside of it, and that token, or None for a root.
func (f *finder) headOf(span rashomon.Span) (inner, outer int) {
	for i := span.Start; i < span.End; i++ {
		if head := f.tree.Head(i); head != rashomon.None && (head < span.Start || head >= span.End) {
			return i, head
		}
	}
	return span.Start, rashomon.None
}
