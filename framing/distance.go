package framing

import "rashomon"

// quotedLimit is how many words quotation marks hold at the most that keep a word at a distance: 'the "moderate armed
// opposition"'. What is longer is somebody's words.
const quotedLimit = 4

// unknownLimit is how many they hold at the most where no word of labels.txt is among them: 'the "local experts"'.
const unknownLimit = 2

// closing are the quotation marks that may end what another one begins.
var closing = map[string]string{"\"": "\"", "“": "”", "‘": "'", "'": "'", "«": "»", "``": "''", "„": "“"}

// addDistances adds the noun phrases whose mention stands behind words that hold it at a distance.
func (r *reading) addDistances() {
	for _, m := range r.doc.Mentions {
		if m.Distancing.Empty() {
			continue
		}
		if p := r.party(m.Head); !p.doubted {
			p.span = join(p.span, m.Distancing)
			p.held, p.doubted, p.says = true, true, true
			p.rules = append(p.rules, "distancing")
		}
	}
}

// addQuotations adds the noun phrases of which a part stands in quotation marks that hold it at a distance, and marks
// those that are spoken of as words: 'the word "rebels"', 'what they call "rebels"'.
func (r *reading) addQuotations() {
	for i := range r.words {
		quoted := r.quotedFrom(i)
		if quoted.Empty() || !r.isPlain(quoted) {
			continue
		}
		head := r.phraseHead(r.tree.HeadOf(quoted))
		_, known := r.byPhrase[head]
		if !known && quoted.Len() > unknownLimit {
			continue
		}
		p := r.party(head)
		p.span = join(p.span, rashomon.Span{Start: quoted.Start - 1, End: quoted.End + 1})
		p.held, p.says = true, true
		p.spoken = i > 0 && r.namesWords(i-1) || r.hasCase(head, "as") || r.namesWords(r.tree.Head(head))
		p.rules = append(p.rules, "quotation marks")
	}
}

// namesWords reports whether a token, or None, tells that words are spoken of and not used.
func (r *reading) namesWords(i int) bool {
	return i != rashomon.None && (inClass("of words", r.lemmas[i]) || inClass("naming", r.lemmas[i]))
}

// quotedFrom returns the few words that stand in quotation marks behind an opening one, or an empty span.
func (r *reading) quotedFrom(open int) rashomon.Span {
	if first := r.words[open][0]; 'a' <= first && first <= 'z' { // no mark, and cheaper to know than by the map
		return rashomon.Span{}
	}
	end, isMark := closing[r.doc.Quote(r.doc.Tokens[open].Extent)]
	if !isMark || r.spaceBehind(open) {
		return rashomon.Span{}
	}
	last := min(open+1+quotedLimit, len(r.words)-1, r.doc.Sentences[r.doc.SentenceOf(open)].Span.End-1)
	for i := open + 1; i <= last; i++ {
		if r.words[i] == end {
			return rashomon.Span{Start: open + 1, End: i}
		}
	}
	return rashomon.Span{}
}

func (r *reading) spaceBehind(i int) bool {
	return i+1 == len(r.words) || r.doc.Tokens[i].Extent.End != r.doc.Tokens[i+1].Extent.Start
}

// isPlain reports whether quoted words are a noun or stand with one, and are no name or title.
func (r *reading) isPlain(quoted rashomon.Span) bool {
	for i := quoted.Start; i < quoted.End; i++ {
		switch r.doc.Tokens[i].UPOS {
		case "AUX", "PRON", "PUNCT", "INTJ", "ADV", "DET":
			return false
		}
	}
	return r.isLower(quoted.End - 1)
}
