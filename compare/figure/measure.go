package figure

import (
	"fmt"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// measure does the arithmetic that a figure asks for by itself: a share of a whole as a number, and what is usual where
// a number is called so many times that.
func (r *reader) measure(a *answer) {
	q := &r.d.Quantities[a.quantity]
	if q.PartOf != rashomon.None {
		if whole := &r.d.Quantities[q.PartOf]; whole.Low != nil {
			a.of, a.group = *whole.Low, groupIn(whole)
			a.isPart = q.Kind != rashomon.QuantityRatio && !isShareOf(r.d, q, whole) && !r.isOutOf(whole)
			if of := r.byFigure[q.PartOf]; of != nil && a.isPart && a.question == nil {
				a.question = of.question
			}
			if a.noun == "" {
				a.noun = noun(whole)
			}
		}
	}
	if q.PartOf == rashomon.None {
		r.measureOutOf(a)
	}
	if a.of > 0 && !a.isPart && a.rate < longRate {
		a.rate = 0
	}
	if strings.Contains(q.Of, "other") && r.addsToNamed(q) {
		a.share = fmt.Sprintf("%s and one named are %s", a.said, print(a.bounds.value()+1))
		a.bounds.low, a.bounds.high = a.bounds.low+1, a.bounds.high+1
	}
	switch {
	case q.Kind == rashomon.QuantityRatio && a.of > 0 && a.bounds.value() <= 1:
		a.share = fmt.Sprintf("%s of %s is %s", a.said, print(a.of), print(a.bounds.value()*a.of))
		a.bounds = a.bounds.times(a.of)
		a.bounds.slack = max(a.bounds.slack, slackOfShares)
	case q.Kind == rashomon.QuantityPercent && a.of > 0 && a.bounds.value() <= 100:
		a.share = fmt.Sprintf("%s of %s is %s", a.said, print(a.of), print(a.bounds.value()*a.of/100))
		a.bounds, a.unit = a.bounds.times(a.of/100), ""
		a.bounds.slack = max(a.bounds.slack, slackOfShares)
	case q.Kind == rashomon.QuantityCount && a.of == 0 && r.isAll(q):
		a.of, a.group = a.bounds.value(), groupIn(q)
	case a.rate > 0:
		a.usual = a.bounds.value() / r.multiple(a.quantity)
		if a.usual == a.bounds.value() {
			a.usual = 0
		}
	}
}

// measureOutOf gives a figure without a noun the whole that stands before it at the front: "of 84 cranes two moved".
func (r *reader) measureOutOf(a *answer) {
	if a.quantity == 0 || a.noun != "" {
		return
	}
	whole := &r.d.Quantities[a.quantity-1]
	if whole.Sentence != a.sentence || whole.Low == nil || a.value() > *whole.Low || !r.isOutOf(whole) ||
		len(split(r.d.Text[whole.Extent.End:a.extent.Start])) > longestListed {
		return
	}
	a.of, a.group, a.noun = *whole.Low, groupIn(whole), noun(whole)
}

// shareOfSame returns a percentage of a noun as a number of the whole that another answer names, a share of it told with
// the same verb: "95 per cent of the houses had water" beside "half of the 52,000 houses have water"; else itself.
func (a *answer) shareOfSame(b *answer) *answer {
	if a.unit != "%" || a.of > 0 || b.share == "" || a.noun == "" || a.noun != b.noun || a.predicate != b.predicate ||
		commonTerms(a, b) < sharedTerms {
		return a
	}
	share := *a
	share.bounds, share.unit, share.of, share.group, share.drawnFrom = a.times(b.of/100), "", b.of, b.group, a
	share.share = fmt.Sprintf("%s of %s is %s", a.said, print(b.of), print(share.value()))
	return &share
}

// isOutOf reports whether a whole is told as that: "of the 52 villagers, 31 heard it".
func (r *reader) isOutOf(whole *digest.Quantity) bool {
	words := r.before(whole)
	return len(words) > 0 && words[len(words)-1] == "of" && (len(words) == 1 || known().words.Has("sign",
		words[len(words)-2]))
}

// slackOfShares is the share by which a number drawn from a share may be meant to be more or less: shares are rounded.
const slackOfShares = 0.05

// groupIn returns the group of persons that a figure counts, or "".
func groupIn(q *digest.Quantity) string {
	for word := range strings.FieldsSeq(q.Of) {
		if group := known().groups[word]; group != "" {
			return group
		}
	}
	return ""
}

// isAll reports whether a figure counts all that there are: "all 310 workers".
func (r *reader) isAll(q *digest.Quantity) bool {
	words := r.split(rashomon.Extent{Start: r.d.Sentences[q.Sentence].Extent.Start, End: q.Extent.Start})
	return len(words) > 0 && words[len(words)-1] == "all"
}

// multiple returns how many times something else a count is called in its own clause: "60 in 24 hours, twice
// the rate of earlier weeks"; else 1.
func (r *reader) multiple(i int) float64 {
	q := &r.d.Quantities[i]
	for j := i + 1; j < len(r.d.Quantities) && r.d.Quantities[j].Sentence == q.Sentence; j++ {
		ratio := &r.d.Quantities[j]
		if ratio.Kind == rashomon.QuantityRatio && ratio.Clause == q.Clause && ratio.Low != nil && *ratio.Low > 1 &&
			ratio.Extent.Start > q.Extent.End {
			return *ratio.Low
		}
	}
	return 1
}
