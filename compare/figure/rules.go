package figure

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"rashomon"
)

// A finding is two answers that do not fit.
type finding struct {
	pair
	rule     string
	why      string
	scope    string
	strength float64
	told     *rashomon.Difference // as it was told last
}

// differ returns what does not fit between two answers to the same question.
func (p *pair) differ() (finding, bool) {
	samePace := p.a.rate == p.b.rate && p.a.rate < longRate && p.a.usual == 0 && p.b.usual == 0
	if !samePace && (p.a.rate > 0 || p.b.rate > 0 || p.a.usual > 0 || p.b.usual > 0) && !p.a.isTotalBeside(p.b) && !p.b.isTotalBeside(p.a) {
		return p.rate()
	}
	if !p.a.disjoint(p.b.bounds) {
		return finding{}, false
	}
	switch p.relation {
	case equal:
		return p.count(), true
	case part:
		return p.partOf(p.a, p.b)
	case whole:
		return p.partOf(p.b, p.a)
	}
	return finding{}, false
}

// isTotalBeside reports whether a count over a long time is set beside one that has no time: it is a total then, no rate:
// "fourteen over the last twelve months", "thirty-one in one district alone".
func (a *answer) isTotalBeside(b *answer) bool {
	return a.rate >= longRate && !a.each && b.rate == 0 && (a.scope.whole && b.scope.alone || a.scope.alone && b.scope.whole)
}

// count tells that two counts of the same cannot both hold; of one that went on, that it may have grown.
func (p *pair) count() finding {
	rule := "figure/count"
	switch {
	case p.a.share != "" || p.b.share != "" || p.a.of > 0 && p.a.of == p.b.of:
		rule = "figure/share"
	case p.a.high == 0 || p.b.high == 0:
		rule = "figure/none"
	}
	f := p.finding(rule, p.sides()+" Both cannot hold.")
	if f.scope = p.growth(); f.scope != "" {
		f.why = fmt.Sprintf("%s Both may hold: %s.", p.sides(), f.scope)
	}
	return f
}

// growth tells why a count may have been the smaller one because it was told earlier, or "".
func (p *pair) growth() string {
	early, late := p.a, p.b
	if early.scope.until > late.scope.until {
		early, late = late, early
	}
	if early.scope.until == 0 || early.d.Is(late.d) || early.scope.until == late.scope.until || !early.below(late.bounds) {
		return ""
	}
	gap := early.gap(late.bounds)
	switch {
	case strings.EqualFold(early.voice(), late.voice()):
		return "the same holder told the larger number later"
	case early.scope.soFar, known().words.Has("running count", late.predicate), grows(early) && gap <= growth(early, late):
		return "the smaller number was told earlier, and may have grown"
	}
	return ""
}

// growth returns how many times a later count may be an earlier one.
func growth(early, late *answer) float64 {
	switch {
	case late.scope.until-early.scope.until >= daysOfGrowth:
		return lateGrowth
	case isOfTheDay(early, late):
		return growthOfDay
	}
	return slowGrowth
}

// How many times an early count of the dead or wounded may become without that anybody need have counted wrongly,
// chosen by hand: a little at any time, more where it was told on the day itself or days before the later one.
const (
	slowGrowth   = 1.34
	growthOfDay  = 2
	lateGrowth   = 3
	daysOfGrowth = 3
)

// isOfTheDay reports whether the earlier of two counts was published on the day that one of them is told of.
func isOfTheDay(early, late *answer) bool {
	p, q := early.scope.period, late.scope.period
	return p.known() && p.from == early.scope.until || q.known() && q.from == early.scope.until
}

// grows reports whether a count is of what is found out bit by bit.
func grows(a *answer) bool {
	return a.question != nil && strings.Contains("dead wounded missing arrested displaced homes", a.question.key)
}

// partOf tells that a part is larger than the whole, or that a part is smaller, which is no contradiction.
func (p *pair) partOf(small, large *answer) (finding, bool) {
	smaller := small.below(large.bounds)
	if smaller && small.scope.narrow == p.reason {
		return finding{}, false
	}
	if smaller {
		f := p.finding("figure/part", fmt.Sprintf("%s Both may hold: %s %s.", p.sides(), strings.ToLower(small.said),
			p.reason))
		f.scope = fmt.Sprintf("%s %s", strings.ToLower(small.said), p.reason)
		return f, true
	}
	rule := "figure/part"
	if large.scope.whole && !small.scope.alone || small.scope.period.known() && large.scope.period.known() {
		rule = "figure/cumulative"
	}
	return p.finding(rule, fmt.Sprintf("%s %s %s: a part cannot be larger than the whole.", p.sides(),
		sentenceCase(small.said),
		p.reason)), true
}

// finding returns a finding whose strength grows with how far the figures lie apart.
func (p *pair) finding(rule, why string) finding {
	gap, far := p.a.gap(p.b.bounds), 0.6
	switch {
	case gap >= 2:
		far = 1
	case gap >= 1.3:
		far = 0.9
	case gap >= 1.1, gap-1 >= 3*max(p.a.slack, p.b.slack):
		far = 0.75
	}
	return finding{pair: *p, rule: rule, why: why, strength: math.Round(100*far*p.sure()) / 100}
}

// sides tells what both answers say.
func (p *pair) sides() string {
	if p.a.told != nil || p.b.told != nil {
		return fmt.Sprintf("%s: %s (%s); %s: %s (%s).", sentenceCase(p.a.questionName()), p.a.says(), p.a.voice(),
			p.b.questionName(), p.b.says(), p.b.voice())
	}
	return fmt.Sprintf("%s: %s (%s), %s (%s).", sentenceCase(p.named()), p.a.says(), p.a.voice(), p.b.says(), p.b.voice())
}

// named tells what both figures count.
func (p *pair) named() string { return cmp.Or(p.a.questionName(), p.b.questionName(), p.counted()) }

// counted names what both count by their nouns, where no question has a name.
func (p *pair) counted() string {
	switch a, b := p.a.noun, p.b.noun; {
	case cmp.Or(a, b) == "":
		return "counted"
	case a == b || a == "" || b == "":
		return fmt.Sprintf("counted as %q", cmp.Or(a, b))
	default:
		return fmt.Sprintf("counted as %q and as %q", a, b)
	}
}

// questionName returns how the figures of an answer's question are named, of one that only follows those of what is told, or "".
func (a *answer) questionName() string {
	switch {
	case a.told != nil:
		return a.told.name
	case a.question == nil:
		return ""
	}
	return a.question.name
}

// says returns the figure as written, with its arithmetic where it is a share.
func (a *answer) says() string {
	said := strings.ToLower(a.said)
	if a.share != "" {
		return strings.ToLower(a.share)
	}
	return said
}

// voice returns whose figure it is, for people.
func (a *answer) voice() string {
	if n := len(a.side.Holders); n > 0 {
		return a.side.Holders[n-1]
	}
	return a.d.By()
}

// sentenceCase returns words with a capital at their beginning.
func sentenceCase(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
