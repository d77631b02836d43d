package figure

import (
	"fmt"
	"math"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// isFlow reports whether an answer is a rate of what another one measures in all: so many cubic metres a second, and so
// many that ran off.
func (a *answer) isFlow(total *answer) bool {
	return a.rate > 0 && a.rate < 1 && total.rate == 0 && total.scope.whole && a.unit != "" && a.unit == total.unit &&
		a.question == nil && total.question == nil
}

// flow compares a rate, over the time that its text names last before it or in its sentence, with a total.
func (p *pair) flow(rate, total *answer) (finding, bool) {
	lasting := lastDuration(rate.d, rate.d.Quantities[rate.quantity].Extent.Start, rate.sentence)
	if lasting == nil {
		return finding{}, false
	}
	over := rate.bounds.times(daysIn(lasting.Value) / rate.rate)
	if !over.disjoint(total.bounds) || over.gap(total.bounds) < clearRates {
		return finding{}, false
	}
	p.a, p.b = replaced(p.a, rate, over), replaced(p.b, rate, over)
	why := fmt.Sprintf("%s for %s is %s %s (%s); %s tells of %s.", rate.saysRate(), rate.d.Quote(lasting.Extent),
		print(over.value()), rate.unit, rate.voice(), total.voice(), total.said)
	f := p.finding("figure/rate", why)
	f.strength = math.Round(100*flowDoubt*f.strength) / 100
	return f, true
}

// flowDoubt lowers the strength of what rests on a time that another sentence tells.
const flowDoubt = 0.9

// saysRate returns a rate as written, with the two words behind it that tell what it is per: "40 litres a minute".
func (a *answer) saysRate() string {
	rest := strings.Fields(a.d.Text[a.d.Quantities[a.quantity].Extent.End:a.d.Sentences[a.sentence].Extent.End])
	return strings.TrimRight(strings.Join(append([]string{a.said}, rest[:min(2, len(rest))]...), " "), ".,;:")
}

// lastDuration returns the last duration before a byte, in the same sentence or one of the few before it, or nil.
func lastDuration(d *digest.Digest, before, sentence int) *digest.Timex {
	var last *digest.Timex
	for i := range d.Timexes {
		t := &d.Timexes[i]
		if t.Type == rashomon.TimexDuration && t.Extent.End <= before && sentence-t.Sentence <= nearSentences && daysIn(t.Value) > 0 {
			last = t
		}
	}
	return last
}
