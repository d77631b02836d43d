package framing

import (
	"strings"

	"rashomon"
)

// A hit is where an entry of a lexicon stands in a document.
type hit struct {
	span rashomon.Span
	head int // the token of the span that hangs on none within it
	*entry
}

// find returns the entries of a lexicon that stand in the document, the longest at each place and none within another.
func (r *reading) find(l lexicon) []hit {
	var hits []hit
	for i := 0; i < len(r.words); {
		h, found := r.longest(l, i)
		if !found {
			i++
			continue
		}
		hits = append(hits, h)
		i = h.span.End
	}
	return hits
}

// longest returns the longest entry that begins at a token and stands there as its class does.
func (r *reading) longest(l lexicon, i int) (best hit, found bool) {
	if beginsNothing(r.doc.Tokens[i].UPOS) {
		return hit{}, false
	}
	best, found = r.longestOf(l[r.words[i]], i, best, found)
	if r.lemmas[i] != r.words[i] {
		best, found = r.longestOf(l[r.lemmas[i]], i, best, found)
	}
	if held := r.placeholder(i); held != "" {
		best, found = r.longestOf(l[held], i, best, found)
	}
	if r.named[i] != rashomon.None {
		best, found = r.longestOf(l[anyParty], i, best, found)
	}
	if !found {
		return r.reversed(l, i)
	}
	return best, found
}

// beginsNothing reports whether words of a part of speech begin no entry, as more than half of all tokens do.
func beginsNothing(upos string) bool {
	switch upos {
	case "PUNCT", "ADP", "DET", "CCONJ", "SCONJ", "PRON", "PART", "NUM", "SYM":
		return true
	}
	return false
}

// longestOf returns the first of some entries, which stand the longest first, that stands at a token and is longer than
// the best one so far.
func (r *reading) longestOf(entries []entry, i int, best hit, found bool) (hit, bool) {
	for at := range entries {
		if found && len(entries[at].words) <= best.span.Len() {
			break
		}
		if h, ok := r.at(&entries[at], i); ok {
			return h, true
		}
	}
	return best, found
}

// reversed finds a word behind "anti-": whoever is against the bad is good.
func (r *reading) reversed(l lexicon, i int) (hit, bool) {
	rest, found := strings.CutPrefix(r.words[i], "anti-")
	if !found {
		return hit{}, false
	}
	for _, e := range l[rest] {
		e.valence, e.rule = -e.valence, e.rule+", anti-"
		if h := (hit{rashomon.Span{Start: i, End: i + 1}, i, &e}); len(e.words) == 1 && r.stands(h) {
			return h, true
		}
	}
	return hit{}, false
}

// placeholder returns what an entry may have for a token: "" for one that is in no name of a person or place.
func (r *reading) placeholder(i int) string {
	if r.doc.Tokens[i].UPOS == "PROPN" && r.persons[r.words[i]] {
		return anyPerson
	}
	if r.named[i] != rashomon.None && r.doc.Entities[r.doc.Mentions[r.named[i]].Entity].Type == rashomon.EntityPlace {
		return anyPlace
	}
	return ""
}

// at returns the hit of an entry at a token, if it stands there in one sentence.
func (r *reading) at(e *entry, i int) (hit, bool) {
	span := rashomon.Span{Start: i, End: i + len(e.words)}
	if span.End > len(r.words) {
		return hit{}, false
	}
	for n, word := range e.words {
		if !r.isWord(i+n, word) || n > 0 && r.beginsSentence(i+n) {
			return hit{}, false
		}
	}
	h := hit{span, r.tree.HeadOf(span), e}
	return h, r.stands(h)
}

func (r *reading) isWord(i int, word string) bool {
	switch word {
	case anyParty:
		return r.named[i] != rashomon.None
	case anyPerson, anyPlace:
		return r.placeholder(i) == word
	}
	return r.words[i] == word || r.lemmas[i] == word
}

func (r *reading) beginsSentence(i int) bool {
	return r.doc.Sentences[r.doc.SentenceOf(i)].Span.Start == i
}

// stands reports whether the words of a hit stand as those of its class do. Phrases are taken as they are, but for
// those that name parties, which stand as nouns or with one.
func (r *reading) stands(h hit) bool {
	token := r.doc.Tokens[h.head]
	switch h.class {
	case classNoun:
		return token.UPOS == "NOUN" || token.UPOS == "PROPN" || r.headed[h.head] != rashomon.None
	case classAdjective:
		return token.UPOS == "ADJ" || r.isModifier(h.head) && token.Relation != "acl"
	case classVerb:
		return token.UPOS == "VERB" || len(h.words) > 1
	case classAdverb:
		return token.UPOS == "ADV" || len(h.words) > 1
	}
	return true
}
