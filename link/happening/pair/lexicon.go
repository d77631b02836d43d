package pair

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// lexicon is the families of each word, read once.
var lexicon = sync.OnceValue(func() map[string][]string {
	l, _ := readFamilies() // a test reads the file and fails on an error
	return l
})

// families returns the families that a lemma is of, sorted. A word with a particle that no family has goes by the word.
func families(lemma string) []string {
	if found, known := lexicon()[lemma]; known {
		return found
	}
	return lexicon()[lastWord(lemma)]
}

func readFamilies() (map[string][]string, error) {
	l := map[string][]string{}
	err := datafile.Each(files, "data/families.txt", 2, func(columns []string) error {
		words := strings.Fields(columns[1])
		if columns[0] == "" || len(words) == 0 {
			return fmt.Errorf("want a family and words")
		}
		for _, word := range words {
			word = strings.ReplaceAll(word, "_", " ")
			l[word] = append(l[word], columns[0])
		}
		return nil
	})
	for word, names := range l {
		slices.Sort(names)
		l[word] = slices.Compact(names)
	}
	return l, err
}
