package framing

import "rashomon"

// chainLimit is how many modifiers may hang one on the other, or stand before a noun. "The freely elected and respected
// council" has two.
const chainLimit = 6

// hitHead returns the noun that a hit stands with, or its own. What holds a noun at a distance stands before it,
// whatever the tree has made of "would-be".
func (r *reading) hitHead(h hit) int {
	head := r.phraseHead(h.head)
	if h.class != classDistancing || head >= h.span.End {
		return head
	}
	for i := h.span.End; i < min(h.span.End+chainLimit, len(r.words)); i++ {
		if r.headed[i] != rashomon.None || r.doc.Tokens[i].UPOS == "VERB" && !r.isModifier(i) {
			return i
		}
	}
	return head
}

// phraseHead returns the noun that a modifier stands with, or the token itself: in "the criminal gang leader" the gang
// is criminal.
func (r *reading) phraseHead(i int) int {
	for range chainLimit {
		if !r.isModifier(i) {
			break
		}
		if i = r.tree.Head(i); r.doc.Tokens[i].UPOS == "NOUN" {
			break
		}
	}
	return i
}

// headsNoun reports whether a token can head the name of a party: what somebody is said to be like is no name.
func (r *reading) headsNoun(i int) bool {
	upos := r.doc.Tokens[i].UPOS
	return upos == "NOUN" || upos == "PROPN" || r.headed[i] != rashomon.None
}

// isModifier reports whether a token stands with a noun, or is joined to a word that does.
func (r *reading) isModifier(i int) bool {
	head := r.tree.Head(i)
	if head == rashomon.None {
		return false
	}
	switch relation := r.doc.Tokens[i].Relation; relation {
	case "amod", "compound", "acl", "nmod:desc":
		return true
	case "conj", "advmod", "punct":
		return r.tree.Is(head, "amod") && (relation != "conj" || r.doc.Tokens[i].UPOS != "NOUN")
	}
	return false
}
