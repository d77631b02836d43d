package attribution

import "rashomon"

// addCredit adds the statement of a sentence that names its source before or behind a colon, as headlines do, or behind a
// dash below a quotation.
func (r *reading) addCredit(sentence int) {
	span := r.doc.Sentences[sentence].Span
	if r.addSignature(span) {
		return
	}
	for i := span.Start + 1; i < span.End; i++ {
		if r.words[i] != ":" && !(dashes[r.words[i]] && r.spaceBefore(i) && r.isHeadline(sentence)) {
			continue
		}
		before, behind := r.trim(rashomon.Span{Start: span.Start, End: i}), r.trim(rashomon.Span{Start: i + 1, End: span.End})
		switch {
		case r.words[i] == ":" && r.isCredit(before) && r.hasClause(behind):
			r.credit(before, i, r.turn(sentence, behind))
		case r.isCredit(behind) && r.hasClause(before) && r.isHeadline(sentence):
			r.credit(behind, i, before)
		}
		return
	}
}

// turn returns what somebody says whose name stands at the head of a paragraph, as in the record of an interview: all up to its
// end.
func (r *reading) turn(sentence int, said rashomon.Span) rashomon.Span {
	part := r.partOf(said.Start)
	if first := r.doc.Sentences[sentence].Span.Start; first > 0 && r.partOf(first-1) == part {
		return said
	}
	for next := sentence + 1; next < len(r.doc.Sentences) && r.partOf(r.doc.Sentences[next].Span.Start) == part; next++ {
		said.End = r.doc.Sentences[next].Span.End
	}
	return r.trim(said)
}

func (r *reading) credit(source rashomon.Span, colon int, content rashomon.Span) {
	r.drafts = append(r.drafts, draft{
		source: source, speaker: r.headOf(source), cue: rashomon.Span{Start: colon, End: colon + 1}, head: colon,
		content: single(content), clausal: true,
		entry: entry{typ: rashomon.StatementAssertion, act: rashomon.ActAssert, rule: "credit/colon"},
	})
}

// longestCredit is how many tokens a source before a colon may have: "The Guardian's Moscow correspondent".
const longestCredit = 6

// isCredit reports whether a few words name somebody or something that can speak, and nothing else.
func (r *reading) isCredit(s rashomon.Span) bool {
	if s.Empty() || s.Len() > longestCredit {
		return false
	}
	for i := s.Start; i < s.End; i++ {
		switch r.doc.Tokens[i].UPOS {
		case "VERB", "AUX", "ADV", "NUM":
			return false
		case "PUNCT":
			if r.words[i] != "," {
				return false
			}
		}
	}
	return r.isSomebody(r.headOf(s))
}

// isHeadline reports whether a sentence is a headline, or an only sentence of its paragraph without a full stop.
func (r *reading) isHeadline(sentence int) bool {
	span := r.doc.Sentences[sentence].Span
	part := r.doc.PartOf(r.doc.Tokens[span.Start].Extent.Start)
	return part != rashomon.None && r.doc.Parts[part].Kind == rashomon.PartHeadline || r.words[span.End-1] != "."
}

// headOf returns the token of a span that hangs on none within it.
func (r *reading) headOf(s rashomon.Span) int {
	for i := s.Start; i < s.End; i++ {
		if head := r.tree.Head(i); (head == rashomon.None || !contains(s, head)) && r.doc.Tokens[i].UPOS != "PUNCT" {
			return i
		}
	}
	return rashomon.None
}

// isSomebody reports whether a token heads a mention of a person, an organisation, a group or a country, or is a noun that
// the lexicon has as a source.
func (r *reading) isSomebody(head int) bool {
	if head == rashomon.None {
		return false
	}
	if sourceKind(r.lemma(head)) != "" {
		return true
	}
	if m := r.mentionAt(head); m != rashomon.None {
		return speakers[r.doc.Entities[r.doc.Mentions[m].Entity].Type]
	}
	return r.doc.Tokens[head].UPOS == "PROPN"
}

// addSignature adds the statement of a quotation that is signed behind a dash: "..." - Marta Brandt. The dash may stand at the
// beginning of a paragraph of its own.
func (r *reading) addSignature(sentence rashomon.Span) bool {
	for i := max(sentence.Start, sentence.End-longestCredit-2); i < sentence.End; i++ {
		source := r.trim(rashomon.Span{Start: i + 1, End: sentence.End})
		if !dashes[r.words[i]] || !r.isCredit(source) || i == 0 {
			continue
		}
		q := r.outermost(i - 1)
		if q == rashomon.None || r.quotations[q].span.End != i || !r.hasClause(r.quotations[q].span) {
			continue
		}
		r.credit(source, i, r.quotations[q].span)
		r.drafts[len(r.drafts)-1].rule = "credit/signature"
		return true
	}
	return false
}

var dashes = map[string]bool{"-": true, "–": true, "—": true, "--": true, "―": true}

// speakers are the types of entities that can speak.
var speakers = map[rashomon.EntityType]bool{
	rashomon.EntityPerson: true, rashomon.EntityOrganization: true, rashomon.EntityGroup: true,
}
