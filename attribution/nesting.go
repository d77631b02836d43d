package attribution

import (
	"cmp"
	"slices"

	"rashomon"
)

// nest tells of every draft which one it stands within: of those whose content holds its cue, the one with the shortest
// content. No draft stands within itself, however the contents lie. The drafts are in the order of their cues.
func (r *reading) nest() {
	pieces := r.pieces()
	var open []piece // those that began before the cue at hand and may hold it
	next := 0
	for i := range r.drafts {
		head := r.drafts[i].head
		for ; next < len(pieces) && pieces[next].span.Start <= head; next++ {
			open = append(open, pieces[next])
		}
		open = slices.DeleteFunc(open, func(p piece) bool { return p.span.End <= head })
		r.drafts[i].within = rashomon.None
		for _, p := range open {
			outer := r.drafts[i].within
			if p.draft != i && !r.isWithin(p.draft, i) && (outer == rashomon.None || r.drafts[p.draft].content.len() < r.drafts[outer].content.len()) {
				r.drafts[i].within = p.draft
			}
		}
	}
}

// A piece is a stretch of the content of a draft.
type piece struct {
	span  rashomon.Span
	draft int
}

// pieces returns the stretches of all contents in the order of their beginnings.
func (r *reading) pieces() []piece {
	var all []piece
	for i, d := range r.drafts {
		r.drafts[i].within = rashomon.None
		for _, span := range d.content {
			all = append(all, piece{span, i})
		}
	}
	slices.SortStableFunc(all, func(a, b piece) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return all
}

// isWithin reports whether draft i stands within draft j already, at whatever depth.
func (r *reading) isWithin(i, j int) bool {
	for ; i != rashomon.None; i = r.drafts[i].within {
		if i == j {
			return true
		}
	}
	return false
}

// keepReports leaves out what stands within another statement and lays no words to anybody else: the wishes, thoughts and
// gestures that somebody's words speak of are part of these words.
func (r *reading) keepReports() {
	kept := r.drafts[:0]
	for _, d := range r.drafts {
		if d.within == rashomon.None || d.isReport() {
			kept = append(kept, d)
		}
	}
	r.drafts = kept
}

// isReport reports whether a draft lays words to somebody: a clause or a quotation that is said, not thought or wanted.
func (d draft) isReport() bool { return d.typ == rashomon.StatementAssertion && d.clausal }

// takeOutPhrases takes "according to ..." out of the contents of statements that stand within what it speaks of.
func (r *reading) takeOutPhrases() {
	for _, phrase := range r.drafts {
		if phrase.outside.Empty() {
			continue
		}
		start, end := r.around(phrase.outside)
		for n := start; n < end; n++ {
			if d := &r.drafts[n]; d.outside.Empty() && phrase.content.holds(d.head) {
				d.content = d.content.without(phrase.outside)
			}
		}
	}
}

// isOwnVoice reports whether a draft lays something to whoever speaks already: the author of a text, or the speaker of a
// quotation, who says "I think".
func (r *reading) isOwnVoice(d draft) bool {
	return d.speaker != rashomon.None && inClass("first person", r.words[d.speaker])
}
