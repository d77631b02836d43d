package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/view"
)

// comparison writes a comparison for people: the summary, the strongest differences with the sentences of both sides, and
// what else stands between the accounts.
func (s sheet) comparison(out io.Writer, v *view.View, kind rashomon.PointKind, limit int) error {
	if len(v.Digests) == 0 {
		_, err := fmt.Fprintln(out, "There is nothing to compare: no document that could be read.")
		return err
	}
	s.summary(out, v)
	s.differences(out, v, kind, limit)
	s.agreements(out, v, kind, limit)
	if kind == "" {
		s.echoes(out, v, limit)
		s.changesInShort(out, v, limit)
		s.silences(out, v, limit)
		s.predictions(out, v, limit)
		s.positions(out, v, limit)
	}
	return nil
}

func (s sheet) summary(out io.Writer, v *view.View) {
	sum := v.Summary()
	when := ""
	if sum.From != "" {
		when = ", published from " + day(sum.From) + " to " + day(sum.To)
	}
	if sum.Undated > 0 {
		when += ", " + plural(sum.Undated, "undated", "undated")
	}
	reprints := ""
	if n := sum.Documents - sum.Roots; n > 0 {
		reprints = ", for " + plural(n, "account is a reprint of another", "accounts are reprints of others")
	}
	s.text(out, 0, fmt.Sprintf("%s by %s%s. %s%s.", plural(sum.Documents, "account", "accounts"),
		plural(sum.Sources, "source", "sources"), when, plural(sum.Roots, "root", "roots"), reprints))
	s.text(out, 0, fmt.Sprintf("They tell of %s, of which %s by two or more, and part on %s.",
		plural(sum.Told, "happening", "happenings"), was(sum.Shared), plural(sum.Contested, "of them", "of them")))
	if len(v.LeftOut) > 0 {
		s.text(out, 0, plural(len(v.LeftOut), "document is", "documents are")+" left out: published later, or undated.")
	}
}

func was(n int) string {
	if n == 1 {
		return "1 is told"
	}
	return thousands(n) + " are told"
}

// strengths are the words for how strong a difference is, from which value on.
var strengths = []struct {
	from float64
	word string
}{{0.75, "strong"}, {0.55, "fair"}, {0, "faint"}}

func strength(value float64) string {
	for _, s := range strengths {
		if value >= s.from {
			return s.word
		}
	}
	return ""
}

func (s sheet) differences(out io.Writer, v *view.View, kind rashomon.PointKind, limit int) {
	var contradictions, likely []rashomon.Difference
	var ofScope []view.Group
	for _, d := range v.Comparison.Differences {
		switch {
		case kind != "" && d.Kind != kind:
		case d.Scope != "":
			ofScope = append(ofScope, view.Group{Difference: d})
		case d.IsLikely():
			likely = append(likely, d)
		default:
			contradictions = append(contradictions, d)
		}
	}
	if len(contradictions) == 0 {
		s.title(out, "Where they differ (0)")
		s.text(out, 0, "Nothing was found that cannot hold together.")
	}
	s.groups(out, v, "Where they differ", view.Groups(contradictions), limit)
	s.groups(out, v, "What may not fit together", view.Groups(likely), limit/2)
	s.groups(out, v, "No contradictions: another scope", ofScope, limit/4)
}

// groups writes groups of differences under a title, if there are any.
func (s sheet) groups(out io.Writer, v *view.View, title string, groups []view.Group, limit int) {
	if len(groups) == 0 {
		return
	}
	s.title(out, fmt.Sprintf("%s (%s)", title, counted(len(groups), limit)))
	for i, group := range first(groups, limit) {
		s.difference(out, v, group, i+1)
	}
}

// counted tells how many there are, and how many of them are shown.
func counted(n, limit int) string {
	if n <= limit {
		return thousands(n)
	}
	return fmt.Sprintf("%s, the first %s shown", thousands(n), thousands(limit))
}

func first[T any](list []T, limit int) []T { return list[:min(len(list), max(limit, 0))] }

