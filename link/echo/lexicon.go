package echo

import (
	"embed"
	"strings"
	"sync"

	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// A lexicon knows classes of words and the names of kinds of publication.
type lexicon struct {
	classes     datafile.Classes
	periodicals map[string]bool
	kinds       map[string][]string // of outlet, by noun for it
	kindsOfName map[string][]string // of publisher, by word of its name
}

// loadLexicon reads the data files, once, when they are first asked for. An error in them is one of the program, which
// the test of the data finds.
var loadLexicon = sync.OnceValues(func() (lexicon, error) {
	l := lexicon{
		classes: datafile.Classes{}, periodicals: map[string]bool{}, kinds: map[string][]string{}, kindsOfName: map[string][]string{},
	}
	if err := datafile.Each(files, "data/words.txt", 2, l.classes.Add); err != nil {
		return l, err
	}
	if err := datafile.Each(files, "data/kinds.txt", 3, l.addKind); err != nil {
		return l, err
	}
	err := datafile.Each(files, "data/periodicals.txt", 1, func(columns []string) error {
		l.periodicals[columns[0]] = true
		return nil
	})
	return l, err
})

func (l lexicon) addKind(columns []string) error {
	for _, noun := range strings.Fields(columns[1]) {
		l.kinds[noun] = append(l.kinds[noun], columns[0])
	}
	for _, word := range strings.Fields(columns[2]) {
		l.kindsOfName[word] = append(l.kindsOfName[word], columns[0])
	}
	return nil
}

func words() lexicon {
	l, _ := loadLexicon()
	return l
}
