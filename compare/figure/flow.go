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
	return a.rate > 0 && a.rate < 1 && total.rate == 0 && (total.scope.whole || finite(total.low) == nil) &&
		a.unit != "" && a.unit == total.unit &&
		a.question == nil && total.question == nil
}

// flow compares a rate, over the time that its text names last before it or in its sentence, with a total.
func (p *pair) flow(rate, total *answer) (finding, bool) {
	lasting := rate.lasting()
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
	f := p.finding("figure/rate", sentenceCase(why))
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

// lasting returns the duration nearest to a rate, in its sentence or one of the few around it, that is several times
// what the rate is per; or nil.
func (a *answer) lasting() *digest.Timex {
	var nearest *digest.Timex
	figure, distance := a.d.Quantities[a.quantity].Extent, 0
	for i := range a.d.Timexes {
		t := &a.d.Timexes[i]
		if t.Type != rashomon.TimexDuration || max(t.Sentence-a.sentence, a.sentence-t.Sentence) > nearSentences ||
			daysIn(t.Value) < severalTimes*a.rate {
			continue
		}
		if away := max(t.Extent.Start-figure.End, figure.Start-t.Extent.End); nearest == nil || away < distance {
			nearest, distance = t, away
		}
	}
	return nearest
}

// severalTimes is how many times the unit of a rate a duration must be to be the time that the rate held for.
const severalTimes = 5
