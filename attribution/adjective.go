package attribution

import "rashomon"

// addAdjective adds the statement that an adjective makes of its subject: "they are convinced that ...", "the minister was
// critical of ...".
func (r *reading) addAdjective(i int) {
	if upos := r.doc.Tokens[i].UPOS; upos != "ADJ" && upos != "VERB" {
		return
	}
	lines := adjectiveLines(r.words[i])
	if len(lines) == 0 || r.tree.Is(i, "amod") && r.tree.Span(i).Len() == 1 || r.isCue(i) {
		return
	}
	c, line, found := choose(lines, r.adjectiveComplements(i))
	if !found {
		return
	}
	cue := r.verbGroup(i, i)
	if c.cueEnd > 0 {
		cue.End = max(cue.End, c.cueEnd)
	}
	speaker := r.bearer(i)
	r.drafts = append(r.drafts, draft{
		head: i, speaker: speaker, source: r.sourceSpan(speaker, i), cue: cue, content: c.content, entry: line,
	})
}

// isCue reports whether a token belongs to the cue of a draft already: "made clear".
func (r *reading) isCue(i int) bool {
	for n := len(r.drafts) - 1; n >= 0 && r.drafts[n].head >= i-farthest; n-- {
		if contains(r.drafts[n].cue, i) {
			return true
		}
	}
	return false
}

func (r *reading) adjectiveComplements(i int) []complement {
	out := r.clauses(i)
	for child := range r.tree.Dependents(i) {
		if child > i && r.tree.Is(child, "advcl") {
			switch {
			case r.isInfinitive(child):
				out = append(out, complement{frame: frameInfinitive, content: single(r.tree.Span(child))})
			case inClass("conjunction of a content", r.marker(child)):
				out = append(out, complement{frame: frameClause, content: single(r.tree.Span(child))})
			}
		}
	}
	return append(out, r.prepositional(i)...)
}

// bearer returns whoever an adjective is said of: its subject, passives included, or the noun that it stands behind.
func (r *reading) bearer(i int) int {
	if subject := r.tree.Dependent(i, "nsubj"); subject != rashomon.None {
		return subject
	}
	if head := r.tree.Head(i); head != rashomon.None && (r.tree.Is(i, "amod") || r.tree.Is(i, "acl")) {
		return head
	}
	return r.subject(i)
}
