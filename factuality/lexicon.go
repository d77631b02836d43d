package factuality

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rashomon/datafile"
)

// The lexicon knows what words say of the events that stand with them: whether they are so. It stands in the files of
// the folder data, and is asked by lemmas, or by words as they stand where a phrase is fixed, all in lower case.
//
// The frames of verbs, nouns and adjectives tell where the event stands:
//
//	clause      a finite clause: "denied that they attacked"
//	infinitive  with "to" or without: "refused to attack", "made them attack"
//	ing         an -ing form: "avoided attacking"
//	object      the object, or the subject of a passive: "cancelled the attack"
//	known       an object spoken of as known: "planned the attack"; it goes before "object"
//	subject     the subject: "the attack took place", "an attack is likely"
//	modifier    of an adjective: the noun that it stands before: "the planned attack"
//	compound    of a noun: the noun before it: "strike plans"
//	of, from    or another preposition: "prevented from attacking", "hope of peace"
//
// With "-past" behind it, a frame counts where the word stands in the past tense, and goes before the plain one: who
// had to leave has left, who has to leave has not.

//go:embed data
var files embed.FS

// A frame is where an event stands with a word, in the words of the data files.
type frame string

// The frames that are no prepositions.
const (
	frameClause     frame = "clause"
	frameInfinitive frame = "infinitive"
	frameIng        frame = "ing"
	frameObject     frame = "object"
	frameKnown      frame = "known"
	frameSubject    frame = "subject"
	frameModifier   frame = "modifier"
	frameCompound   frame = "compound"
	frameOf         frame = "of"   // what is a preposition's
	frameNoun       frame = "noun" // of a marker: it stands before a noun phrase
)

// A use is a word in one of its frames. The rest is a particle or what else belongs to the word ("call off").
type use struct {
	word, rest string
	frame      frame
	past       bool
}

// A form of an auxiliary tells in which circumstances it has a meaning.
type form string

// The forms of auxiliaries.
const (
	formPlain    form = "plain"
	formPerfect  form = "perfect"  // with "have" and a participle
	formReported form = "reported" // in what somebody is said to have said, in the past
)

// A modal is an auxiliary in a form, before any verb ("") or one with which it has a meaning of its own ("would like").
type modal struct {
	word, verb string
	form       form
}

// A lexicon is what the data files hold.
type lexicon struct {
	verbs, nouns, adjectives map[use]signature
	rests                    map[string]bool    // words that are the rest of some verb
	composed                 map[[2]string]bool // verbs with their rests
	auxiliaries              map[modal]signature
	adverbs                  map[string][]phrase // by their first words, the longest first
	markers                  map[string][]marker // by their first words, the longest first
	classes                  datafile.Classes
}

// A phrase is some words that stand together, and what they make of what they stand with.
type phrase struct {
	words []string
	signature
}

// A marker is a phrase before a clause or noun phrase. Its outcome may besides be one of these.
type marker struct {
	words       []string
	frames      []frame
	inheritance inheritance
	signature
}

// An inheritance tells how far a clause or noun phrase beside a verb is so only as the verb is.
type inheritance uint8

// The inheritances.
const (
	inheritAll    inheritance = iota // "same": it is denied with the verb, and possible or still to come as it is
	inheritDegree                    // "alike", and all other outcomes: it is not denied with the verb
)

var known = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon() // a test reads the files and fails on an error
	return l
})

func readLexicon() (*lexicon, error) {
	l := &lexicon{
		verbs: map[use]signature{}, nouns: map[use]signature{}, adjectives: map[use]signature{}, rests: map[string]bool{},
		composed: map[[2]string]bool{}, auxiliaries: map[modal]signature{}, adverbs: map[string][]phrase{},
		markers: map[string][]marker{}, classes: datafile.Classes{},
	}
	return l, errors.Join(
		eachLine("verbs", 4, l.addVerb),
		eachLine("nouns", 4, func(columns []string) error { return addUses(l.nouns, "nouns", columns[0], "", columns) }),
		eachLine("adjectives", 4, func(columns []string) error {
			return addUses(l.adjectives, "adjectives", columns[0], "", columns)
		}),
		eachLine("auxiliaries", 4, l.addAuxiliary),
		eachLine("adverbs", 2, l.addAdverb),
		eachLine("markers", 3, l.addMarker),
		eachLine("words", 2, l.classes.Add),
	)
}

