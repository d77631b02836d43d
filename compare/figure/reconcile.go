package figure

import (
	"cmp"
	"fmt"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
)

// A Reconciliation is what the figures of a happening come to on one question: the least, the best and the most that
// accounts give, with every figure used and every one set aside. It passes no verdict: the best is the number that most
// independent roots give, of as many the one told last.
type Reconciliation struct {
	Question        string // for people: "how many were killed"
	Low, Best, High *float64
	Used, SetAside  []Figure // sorted by passage
	Why             string   // how the best was chosen
}

// A Figure is a figure of an account in a reconciliation, with the reason for which it is used or set aside.
type Figure struct {
	rashomon.Answer
	Reason string
}

// Reconcile returns what the figures of a happening come to, question by question, sorted by question.
func Reconcile(g *ground.Ground, happening rashomon.Happening) []Reconciliation {
	var out []Reconciliation
	asked, answers := ofHappening(g, happening)
	for _, q := range asked {
		out = append(out, reconcile(g, q, answers[q]))
	}
	return out
}

// Points returns the questions on figures that the accounts of a happening answer, sorted by question.
func Points(g *ground.Ground, happening rashomon.Happening) []rashomon.Point {
	var out []rashomon.Point
	asked, answers := ofHappening(g, happening)
	for _, q := range asked {
		point := rashomon.Point{Kind: rashomon.PointFigure, Question: q.asks, Relation: relationOf(g, answers[q])}
		for _, a := range answers[q] {
			point.Answers = append(point.Answers, a.answer())
		}
		out = append(out, point)
	}
	return out
}

// ofHappening returns the questions that are asked of a happening, sorted, and the answers to each in the order of
// their passages: those that its events count or stand beside and, of a question that one of these answers, all that
// its accounts give.
func ofHappening(g *ground.Ground, happening rashomon.Happening) ([]*question, map[*question][]*answer) {
	if !tellsFigures(g, happening) {
		return nil, nil
	}
	answers := map[*question][]*answer{}
	told := map[*question]bool{}
	for _, document := range slices.Compact(slices.Sorted(slices.Values(happening.Accounts))) {
		for _, a := range answersOf(g, document) {
			if a.question == nil || a.told != nil || !a.fits(happening) {
				continue
			}
			answers[a.question] = append(answers[a.question], a)
			told[a.question] = told[a.question] || tells(g, a, happening)
		}
	}
	var asked []*question
	for q := range answers {
		slices.SortFunc(answers[q], byPassage)
		if told[q] {
			asked = append(asked, q)
		}
	}
	slices.SortFunc(asked, func(a, b *question) int { return cmp.Compare(a.key, b.key) })
	return asked, answers
}

// tellsFigures reports whether a figure stands in a sentence of an event of a happening: most have none, and need not
// be read.
func tellsFigures(g *ground.Ground, happening rashomon.Happening) bool {
	return slices.ContainsFunc(happening.Events, g.Counts)
}

// fits reports whether a question is asked of events of the type of a happening.
func (a *answer) fits(happening rashomon.Happening) bool {
	return len(a.question.events) == 0 || happening.Type == "" || slices.Contains(a.question.events, happening.Type)
}

// tells reports whether an event of a happening counts an answer, or stands in its sentence.
func tells(g *ground.Ground, a *answer, happening rashomon.Happening) bool {
	return slices.ContainsFunc(a.happenings, func(i int) bool {
		return i != rashomon.None && g.HappeningAt(i).ID == happening.ID
	})
}

// answer returns an answer in the terms of a point.
func (a *answer) answer() rashomon.Answer {
	out := rashomon.Answer{Side: a.side, Value: a.says(), Low: finite(a.low), High: finite(a.high),
		Status: rashomon.StatusActual}
	if a.withdrawn {
		out.Status = rashomon.StatusDenied
	}
	return out
}

