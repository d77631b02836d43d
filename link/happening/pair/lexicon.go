package pair

import (
	"embed"
	"errors"
	"sync"

	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// A vocabulary is what the data files tell of words.
type vocabulary struct {
	names    map[string]family
	families map[string]familySet // of each word
	modes    map[string]familySet // of each mode
	classes  datafile.Classes
	parts    map[whole]Part
}

// lexicon is the embedded files, read once.
var lexicon = sync.OnceValue(func() *vocabulary {
	v, _ := readVocabulary() // a test reads the files and fails on an error
	return v
})

func readVocabulary() (*vocabulary, error) {
	v := &vocabulary{names: map[string]family{}, families: map[string]familySet{},
		modes: map[string]familySet{}, classes: datafile.Classes{}, parts: map[whole]Part{}}
	err := errors.Join(
		datafile.Each(files, "data/families.txt", 2, v.addFamily),
		datafile.Each(files, "data/modes.txt", 2, v.addMode),
		datafile.Each(files, "data/words.txt", 2, v.classes.Add),
		datafile.Each(files, "data/parts.txt", 3, v.addPart),
	)
	return v, err
}

func isFiller(word string) bool { return lexicon().classes.Has("filler", word) }

// isSaint reports whether a word begins the name of a saint, which tells of no place or person by itself.
func isSaint(word string) bool { return lexicon().classes.Has("saint", word) }
