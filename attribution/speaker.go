package attribution

import (
	"sort"

	"rashomon"
)

// giveQuotations gives every quotation to the cue that it belongs to: one whose content it overlaps, one right before or
// behind it, or the cue of the quotation before it. Quotations within quotations stay with these; a word or two in marks that
// stand inside a sentence of the author's are left alone.
func (r *reading) giveQuotations() {
	r.sorted = len(r.drafts)
	for n := range r.quotations {
		if q := &r.quotations[n]; q.outer == rashomon.None {
			if d := r.overlapping(q.span); d != rashomon.None {
				r.widen(&r.drafts[d], q.span)
			} else if d := r.beside(q.span); d != rashomon.None {
				r.widen(&r.drafts[d], q.span)
			} else if d := r.before(q.span); d != rashomon.None {
				r.widen(&r.drafts[d], q.span)
			} else if r.isLone(q.span) {
				r.drafts = append(r.drafts, r.lone(q.span))
			}
		}
	}
}

// reach is how many tokens a cue may stand away from what it is looked for at: more than the longest tree has.
const reach = 300

// around returns the range of drafts whose cues stand within a span or in reach of it. Those of lone quotations, which are
// added behind the others, are not among them.
func (r *reading) around(s rashomon.Span) (start, end int) {
	drafts := r.drafts[:r.sorted]
	start = sort.Search(len(drafts), func(n int) bool { return drafts[n].head >= s.Start-reach })
	end = sort.Search(len(drafts), func(n int) bool { return drafts[n].head >= s.End+reach })
	return start, end
}

// widen adds a quotation to a content. The cue is never part of it.
func (r *reading) widen(d *draft, quotation rashomon.Span) {
	d.content = d.content.with(quotation).without(d.cue).without(d.source)
}

// overlapping returns the draft whose content begins outside a quotation's inside and reaches into it: the last of those
// that do not stand within the quotation, or None.
func (r *reading) overlapping(quotation rashomon.Span) int {
	found := rashomon.None
	for n, end := r.around(quotation); n < end; n++ {
		d := r.drafts[n]
		if !contains(quotation, d.head) && len(d.content.within(quotation)) > 0 && r.quotes(d) &&
			(found == rashomon.None || d.content.len() < r.drafts[found].content.len()) {
			found = n
		}
	}
	return found
}

// quotes reports whether a draft can have a quotation as its content.
func (r *reading) quotes(d draft) bool {
	return d.frames == 0 || d.frames&(frameClause|frameQuote) != 0
}

// beside returns the draft without a content whose clause stands right before or behind a quotation, or None.
func (r *reading) beside(quotation rashomon.Span) int {
	found, nearest := rashomon.None, farthest+1
	for n, end := r.around(quotation); n < end; n++ {
		d := r.drafts[n]
		if len(d.content) > 0 || contains(quotation, d.head) {
			continue
		}
		if distance := r.distance(d, quotation); distance < nearest && (distance <= 2 || d.frames.has(frameClause)) {
			found, nearest = n, distance
		}
	}
	return found
}

// distance returns how many tokens stand between the clause of a cue and a quotation, or more than farthest.
func (r *reading) distance(d draft, quotation rashomon.Span) int {
	clause := r.clauseSpan(d)
	switch {
	case r.near(clause.End, quotation.Start):
		return quotation.Start - clause.End
	case r.near(quotation.End, clause.Start):
		return clause.Start - quotation.End
	}
	return farthest + 1
}

// clauseSpan returns the cue and the source with all between them.
func (r *reading) clauseSpan(d draft) rashomon.Span {
	if d.source.Empty() {
		return d.cue
	}
	return rashomon.Span{Start: min(d.source.Start, d.cue.Start), End: max(d.source.End, d.cue.End)}
}

// farthest is how many tokens may stand between a cue and its quotation: "said in a speech to parliament on Monday:".
const farthest = 12

// near reports whether from one border to another in the same sentence, or across a colon, there are few tokens.
func (r *reading) near(from, to int) bool {
	if from > to || to-from > farthest {
		return false
	}
	for i := from; i < to; i++ {
		if r.quoted[i] != rashomon.None {
			return false
		}
	}
	return from == to || r.sameSentence(from-1, to-1) || from < len(r.words) && r.words[to-1] == ":"
}

// before returns the draft whose content ended in the quotation before this one, when nothing but a cue that belongs to
// that one stands between them and both are in one paragraph; else None.
func (r *reading) before(quotation rashomon.Span) int {
	if quotation.Start == 0 {
		return rashomon.None
	}
	sentence := r.sentence(quotation.Start - 1)
	if quotation.Start != sentence.End || r.partOf(quotation.Start) != r.partOf(sentence.Start) {
		return rashomon.None
	}
	found := rashomon.None
	for n, end := r.around(sentence); n < end; n++ {
		d := r.drafts[n]
		if contains(sentence, d.head) && r.quotes(d) && r.kind(d.content) != rashomon.StatementIndirect {
			found = n
		}
	}
	return found
}

func (r *reading) partOf(i int) int { return r.doc.PartOf(r.doc.Tokens[i].Extent.Start) }
