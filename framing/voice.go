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
	of       []int // of each token: the shortest content that holds it, or None
}

// A content is one stretch of what a statement says.
type content struct {
	span      rashomon.Span
	length    int // in bytes
	statement int
	outer     int  // the content that holds it, or None
	unclear   bool // another one is as long, or it reaches over the border of a longer one
}

// newVoices lays the contents over the tokens, the longest first, so that the innermost stays on top.
func newVoices(doc *rashomon.Document) voices {
	v := voices{doc: doc, of: noMentions(len(doc.Tokens))}
	for i, statement := range doc.Statements {
		for _, span := range statement.Content {
			v.contents = append(v.contents, content{span: span, length: doc.Extent(span).Len(), statement: i})
		}
	}
	slices.SortStableFunc(v.contents, func(a, b content) int { return cmp.Compare(b.length, a.length) })
	for at := range v.contents {
		v.lay(at)
	}
	return v
}

func (v *voices) lay(at int) {
	c := &v.contents[at]
	c.outer = v.of[c.span.Start]
	if c.outer != rashomon.None && v.contents[c.outer].length == c.length {
		c.unclear, v.contents[c.outer].unclear = true, true
	}
	for i := c.span.Start; i < c.span.End; i++ {
		c.unclear = c.unclear || v.of[i] != c.outer
		v.of[i] = at
	}
}

// statement returns the innermost statement that holds a span, or None. Where it is unclear which one that is, it is
// left to the document, which knows what then counts.
func (v voices) statement(span rashomon.Span) int {
	for at := v.of[span.Start]; at != rashomon.None; at = v.contents[at].outer {
		switch c := v.contents[at]; {
		case c.unclear:
			return v.doc.Voice(v.doc.Extent(span))
		case c.span.End >= span.End:
			return c.statement
		}
	}
	return rashomon.None
}
