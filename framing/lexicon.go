package framing

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// known is the embedded files, read once.
var known = sync.OnceValue(func() knowledge {
	k, _ := load() // a test reads the files and fails on an error
	return k
})

// knowledge is what the data files hold.
type knowledge struct {
	labels, loaded lexicon
	classes        datafile.Classes
}

// A class tells how the words of an entry stand in a sentence.
type class string

// The classes of labels.txt and loaded.txt.
const (
	classNoun       class = "noun"
	classVerb       class = "verb"
	classAdjective  class = "adjective"
	classAdverb     class = "adverb"
	classDistancing class = "distancing"
)

var classes = []class{classNoun, classVerb, classAdjective, classAdverb, classDistancing}

// An entry is one line of labels.txt or loaded.txt.
type entry struct {
	words   []string
	class   class
	valence int
	rule    string // the file and the words: "labels.txt/puppet regime"
}

// What stands in an entry for a word that the document knows.
const (
	anyParty  = "PARTY"  // a word of a name of somebody or of a place
	anyPerson = "PERSON" // of a person
	anyPlace  = "PLACE"  // of a place
)

// holdsName reports whether a word of an entry stands for a name.
func (e entry) holdsName() bool {
	return slices.ContainsFunc(e.words, func(word string) bool {
		return word == anyParty || word == anyPerson || word == anyPlace
	})
}

// A lexicon holds entries by their first word, the longest first.
type lexicon map[string][]entry

func load() (knowledge, error) {
	k := knowledge{classes: datafile.Classes{}}
	var err error
	if k.labels, err = loadLexicon("labels.txt"); err != nil {
		return k, err
	}
	if k.loaded, err = loadLexicon("loaded.txt"); err != nil {
		return k, err
	}
	return k, datafile.Each(files, "data/words.txt", 2, k.classes.Add)
}

func loadLexicon(file string) (lexicon, error) {
	l := lexicon{}
	err := datafile.Each(files, "data/"+file, 3, func(columns []string) error {
		valence, err := strconv.Atoi(columns[2])
		if err != nil || valence < -1 || valence > 1 {
			return fmt.Errorf("%q is no valence", columns[2])
		}
		if !slices.Contains(classes, class(columns[1])) {
			return fmt.Errorf("%q is no class", columns[1])
		}
		for _, words := range spellings(columns[0]) {
			l[words[0]] = append(l[words[0]], entry{words, class(columns[1]), valence, file + "/" + columns[0]})
		}
		return nil
	})
	for _, entries := range l {
		slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return l, err
}

// spellings returns the tokens that words may be written with: the segmentation of "left-wing" depends on its parts.
func spellings(text string) [][]string {
	whole := strings.Fields(strings.ReplaceAll(text, "'s", " 's"))
	parted := strings.Fields(strings.NewReplacer("'s", " 's", "-", " - ").Replace(text))
	if len(parted) == len(whole) {
		return [][]string{whole}
	}
	return [][]string{whole, parted}
}

// inClass reports whether a word is in a class of words.txt.
func inClass(class, word string) bool { return known().classes.Has(class, word) }