func (s sheet) difference(out io.Writer, v *view.View, d view.Group, number int) {
	left := fmt.Sprintf("%2d  %s, %s", number, d.Kind, strength(d.Surest()))
	if d.Scope != "" || d.IsLikely() {
		left = fmt.Sprintf("%2d  %s", number, d.Kind)
	}
	s.entry(out, left, d.ID)
	s.text(out, 4, sentence(d.Why))
	if d.Scope != "" {
		s.text(out, 4, sentence(d.Scope))
	}
	s.side(out, v, d.A)
	s.side(out, v, d.B)
	if others := d.Others(); len(others) > 0 {
		s.text(out, 4, "On the same question:")
		for _, side := range first(others, mostOthers) {
			s.side(out, v, side)
		}
		if len(others) > mostOthers {
			s.text(out, 4, plural(len(others)-mostOthers, "more passage", "more passages"))
		}
	}
	fmt.Fprintln(out)
}

// mostOthers is how many further passages on one question are shown.
const mostOthers = 4

// sentence begins a text with a capital and ends it with a full stop.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return s
	}
	s = strings.ToUpper(s[:1]) + s[1:]
	if strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

// side writes whose word a passage is, and the sentence it stands in.
func (s sheet) side(out io.Writer, v *view.View, side rashomon.Side) {
	q := v.Quotation(side)
	s.quote(out, 4, whose(q), q.Before, q.Words, q.After)
}

// whose tells the chain of those on whose word a passage is told: "The Lantern, 2018-10-14 <- Colonel Reve".
func whose(q view.Quotation) string {
	chain := cut(q.Name, 50) + ", " + day(q.Published)
	for _, holder := range q.Holders {
		chain += " <- " + cut(holder, 60)
	}
	return chain
}

func (s sheet) agreements(out io.Writer, v *view.View, kind rashomon.PointKind, limit int) {
	var sure, likely []rashomon.Agreement
	for _, a := range v.Comparison.Agreements {
		switch {
		case len(a.Roots) < 2 || kind != "" && a.Kind != kind:
		case a.IsLikely():
			likely = append(likely, a)
		default:
			sure = append(sure, a)
		}
	}
	if len(sure) == 0 {
		s.title(out, "Where independent accounts agree (0)")
		s.text(out, 0, "Nothing was found that two accounts tell, each from a root of its own.")
	}
	s.concords(out, v, "Where independent accounts agree", sure, limit/2)
	s.concords(out, v, "What independent accounts may both say", likely, limit/4)
}

// concords writes agreements under a title, if there are any, those with the most roots first.
func (s sheet) concords(out io.Writer, v *view.View, title string, agreements []rashomon.Agreement, limit int) {
	if len(agreements) == 0 {
		return
	}
	slices.SortStableFunc(agreements, func(a, b rashomon.Agreement) int { return cmp.Compare(len(b.Roots), len(a.Roots)) })
	s.title(out, fmt.Sprintf("%s (%s)", title, counted(len(agreements), limit)))
	for i, a := range first(agreements, limit) {
		s.entry(out, fmt.Sprintf("%2d  %s: %s, %s", i+1, a.Kind, plural(len(documents(a.Passages)), "account", "accounts"), plural(len(a.Roots), "root", "roots")), a.ID)
		for _, side := range a.Passages {
			s.side(out, v, side)
		}
		fmt.Fprintln(out)
	}
}

