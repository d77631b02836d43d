package point

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rashomon/datafile"
	"rashomon/network"
	"rashomon/wordnet"
)

//go:embed data
var files embed.FS

// A lexicon is what the rules know of words.
type lexicon struct {
	families   map[string][]string // lemma -> the families of predicates that it belongs to
	fields     map[string][]string // lemma -> the fields of happenings that it is of
	sides      map[string]string   // word for a side -> the word for the other
	states     map[string][]string // word for a state -> those that cannot be said besides
	means      map[string][]string // lemma -> the kinds of means that it tells of
	opposites  map[string][]string // word -> what cannot be said besides
	rebuttals  []rebuttal
	advantages map[string]string // lemma -> how it tells: see data/advantage.txt
	judgements []phrase
	judging    map[string]bool       // their first words
	deedNames  map[string][]deedWord // by lemma
	classes    datafile.Classes
	freeWill   map[string]bool // first words of the phrases of a class
	themes     []theme
	camps      datafile.Classes // see data/camps.txt
	vectors    *network.Vectors
	net        *wordnet.Net
	contrast   []float64 // weights of signs, see sign.go: that two lines contradict each other
	likeness   []float64 // that they say the same
	known      sync.Map  // of *word, by text: those that have a vector
	strange    memory    // of all others
	parties    memory    // see partyKey
}

// A rebuttal is a line of data/rebuttals.txt.
type rebuttal struct {
	predicate string
	negated   bool
	bare      bool     // nothing else stands in the clause
	words     []string // one of which must stand in the clause; none: it needs no other word
}

// A phrase is a line of data/judgements.txt.
type phrase struct {
	phrase string // between spaces, as it is looked for
	right  bool
}

// A deedWord is a word of data/deednames.txt.
type deedWord struct {
	sort     string // of deed
	condemns bool
	strong   bool // wherever it stands
}

// words is the lexicon that ships. A data file that does not fit is found by the test that loads them all; a binary that
// passed it has sound ones.
var words = sync.OnceValue(func() *lexicon {
	lexicon, err := load()
	if err != nil {
		panic(err)
	}
	return lexicon
})

func load() (*lexicon, error) {
	l := &lexicon{
		families: map[string][]string{}, fields: map[string][]string{}, means: map[string][]string{}, states: map[string][]string{},
		sides: map[string]string{}, opposites: map[string][]string{}, advantages: map[string]string{},
		classes: datafile.Classes{}, camps: datafile.Classes{}, deedNames: map[string][]deedWord{},
		judging: map[string]bool{}, freeWill: map[string]bool{},
	}
	var err error
	if l.vectors, err = network.EnglishVectors(); err != nil {
		return nil, err
	}
	if l.net, err = wordnet.English(); err != nil {
		return nil, err
	}
	if l.contrast, err = readWeights("data/contrast.txt"); err != nil {
		return nil, err
	}
	if l.likeness, err = readWeights("data/likeness.txt"); err != nil {
		return nil, err
	}
	for _, file := range []struct {
		path    string
		columns int
		add     func([]string) error
	}{
		{"data/families.txt", 2, l.addFamily}, {"data/fields.txt", 2, l.addField}, {"data/means.txt", 2, l.addMeans},
		{"data/sides.txt", 2, l.addSides}, {"data/states.txt", 2, l.addStates}, {"data/opposites.txt", 2, l.addOpposites},
		{"data/rebuttals.txt", 3, l.addRebuttal}, {"data/advantage.txt", 2, l.addAdvantages}, {"data/words.txt", 2, l.classes.Add},
		{"data/themes.txt", 5, l.addTheme},
		{"data/contest.txt", 2, l.classes.Add}, {"data/quarrels.txt", 2, l.classes.Add},
		{"data/judgements.txt", 2, l.addJudgement}, {"data/camps.txt", 2, l.camps.Add},
		{"data/deednames.txt", 4, l.addDeedNames},
	} {
		if err := datafile.Each(files, file.path, file.columns, file.add); err != nil {
			return nil, err
		}
	}
	for phrase := range l.classes["free_will"].All() {
		start, _, _ := strings.Cut(phrase, "_")
		l.freeWill[start] = true
	}
	return l, nil
}

