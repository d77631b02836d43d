package prediction

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
	classes datafile.Classes
	entries map[string][]entry // by their first word
	weights *Weights           // of signs
}

// A form tells where the words of an entry stand in a clause.
type form string

// The forms of scales.txt.
const (
	formVerb  form = "verb"
	formThing form = "thing"
	formWords form = "words"
)

// An entry is words at one end of a scale.
type entry struct {
	scale string
	end   int // +1 or -1
	form  form
	words []string
}

// known is the embedded files, read once.
var known = sync.OnceValue(func() lexicon {
	l, _ := load() // a test reads the files and fails on an error
	return l
})

func load() (lexicon, error) {
	l := lexicon{classes: datafile.Classes{}, entries: map[string][]entry{}, weights: newWeights()}
	if err := datafile.Each(files, "data/odds.txt", 3, l.weights.read); err != nil {
		return l, err
	}
	if err := datafile.Each(files, "data/words.txt", 2, l.classes.Add); err != nil {
		return l, err
	}
	return l, datafile.Each(files, "data/scales.txt", 4, l.addScale)
}

func (l lexicon) addScale(columns []string) error {
	end, known := map[string]int{"+": 1, "-": -1}[columns[1]]
	how := form(columns[2])
	if !known || !slices.Contains([]form{formVerb, formThing, formWords}, how) {
		return fmt.Errorf("got end %q and form %q", columns[1], columns[2])
	}
	for _, group := range groups(how, columns[3]) {
		for _, words := range choices(strings.Fields(group)) {
			l.entries[words[0]] = append(l.entries[words[0]], entry{scale: columns[0], end: end, form: how, words: words})
		}
	}
	return nil
}

// choices returns all ways to take one word of each place of a group: of "train/tram stop/halt" four.
func choices(places []string) [][]string {
	taken := [][]string{nil}
	for _, place := range places {
		var longer [][]string
		for _, before := range taken {
			for word := range strings.SplitSeq(place, "/") {
				longer = append(longer, append(slices.Clone(before), strings.ReplaceAll(word, "_", " ")))
			}
		}
		taken = longer
	}
	return taken
}

// groups returns what stands together: the words of a group, else every word alone.
func groups(how form, words string) []string {
	if how == formWords {
		return strings.Split(words, ",")
	}
	return strings.Fields(words)
}

func inClass(class, word string) bool { return known().classes.Has(class, word) }
