package attribution

import "rashomon"

// holders tells of statements who their holders are.
type holders struct{ r *reading }

func newHolders(r *reading) holders { return holders{r} }

// fill sets the holder of a statement, what kind of source it is and whether it takes part in what is told.
func (h holders) fill(s *rashomon.Statement, d draft) {
	s.Holder = rashomon.None
	if d.speaker == rashomon.None {
		s.SourceKind = rashomon.SourceNobody
		return
	}
	if m := h.r.mentionAt(d.speaker); m != rashomon.None {
		s.Holder = h.r.doc.Mentions[m].Entity
	}
}

// mentionAt returns the longest mention that a token heads, or None.
func (r *reading) mentionAt(head int) int {
	found := rashomon.None
	for n, m := range r.doc.Mentions {
		if m.Head == head && (found == rashomon.None || m.Span.Len() > r.doc.Mentions[found].Span.Len()) {
			found = n
		}
	}
	return found
}
