// Package dating deduces from what a text says when it was written, where it does not tell: who is spoken of as holding an
// office, which years are past and which still to come, on which weekday a day falls, when an election returns.
//
//	evidence ─ a set of days ─> what all of them allow ─> Written
//
// Every piece of evidence is a passage, the days on which somebody could have written it, and the reason in plain words.
// Days that all evidence allows are days on which the text may have been written. Where no day is left the text speaks of
// several times, as somebody does who looks back, and then nothing is deduced. What is found is no day of publication:
// timex gives a time its value where all days of writing that are left lead to the same one.
package dating

import (
	"slices"
	"strconv"
	"strings"

	"rashomon"
)

// mostStretches is how many stretches of days may be left: with more of them the text says little of its time.
const mostStretches = 3

// fewDays is how many days may be left for the order of the weekdays told to choose among them: it repeats every week.
const fewDays = 31

// A clue is a piece of evidence and the days that it allows.
type clue struct {
	rashomon.Evidence
	days  set
	years []int // of what returns: those in which it was so
}

// reason tells what follows from a clue; of what returns those years are told that are near the days left.
func (c *clue) reason(days set) string {
	const near = 10
	var years []string
	for _, year := range c.years {
		if year >= dateOf(days[0].first).Year()-near && year <= dateOf(days[len(days)-1].last).Year()+near {
			years = append(years, strconv.Itoa(year))
		}
	}
	if years == nil {
		return c.Reason
	}
	return c.Reason + ", as in " + strings.Join(years, ", ")
}

// Find returns the days on which a document may have been written, and the evidence that leaves no others; nothing of one
// that tells its day of publication, and of a history. It reads tokens, times, entities, mentions and statements.
func Find(doc *rashomon.Document) ([]rashomon.Days, []rashomon.Evidence) {
	if doc.Published() != "" || len(doc.Tokens) == 0 {
		return nil, nil
	}
	if isHistory(doc) {
		return nil, nil
	}
	r := newReading(doc)
	for _, look := range looks {
		look(r)
	}
	days, clues := solve(r.clues)
	if days.length() <= fewDays {
		r.weekdaysTogether(days)
		days, clues = solve(r.clues)
	}
	if len(clues) == 0 || len(days) > mostStretches {
		return nil, nil
	}
	evidence := make([]rashomon.Evidence, len(clues))
	for i, c := range clues {
		evidence[i] = c.Evidence
		evidence[i].Reason = c.reason(days)
	}
	return days.days(), evidence
}

// looks are what looks for clues, a kind each, the surest first: of clues that leave the same days those are told.
var looks = []func(*reading){
	(*reading).years, (*reading).intervals, (*reading).offices, (*reading).governments,
	(*reading).weekdays, (*reading).occasions, (*reading).resolutions, (*reading).dates,
}

// solve returns the days that all clues allow and, in the order of the text, as few clues as leave no others: first those
// that narrow what the ones before them leave, then of these the ones that no others replace.
func solve(clues []clue) (set, []clue) {
	days := always
	var needed []clue
	for _, c := range clues {
		if narrowed := days.intersect(c.days); !slices.Equal(narrowed, days) {
			days, needed = narrowed, append(needed, c)
		}
	}
	if len(days) == 0 {
		return nil, nil
	}
	for i := len(needed) - 1; i >= 0; i-- {
		if without := slices.Delete(slices.Clone(needed), i, i+1); slices.Equal(allowed(without), days) {
			needed = without
		}
	}
	slices.SortStableFunc(needed, func(a, b clue) int { return a.Span.Start - b.Span.Start })
	return days, needed
}

// allowed returns the days that all clues allow.
func allowed(clues []clue) set {
	days := always
	for _, c := range clues {
		days = days.intersect(c.days)
	}
	return days
}

// A reading gathers the clues of a document.
type reading struct {
	doc    *rashomon.Document
	tree   *rashomon.Tree
	quoted []rashomon.Span // what the text gives in somebody's own words, who may have spoken long before
	clues  []clue
}

func newReading(doc *rashomon.Document) *reading {
	r := &reading{doc: doc, tree: doc.Tree(), quoted: marked(doc)}
	for i := range doc.Statements {
		if s := &doc.Statements[i]; s.Kind == rashomon.StatementDirect {
			r.quoted = append(r.quoted, s.Content...)
		}
	}
	return r
}

// marked returns what stands between double quotation marks of one line: of a mark left open nobody knows where it would
// end.
func marked(doc *rashomon.Document) []rashomon.Span {
	var all []rashomon.Span
	open, end := rashomon.None, 0
	for i := range doc.Tokens {
		e := doc.Tokens[i].Extent
		if strings.Contains(doc.Text[end:e.Start], "\n") {
			open = rashomon.None
		}
		end = e.End
		switch mark := doc.Quote(e); {
		case mark == "“" || mark == "\"" && open == rashomon.None:
			open = i
		case (mark == "”" || mark == "\"") && open != rashomon.None:
			all = append(all, rashomon.Span{Start: open, End: i})
			open = rashomon.None
		}
	}
	return all
}

// sentence returns the tokens of the sentence of a token.
func (r *reading) sentence(token int) rashomon.Span {
	return r.doc.Sentences[r.doc.SentenceOf(token)].Span
}

// word returns a token in lower case, "" for one that there is not.
func (r *reading) word(token int) string {
	if token < 0 || token >= len(r.doc.Tokens) {
		return ""
	}
	return strings.ToLower(r.doc.Quote(r.doc.Tokens[token].Extent))
}

// add adds a clue, unless it stands in somebody's own words.
func (r *reading) add(span rashomon.Span, days set, rule, reason string, years ...int) {
	for _, quoted := range r.quoted {
		if quoted.Start <= span.Start && span.End <= quoted.End {
			return
		}
	}
	evidence := rashomon.Evidence{Span: span, Reason: reason, Rule: "dating/" + rule}
	r.clues = append(r.clues, clue{Evidence: evidence, days: days, years: years})
}
