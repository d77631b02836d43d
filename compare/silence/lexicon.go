package silence

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"rashomon/datafile"
	"rashomon/digest"
)

//go:embed data
var files embed.FS

// A weight tells how much an account is held to its silence on something.
type weight string

// The weights.
const (
	weightNone  weight = ""
	weightPlain weight = "plain" // where it is not told in passing, or two tell it that have not heard it of each other
	weightHeavy weight = "heavy" // whoever tells it
)

// A lexicon is what the data files hold.
type lexicon struct {
	weights map[string]weight // by type, or type/mode
	alike   map[string]string // by type, or type/mode: what stands for all that may be told of one thing
	words   datafile.Classes
}

// known is the embedded files, read once.
var known = sync.OnceValue(func() lexicon {
	l, _ := load() // a test reads the files and fails on an error
	return l
})

func load() (lexicon, error) {
	l := lexicon{weights: map[string]weight{}, alike: map[string]string{}, words: datafile.Classes{}}
	if err := datafile.Each(files, "data/weights.txt", 2, l.addWeight); err != nil {
		return l, err
	}
	if err := datafile.Each(files, "data/alike.txt", 2, l.addAlike); err != nil {
		return l, err
	}
	return l, datafile.Each(files, "data/words.txt", 2, l.words.Add)
}

func (l lexicon) addWeight(columns []string) error {
	w := weight(columns[0])
	if w != weightPlain && w != weightHeavy {
		return fmt.Errorf("got weight %q", columns[0])
	}
	for kind := range strings.FieldsSeq(columns[1]) {
		if l.weights[kind] != weightNone {
			return fmt.Errorf("%s stands twice", kind)
		}
		l.weights[kind] = w
	}
	return nil
}

// weight returns what an event weighs by its type and mode.
func (l lexicon) weight(event *digest.Event) weight {
	if w, listed := l.weights[kind(event)]; listed {
		return w
	}
	return l.weights[event.Type]
}

// calamity is the family of all that of which whoever tells of one may tell of all.
const calamity = "calamity"

func (l lexicon) addAlike(columns []string) error {
	kinds := strings.Fields(columns[1])
	family := kinds[0]
	switch columns[0] {
	case calamity:
		family = calamity
	case "kin":
	default:
		return fmt.Errorf("got %q", columns[0])
	}
	for _, kind := range kinds {
		if l.alike[kind] != "" {
			return fmt.Errorf("%s stands twice", kind)
		}
		l.alike[kind] = family
	}
	return nil
}

// family returns what stands for all types and modes that may be told of one thing.
func (l lexicon) family(event *digest.Event) string {
	for _, of := range []string{kind(event), event.Type} {
		if first, listed := l.alike[of]; listed {
			return first
		}
	}
	return kind(event)
}

// kind returns the type of an event with its mode.
func kind(event *digest.Event) string { return event.Type + "/" + event.Mode }
