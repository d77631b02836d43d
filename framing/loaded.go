package framing

import (
	"cmp"
	"slices"

	"rashomon"
)

// loadedWords returns the words of loaded.txt, and those of labels.txt that have a valence and need no name beside
// them. Where both know words at the same place, the longer entry counts, and of two that are as long the one of
// loaded.txt.
func (r *reading) loadedWords() []rashomon.LoadedWord {
	hits := r.find(known().loaded)
	for _, h := range r.hits {
		if h.valence != 0 && !h.holdsName() {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.Len(), a.span.Len()))
	})
	var out []rashomon.LoadedWord
	end := 0
	for _, h := range hits {
		if h.span.Start < end || r.inName(h) || r.isProper(h) {
			continue
		}
		end = h.span.End
		out = append(out, rashomon.LoadedWord{
			Span: h.span, Valence: h.valence, Statement: r.voices.statement(h.span), Rule: h.rule,
		})
	}
	return out
}
