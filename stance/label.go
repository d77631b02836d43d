package stance

import (
	"cmp"
	"sort"

	"rashomon"
)

// ofLabels returns how the document's own voice labels, in the sentence of a target, whom it speaks of: the sign of
// all labels together, and where they stand; 0 where there are none or they differ. What a text calls somebody says
// more of the light than the rest of the sentence does.
func (r *reading) ofLabels(s sight) (value int, evidence []rashomon.Span) {
	labels := r.doc.Labels
	sum := 0
	first := sort.Search(len(labels), func(i int) bool { return labels[i].Span.Start >= s.span.Start })
	for i := first; i < len(labels) && labels[i].Span.End <= s.span.End; i++ {
		if labels[i].Valence != 0 && (labels[i].Entity == s.entity || s.isTarget(headOf(r.doc, labels[i].Span))) {
			sum += labels[i].Valence
			evidence = append(evidence, labels[i].Span)
		}
	}
	return cmp.Compare(sum, 0), evidence
}
