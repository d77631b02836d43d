package number

import "rashomon"

// A reader reads numbers within one sentence.
type reader struct {
	doc        *rashomon.Document
	start, end int // the sentence
}

func newReader(doc *rashomon.Document, i int) reader {
	sentence := doc.Sentences[doc.SentenceOf(i)].Span
	return reader{doc, sentence.Start, sentence.End}
}

// quote returns the text of token i, or "" outside of the sentence.
func (r reader) quote(i int) string {
	if i < r.start || i >= r.end {
		return ""
	}
	return r.doc.Quote(r.doc.Tokens[i].Extent)
}

// word returns what the lexicon knows of token i.
func (r reader) word(i int) word { return lookup(r.quote(i)) }

// glued reports whether token i touches the token before it.
func (r reader) glued(i int) bool {
	return i > r.start && i < r.end && r.doc.Tokens[i].Extent.Start == r.doc.Tokens[i-1].Extent.End
}

// afterHyphen returns the token after the hyphen that joins token i to the one before, or i where there is none.
func (r reader) afterHyphen(i int) int {
	if r.quote(i) == "-" && r.glued(i) && r.glued(i+1) {
		return i + 1
	}
	return i
}

// tagged reports whether token i has one of the universal tags.
func (r reader) tagged(i int, tags ...string) bool {
	if i < r.start || i >= r.end {
		return false
	}
	for _, tag := range tags {
		if r.doc.Tokens[i].UPOS == tag {
			return true
		}
	}
	return false
}