func documents(sides []rashomon.Side) []string {
	var out []string
	for _, side := range sides {
		out = append(out, side.Document)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// echoKinds says what an echo is.
var echoKinds = map[rashomon.EchoKind]string{
	rashomon.EchoReprint: "reprint", rashomon.EchoAgency: "agency copy", rashomon.EchoQuotation: "the same words of the same person",
	rashomon.EchoSharedSource: "other words, the same source",
}

func (s sheet) echoes(out io.Writer, v *view.View, limit int) {
	list := v.Comparison.Echoes
	if len(list) == 0 {
		return
	}
	s.title(out, fmt.Sprintf("What goes back to one root (%s)", counted(len(list), limit)))
	for i, e := range first(list, limit) {
		s.entry(out, fmt.Sprintf("%2d  %s", i+1, echoKinds[e.Kind]), e.ID)
		var repeated []string
		for _, p := range e.Passages {
			if name := v.Name(p.Document); p.Document != e.Root && !slices.Contains(repeated, name) {
				repeated = append(repeated, name)
			}
		}
		chain := strings.Join(repeated, ", ") + " <- " + v.Name(e.Root)
		if e.Source != "" {
			chain += " <- " + e.Source
		}
		s.text(out, 4, chain)
		s.text(out, 4, sentence(e.Reason))
		fmt.Fprintln(out)
	}
}

func (s sheet) silences(out io.Writer, v *view.View, limit int) {
	var silent []rashomon.Happening
	for _, h := range v.Comparison.Happenings {
		if len(h.Silent) > 0 {
			silent = append(silent, h)
		}
	}
	if len(silent) == 0 {
		return
	}
	slices.SortStableFunc(silent, func(a, b rashomon.Happening) int { return cmp.Compare(len(b.Accounts), len(a.Accounts)) })
	s.title(out, fmt.Sprintf("Who could have told it and does not (%s)", counted(len(silent), limit/2)))
	for i, h := range first(silent, limit/2) {
		s.entry(out, fmt.Sprintf("%2d  %s", i+1, cut(h.Title, s.width-22)), h.ID)
		s.text(out, 4, "told by "+s.names(v, h.Accounts))
		s.text(out, 4, "silent: "+s.names(v, h.Silent))
		fmt.Fprintln(out)
	}
}

// names tells whose documents are meant, each source once: "The Lantern; Transmarine Press (2)".
func (s sheet) names(v *view.View, documents []string) string {
	var names []string
	count := map[string]int{}
	for _, document := range documents {
		name := v.Name(document)
		if count[name]++; count[name] == 1 {
			names = append(names, name)
		}
	}
	for i, name := range names {
		names[i] = cut(name, 40)
		if n := count[name]; n > 1 {
			names[i] += " (" + strconv.Itoa(n) + ")"
		}
	}
	return strings.Join(names, "; ")
}

func (s sheet) predictions(out io.Writer, v *view.View, limit int) {
	list := slices.Clone(v.Comparison.Predictions)
	if len(list) == 0 {
		return
	}
	told := func(p rashomon.Prediction) int {
		if p.Outcome == rashomon.OutcomeOpen {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(list, func(a, b rashomon.Prediction) int { return told(a) - told(b) })
	s.title(out, fmt.Sprintf("What was foretold (%s)", counted(len(list), limit/2)))
	for i, p := range first(list, limit/2) {
		by := ""
		if p.By != "" {
			by = "by " + p.By
		}
		outcome := string(p.Outcome)
		if p.Likely {
			outcome += ", perhaps"
		}
		s.entry(out, fmt.Sprintf("%2d  %s", i+1, outcome), by)
		s.side(out, v, p.Side)
		for _, passage := range p.ToldBy {
			s.side(out, v, v.Digest(passage.Document).Side(passage.Extent, rashomon.None))
		}
		fmt.Fprintln(out)
	}
}

func (s sheet) positions(out io.Writer, v *view.View, limit int) {
	names := map[string]string{}
	for _, p := range v.Comparison.Parties {
		names[p.ID] = p.Name
	}
	list := slices.DeleteFunc(slices.Clone(v.Comparison.Positions), func(p rashomon.Position) bool {
		return strings.EqualFold(names[p.Party], v.Name(p.Document)) // who publishes stands for himself
	})
	if len(list) == 0 {
		return
	}
	s.title(out, fmt.Sprintf("Who sides with whom, in its own voice (%s)", counted(len(list), limit)))
	for _, p := range first(list, limit) {
		s.text(out, 4, fmt.Sprintf("%s: %s %s. %s", cut(v.Name(p.Document), 40), stances[p.Stance], names[p.Party], sentence(p.Why)))
	}
}