func eachLine(name string, columns int, read func(columns []string) error) error {
	return datafile.Each(files, "data/"+name+".txt", columns, read)
}

func (l *lexicon) addVerb(columns []string) error {
	word, rest, _ := strings.Cut(columns[0], " ")
	if rest != "" {
		l.rests[rest], l.composed[[2]string{word, rest}] = true, true
	}
	return addUses(l.verbs, "verbs", word, rest, columns)
}

// addUses reads the columns: word, frames, outcome where it is so, outcome where it is not.
func addUses(uses map[use]signature, file, word, rest string, columns []string) error {
	s, err := readSignature(columns[2], columns[3], columns[0]+" ("+file+".txt)")
	if err != nil {
		return err
	}
	if strings.TrimSpace(columns[1]) == "" {
		return errors.New("want a frame")
	}
	for name := range strings.FieldsSeq(columns[1]) {
		plain, past := strings.CutSuffix(name, "-past")
		u := use{word, rest, frame(plain), past}
		if _, twice := uses[u]; twice {
			return fmt.Errorf("%q has the frame %q in two lines", columns[0], name)
		}
		uses[u] = s
	}
	return nil
}

func readSignature(so, not, rule string) (signature, error) {
	first, err := readOutcome(so)
	if err != nil {
		return signature{}, err
	}
	second, err := readOutcome(not)
	return signature{first, second, rule}, err
}

func readOutcome(name string) (outcome, error) {
	at := slices.Index(outcomeNames, name)
	if at < 0 {
		return 0, fmt.Errorf("%q is no outcome", name)
	}
	return outcome(at), nil
}

// addAuxiliary reads the columns: auxiliary, form, outcome where the verb is so, outcome where it is not.
func (l *lexicon) addAuxiliary(columns []string) error {
	f := form(columns[1])
	if f != formPlain && f != formPerfect && f != formReported {
		return fmt.Errorf("%q is no form of an auxiliary", f)
	}
	s, err := readSignature(columns[2], columns[3], columns[0]+" (auxiliaries.txt)")
	word, verb, _ := strings.Cut(columns[0], " ")
	l.auxiliaries[modal{word, verb, f}] = s
	return err
}

// addAdverb reads the columns: words, outcome. A denial is undone by another; what else adverbs say holds of what is
// denied as of what is not.
func (l *lexicon) addAdverb(columns []string) error {
	not := columns[1]
	switch not {
	case outcomeNames[denied]:
		not = outcomeNames[actual]
	case outcomeNames[actual], outcomeNames[future]:
		not = outcomeNames[denied]
	}
	s, err := readSignature(columns[1], not, columns[0]+" (adverbs.txt)")
	if err != nil {
		return err
	}
	words := strings.Fields(columns[0])
	if len(words) == 0 {
		return errors.New("want a word")
	}
	list := append(l.adverbs[words[0]], phrase{words, s})
	slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	l.adverbs[words[0]] = list
	return nil
}

// addMarker reads the columns: words, frames, outcome.
func (l *lexicon) addMarker(columns []string) error {
	words := strings.Fields(columns[0])
	if len(words) == 0 {
		return errors.New("want a word")
	}
	m := marker{words: words, inheritance: inheritDegree}
	for name := range strings.FieldsSeq(columns[1]) {
		if f := frame(name); f != frameClause && f != frameNoun {
			return fmt.Errorf("%q is no frame of a marker", name)
		}
		m.frames = append(m.frames, frame(name))
	}
	name, not := columns[2], columns[2]
	switch name {
	case "same":
		m.inheritance, name, not = inheritAll, outcomeNames[actual], outcomeNames[denied]
	case "alike":
		name, not = outcomeNames[actual], outcomeNames[actual]
	}
	var err error
	if m.signature, err = readSignature(name, not, columns[0]+" (markers.txt)"); err != nil {
		return err
	}
	list := append(l.markers[words[0]], m)
	slices.SortStableFunc(list, func(a, b marker) int { return len(b.words) - len(a.words) })
	l.markers[words[0]] = list
	return nil
}

// find returns what a word says in a frame, in the past tense or out of it.
func find(uses map[use]signature, word, rest string, f frame, past bool) (signature, bool) {
	if past {
		if s, found := uses[use{word, rest, f, true}]; found {
			return s, true
		}
	}
	s, found := uses[use{word, rest, f, false}]
	return s, found
}
