package pair

import (
	"embed"
	"errors"
	"slices"
	"strings"
	"sync"

	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// A vocabulary is what the data files tell of words.
type vocabulary struct {
	families map[string][]string // of each word, sorted
	fillers  datafile.Classes
}

// lexicon is the embedded files, read once.
var lexicon = sync.OnceValue(func() *vocabulary {
	v, _ := readVocabulary() // a test reads the files and fails on an error
	return v
})

// families returns the families that a lemma is of, sorted. A word with a particle that no family has goes by the word.
func families(lemma string) []string {
	if found, known := lexicon().families[lemma]; known {
		return found
	}
	return lexicon().families[lastWord(lemma)]
}

func isFiller(word string) bool { return lexicon().fillers.Has("filler", word) }

func readVocabulary() (*vocabulary, error) {
	v := &vocabulary{families: map[string][]string{}, fillers: datafile.Classes{}}
	err := errors.Join(
		datafile.Each(files, "data/families.txt", 2, v.addFamily),
		datafile.Each(files, "data/words.txt", 2, v.fillers.Add),
	)
	for word, names := range v.families {
		slices.Sort(names)
		v.families[word] = slices.Compact(names)
	}
	return v, err
}

func (v *vocabulary) addFamily(columns []string) error {
	words := strings.Fields(columns[1])
	if columns[0] == "" || len(words) == 0 {
		return errors.New("want a family and words")
	}
	for _, word := range words {
		word = strings.ReplaceAll(word, "_", " ")
		v.families[word] = append(v.families[word], columns[0])
	}
	return nil
}
