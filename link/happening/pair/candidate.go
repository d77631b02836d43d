package pair

import (
	"cmp"
	"math"
	"slices"
)

// Two documents are compared where they are likely to speak of one story at all: where they share names or several other
// rare words. What is rare is told by English, not by the documents.
const (
	mostKeys    = 32 // keys of each kind
	nameRarity  = someRarity
	otherRarity = 400 // of other words: beyond the first 3,300
	sureRarity  = 350 // of a name that is enough alone: beyond the first 2,000
	someRarity  = 100 // of a word in a name that is no mere "of" or "the": beyond the first 160 words of English
	fewNames    = 3   // fewer words in names are hardly any

	// relatedFrom is the cosine of two texts from which their events are compared: of 3,007 pairs of documents in
	// coref/ecb+-train that tell of one event, 1 in 70 lies below, of those that do not, 9 in 10.
	relatedFrom = 0.08
	// likenessFrom is the likeness of two texts that name somebody, see likeness, from which their events are compared. In
	// coref/ecb+-train, of pairs with a cosine of relatedFrom and more, 1 in 100 lies below it among those on one story, and 4 in 5
	// among those on others; in ecb+-dev none and 5 in 6.
	likenessFrom = 0.92
)

// A Key is a word under which a document is found, and how much it tells that two documents share it.
type Key struct {
	Word   int32
	Weight uint8
}

// Enough is the weight of shared keys from which two documents are compared.
const Enough = 6

// Keys returns the keys of a document: those that are names, and the others.
func (w *Words) Keys(a *Account) (names, others []Key) {
	for _, word := range w.rarest(a.names, nameRarity, mostKeys) {
		key := Key{word, Enough / 2}
		if w.rarity[word] >= sureRarity {
			key.Weight = Enough
		}
		names = append(names, key)
	}
	for _, word := range w.rarest(a.words, otherRarity, mostKeys) {
		others = append(others, Key{word, Enough / 2})
	}
	return names, others
}

// AllNames reports whether all words of names that [Words.ShareNames] looks at are among the keys of a document.
func AllNames(names []Key) bool { return len(names) < mostKeys }

// ShareNames reports whether two documents share a word of a name, or one of them has hardly any: accounts of one story that
// both tell of people and places have some in common.
func (w *Words) ShareNames(a, b *Account) bool {
	return HardlyNamed(a, b) || w.shareName(a, b)
}

// HardlyNamed reports whether one of two documents has hardly any names, or both are one.
func HardlyNamed(a, b *Account) bool {
	return len(a.names) < fewNames || len(b.names) < fewNames || a == b
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
func (w *Words) Related(d Documents) bool {
	switch cosine := d.Cosine(); {
	case d.a == d.b:
		return true
	case len(d.a.names) < fewNames || len(d.b.names) < fewNames || cosine < relatedFrom:
		return cosine >= relatedFrom
	default:
		return likeness(cosine, w.nameCosine(d.a, d.b)) >= likenessFrom
	}
}

// likeness joins the cosine of the words of two documents with that of their names: a logistic regression on coref/ecb+-train
// gives the root of the one twice the weight of the root of the other.
func likeness(words, names float64) float64 { return 2*math.Sqrt(words) + math.Sqrt(names) }

// likeHeads is the cosine of their heads from which two events are compared whatever their arguments.
const likeHeads = 0.3

// Comparable reports whether two events are like enough at first sight to be compared.
func (w *Words) Comparable(d Documents, i, j int) bool {
	a, b := &d.a.Tellings[i], &d.b.Tellings[j]
	return a.head == b.head || a.mode != none && a.mode == b.mode || a.families.shares(b.families) ||
		w.similarity(a.head, b.head) >= likeHeads
}

// Apart reports whether two events are certainly different, whatever else they share: too far apart in time, or done to
// different persons by name.
func (w *Words) Apart(d Documents, i, j int) bool {
	a, b := &d.a.Tellings[i], &d.b.Tellings[j]
	return a.time.excludes(b.time, fineSlack) || a.otherVictim(b)
}

// otherVictim reports whether two events are done to different persons by name.
func (t *Telling) otherVictim(other *Telling) bool {
	x, y, both := victims(t, other)
	return both && !x.same(y)
}
