package figure

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"rashomon"
	"rashomon/digest"
)

// rate compares a rate with a total over the same days, or with another rate.
func (p *pair) rate() (finding, bool) {
	switch {
	case p.a.isFlow(p.b):
		return p.flow(p.a, p.b)
	case p.b.isFlow(p.a):
		return p.flow(p.b, p.a)
	case p.a.isFlowToo(p.b):
		return p.flow(p.a, p.b)
	case p.a.rate > 0 && p.b.rate == 0:
		return p.total(p.a, p.b)
	case p.b.rate > 0 && p.a.rate == 0:
		return p.total(p.b, p.a)
	case p.a.usual > 0 && p.b.rate >= longRate:
		return p.usual(p.a, p.b)
	case p.b.usual > 0 && p.a.rate >= longRate:
		return p.usual(p.b, p.a)
	case p.a.rate >= longRate && p.b.rate >= longRate:
		return p.rates()
	}
	return finding{}, false
}

// longRate is from how many days on a count over a time tells what is usual in it. That of one day is the count of that
// day.
const longRate = 7

// total compares a rate, over the days that it is said to hold for, with a total of the same days.
func (p *pair) total(rate, total *answer) (finding, bool) {
	days := rate.scope.period
	if !days.known() || !rate.each || p.relation == apart {
		return finding{}, false
	}
	if total.scope.period.known() && total.scope.period.within(days) {
		days = total.scope.period
	}
	if total.over > 0 && !total.scope.period.known() {
		days.to = days.from + int(total.over) - 1
	} else if !total.scope.period.known() || !days.within(total.scope.period) && !days.nearly(total.scope.period) {
		return finding{}, false
	}
	n := float64(days.days()) / rate.rate
	over := rate.bounds.times(n)
	if !over.disjoint(total.bounds) || over.below(total.bounds) && (p.isPart(rate) || !days.nearly(total.scope.period)) {
		return finding{}, false
	}
	p.a, p.b = replaced(p.a, rate, over), replaced(p.b, rate, over)
	why := fmt.Sprintf("%s for each of %s %s (%s) is %s (%s); %s counts %s for the same time.", rate.said, print(n),
		rate.unitOfTime(), days.said, strings.TrimSpace(rate.inOwnUnit(over.value())+" "+rate.questionName()), rate.voice(),
		total.voice(), total.said)
	return p.finding("figure/rate", sentenceCase(why)), true
}

// inOwnUnit returns a number, which is in the unit of comparison, in that of an answer: "7,200 tonnes".
func (a *answer) inOwnUnit(x float64) string {
	words := strings.Fields(a.said)
	if low := a.written; a.unit != "" && low != nil && *low > 0 && len(words) > 1 {
		return print(x/(a.value() / *low)) + " " + words[len(words)-1]
	}
	return print(x)
}

// isPart reports whether an answer of the pair counts a part of what the other one counts.
func (p *pair) isPart(a *answer) bool {
	return p.relation == part && p.a == a || p.relation == whole && p.b == a
}

// per returns the days over which a figure counts: those that the figure has or, of a time behind it in its clause that
// comes again ("every day", "a minute"), those of the time; else 0.
func (r *reader) per(q *digest.Quantity) float64 {
	if q.Per != "" {
		return daysIn(q.Per)
	}
	for _, i := range r.timesIn[q.Sentence] {
		t := &r.d.Timexes[i]
		if t.Extent.Start < q.Extent.End || !contains(q.Clause, t.Extent) {
			continue
		}
		quote := r.d.Quote(t.Extent)
		switch first, _, _ := strings.Cut(strings.ToLower(quote), " "); {
		case t.Type == rashomon.TimexSet && !strings.ContainsFunc(quote, unicode.IsUpper):
			return daysOfGrain[t.Grain]
		case t.Type == rashomon.TimexDuration && known().words.Has("per", first):
			return daysIn(t.Value)
		}
	}
	return 0
}

// daysOfGrain are the days from one time of a grain to the next.
var daysOfGrain = map[rashomon.Grain]float64{
	rashomon.GrainMinute: 1.0 / 1440, rashomon.GrainHour: 1.0 / 24, rashomon.GrainDayPart: 1, rashomon.GrainDay: 1,
	rashomon.GrainWeek: 7, rashomon.GrainMonth: 30, rashomon.GrainYear: 365,
}

// unitOfTime returns what a rate is per, in the plural.
func (a *answer) unitOfTime() string {
	switch {
	case strings.HasSuffix(a.per, "NI"):
		return "nights"
	case a.rate == 1:
		return "days"
	}
	return "times " + print(a.rate) + " days"
}

// replaced returns an answer, or in place of a rate one with its total.
func replaced(a, rate *answer, total bounds) *answer {
	if a != rate {
		return a
	}
	copied := *a
	copied.bounds, copied.drawnFrom = total, a
	return &copied
}

// usual compares a rate with what another account says was usual.
func (p *pair) usual(now, rate *answer) (finding, bool) {
	usual, daily := now.usual/now.rate, rate.bounds.value()/rate.rate
	if gap := max(usual, daily) / min(usual, daily); gap < clearRates || math.IsNaN(gap) {
		return finding{}, false
	}
	why := fmt.Sprintf("%s: %s in %s days is %s a day (%s); %s is called a multiple of the usual, which is %s a day (%s).",
		sentenceCase(p.named()), rate.said, print(rate.rate), print(daily), rate.voice(), now.said, print(usual), now.voice())
	f := p.finding("figure/rate", why)
	f.strength = math.Round(100*p.sure()) / 100
	return f, true
}

// rates compares two counts over long times by the day.
func (p *pair) rates() (finding, bool) {
	x, y := p.a.bounds.value()/p.a.rate, p.b.bounds.value()/p.b.rate
	if max(x, y)/min(x, y) < clearRates || p.relation != equal {
		return finding{}, false
	}
	why := fmt.Sprintf("%s in %s days is %s a day (%s); %s in %s days is %s a day (%s).", p.a.said, print(p.a.rate),
		print(x), p.a.voice(),
		p.b.said, print(p.b.rate), print(y), p.b.voice())
	f := p.finding("figure/rate", sentenceCase(why))
	f.strength = math.Round(100*p.sure()) / 100
	return f, true
}

// clearRates is how many times one rate must be the other before they cannot be taken for the same.
const clearRates = 1.5
