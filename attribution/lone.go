package attribution

import "rashomon"

// isLone reports whether a quotation stands by itself: it is one whole sentence or several, with a verb.
func (r *reading) isLone(quotation rashomon.Span) bool {
	last := quotation.End - 1
	end := r.sentence(last).End
	if _, isMark := marks[r.words[last]]; !isMark {
		return false
	}
	return quotation.Start == r.sentence(quotation.Start).Start && (quotation.End == end || quotation.End == end-1) &&
		r.hasClause(quotation)
}

// lone returns the statement of a quotation that stands by itself: its speaker is whoever spoke in the quotation that ends the
// paragraph before, or whom the sentence before is about, else nobody who is known.
func (r *reading) lone(quotation rashomon.Span) draft {
	d := draft{
		head: quotation.Start, speaker: rashomon.None, content: single(quotation), clausal: true,
		entry: entry{frames: frameClause, typ: rashomon.StatementAssertion, act: rashomon.ActAssert, rule: "quotation"},
	}
	if quotation.Start == 0 {
		return d
	}
	if r.partOf(quotation.Start-1) != r.partOf(quotation.Start) {
		if speaker := r.lastSpeaker(quotation.Start); speaker != rashomon.None {
			d.speaker, d.rule = speaker, "quotation: continued"
		}
		return d
	}
	if subject := r.topic(quotation.Start - 1); subject != rashomon.None {
		d.speaker, d.source, d.rule = subject, r.sourceSpan(subject, quotation.Start), "quotation: subject of the sentence before"
	} else if stated := r.stated(r.sentence(quotation.Start - 1)); stated != rashomon.None {
		d.speaker, d.rule = r.drafts[stated].speaker, "quotation: source of the sentence before"
	}
	return d
}

// stated returns the first draft of a sentence that somebody stands behind, or None.
func (r *reading) stated(sentence rashomon.Span) int {
	for n, end := r.around(sentence); n < end; n++ {
		if d := r.drafts[n]; contains(sentence, d.head) && d.speaker != rashomon.None && d.clausal {
			return n
		}
	}
	return rashomon.None
}

// lastSpeaker returns who speaks the quotation that stands in the paragraph before a token, where no other sentence of the
// author's follows it there.
func (r *reading) lastSpeaker(token int) int {
	sentence := r.sentence(token - 1)
	last := rashomon.None
	start, end := r.around(sentence)
	for n := start; n < end; n++ {
		if r.endsIn(r.drafts[n], sentence) {
			last = r.drafts[n].speaker
		}
	}
	for _, d := range r.drafts[r.sorted:][max(0, len(r.drafts)-r.sorted-1):] {
		if r.endsIn(d, sentence) {
			last = d.speaker
		}
	}
	return last
}

// endsIn reports whether a draft with a quotation has its cue or its end in a sentence.
func (r *reading) endsIn(d draft, sentence rashomon.Span) bool {
	return len(d.content) > 0 && r.kind(d.content) != rashomon.StatementIndirect && r.quotes(d) &&
		(contains(sentence, d.head) || contains(sentence, d.content[len(d.content)-1].End-1))
}

// topic returns the subject of the sentence that ends with a token, if it is a person, or None.
func (r *reading) topic(last int) int {
	sentence := r.sentence(last)
	for i := sentence.Start; i < sentence.End; i++ {
		if r.tree.Is(i, "nsubj") && r.tree.Head(r.tree.Head(i)) == rashomon.None && r.isPerson(i) {
			return i
		}
	}
	return rashomon.None
}

// isPerson reports whether a token heads a mention of one person, a name that nothing is known of, or is "he" or "she".
func (r *reading) isPerson(i int) bool {
	if m := r.mentionAt(i); m != rashomon.None {
		return r.doc.Entities[r.doc.Mentions[m].Entity].Type == rashomon.EntityPerson
	}
	return r.doc.Tokens[i].UPOS == "PROPN" || inClass("third person", r.words[i])
}
