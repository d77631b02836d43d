package point

import (
	"slices"
	"strings"
)

// A likeness tells how far two tellings speak of the same thing.
type likeness struct {
	predicate float64 // of what happened, from 0 to 1
	content   float64 // share of the content of the poorer one that the other has too, from 0 to 1
	weight    float64 // of what they share: how much it says
	shared    []*word // words and parties that both have

	matching *matching // of the shelves of the two; nil where they were not matched
	forward  bool      // the first of the two is of the first of the shelves
}

// liken compares two tellings by their predicates and by what stands in them.
func liken(a, b *telling) likeness {
	l := likenBy(a, b, share)
	l.predicate = a.predicateAkin(b)
	return l
}

// likenBy compares two tellings by what stands in them.
func likenBy(a, b *telling, share func(of, with *telling) likeness) likeness {
	shorter, longer := a, b
	if len(b.keys) < len(a.keys) {
		shorter, longer = b, a
	}
	l := share(shorter, longer)
	if len(a.keys) == len(b.keys) {
		if other := share(longer, shorter); other.before(l) {
			l = other
		}
	}
	return l
}

// held tells how well the second of two tellings, of which this is the likeness, holds a key of the first.
func (l likeness) held(a, b *telling, key int) float64 {
	if l.matching == nil {
		return b.has(a.keys[key])
	}
	return l.matching.held(a, b, key, l.forward)
}

// predicateAkin tells how far two tellings are of the same by what happened.
func (t *telling) predicateAkin(other *telling) float64 {
	if t.isOtherSort(other) {
		return 0
	}
	return t.coreWord.akin(other.coreWord)
}

// isOtherSort reports whether one of two predicates tells what something is, and the other something else.
func (t *telling) isOtherSort(other *telling) bool {
	return t.core != other.core && (t.isNominal() || other.isNominal())
}

// before reports whether a likeness tells of more than another.
func (l likeness) before(other likeness) bool {
	return l.content > other.content || l.content == other.content && l.weight > other.weight
}

// isNominal reports whether the predicate is a noun with an article ("it is a strike"), which tells what something is, and is
// like no verb of the same word.
func (t *telling) isNominal() bool {
	if t.prepared {
		return t.traits.nominal
	}
	if complement, follows := strings.CutPrefix(t.clause.Predicate, "be "); !follows || complement != t.core {
		return false
	}
	before := strings.Fields(t.digest.Text[max(0, t.clause.Head.Start-len("the ")):t.clause.Head.Start])
	return len(before) > 0 && words().classes.Has("article", strings.ToLower(before[len(before)-1]))
}

// share tells how much of the content of one telling another has.
func share(of, with *telling) likeness {
	return shareBy(of, nil, func(i int) float64 { return with.has(of.keys[i]) })
}

// shareBy tells the same by how well each key is held. The keys that are shared stand behind others.
func shareBy(of *telling, others []*word, held func(i int) float64) likeness {
	l := likeness{shared: others}
	var total, whole float64
	for i, key := range of.keys {
		weight := key.weight
		whole += weight
		if fit := held(i); fit > 0 {
			total += weight * fit
			l.weight += weight * fit
			l.shared = append(l.shared, key)
		}
	}
	if whole > 0 {
		l.content = total / whole
	}
	return l
}

// has tells how well a telling holds a key, from 0 to 1.
func (t *telling) has(key *word) float64 { return heldAmong(t.keys, key) }

// heldAmong tells how well a sorted list holds a key, from 0 to 1.
func heldAmong(keys []*word, key *word) float64 {
	if isAmong(keys, key) {
		return 1
	}
	if !key.hasLike() {
		return 0
	}
	best := 0.0
	for _, other := range keys {
		best = max(best, key.akinFrom(other, max(best, leastAkin)))
	}
	if best < leastAkin {
		return 0
	}
	return best
}

// leastAkin is how near in meaning two words must be for the one to stand for the other.
const leastAkin = 0.25

// holds reports whether a key is one of a telling's.
func (t *telling) holds(key *word) bool { return isAmong(t.keys, key) }

// isAmong reports whether a sorted list has a key.
func isAmong(keys []*word, key *word) bool {
	_, found := slices.BinarySearchFunc(keys, key, compareWords)
	return found
}

// holdsKin reports whether a telling has a key, or a word of one family with it.
func (t *telling) holdsKin(key *word) bool {
	if t.holds(key) {
		return true
	}
	return key.kin != 0 && !key.numeral && slices.ContainsFunc(t.keys, func(other *word) bool { return !other.numeral && key.isKin(other) })
}

func compareWords(a, b *word) int { return strings.Compare(a.text, b.text) }

// isParty reports whether a key stands for a party.
func (w *word) isParty() bool { return strings.HasPrefix(w.text, "@") }
