package factuality

import (
	"slices"

	"rashomon"
)

// governs returns what a verb, noun or adjective says in a frame. A word of degree before it goes before what it says
// itself: "too glad to leave", "strong enough to leave".
func (r *reading) governs(head int, f frame) (signature, bool) {
	if degree := r.heads[head].degree; f == frameInfinitive && !r.isVerb(head) && degree != rashomon.None {
		return find(r.lexicon.adjectives, r.words[degree], "", f, false)
	}
	return r.governsItself(head, f)
}

func (r *reading) governsItself(head int, f frame) (signature, bool) {
	token := r.doc.Tokens[head]
	word, past := fold(token.Lemma), r.isPast(head)
	switch token.UPOS {
	case "VERB", "AUX":
		if sig, found := r.verbGoverns(head, word, f, past); found {
			return sig, true
		}
		return find(r.lexicon.adjectives, r.words[head], "", f, past)
	case "ADJ", "ADV":
		if sig, found := find(r.lexicon.adjectives, word, "", f, past); found {
			return sig, true
		}
		if sig, found := find(r.lexicon.adjectives, r.words[head], "", f, past); found {
			return sig, true
		}
	}
	return find(r.lexicon.nouns, word, "", f, past)
}

// verbGoverns looks for a verb with what belongs to it before it looks for the verb alone.
func (r *reading) verbGoverns(head int, word string, f frame, past bool) (signature, bool) {
	if rest := r.heads[head].rest; rest != rashomon.None {
		if sig, found := find(r.lexicon.verbs, word, r.words[rest], f, past); found {
			return sig, true
		}
	}
	return find(r.lexicon.verbs, word, "", f, past)
}

// markerOf returns the conjunction or preposition before a clause or noun phrase, in one of its frames.
func (r *reading) markerOf(i int, f frame) (marker, bool) {
	for child := range r.tree.Dependents(i) {
		if child > i {
			break
		}
		if !r.isMarker(child) {
			continue
		}
		if m, found := r.markerAt(max(0, child-1), f); found && len(m.words) > 1 { // "far" of "far from" may hang elsewhere
			return m, true
		}
		if m, found := r.markerAt(child, f); found {
			return m, true
		}
	}
	return marker{}, false
}

func (r *reading) markerAt(at int, f frame) (marker, bool) {
	for _, m := range r.lexicon.markers[r.words[at]] {
		if slices.Contains(m.frames, f) && r.standsAt(m.words, at) {
			return m, true
		}
	}
	return marker{}, false
}

// standsAt reports whether words stand at a token and behind it.
func (r *reading) standsAt(words []string, at int) bool {
	return at+len(words) <= len(r.words) && slices.Equal(r.words[at:at+len(words)], words)
}

func (r *reading) isMarker(i int) bool {
	return r.tree.Is(i, "mark") || r.tree.Is(i, "case") || r.tree.Is(i, "advmod") || r.tree.Is(i, "cc")
}
