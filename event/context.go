package event

import "slices"

// nearby is how many tokens around an event's word may tell its context.
const nearby = 12

// contexts returns what an event has to do with: by the line of its word, and by the words around it that hang on it.
func (r *reading) contexts(d draft) []string {
	out := slices.Clone(d.sense.contexts)
	span := r.tree.Span(d.head)
	for i := max(span.Start, d.head-nearby); i < min(span.End, d.head+nearby+1); i++ {
		out = append(out, known().contexts[r.lemma(i)]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
