package pair

import (
	"errors"
	"fmt"
	"strings"
)

// A family is the number of a family of words, in the order of the data file.
type family int

// mostFamilies is how many families a familySet has room for.
const mostFamilies = 192

// A familySet is families, as a set of bits.
type familySet [mostFamilies / 64]uint64

func (s *familySet) add(f family)     { s[f/64] |= 1 << (f % 64) }
func (s familySet) has(f family) bool { return s[f/64]&(1<<(f%64)) != 0 }

// shares reports whether two sets have a family in common.
func (s familySet) shares(other familySet) bool {
	return s[0]&other[0] != 0 || s[1]&other[1] != 0 || s[2]&other[2] != 0
}

func (s familySet) and(other familySet) familySet {
	return familySet{s[0] & other[0], s[1] & other[1], s[2] & other[2]}
}

func (s familySet) or(other familySet) familySet {
	return familySet{s[0] | other[0], s[1] | other[1], s[2] | other[2]}
}

// kin is the families that an event is of, with what these can do: one for all events that are of the same.
type kin struct {
	families familySet
	outcomes familySet // that are outcomes of these
	wholes   familySet // that these are outcomes of
}

// kin returns that of some families.
func (w *Words) kin(families familySet) *kin {
	k, known := w.kins[families]
	if !known {
		k = &kin{families: families}
		k.outcomes, k.wholes = lexicon().outcomes(families)
		w.kins[families] = k
	}
	return k
}

// families returns the families that a lemma is of. A word with a particle that no family has goes by the word.
func families(lemma string) familySet {
	if found, known := lexicon().families[lemma]; known {
		return found
	}
	return lexicon().families[lastWord(lemma)]
}

// family returns the number of a family by its name, which it may see for the first time.
func (v *vocabulary) family(name string) (family, error) {
	f, known := v.names[name]
	if !known {
		if len(v.names) == mostFamilies {
			return 0, errors.New("too many families")
		}
		f = family(len(v.names))
		v.names[name] = f
	}
	return f, nil
}

func (v *vocabulary) addFamily(columns []string) error {
	words := strings.Fields(columns[1])
	if columns[0] == "" || len(words) == 0 {
		return errors.New("want families and words")
	}
	for name := range strings.FieldsSeq(columns[0]) {
		f, err := v.family(name)
		if err != nil {
			return err
		}
		for _, word := range words {
			word = strings.ReplaceAll(word, "_", " ")
			set := v.families[word]
			set.add(f)
			v.families[word] = set
		}
	}
	return nil
}

func (v *vocabulary) addMode(columns []string) error {
	var set familySet
	for name := range strings.FieldsSeq(columns[1]) {
		f, known := v.names[name]
		if !known {
			return fmt.Errorf("data/families.txt has no %q", name)
		}
		set.add(f)
	}
	for mode := range strings.FieldsSeq(columns[0]) {
		v.modes[mode] = set
	}
	return nil
}
