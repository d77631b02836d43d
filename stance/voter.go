package stance

import "iter"

// voters yields the tokens that vote on a target: words of content outside of it, so that the evidence is words that
// say something. Names never vote, unless there is no other word.
func (r *reading) voters(s sight) iter.Seq[int] {
	return func(yield func(int) bool) {
		any := false
		for token := s.span.Start; token < s.span.End; token++ {
			if r.hasContent(token) && !s.isTarget(token) {
				any = true
				if !yield(token) {
					return
				}
			}
		}
		for token := s.span.Start; token < s.span.End && !any && yield(token); token++ {
		}
	}
}

func (r *reading) hasContent(token int) bool {
	switch r.doc.Tokens[token].UPOS {
	case "NOUN", "VERB", "ADJ", "ADV", "INTJ":
		return !r.isMasked(token)
	}
	return false
}
