package attribution

import (
	"cmp"
	"slices"

	"rashomon"
)

// A quotation is what stands in quotation marks, the marks included. One that is opened anew at the beginning of each
// paragraph and closed once is one quotation.
type quotation struct {
	span  rashomon.Span
	outer int // index of the quotation that it stands in, or None
}

// A mark is a quotation mark.
type mark struct {
	kind   rune // what closes must be of the kind of what opened: " double, ' single, « angular
	opens  bool // it can open
	closes bool // it can close
}

// marks are the signs that quote, by their forms. Straight ones open or close by where they stand.
var marks = map[string]mark{
	`"`: {'"', true, true}, "''": {'"', true, true}, "“": {'"', true, false}, "„": {'"', true, false}, "”": {'"', false, true},
	"``": {'"', true, false}, "'": {'\'', true, true}, "‘": {'\'', true, false}, "’": {'\'', false, true}, "`": {'\'', true, false},
	"«": {'«', true, false}, "»": {'«', false, true},
}

// findQuotations pairs the marks of a document. A double mark that nothing closes reaches to the end of its paragraph, a
// single one that nothing closes is none.
func (r *reading) findQuotations() {
	var open []opening
	part := rashomon.None
	for i := range r.doc.Tokens {
		if p := r.doc.PartOf(r.doc.Tokens[i].Extent.Start); p != part {
			part = p
			open = r.turnParagraph(open, i)
		}
		m, found := r.markAt(i)
		if !found {
			continue
		}
		if n := lastOf(open, m.kind); m.closes && n >= 0 && !r.reopens(open[n], i) {
			r.addQuotation(open[n].at, i+1)
			open = open[:n]
		} else if m.opens && (n < 0 || m.kind != '\'' && !r.reopens(open[n], i)) {
			open = append(open[:min(len(open), deepestQuotation)], opening{at: i, kind: m.kind})
		}
	}
	r.turnParagraph(open, len(r.doc.Tokens))
	r.nestQuotations()
}

// deepestQuotation is how many quotations may stand in one another; nobody writes more.
const deepestQuotation = 5

// An opening is a mark that waits to be closed.
type opening struct {
	at    int
	kind  rune
	again int // where the quotation was opened anew, at the beginning of a later paragraph; 0 for nowhere
}

// reopens reports whether a mark is the one that opens a quotation anew in a later paragraph.
func (r *reading) reopens(o opening, i int) bool { return o.again == i && i > 0 }

func lastOf(open []opening, kind rune) int {
	for n := len(open) - 1; n >= 0; n-- {
		if open[n].kind == kind {
			return n
		}
	}
	return -1
}

// turnParagraph ends what is open at the end of a paragraph, whose first token after it is given, and returns what stays
// open because the next paragraph opens it anew.
func (r *reading) turnParagraph(open []opening, next int) []opening {
	for _, o := range open {
		if next < len(r.doc.Tokens) {
			if m, found := r.markAt(next); found && m.opens && m.kind == o.kind {
				o.again = next
				return []opening{o}
			}
		}
		if o.kind != '\'' {
			r.addQuotation(o.at, next)
			return nil
		}
	}
	return nil
}

func (r *reading) addQuotation(start, end int) {
	r.quotations = append(r.quotations, quotation{span: rashomon.Span{Start: start, End: end}, outer: rashomon.None})
}

// markAt returns the mark that a token is, and which of opening and closing it does by the white space around it.
func (r *reading) markAt(i int) (mark, bool) {
	text := r.doc.Quote(r.doc.Tokens[i].Extent)
	m, found := marks[text]
	if !found || m.kind == '\'' && r.isApostrophe(i) {
		return m, false
	}
	if m.opens && m.closes {
		before, after := r.spaceBefore(i), r.spaceBefore(i+1)
		if before != after {
			m.opens, m.closes = before, after
		}
	}
	return m, true
}

// isApostrophe reports whether a single mark belongs to a word: a possessive of a plural or something left out.
func (r *reading) isApostrophe(i int) bool {
	if r.doc.Tokens[i].Joined {
		return true
	}
	isPossessive := r.doc.Tokens[i].UPOS == "PART" && !r.spaceBefore(i) && r.tree.Is(i, "case")
	return isPossessive && r.tree.Head(i) != rashomon.None && r.doc.Tokens[r.tree.Head(i)].UPOS != "PUNCT"
}

// spaceBefore reports whether white space, a bracket, a dash or the border of the text stands before a token.
func (r *reading) spaceBefore(i int) bool {
	if i == 0 || i == len(r.doc.Tokens) {
		return true
	}
	return r.doc.Tokens[i-1].Extent.End < r.doc.Tokens[i].Extent.Start || borders[r.words[i-1]]
}

var borders = map[string]bool{"(": true, "[": true, "—": true, "–": true, "--": true, "-": true}

// nestQuotations tells of each quotation which one it stands in, and of each token which is the innermost that holds it.
func (r *reading) nestQuotations() {
	slices.SortFunc(r.quotations, func(a, b quotation) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	var open []int
	for n := range r.quotations {
		for len(open) > 0 && r.quotations[open[len(open)-1]].span.End <= r.quotations[n].span.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			r.quotations[n].outer = open[len(open)-1]
		}
		open = append(open, n)
		for i := r.quotations[n].span.Start; i < r.quotations[n].span.End; i++ {
			r.quoted[i] = n
		}
	}
}

// outermost returns the quotation that holds a token and stands in no other, or None.
func (r *reading) outermost(i int) int {
	n := r.quoted[i]
	for n != rashomon.None && r.quotations[n].outer != rashomon.None {
		n = r.quotations[n].outer
	}
	return n
}

// counts are of all tokens before one: how many are words within and outside quotation marks, and verbs.
type counts struct{ quoted, plain, verbs int }

func (r *reading) count() {
	r.counts = make([]counts, len(r.doc.Tokens)+1)
	for i, token := range r.doc.Tokens {
		c := r.counts[i]
		switch {
		case token.UPOS == "PUNCT":
		case r.quoted[i] != rashomon.None:
			c.quoted++
		default:
			c.plain++
		}
		if token.UPOS == "VERB" || token.UPOS == "AUX" {
			c.verbs++
		}
		r.counts[i+1] = c
	}
}

// kind tells whether a content is in quotation marks wholly, in part or not at all.
func (r *reading) kind(content spans) rashomon.StatementKind {
	quoted, plain := 0, 0
	for _, s := range content {
		quoted += r.counts[s.End].quoted - r.counts[s.Start].quoted
		plain += r.counts[s.End].plain - r.counts[s.Start].plain
	}
	switch {
	case quoted == 0:
		return rashomon.StatementIndirect
	case plain == 0:
		return rashomon.StatementDirect
	}
	return rashomon.StatementMixed
}

func (r *reading) draftKind(d draft) rashomon.StatementKind {
	if d.verbatim {
		return rashomon.StatementDirect
	}
	return r.kind(d.content)
}

// hasClause reports whether a span has a verb.
func (r *reading) hasClause(s rashomon.Span) bool {
	return !s.Empty() && r.counts[s.End].verbs > r.counts[s.Start].verbs
}

func (r *reading) hasQuotation(s rashomon.Span) bool {
	return !s.Empty() && r.counts[s.End].quoted > r.counts[s.Start].quoted
}
