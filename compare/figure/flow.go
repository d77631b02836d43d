package figure

import (
	"fmt"
	"math"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// isFlow reports whether an answer is a rate of what another one measures or counts in all: so many cubic metres a
// second, and so many that ran off; so many shells a minute, and so many craters.
func (a *answer) isFlow(total *answer) bool {
	return a.rate > 0 && a.rate < 1 && total.rate == 0 && total.of == 0 && !total.isPart &&
		a.question == nil && total.question == nil &&
		(total.scope.whole || finite(total.low) == nil || a.flowsLike(total)) && a.isOfThingsOf(total)
}

// isOfThingsOf reports whether two figures measure in one unit, or count things of one name or munitions.
func (a *answer) isOfThingsOf(b *answer) bool {
	if a.unit != "" || b.unit != "" {
		return a.unit == b.unit && a.unit != "%"
	}
	return a.noun != "" && a.noun == b.noun && !known().is("person", a.noun) ||
		known().is("munition", a.noun) && known().is("munition", b.noun)
}

// flowsLike reports whether two figures are told of what comes out of something, or is fired and then counted, or counted over a time.
func (a *answer) flowsLike(b *answer) bool {
	flows := func(x *answer) bool { return known().words.Has("flow", x.predicate) && measuresSubstance(x.unit) }
	counted := known().is("munition", b.noun) && (a.predicate == b.predicate || known().words.Has("registers", b.predicate) || b.over > 0)
	return flows(b) && (flows(a) || a.rate > 0) || counted
}

// measuresSubstance reports whether a unit is of mass or volume.
func measuresSubstance(unit string) bool { return unit == "kg" || unit == "m³" }

// isOfOneSubstance reports whether two figures measure what came out of something, in mass or volume, and name no
// different substances: "200 tonnes went into the basin", "50 tonnes reached the reservoir".
func (a *answer) isOfOneSubstance(b *answer) bool {
	return a.question == nil && b.question == nil && a.unit == b.unit && a.rate == 0 && b.rate == 0 &&
		!a.isPart && !b.isPart &&
		(a.noun == "" || b.noun == "" || a.noun == b.noun) && measuresSubstance(a.unit) && a.flowsLike(b)
}

// flow compares a rate, over the time that its text names last before it or in its sentence, with a total.
func (p *pair) flow(rate, total *answer) (finding, bool) {
	lasting := rate.lasting()
	if lasting == nil {
		return finding{}, false
	}
	over := rate.bounds.times(daysIn(lasting.Value) / rate.rate)
	if total.rate > 0 {
		return p.flows(rate, over, lasting, total)
	}
	if !over.disjoint(total.bounds) || over.gap(total.bounds) < clearRates {
		return finding{}, false
	}
	p.a, p.b = replaced(p.a, rate, over), replaced(p.b, rate, over)
	why := fmt.Sprintf("%s for %s is %s %s (%s); %s tells of %s.", rate.saysRate(), rate.d.Quote(lasting.Extent),
		rate.inOwnUnit(over.value()), rate.noun, rate.voice(), total.voice(), total.said)
	f := p.finding("figure/rate", sentenceCase(why))
	f.strength = math.Round(100*flowDoubt*f.strength) / 100
	return f, true
}

// flows compares two rates of the same, each over the time that its text names: five shells a minute for twelve
// minutes, and seven a minute for six.
func (p *pair) flows(rate *answer, over bounds, lasting *digest.Timex, other *answer) (finding, bool) {
	last := other.lasting()
	if last == nil {
		return finding{}, false
	}
	total := other.bounds.times(daysIn(last.Value) / other.rate)
	if !over.disjoint(total) || over.gap(total) < clearFlows {
		return finding{}, false
	}
	p.a, p.b = replaced(replaced(p.a, rate, over), other, total), replaced(replaced(p.b, rate, over), other, total)
	why := fmt.Sprintf("%s for %s is %s (%s); %s for %s is %s (%s).", rate.saysRate(), rate.d.Quote(lasting.Extent),
		print(over.value()), rate.voice(), other.saysRate(), other.d.Quote(last.Extent), print(total.value()), other.voice())
	f := p.finding("figure/rate", sentenceCase(why))
	f.strength = math.Round(100*flowDoubt*f.strength) / 100
	return f, true
}

// clearFlows is how many times one total must be the other where both are drawn from rates.
const clearFlows = 1.2

// isFlowToo reports whether two answers are rates of one flow.
func (a *answer) isFlowToo(b *answer) bool {
	return a.rate > 0 && a.rate < 1 && b.rate > 0 && b.rate < 1 && a.question == nil && b.question == nil &&
		a.isOfThingsOf(b)
}

// flowDoubt lowers the strength of what rests on a time that another sentence tells.
const flowDoubt = 0.9

// saysRate returns a rate as written, with the two words behind it that tell what it is per: "40 litres a minute".
func (a *answer) saysRate() string {
	rest := strings.Fields(a.d.Text[a.extent.End:a.until])
	return strings.TrimRight(strings.Join(append([]string{a.said}, rest[:min(2, len(rest))]...), " "), ".,;:")
}

// lasting returns the duration nearest to a rate, in its sentence or one of the few around it, that is several times
// what the rate is per; or nil.
func (a *answer) lasting() *digest.Timex {
	var nearest *digest.Timex
	distance := 0
	for i := range a.durations {
		t := &a.durations[i]
		if daysIn(t.Value) < severalTimes*a.rate {
			continue
		}
		if away := max(t.Extent.Start-a.extent.End, a.extent.Start-t.Extent.End); nearest == nil || away < distance {
			nearest, distance = t, away
		}
	}
	return nearest
}

// durationsNear returns the durations in the sentence of an answer and the few around it.
func (r *reader) durationsNear(a *answer) []digest.Timex {
	var near []digest.Timex
	for _, t := range r.d.Timexes {
		if t.Type == rashomon.TimexDuration && max(t.Sentence-a.sentence, a.sentence-t.Sentence) <= nearSentences {
			near = append(near, t)
		}
	}
	return near
}

// severalTimes is how many times the unit of a rate a duration must be to be the time that the rate held for.
const severalTimes = 5
