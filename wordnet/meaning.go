package wordnet

import "slices"

// Meanings are the meanings that some words have, sorted: for a word that is set beside very many others.
type Meanings []int32

// Meanings returns the meanings of a word.
func (w Word) Meanings() Meanings { return meaningsOf(w.eachSynset) }

// meaningsOf returns the synsets that a walk comes to.
func meaningsOf(walk func(do func(synset int) bool) bool) Meanings {
	var found Meanings
	walk(func(synset int) bool {
		found = append(found, int32(synset))
		return false
	})
	return found.sorted()
}

// Opposites returns the meanings of which another word must have one for the two to be [Word.Opposed].
func (w Word) Opposites() Meanings {
	return meaningsOf(func(do func(synset int) bool) bool {
		return w.eachSynset(func(synset int) bool {
			return w.net.nearby(synset, func(near int) bool {
				for opposite := range w.net.table.related(opposition, near) {
					w.net.nearby(opposite, do)
				}
				return false
			})
		})
	})
}

// Told returns the meanings of which another word must have one among its own for the two to be [Word.Related].
func (w Word) Told() Meanings { return meaningsOf(w.eachTold) }

// Kinds returns the meanings of the word and those up to so many steps above: of two words of which the one is a
// [Word.Kind] of the other, one has a meaning of the other among them.
func (w Word) Kinds(steps int) Meanings {
	found := w.Meanings()
	for from := 0; steps > 0; steps-- {
		level := found[from:]
		from = len(found)
		for _, synset := range level {
			for _, kind := range [...]relation{hypernym, similar} {
				for above := range w.net.table.related(kind, int(synset)) {
					found = append(found, int32(above))
				}
			}
		}
	}
	return found.sorted()
}

// Brings returns the meanings that the word makes happen or cannot happen without: of two words of which the one
// [Word.Entails] the other, one has a meaning of the other among them.
func (w Word) Brings() Meanings {
	var found Meanings
	w.eachSynset(func(synset int) bool {
		for _, kind := range [...]relation{entailment, cause} {
			for to := range w.net.table.related(kind, synset) {
				found = append(found, int32(to))
			}
		}
		return false
	})
	return found.sorted()
}

func (m Meanings) sorted() Meanings {
	slices.Sort(m)
	return slices.Clip(slices.Compact(m))
}

// Meet reports whether two have a meaning in common.
func (m Meanings) Meet(other Meanings) bool {
	for len(m) > 0 && len(other) > 0 {
		switch {
		case m[0] == other[0]:
			return true
		case m[0] < other[0]:
			m = m[1:]
		default:
			other = other[1:]
		}
	}
	return false
}
