package framing

import (
	"cmp"
	"slices"

	"rashomon"
)

// voices tells in whose words the tokens of a document stand, as [rashomon.Document.Voice] does, without going through
// all statements each time.
type voices struct {
	doc      *rashomon.Document
	contents []content
	of       []int  // of each token: the shortest content that holds it, or None
	tied     []bool // of each token: another content that holds it is as short
}

// A content is one stretch of what a statement says.
type content struct {
	span      rashomon.Span
	length    int // in bytes
	statement int
}

// newVoices lays the contents over the tokens, the longest first, so that the innermost stays on top.
func newVoices(doc *rashomon.Document) voices {
	v := voices{doc: doc, of: noMentions(len(doc.Tokens)), tied: make([]bool, len(doc.Tokens))}
	for i, statement := range doc.Statements {
		for _, span := range statement.Content {
			v.contents = append(v.contents, content{span, doc.Extent(span).Len(), i})
		}
	}
	slices.SortStableFunc(v.contents, func(a, b content) int { return cmp.Compare(b.length, a.length) })
	for at, c := range v.contents {
		for i := c.span.Start; i < c.span.End; i++ {
			v.tied[i] = v.of[i] != rashomon.None && v.contents[v.of[i]].length == c.length
			v.of[i] = at
		}
	}
	return v
}

// statement returns the innermost statement that holds a span, or None.
func (v voices) statement(span rashomon.Span) int {
	first, last := v.of[span.Start], v.of[span.End-1]
	if first == rashomon.None || last == rashomon.None {
		return rashomon.None
	}
	if c := v.contents[first]; first == last && c.span.End >= span.End && !v.tied[span.Start] {
		return c.statement
	}
	return v.doc.Voice(v.doc.Extent(span))
}
