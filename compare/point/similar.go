package point

import (
	"slices"
	"strings"
)

// A likeness tells how far two tellings speak of the same thing.
type likeness struct {
	predicate float64  // of what happened, from 0 to 1
	content   float64  // share of the content of the poorer one that the other has too, from 0 to 1
	weight    float64  // of what they share: how much it says
	shared    []string // words and parties that both have
}

// liken compares two tellings by their predicates and by what stands in them.
func liken(a, b *telling) likeness {
	shorter, longer := a, b
	if len(b.keys) < len(a.keys) {
		shorter, longer = b, a
	}
	l := share(shorter, longer)
	l.predicate = words().akin(a.core, b.core)
	return l
}

// share tells how much of the content of one telling another has.
func share(of, with *telling) likeness {
	var l likeness
	var total, whole float64
	for _, key := range of.keys {
		weight := keyWeight(key)
		whole += weight
		if fit := with.has(key); fit > 0 {
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
func (t *telling) has(key string) float64 {
	if _, found := slices.BinarySearch(t.keys, key); found {
		return 1
	}
	if strings.HasPrefix(key, "@") {
		return 0
	}
	best := 0.0
	for _, other := range t.keys {
		if !strings.HasPrefix(other, "@") {
			best = max(best, words().akin(key, other))
		}
	}
	if best < 0.25 {
		return 0
	}
	return best
}

// keyWeight tells how much a key says: a party more than most words.
func keyWeight(key string) float64 {
	if strings.HasPrefix(key, "@") {
		return 1
	}
	return words().weight(key)
}
