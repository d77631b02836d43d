package pair

import (
	"cmp"
	"slices"
)

// Two documents are compared where they are likely to speak of one story at all.
const (
	nameKeys    = 24  // keys that are words of names
	otherKeys   = 24  // keys that are other words
	keyRarity   = 300 // of names: beyond the first 1,200 words of English
	otherRarity = 400 // of other words: beyond the first 3,300

	// relatedFrom is the cosine of two texts from which their events are compared: of 3,007 pairs of documents in
	// coref/ecb+-train that tell of one event, 1 in 70 lies below, of those that do not, 9 in 10.
	relatedFrom = 0.08
)

// Keys returns the words under which a document is found: its rarest. What is rare is told by English, not by the documents.
func (w *Words) Keys(a *Account) []int32 {
	keys := w.rarest(a.names, keyRarity, nameKeys)
	for _, key := range w.rarest(a.words, otherRarity, nameKeys+otherKeys) {
		if len(keys) < nameKeys+otherKeys && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// rarest returns the rarest words of a bag, of equals the first by the alphabet.
func (w *Words) rarest(words bag, from int32, most int) []int32 {
	rare := slices.DeleteFunc(slices.Clone(words), func(word int32) bool { return w.rarity[word] < from })
	slices.SortFunc(rare, func(a, b int32) int {
		return cmp.Or(cmp.Compare(w.rarity[b], w.rarity[a]), cmp.Compare(w.forms[a], w.forms[b]))
	})
	return rare[:min(most, len(rare))]
}

// Related reports whether two documents may speak of one story.
func (d Documents) Related() bool {
	return d.a == d.b || d.values[TextCosine] >= relatedFrom
}

// likeHeads is the cosine of their heads from which two events are compared whatever their arguments.
const likeHeads = 0.25

// Comparable reports whether two events are like enough at first sight to be compared.
func (w *Words) Comparable(d Documents, i, j int) bool {
	a, b := &d.a.Tellings[i], &d.b.Tellings[j]
	return a.head == b.head || w.similarity(a.head, b.head) >= likeHeads || shareOne(a.families, b.families) ||
		a.mode != "" && a.mode == b.mode
}

// Apart reports whether two events are certainly different, whatever else they share: too far apart in time, or done to
// different persons by name.
func (w *Words) Apart(d Documents, i, j int) bool {
	a, b := &d.a.Tellings[i], &d.b.Tellings[j]
	if a.time.excludes(b.time) {
		return true
	}
	x, y := a.victim(), b.victim()
	return x != nil && y != nil && !x.same(*y)
}
