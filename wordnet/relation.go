package wordnet

// A relation is one that the data file holds.
type relation uint8

// Those of synsets come first, then those of senses, which WordNet calls lexical: "rise" has the antonym "fall", and
// "ascend", which means the same as the one, is no antonym of "fall".
const (
	hypernym   relation = iota // of what is a kind of what
	entailment                 // of a verb that cannot be true without another: "snore", "sleep"
	cause                      // of a verb that makes another happen: "kill", "die"
	similar                    // of adjectives round one that has an antonym, and of verbs of one group
	opposition                 // of synsets that have words with antonyms in each other
	antonym
	derivation // of a noun and its verb, an adverb and its adjective: "evacuation", "evacuate"
	relations
)

func (r relation) isLexical() bool { return r >= antonym }

// Synonym reports whether two words mean the same in some sense.
func (w Word) Synonym(other Word) bool {
	return w.eachSynset(other.means)
}

// Antonym reports whether two words are opposites by name: "rise" and "fall", "open" and "closed".
func (w Word) Antonym(other Word) bool { return w.linked(antonym, other) }

// Derived reports whether one of two words is made of the other, or both of one: "evacuate" and "evacuation".
func (w Word) Derived(other Word) bool { return w.linked(derivation, other) }

// linked reports whether a sense of the word stands in a lexical relation to one of another.
func (w Word) linked(kind relation, other Word) bool {
	return w.each(func(sense int) bool {
		for to := range w.net.table.related(kind, sense) {
			if other.has(to) {
				return true
			}
		}
		return false
	})
}

// Derivations returns the lemmas of the words that stand in the relation of [Word.Derived] to this one, without it, in
// the order of its senses.
func (w Word) Derivations() []string {
	var found []string
	seen := map[string]bool{}
	w.each(func(sense int) bool {
		seen[w.net.table.owner(sense)] = true
		return false
	})
	w.each(func(sense int) bool {
		for to := range w.net.table.related(derivation, sense) {
			if lemma := w.net.table.owner(to); !seen[lemma] {
				seen[lemma] = true
				found = append(found, lemma)
			}
		}
		return false
	})
	return found
}

// Opposed reports whether two words are opposites by name or by meaning: a synonym of the one is the antonym of a
// synonym of the other ("ascend" and "fall"), or what the one is similar to, as WordNet has it of adjectives, of what
// the other is.
func (w Word) Opposed(other Word) bool {
	return w.eachSynset(func(synset int) bool {
		return w.net.nearby(synset, func(near int) bool {
			for opposite := range w.net.table.related(opposition, near) {
				if w.net.nearby(opposite, other.means) {
					return true
				}
			}
			return false
		})
	})
}

// nearby calls do with a synset and those similar to it until it returns true, and reports whether it did.
func (n *Net) nearby(synset int, do func(int) bool) bool {
	if do(synset) {
		return true
	}
	for near := range n.table.related(similar, synset) {
		if do(near) {
			return true
		}
	}
	return false
}

// Kind reports whether one of two words is a kind of the other, with at most so many steps between: a "dam" is a kind
// of "barrier", which is a kind of "obstruction". An adjective is a kind of one that it is similar to ("deadly",
// "fatal"), and so is a verb of another of its group. Synonyms are kinds of each other without a step.
func (w Word) Kind(other Word, steps int) bool {
	return w.IsKindOf(other, steps) || other.IsKindOf(w, steps)
}

// IsKindOf reports whether a word is a kind of another, with at most so many steps between.
func (w Word) IsKindOf(other Word, steps int) bool {
	return w.eachSynset(func(synset int) bool { return w.net.rises(synset, other, steps) })
}

// rises reports whether up to so many steps up from a synset there is one of a word.
func (n *Net) rises(synset int, to Word, steps int) bool {
	if to.means(synset) {
		return true
	}
	if steps == 0 {
		return false
	}
	for _, kind := range [...]relation{hypernym, similar} {
		for above := range n.table.related(kind, synset) {
			if n.rises(above, to, steps-1) {
				return true
			}
		}
	}
	return false
}

// Entails reports whether one of two verbs makes the other happen or cannot happen without it: "kill" and "die".
func (w Word) Entails(other Word) bool { return w.brings(other) || other.brings(w) }

func (w Word) brings(other Word) bool {
	return w.eachSynset(func(synset int) bool {
		for _, kind := range [...]relation{entailment, cause} {
			for to := range w.net.table.related(kind, synset) {
				if other.means(to) {
					return true
				}
			}
		}
		return false
	})
}

// Related reports whether two words can tell of the same, in whatever part of speech: they are synonyms, or words that
// they are made of, or that are made of them, are: "flee" and "flight", "seize" and "capture".
func (w Word) Related(other Word) bool {
	return w.eachTold(func(synset int) bool {
		return other.eachTold(func(told int) bool { return told == synset })
	})
}

// eachTold calls do with the synsets of the word and those of the words that stand in the relation of [Word.Derived] to
// it.
func (w Word) eachTold(do func(synset int) bool) bool {
	return w.each(func(sense int) bool {
		if do(w.net.table.synset(sense)) {
			return true
		}
		for to := range w.net.table.related(derivation, sense) {
			if do(w.net.table.synset(to)) {
				return true
			}
		}
		return false
	})
}
