package party

import (
	"embed"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"rashomon/datafile"
)

// The lexicon knows the words and letters that names are compared by. It stands in the files of the folder data.

//go:embed data
var files embed.FS

type lexicon struct {
	classes  datafile.Classes
	given    map[string][]int  // given name -> the groups of forms that it is in
	synonyms map[string]string // word of a name -> the first word of its line
	sounds   sounds
	bynames  map[string][]*regexp.Regexp // by which they are for
}

// known is the embedded files, read once.
var known = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon() // a test reads the files and fails on an error
	return l
})

func readLexicon() (*lexicon, error) {
	l := &lexicon{
		classes: datafile.Classes{}, given: map[string][]int{}, synonyms: map[string]string{}, sounds: newSounds(),
		bynames: map[string][]*regexp.Regexp{},
	}
	err := errors.Join(
		datafile.Each(files, "data/words.txt", 2, l.classes.Add),
		datafile.Each(files, "data/given_names.txt", 1, l.addGiven()),
		datafile.Each(files, "data/synonyms.txt", 1, l.addSynonyms),
		datafile.Each(files, "data/sounds.txt", 2, l.sounds.add),
		datafile.Each(files, "data/bynames.txt", 2, l.addByname),
	)
	l.sounds.prepare()
	return l, err
}

func (l *lexicon) addGiven() func([]string) error {
	group := 0
	return func(columns []string) error {
		for word := range strings.FieldsSeq(columns[0]) {
			l.given[word] = append(l.given[word], group)
		}
		group++
		return nil
	}
}

func (l *lexicon) addSynonyms(columns []string) error {
	words := strings.Fields(columns[0])
	for _, word := range words {
		if other, taken := l.synonyms[word]; taken {
			return fmt.Errorf("%q stands with %q already", word, other)
		}
		l.synonyms[word] = words[0]
	}
	return nil
}

func (l *lexicon) addByname(columns []string) error {
	if columns[0] != "first" && columns[0] != "further" {
		return fmt.Errorf("%q is neither first nor further", columns[0])
	}
	pattern, err := regexp.Compile("^" + columns[1] + " ?$") // reading the line took the space at its end off
	l.bynames[columns[0]] = append(l.bynames[columns[0]], pattern)
	return err
}

func inClass(class, word string) bool { return known().classes.Has(class, word) }

// sameGiven reports whether two given names are listed as forms of one.
func sameGiven(a, b string) bool {
	for _, group := range known().given[a] {
		for _, other := range known().given[b] {
			if group == other {
				return true
			}
		}
	}
	return false
}

// synonym returns the word that stands for a word of a name and those that it is exchanged for.
func synonym(word string) string {
	if first, found := known().synonyms[word]; found {
		return first
	}
	return word
}
