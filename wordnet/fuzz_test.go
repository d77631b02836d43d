package wordnet_test

import (
	"slices"
	"testing"

	"rashomon/wordnet"
)

// FuzzOpen: of what is cut off nothing is opened, and whatever is opened can be asked for all its words, where the
// order of two words and a step or a sense more keep to the laws.
func FuzzOpen(f *testing.F) {
	block := write(f)
	for cut := range len(block) {
		if _, err := wordnet.Open(string(block[:cut])); err == nil {
			f.Fatalf("%d of %d bytes: got no error", cut, len(block))
		}
	}
	for at := 0; at < len(block); at += 3 {
		f.Add(at, []byte{1, 0})
	}
	f.Fuzz(func(t *testing.T, at int, damage []byte) {
		if at < 0 || at > len(block) {
			return
		}
		damaged := slices.Clone(block)
		copy(damaged[at:], damage)
		net, err := wordnet.Open(string(damaged))
		if err != nil {
			return
		}
		for _, a := range small().Entries {
			for _, b := range small().Entries {
				checkDamaged(t, net.Word(a.Lemma), net.Word(b.Lemma))
			}
		}
	})
}

// checkDamaged demands the laws that hold whatever the numbers in a table are.
func checkDamaged(t *testing.T, a, b wordnet.Word) {
	switch {
	case a.Kind(b, steps) != b.Kind(a, steps), a.Synonym(b) != b.Synonym(a), a.Related(b) != b.Related(a):
		t.Error("the order of two words changes something")
	case a.Kind(b, steps) && !a.Kind(b, steps+1):
		t.Error("a kind is none with one step more")
	case a.Derived(b.First(1)) && !a.Derived(b), a.Opposed(b.First(1)) && !a.Opposed(b):
		t.Error("a relation is none with more senses")
	}
	if lemmas := a.Derivations(); len(lemmas) > 0 && !a.Known() {
		t.Errorf("got %q of an unknown word", lemmas)
	}
	a.Class(wordnet.Noun)
}
