package timex

import (
	"rashomon"
	"rashomon/number"
)

// A numberReader reads the numbers of a document. It remembers the last one, which many rules ask for in turn.
type numberReader struct {
	doc   *rashomon.Document
	asked int // one more than the last token
	last  count
	found bool
}

// A count is how many units an expression speaks of.
type count struct {
	low   float64
	vague bool // "several"
	end   int  // token behind it
}

// at returns the number that begins with a token, unless it is an ordinal or a name's.
func (r *numberReader) at(token int) (count, bool) {
	if r.asked != token+1 {
		r.asked = token + 1
		r.last, r.found = r.read(token)
	}
	return r.last, r.found
}

func (r *numberReader) read(token int) (count, bool) {
	n, ok := number.RangeAt(r.doc, token)
	if !ok || n.Kind != number.Cardinal && n.Kind != number.Fraction {
		return count{}, false
	}
	return count{n.Low, n.Vague, n.Span.End}, true
}
