package claim

import (
	"embed"
	"errors"
	"slices"
	"strings"
	"sync"

	"rashomon/datafile"
	"rashomon/network"
)

//go:embed data
var files embed.FS

// A lexicon is what the data files know of words:
//
//	words.txt         classes of words by what they do to a claim
//	phrases.txt       the same of phrases
//	negated.txt       what a class does where it is negated
//	equivalents.txt   groups of one meaning
//	opposites.txt     words that cannot both be true
//	reasons.txt       how to tell people of a feature
type lexicon struct {
	classed     map[string][]classed // by lemma
	phrases     map[string][]phrase  // by first lemma
	negated     map[string]string    // of a class: the class that a negation makes of it
	equivalents map[string][]int     // the groups of a lemma
	groups      int
	opposites   map[[2]string]bool
	reasons     map[string]string // what features are, for people
}

// A classed word is one in a class, if it has one of some tags; any tag where there are none.
type classed struct {
	class string
	tags  []string
}

// A phrase is lemmas in a row that are in a class.
type phrase struct {
	words []string
	class string
}

// known is the embedded files, read once.
var known = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon() // a test reads the files and fails on an error
	return l
})

// vectors are the word vectors that ship.
var vectors = sync.OnceValue(func() *network.Vectors {
	v, err := network.EnglishVectors()
	if err != nil { // of a damaged binary, which whoever loads a model is told
		return &network.Vectors{}
	}
	return v
})

func readLexicon() (*lexicon, error) {
	l := &lexicon{
		classed: map[string][]classed{}, phrases: map[string][]phrase{}, negated: map[string]string{},
		equivalents: map[string][]int{}, opposites: map[[2]string]bool{}, reasons: map[string]string{},
	}
	return l, errors.Join(
		datafile.Each(files, "data/words.txt", 3, l.addWords),
		datafile.Each(files, "data/phrases.txt", 2, l.addPhrase),
		datafile.Each(files, "data/equivalents.txt", 1, l.addEquivalents),
		datafile.Each(files, "data/opposites.txt", 2, l.addOpposites),
		datafile.Each(files, "data/negated.txt", 2, into(l.negated)),
		datafile.Each(files, "data/reasons.txt", 2, into(l.reasons)),
	)
}

// into returns what puts the second column of a line into a map under the first.
func into(values map[string]string) func(columns []string) error {
	return func(columns []string) error {
		values[columns[0]] = columns[1]
		return nil
	}
}

func (l *lexicon) addWords(columns []string) error {
	c := classed{class: columns[0]}
	if columns[1] != "*" {
		c.tags = strings.Fields(columns[1])
	}
	for word := range strings.FieldsSeq(columns[2]) {
		l.classed[word] = append(l.classed[word], c)
	}
	return nil
}

func (l *lexicon) addPhrase(columns []string) error {
	words := strings.Fields(columns[1])
	if len(words) < 2 {
		return errors.New("want two words or more")
	}
	l.phrases[words[0]] = append(l.phrases[words[0]], phrase{words, columns[0]})
	return nil
}

func (l *lexicon) addEquivalents(columns []string) error {
	l.groups++
	for word := range strings.FieldsSeq(columns[0]) {
		l.equivalents[word] = append(l.equivalents[word], l.groups)
	}
	return nil
}

func (l *lexicon) addOpposites(columns []string) error {
	for a := range strings.FieldsSeq(columns[0]) {
		for b := range strings.FieldsSeq(columns[1]) {
			l.opposites[[2]string{a, b}] = true
			l.opposites[[2]string{b, a}] = true
		}
	}
	return nil
}

// classesOf returns the classes of a word, in the order of the file.
func (l *lexicon) classesOf(lemma, tag string) []string {
	var classes []string
	for _, c := range l.classed[lemma] {
		if c.tags == nil || slices.Contains(c.tags, tag) {
			classes = append(classes, c.class)
		}
	}
	return classes
}

// negatedClass returns what a class does where it is negated.
func (l *lexicon) negatedClass(class string) string {
	if negated, found := l.negated[class]; found {
		return negated
	}
	return "not " + class
}

// reason tells people of a feature: in words of its own, or in those of its first word, "wording" for all features
// "word ...".
func (l *lexicon) reason(feature string) string {
	if reason, found := l.reasons[feature]; found {
		return reason
	}
	kind, _, _ := strings.Cut(feature, " ")
	return l.reasons[kind]
}

func areOpposite(a, b string) bool { return known().opposites[[2]string{a, b}] }

// areEquivalent reports whether two words share a group.
func areEquivalent(a, b string) bool {
	groups := known().equivalents
	for _, x := range groups[a] {
		for _, y := range groups[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}
