package position

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

// A lexicon is what the data files hold.
type lexicon struct {
	classes  datafile.Classes
	verdicts map[string][]verdict // by their first word
}

// A verdict is a line of verdicts.txt.
type verdict struct {
	words   []string
	whom    string // "subject", "object" or a preposition
	valence int
}

// known is the embedded files, read once.
var known = sync.OnceValue(func() lexicon {
	l, _ := load() // a test reads the files and fails on an error
	return l
})

func load() (lexicon, error) {
	l := lexicon{classes: datafile.Classes{}, verdicts: map[string][]verdict{}}
	if err := datafile.Each(files, "data/words.txt", 2, l.classes.Add); err != nil {
		return l, err
	}
	return l, datafile.Each(files, "data/verdicts.txt", 3, l.addVerdict)
}

func (l lexicon) addVerdict(columns []string) error {
	v := verdict{words: strings.Fields(columns[0]), whom: columns[1]}
	switch columns[2] {
	case "+":
		v.valence = 1
	case "-":
		v.valence = -1
	}
	if v.valence == 0 || len(v.words) == 0 || v.whom == "" {
		return fmt.Errorf("got %q", columns)
	}
	for i := range v.words {
		v.words[i] = strings.ReplaceAll(v.words[i], "_", " ")
	}
	if slices.ContainsFunc(l.verdicts[v.words[0]], v.same) {
		return fmt.Errorf("%s stands twice", columns[0])
	}
	l.verdicts[v.words[0]] = append(l.verdicts[v.words[0]], v)
	return nil
}

func (v verdict) same(other verdict) bool {
	return slices.Equal(v.words, other.words) && v.whom == other.whom
}

func inClass(class, word string) bool { return known().classes.Has(class, word) }
