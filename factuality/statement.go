package factuality

import (
	"cmp"
	"slices"

	"rashomon"
)

// findVoices notes of every token whose words it is in, as Document.Voice tells it of an extent, for all tokens at
// once: the longest contents first, so that the innermost comes last.
func (r *reading) findVoices() {
	type content struct {
		span      rashomon.Span
		statement int
	}
	var contents []content
	r.voices, r.cues = nones(len(r.doc.Tokens)), nones(len(r.doc.Tokens))
	for i, statement := range r.doc.Statements {
		for _, span := range statement.Content {
			contents = append(contents, content{span, i})
		}
		for token := statement.Cue.Start; token < statement.Cue.End; token++ {
			r.cues[token] = i
		}
	}
	slices.SortStableFunc(contents, func(a, b content) int {
		return cmp.Compare(r.doc.Extent(b.span).Len(), r.doc.Extent(a.span).Len())
	})
	lengths := make([]int, len(r.doc.Tokens)) // of the content that each token was last found in
	for _, c := range contents {
		for token := c.span.Start; token < c.span.End; token++ {
			within := r.doc.Statements[c.statement].Within
			if length := r.doc.Extent(c.span).Len(); length != lengths[token] || within == r.voices[token] {
				r.voices[token], lengths[token] = c.statement, length
			}
		}
	}
}

func nones(length int) []int {
	all := make([]int, length)
	for i := range all {
		all[i] = rashomon.None
	}
	return all
}

// holds reports whether a token stands in a statement, at whatever depth.
func (r *reading) holds(statement, token int) bool {
	for _, span := range r.doc.Statements[statement].Content {
		if span.Start <= token && token < span.End {
			return true
		}
	}
	return false
}

// boundary returns how a token stands to the statement border between it and its head.
func (r *reading) boundary(i, head int) boundary {
	inner, outer := r.voices[i], r.voices[head]
	switch {
	case inner == outer:
		return borderNone
	case inner != rashomon.None && !r.holds(inner, head):
		if r.cues[head] == inner {
			return borderCue
		}
		return borderOther
	case outer != rashomon.None && !r.holds(outer, i):
		return borderOther
	}
	return borderNone
}

// A boundary tells whether a border of a statement runs between a token and its head.
type boundary uint8

// The boundaries.
const (
	borderNone  boundary = iota
	borderCue            // the head is the cue of the statement that holds the token
	borderOther          // they are in different words, and neither is said of the other
)

// onItsOwn returns the state of what hangs on nothing in its own statement: it is so, unless somebody denies it in
// words that stand beside ("..., a charge that he denied").
func (r *reading) onItsOwn(i int) state {
	if voice := r.voices[i]; voice != rashomon.None {
		s := &r.doc.Statements[voice]
		if s.Act == rashomon.ActDeny && s.Kind == rashomon.StatementIndirect && !s.Cue.Empty() &&
			s.Cue.Start > i && r.under(s.Cue.Start, i) {
			return r.add(i, s.Cue.Start, state{}, signature{denied, actual, "the statement is a denial"})
		}
	}
	return state{}
}

// under reports whether a token hangs on another, over whatever stands between.
func (r *reading) under(i, above int) bool {
	span := r.tree.Span(above)
	return span.Start <= i && i < span.End
}
