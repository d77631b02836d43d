package report

import (
	"fmt"
	"strings"

	"rashomon"
	"rashomon/view"
)

func (d *draft) contradictions() Section {
	return d.contrasts(view.StandingContradiction, "differences", "Where accounts differ",
		"Nothing was found that cannot hold together.",
		"A rule tells that both cannot hold. Which of them does, if any, is not for this report to say. The strongest come first; strong, fair or faint "+
			"tells how clearly the texts contradict each other, not how much it matters.")
}

func (d *draft) likely() Section {
	return d.contrasts(view.StandingLikely, "likely", "What may not fit together", "Nothing was found.",
		"No rule tells that both cannot hold; signs learnt from cases with known answers make it likely. Many of these are no contradictions: judge by the sentences.")
}

func (d *draft) ofScope() Section {
	return d.contrasts(view.StandingScope, "scope", "No contradictions: another scope", "Nothing was found.",
		"Another day, another place, a part of the whole: both may hold.")
}

func (d *draft) contrasts(standing view.Standing, id, title, nothing, note string) Section {
	return section(d, id, title, []string{note}, whole(d, d.view.GroupsOf(standing)), nothing, func(g view.Group) Entry {
		return d.contrast(d.view.ContrastOf(g, mostOthers))
	})
}

// mostOthers is how many further passages on one question are quoted.
const mostOthers = 4

func (d *draft) contrast(c view.Contrast) Entry {
	e := Entry{ID: c.ID, Title: questions[c.Kind], Lines: []Line{{Text: sentence(c.Why)}}}
	if c.Standing == view.StandingContradiction {
		e.Title += ", " + strength(c.Strength)
	}
	if c.Scope != "" {
		e.Lines = append(e.Lines, Line{Text: sentence(c.Scope)})
	}
	e.Lines = append(e.Lines, d.on(c.Happening, c.Title)...)
	e.Quotes = []Quote{d.quote("", c.A), d.quote("", c.B)}
	for _, q := range c.Others {
		e.Quotes = append(e.Quotes, d.quote("On the same question", q))
	}
	if left := c.OthersTotal - len(c.Others); left > 0 {
		e.Lines = append(e.Lines, Line{Text: count(left, "more passage", "more passages") + " on the same question, not quoted here."})
	}
	return e
}

// on tells on which happening something is.
func (d *draft) on(id, title string) []Line {
	if title == "" {
		return nil
	}
	return []Line{{Text: "On: " + tidy(title), To: d.to(id)}}
}

func (d *draft) denials() Section {
	points := func(h rashomon.Happening) []rashomon.Point { return h.Points }
	all := onRows(d, points, func(p rashomon.Point) bool { return p.Relation == rashomon.RelationDeny })
	note := "What somebody says is not so, within one account or between several, with whoever says so. A denial is a statement like any " +
		"other: it settles nothing."
	nothing := "Nothing that two accounts tell of is denied."
	return section(d, "denials", "What is denied", []string{note}, whole(d, all), nothing, func(denied found[rashomon.Point]) Entry {
		return d.denial(denied.it, denied.on)
	})
}

// mostAnswers is how many of those who deny something are quoted, and how many of the others who tell of it.
const mostAnswers = 30

func (d *draft) denial(p rashomon.Point, on rashomon.Happening) Entry {
	e := Entry{Title: asked(p.Question), Lines: d.on(on.ID, on.Title)}
	var quoted []rashomon.Answer
	counts := map[bool]int{}
	for _, a := range p.Answers {
		denies := a.Status == rashomon.StatusDenied
		if counts[denies]++; counts[denies] <= mostAnswers {
			quoted = append(quoted, a)
		}
	}
	if left := len(p.Answers) - len(quoted); left > 0 {
		e.Lines = append(e.Lines, Line{Text: count(left, "more answer", "more answers") + " to this, not quoted here."})
	}
	for _, a := range quoted {
		e.Quotes = append(e.Quotes, d.quote(statuses[a.Status], d.view.Quotation(a.Side)))
	}
	return e
}

func (d *draft) agreements() Section {
	note := "Accounts that say the same, from two independent roots or more. A root repeats no other account that was read: ten reports of " +
		"one agency are one root. What many roots say is not therefore true; it has been said independently."
	return d.concords(false, "agreements", "Where independent accounts agree", note, "No two independent accounts were found to say the same.")
}

func (d *draft) likenesses() Section {
	return d.concords(true, "likenesses", "What independent accounts may both say",
		"No rule tells that these say the same; signs learnt from cases with known answers make it likely. Judge by the sentences.", "Nothing was found.")
}