func (l *lexicon) addFamily(columns []string) error { return addTo(l.families, columns) }

func (l *lexicon) addField(columns []string) error { return addTo(l.fields, columns) }

func (l *lexicon) addMeans(columns []string) error { return addTo(l.means, columns) }

func (l *lexicon) addSides(columns []string) error {
	l.sides[columns[0]], l.sides[columns[1]] = columns[1], columns[0]
	return nil
}

func (l *lexicon) addStates(columns []string) error {
	for other := range strings.FieldsSeq(columns[1]) {
		l.states[columns[0]] = append(l.states[columns[0]], other)
		l.states[other] = append(l.states[other], columns[0])
	}
	return nil
}

func addTo(groups map[string][]string, columns []string) error {
	for lemma := range strings.FieldsSeq(columns[1]) {
		lemma = strings.ReplaceAll(lemma, "_", " ")
		groups[lemma] = append(groups[lemma], columns[0])
	}
	return nil
}

func (l *lexicon) addOpposites(columns []string) error {
	l.opposites[columns[0]] = append(l.opposites[columns[0]], columns[1])
	l.opposites[columns[1]] = append(l.opposites[columns[1]], columns[0])
	return nil
}

func (l *lexicon) addAdvantages(columns []string) error {
	for lemma := range strings.FieldsSeq(columns[1]) {
		l.advantages[strings.ReplaceAll(lemma, "_", " ")] = columns[0]
	}
	return nil
}

func (l *lexicon) addJudgement(columns []string) error {
	if columns[1] != "right" && columns[1] != "wrong" {
		return fmt.Errorf("got %q, want right or wrong", columns[1])
	}
	l.judgements = append(l.judgements, phrase{" " + columns[0] + " ", columns[1] == "right"})
	l.judging[first(columns[0])] = true
	return nil
}

func (l *lexicon) addDeedNames(columns []string) error {
	condemns, strong := columns[1] == "condemns", columns[2] == "strong"
	if !condemns && columns[1] != "excuses" || !strong && columns[2] != "plain" {
		return fmt.Errorf("got %q", columns)
	}
	for word := range strings.FieldsSeq(columns[3]) {
		l.deedNames[word] = append(l.deedNames[word], deedWord{columns[0], condemns, strong})
	}
	return nil
}

func (l *lexicon) addRebuttal(columns []string) error {
	r := rebuttal{predicate: columns[0], negated: columns[1] == "yes", bare: columns[2] == "*"}
	if columns[2] != "-" && columns[2] != "*" {
		r.words = strings.Fields(columns[2])
	}
	l.rebuttals = append(l.rebuttals, r)
	return nil
}

// akin tells how near two words are in meaning, from 0 to 1: the same, of one family of predicates, or alike by their
// vectors. A verb whose particle is in no family stands for the verb alone.
func (l *lexicon) akin(a, b string) float64 { return l.word(a).akin(l.word(b)) }

// likeness01 turns a cosine into a likeness: cosines up to 0.5 are those of words that merely occur together.
func likeness01(cosine float64) float64 { return max(0, min(0.8, (cosine-0.5)*2.5)) }

// cosineOf returns the least cosine of words of a likeness above 0.
func cosineOf(likeness float64) float64 { return 0.5 + likeness/2.5 }

func (l *lexicon) familiesOf(word string) []string {
	if families := l.families[word]; families != nil {
		return families
	}
	return l.families[first(word)]
}

func related(a, b []string) bool {
	return slices.ContainsFunc(a, func(family string) bool { return slices.Contains(b, family) })
}

// weight tells how much a word says of what a clause is about, from 0 to 1: the rarer in English, the more.
func (l *lexicon) weight(word string) float64 {
	if l.classes.Has("empty", word) || l.classes.Has("stop", word) {
		return 0.1
	}
	return l.vectors.Rarity(word)
}

// usualWeight is what a word says that is usual, though not common.
const usualWeight = network.UsualRarity
