package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"rashomon"
	"rashomon/archive"
	"rashomon/view"
)

// whyCompared tells how something that stands between documents came about: a party, a happening, a difference, an
// agreement, an echo or a change.
func (p program) whyCompared(ctx context.Context, a *archive.Archive, id string) error {
	v, err := view.Open(ctx, a, view.Options{})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(p.stdout)
	if err := newSheet(p.style(), p.width()).why(out, v, id); err != nil {
		return err
	}
	return out.Flush()
}

func (s sheet) why(out io.Writer, v *view.View, id string) error {
	happening, happenings := v.Happening(id)
	difference, differences := v.Difference(id)
	agreement, agreements := v.Agreement(id)
	echo, echoes := v.Echo(id)
	change, changes := v.Change(id)
	var parties []rashomon.Party
	if strings.HasPrefix(id, "p") {
		parties = v.Parties(id)
	}
	switch happenings + differences + agreements + echoes + changes + len(parties) {
	case 0:
		return view.UnknownID(id)
	case 1:
	default:
		return view.AmbiguousID(id)
	}
	switch {
	case happenings == 1:
		s.whyHappening(out, v, happening)
	case differences == 1:
		s.whyDifference(out, v, difference)
	case agreements == 1:
		s.whyAgreement(out, v, agreement)
	case echoes == 1:
		s.whyEcho(out, v, echo)
	case changes == 1:
		s.whyChange(out, v, change)
	default:
		s.whyParty(out, v, parties[0])
	}
	return nil
}

func (s sheet) whyHappening(out io.Writer, v *view.View, h rashomon.Happening) {
	s.entry(out, "happening: "+cut(h.Title, s.width-30), h.ID)
	s.text(out, 4, fmt.Sprintf("%s; happened %s; told by %s", h.Type, orDash(days(h.From, h.To)), s.names(v, h.Accounts)))
	if h.PartOf != "" {
		s.text(out, 4, "a part of "+h.PartOf)
	}
	if len(h.Silent) > 0 {
		s.text(out, 4, "silent, though they tell of the same story and were published later: "+s.names(v, h.Silent))
	}
	s.joins(out, v, "v", h.Joins)
	for _, point := range h.Points {
		s.title(out, fmt.Sprintf("%s: %s (%s)", point.Kind, point.Question, point.Relation))
		for _, answer := range point.Answers {
			s.text(out, 2, answer.Value)
			s.side(out, v, answer.Side)
		}
	}
}

// joins writes why elements are taken for the same.
func (s sheet) joins(out io.Writer, v *view.View, letter string, joins []rashomon.Join) {
	if len(joins) == 0 {
		return
	}
	s.title(out, "why these are taken for one")
	for _, join := range joins {
		named := func(e rashomon.Element) string { return fmt.Sprintf("%s/%s%d", e.Document, letter, e.Index+1) }
		s.text(out, 2, fmt.Sprintf("%s and %s: %s", named(join.A), named(join.B), sentence(join.Reason)))
		s.text(out, 4, fmt.Sprintf("[%s] sure to %.2f", join.Rule, join.Score))
	}
}

func (s sheet) whyDifference(out io.Writer, v *view.View, d rashomon.Difference) {
	s.entry(out, "difference: "+string(d.Kind), d.ID)
	s.text(out, 4, sentence(d.Why))
	if d.Scope != "" {
		s.text(out, 4, "No contradiction: "+sentence(d.Scope))
	}
	s.side(out, v, d.A)
	s.side(out, v, d.B)
	s.text(out, 4, fmt.Sprintf("[%s] strength %.2f%s", d.Rule, d.Strength, on(d.Happening)))
}

// on names the happening that something is on.
func on(happening string) string {
	if happening == "" {
		return ", on no happening that both tell of"
	}
	return ", on " + happening
}

func (s sheet) whyAgreement(out io.Writer, v *view.View, a rashomon.Agreement) {
	s.entry(out, fmt.Sprintf("agreement: %s, %s", a.Kind, plural(len(a.Roots), "root", "roots")), a.ID)
	s.text(out, 4, sentence(view.WhyAgreed(a)))
	s.text(out, 4, fmt.Sprintf("[%s]%s", a.Rule, on(a.Happening)))
	s.roots(out, v, a.Passages, chainsOf(v, a.Passages))
}

func (s sheet) whyEcho(out io.Writer, v *view.View, e rashomon.Echo) {
	s.entry(out, "echo: "+echoKinds[e.Kind], e.ID)
	s.text(out, 4, sentence(e.Reason))
	s.text(out, 4, fmt.Sprintf("root: %s%s [%s] sure to %.2f", v.Name(e.Root), behind(e.Source), e.Rule, e.Score))
	for _, p := range e.Passages {
		if p.Extent.Len() == len(v.Digest(p.Document).Text) {
			s.text(out, 4, v.Name(p.Document)+": the whole text")
			continue
		}
		s.side(out, v, v.Digest(p.Document).Side(p.Extent, rashomon.None))
	}
}

func (s sheet) whyChange(out io.Writer, v *view.View, c rashomon.Change) {
	s.entry(out, "change: "+c.Question, c.ID)
	s.text(out, 4, sentence(c.Why))
	s.text(out, 4, fmt.Sprintf("[%s]%s", c.Rule, on(c.Happening)))
	s.reports(out, v, c)
}

func behind(source string) string {
	if source == "" {
		return ""
	}
	return ", and behind it " + source
}

func (s sheet) whyParty(out io.Writer, v *view.View, p rashomon.Party) {
	s.entry(out, "party: "+p.Name, p.ID)
	for _, spelling := range p.Spellings {
		s.text(out, 4, fmt.Sprintf("%s  %s: %s", spelling.Form, spelling.Kind, s.names(v, spelling.Documents)))
	}
	s.joins(out, v, "e", p.Joins)
}
