package attribution

import "rashomon"

// nest tells of every draft which one it stands within: of those whose content holds its cue, the one with the shortest
// content. No draft stands within itself, however the contents lie.
func (r *reading) nest() {
	for i := range r.drafts {
		r.drafts[i].within = rashomon.None
	}
	for i := range r.drafts {
		shortest := 0
		for j := range r.drafts {
			content := r.drafts[j].content
			if i == j || !content.holds(r.drafts[i].head) || r.isWithin(j, i) {
				continue
			}
			if length := content.len(); r.drafts[i].within == rashomon.None || length < shortest {
				r.drafts[i].within, shortest = j, length
			}
		}
	}
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
// gestures that somebody's words speak of are part of these words, and "I think" in them is their speaker's own voice.
func (r *reading) keepReports() {
	kept := r.drafts[:0]
	for _, d := range r.drafts {
		if d.within == rashomon.None || r.isReport(d) {
			kept = append(kept, d)
		}
	}
	r.drafts = kept
}

// isReport reports whether a draft lays words to somebody who does not say "I".
func (r *reading) isReport(d draft) bool {
	if d.typ != rashomon.StatementAssertion || !d.clausal {
		return false
	}
	return true
}

// isOwnVoice reports whether a draft lays something to whoever speaks already: the author of a text, or the speaker of a
// quotation, who says "I think".
func (r *reading) isOwnVoice(d draft) bool {
	return d.speaker != rashomon.None && inClass("first person", r.words[d.speaker])
}