// concords writes the agreements of independent accounts that rules tell, or those that are likely.
func (d *draft) concords(likely bool, id, title, note, nothing string) Section {
	all := largest(d, d.view.Comparison.Agreements, func(a *rashomon.Agreement) int {
		if len(a.Roots) < 2 || a.IsLikely() != likely {
			return 0
		}
		return len(a.Roots)
	})
	return section(d, id, title, []string{note}, all, nothing, func(a *rashomon.Agreement) Entry { return d.concord(d.view.Concord(*a)) })
}

func (d *draft) concord(c view.Concord) Entry {
	var roots []string
	for _, root := range c.Roots {
		roots = append(roots, tidy(root.Name))
	}
	more := "."
	if left := c.RootsTotal - len(roots); left > 0 {
		more = fmt.Sprintf("; and %s more.", number(left))
	}
	told := count(c.Accounts, "account", "accounts")
	e := Entry{ID: c.ID, Title: fmt.Sprintf("%s: %s, %s", questions[c.Kind], told, count(c.RootsTotal, "root", "roots"))}
	e.Lines = append(e.Lines, Line{Text: "Roots: " + list(roots) + more})
	e.Lines = append(e.Lines, d.on(c.Happening, d.view.Title(c.Happening))...)
	for _, q := range c.Passages {
		e.Quotes = append(e.Quotes, d.quote("", q))
	}
	if left := c.PassagesTotal - len(c.Passages); left > 0 {
		e.Lines = append(e.Lines, Line{Text: count(left, "more passage says", "more passages say") + " the same, not quoted here."})
	}
	return e
}

func (d *draft) echoes() Section {
	note := "An echo goes back to another account: a reprint, an agency's copy, the same words of the same person, other words laid to the same source. " +
		"The account at the end of the chain is the root, among the documents that were read; where it copied from one that was not, nobody can tell."
	return section(d, "echoes", "Echoes and roots", []string{note}, whole(d, d.view.Comparison.Echoes), "No account was found to repeat another.", func(e rashomon.Echo) Entry {
		r := d.view.Repeat(e)
		out := Entry{ID: r.ID, Title: echoKinds[r.Kind]}
		var repeating []string
		for _, q := range r.Passages {
			if q.Document != r.Root.ID {
				repeating = append(repeating, q.Document)
			}
			if q.At != "" {
				out.Quotes = append(out.Quotes, d.quote("", q))
			}
		}
		chain := d.names(repeating) + " ← " + tidy(r.Root.Name)
		if r.Source != "" {
			chain += " ← " + tidy(r.Source)
		}
		out.Lines = []Line{{Text: chain, To: d.to(r.Root.ID)}, {Text: sentence(r.Reason)}}
		return out
	})
}

func (d *draft) changes() Section {
	note := "What was told first, what later, and what a source put right or took back itself."
	return section(d, "changes", "How what is told changed", []string{note}, whole(d, d.view.Changes()), "Nothing that is told was found to change.", func(c rashomon.Change) Entry {
		course := d.view.Course(c)
		e := Entry{ID: course.ID, Title: asked(course.Question), Lines: append([]Line{{Text: sentence(course.Why)}},
			d.on(course.Happening, d.view.Title(course.Happening))...)}
		for _, r := range course.Reports {
			says := day(r.Published) + ", " + reportKinds[r.Kind]
			if r.Value != "" {
				says += ": " + r.Value
			}
			e.Quotes = append(e.Quotes, d.quote(says, r.Quotation))
		}
		return e
	})
}

func (d *draft) predictions() Section {
	predictions := d.view.Comparison.Predictions
	isOpen := func(p rashomon.Prediction) int { return strings.Count(string(p.Outcome), string(rashomon.OutcomeOpen)) }
	all := chosen[rashomon.Prediction]{total: len(predictions)}
	all.shown = foremost(predictions, d.about.Most, func(x, y rashomon.Prediction) int { return isOpen(x) - isOpen(y) })
	note := "What an account said would come, and what these accounts tell came of it. They may not tell all that happened."
	return section(d, "predictions", "What was foretold", []string{note}, all, "Nothing was found to be foretold.", func(p rashomon.Prediction) Entry {
		f := d.view.Forecast(p)
		e := Entry{Title: outcomes[f.Outcome], Quotes: []Quote{d.quote("foretold", f.Quotation)}}
		if f.Likely {
			e.Title = "Perhaps: " + strings.ToLower(e.Title[:1]) + e.Title[1:]
		}
		if f.By != "" {
			e.Lines = append(e.Lines, Line{Text: "Due by " + f.By + "."})
		}
		for _, q := range f.ToldBy {
			e.Quotes = append(e.Quotes, d.quote("what came", q))
		}
		return e
	})
}
