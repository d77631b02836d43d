package figure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// Changes returns how the figures of a happening changed from one day of publication to another, by question: the numbers of
// the first day, every other number that was told later, and those by which a source puts its own right. Numbers that count a
// part alone are no answer, and a number told before changes nothing.
func Changes(g *ground.Ground, happening rashomon.Happening) []rashomon.Change {
	if len(happening.Accounts) < 2 {
		return nil
	}
	return changesOf(g, happening)
}

func changesOf(g *ground.Ground, happening rashomon.Happening) []rashomon.Change {
	var out []rashomon.Change
	asked, answers := ofHappening(g, happening)
	for _, q := range asked {
		dated := byDay(answers[q])
		for _, group := range groupsOf(dated) {
			h := history{question: q.asks, group: group, answers: answers[q]}
			if group != "" {
				h.question += ": " + group
			}
			for _, a := range dated {
				h.tell(a)
			}
			if n := len(h.reports); n > 1 && h.reports[n-1].Published > h.reports[0].Published {
				out = append(out, h.change(happening))
			}
		}
	}
	return out
}

func (h *history) change(happening rashomon.Happening) rashomon.Change {
	return rashomon.Change{
		Kind: rashomon.PointFigure, Happening: happening.ID, Question: h.question, Reports: h.reports, Why: h.why(),
		Rule: "change/figure",
	}
}

// groupsOf returns the groups of persons that answers count apart, sorted, "" for those of anybody.
func groupsOf(answers []*answer) []string {
	var groups []string
	for _, a := range answers {
		groups = append(groups, a.scope.group)
	}
	slices.Sort(groups)
	return slices.Compact(groups)
}

// byDay returns the answers of documents whose day of publication is known, the earliest first.
func byDay(answers []*answer) []*answer {
	dated := slices.DeleteFunc(slices.Clone(answers), func(a *answer) bool { return a.d.Day() == "" })
	slices.SortStableFunc(dated, func(a, b *answer) int { return cmp.Compare(a.d.Published, b.d.Published) })
	return dated
}

// A history is the reports on one question.
type history struct {
	question string    // for people
	group    string    // of persons, of whom it is asked; "" for anybody
	answers  []*answer // in the order of their passages
	told     []*answer // those that are reports
	reports  []rashomon.Report
}

// tell adds an answer, if it tells something new or takes something back.
func (h *history) tell(a *answer) {
	if a.withdrawn {
		if replacement(h.of(a.d), a) == nil {
			h.replace(a, a, rashomon.ReportRetraction)
		}
		return
	}
	if wrong := h.putsRight(a); wrong != nil {
		h.replace(a, wrong, rashomon.ReportCorrection)
		return
	}
	known := slices.ContainsFunc(h.told, func(b *answer) bool {
		return b.same(a.bounds) && (a.d.Publisher() == b.d.Publisher() || !h.isTakenBack(a))
	})
	if known || a.scope.group != h.group || !a.tellsAll() && !h.isTakenBack(a) {
		return
	}
	kind := rashomon.ReportLater
	if len(h.reports) == 0 || a.d.Day() == h.reports[0].Published {
		kind = rashomon.ReportFirst
	}
	h.add(a, kind, h.last(func(b *answer) bool {
		return !b.d.Is(a.d) && b.d.Publisher() != "" && b.d.Publisher() == a.d.Publisher()
	}))
}

// isTakenBack reports whether the source of an answer takes it back on a later day.
func (h *history) isTakenBack(a *answer) bool {
	return slices.ContainsFunc(h.answers, func(b *answer) bool {
		return b.withdrawn && b.same(a.bounds) && b.d.Publisher() == a.d.Publisher() && a.d.Day() < b.d.Day()
	})
}

// replace adds an answer that takes the place of an earlier one of its source, where somebody has told that one.
func (h *history) replace(a, wrong *answer, kind rashomon.ReportKind) {
	replaced := h.last(func(b *answer) bool { return SameWord(b.d, a.d) && b.same(wrong.bounds) })
	if replaced != rashomon.None {
		h.add(a, kind, replaced)
	}
}

func (h *history) add(a *answer, kind rashomon.ReportKind, replaces int) {
	h.told = append(h.told, a)
	h.reports = append(h.reports, rashomon.Report{
		Side: a.side, Kind: kind, Published: a.d.Day(), Value: a.says(), Replaces: replaces,
	})
}

// last returns the index of the last report that fits, or None.
func (h *history) last(fits func(*answer) bool) int {
	for i, a := range slices.Backward(h.told) {
		if fits(a) {
			return i
		}
	}
	return rashomon.None
}

// of returns the answers of one document.
func (h *history) of(d *digest.Digest) []*answer {
	return slices.DeleteFunc(slices.Clone(h.answers), func(a *answer) bool { return !a.d.Is(d) })
}

// putsRight returns what an answer is given in place of by its source, or nil.
func (h *history) putsRight(a *answer) *answer {
	own := h.of(a.d)
	for _, b := range own {
		if b.withdrawn && replacement(own, b) == a {
			return b
		}
	}
	return nil
}

// tellsAll reports whether an answer tells how many there were, as far as was known that day.
func (a *answer) tellsAll() bool {
	soFar := a.scope.narrow == "" || a.scope.narrow == upToHour || a.scope.narrow == bySomebody
	return soFar && !a.scope.alone && a.rate == 0 && a.share == "" && !a.vague
}

// why tells the reports in one sentence, day by day.
func (h *history) why() string {
	var why strings.Builder
	why.WriteString(sentenceCase(h.question) + ": ")
	last := ""
	for i, r := range h.reports {
		switch {
		case i > 0 && r.Published == last:
			why.WriteString(", ")
		case i > 0:
			why.WriteString("; ")
		}
		if r.Published != last {
			why.WriteString("on " + r.Published + " ")
		}
		last = r.Published
		fmt.Fprintf(&why, toldAs[r.Kind], r.Value)
	}
	return why.String() + "."
}

// toldAs is how reports are told of.
var toldAs = map[rashomon.ReportKind]string{
	rashomon.ReportFirst: "%s", rashomon.ReportLater: "%s", rashomon.ReportCorrection: "corrected to %s",
	rashomon.ReportRetraction: "%s taken back",
}