// relationOf tells how the answers on a question stand to each other.
func relationOf(g *ground.Ground, answers []*answer) rashomon.Relation {
	differ := false
	for i, a := range answers {
		for _, b := range answers[i+1:] {
			p := &pair{a: a, b: b}
			p.relation, p.reason = relate(a, b)
			f, found := p.differ()
			differ = differ || found && f.scope == "" && !a.withdrawn && !b.withdrawn
		}
	}
	switch {
	case differ:
		return rashomon.RelationDiffer
	case len(roots(g, answers)) < 2:
		return rashomon.RelationSingle
	}
	return rashomon.RelationAgree
}

func reconcile(g *ground.Ground, q *question, answers []*answer) Reconciliation {
	r := Reconciliation{Question: q.asks}
	var used []*answer
	for i, a := range answers {
		if reason := a.setAside(g, answers[:i], answers); reason != "" {
			r.SetAside = append(r.SetAside, Figure{a.answer(), reason})
			continue
		}
		used = append(used, a)
		r.Used = append(r.Used, Figure{a.answer(), a.use()})
	}
	if len(used) == 0 {
		r.Low, r.Why = largestPart(answers)
		return r
	}
	low, high := used[0].value(), used[0].value()
	for _, a := range used {
		low, high = min(low, a.value()), max(high, a.value())
	}
	best, why := bestOf(g, used)
	r.Low, r.Best, r.High, r.Why = &low, &best, &high, why
	return r
}

// largestPart returns the largest number of which a part alone is told: there are no fewer.
func largestPart(answers []*answer) (*float64, string) {
	var largest *answer
	for _, a := range answers {
		if !a.withdrawn && a.rate == 0 && finite(a.low) != nil && (largest == nil || a.low > largest.low) {
			largest = a
		}
	}
	if largest == nil {
		return nil, "No figure counts all there is."
	}
	return finite(largest.low), fmt.Sprintf("No figure counts all there is; the largest part is %s.", print(largest.low))
}

// setAside returns why a figure is not used, or "".
func (a *answer) setAside(g *ground.Ground, before, all []*answer) string {
	switch {
	case a.withdrawn:
		return "its own source takes it back"
	case slices.ContainsFunc(all, func(b *answer) bool {
		return !b.d.Is(a.d) && b.withdrawn && SameWord(a.d, b.d) &&
			a.same(b.bounds)
	}):
		return "its own source has taken it back since"
	case a.scope.alone:
		return "counts a part alone"
	case a.scope.narrow != "":
		return a.scope.narrow
	case a.scope.group != "":
		return "counts " + a.scope.group + " alone"
	case a.rate > 0:
		return "is a rate"
	case a.vague:
		return "is a word for many"
	}
	for _, b := range before {
		if a.same(b.bounds) && (g.Root(a.side.Passage) == g.Root(b.side.Passage) || a.witness(g) != rashomon.None &&
			a.witness(g) == b.witness(g)) {
			return "goes back to the same root as another"
		}
	}
	return ""
}

// use tells how a figure is used.
func (a *answer) use() string {
	switch {
	case finite(a.high) == nil:
		return "is a lower bound"
	case finite(a.low) == nil:
		return "is an upper bound"
	case a.share != "":
		return a.share
	}
	return "counts all there is"
}

// bestOf returns the number that most roots give and, of as many, the one told last, with the reason.
func bestOf(g *ground.Ground, used []*answer) (float64, string) {
	by := map[float64][]*answer{}
	for _, a := range used {
		by[a.value()] = append(by[a.value()], a)
	}
	values := make([]float64, 0, len(by))
	for value := range by {
		values = append(values, value)
	}
	last := func(answers []*answer) int {
		day := 0
		for _, a := range answers {
			day = max(day, a.scope.until)
		}
		return day
	}
	slices.SortFunc(values, func(x, y float64) int {
		return cmp.Or(len(roots(g, by[y]))-len(roots(g, by[x])), last(by[y])-last(by[x]), cmp.Compare(x, y))
	})
	best := values[0]
	n := len(roots(g, by[best]))
	if n == 1 {
		return best, fmt.Sprintf("%s is the number told last; each stands on one root.", print(best))
	}
	return best, fmt.Sprintf("%s stands on %d independent roots, more than any other.", print(best), n)
}
