package attribution

import (
	"slices"

	"rashomon"
)

// A complement is what stands with a word as its content, in one construction.
type complement struct {
	frame   frames
	content spans
	cueEnd  int  // the token behind the cue, when a preposition belongs to it; else 0
	nobody  bool // the grammatical subject is part of the content, so that it is not the source
}

// choose returns the first complement that one of the lines has as a frame, and that line.
func choose(lines []entry, complements []complement) (complement, entry, bool) {
	for _, c := range complements {
		for _, line := range lines {
			if line.frames&c.frame != 0 && (!line.frames.has(frameAddressee) || c.frame != frameObject) {
				line.rule += ": " + (line.frames & c.frame).String()
				return c, line, true
			}
		}
	}
	return complement{}, entry{}, false
}

func takesQuotation(lines []entry) (entry, bool) {
	for _, line := range lines {
		if line.frames.has(frameQuote) {
			return line, true
		}
	}
	return entry{}, false
}

// verbComplements returns what a verb has as its content, the surest construction first.
func (r *reading) verbComplements(i int) []complement {
	if r.isPassive(i) {
		return r.passiveComplements(i)
	}
	out := r.clauses(i)
	object := r.object(i)
	if object == rashomon.None {
		if gap := r.antecedent(i); gap != rashomon.None {
			out = append(out, r.objectComplements(i, gap, r.antecedentSpan(gap, i))...)
		}
	} else {
		out = append(out, r.objectComplements(i, object, r.tree.Span(object))...)
	}
	out = append(out, r.naming(i)...)
	out = append(out, r.prepositional(i)...)
	return slices.DeleteFunc(append(out, r.surrounding(i)...), r.isTime)
}

// isTime reports whether a complement is a time and nothing else: "said last week", "pushed for months".
func (r *reading) isTime(c complement) bool {
	for _, s := range c.content {
		for i := s.Start; i < s.End; i++ {
			if !r.timed[i] && r.doc.Tokens[i].UPOS != "ADP" && r.doc.Tokens[i].UPOS != "PUNCT" {
				return false
			}
		}
	}
	return len(c.content) > 0
}

// surrounding returns the clause that a verb stands in as an insertion: "the bridge, he said, was open"; "as he put it".
func (r *reading) surrounding(i int) []complement {
	head := r.tree.Head(i)
	isInsertion := r.tree.Is(i, "parataxis") || r.tree.Is(i, "advcl") && r.marker(i) == "as"
	isBehind := head < i && (r.tree.Is(i, "ccomp") || r.tree.Is(i, "conj") || r.tree.Is(i, "dep")) && r.beginsAfterMark(i)
	hasOwn := r.tree.Dependent(i, "cc", "obj", "ccomp", "xcomp") != rashomon.None
	if head == rashomon.None || !isInsertion && (!isBehind || hasOwn) || r.isTooLong(i) {
		return nil
	}
	content := single(r.tree.Span(head)).without(r.tree.Span(i))
	return []complement{{frame: frameClause, content: content}}
}

// beginsAfterMark reports whether a clause begins right after a comma or a quotation mark.
func (r *reading) beginsAfterMark(i int) bool {
	start := r.tree.Span(i).Start
	if start > 0 && r.doc.Tokens[start].UPOS == "PUNCT" {
		return true
	}
	return start > 0 && r.doc.Tokens[start-1].UPOS == "PUNCT"
}

// longestInsertion is how many tokens an inserted clause with a cue may have: "told reporters at a news conference in the
// capital on Monday after the talks had ended without an agreement" and an apposition to the speaker.
const longestInsertion = 40

func (r *reading) isTooLong(i int) bool { return r.tree.Span(i).Len() > longestInsertion }
