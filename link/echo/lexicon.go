package echo

import (
	"embed"
	"sync"

	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// A lexicon knows classes of words and the names of kinds of publication.
type lexicon struct {
	classes     datafile.Classes
	periodicals map[string]bool
}

// loadLexicon reads the data files, once, when they are first asked for. An error in them is one of the program, which
// the test of the data finds.
var loadLexicon = sync.OnceValues(func() (lexicon, error) {
	l := lexicon{classes: datafile.Classes{}, periodicals: map[string]bool{}}
	if err := datafile.Each(files, "data/words.txt", 2, l.classes.Add); err != nil {
		return l, err
	}
	err := datafile.Each(files, "data/periodicals.txt", 1, func(columns []string) error {
		l.periodicals[columns[0]] = true
		return nil
	})
	return l, err
})

func words() lexicon {
	l, _ := loadLexicon()
	return l
}
