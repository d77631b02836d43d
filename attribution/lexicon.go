package attribution

import (
	"embed"
	"errors"
	"fmt"
	"math/bits"
	"regexp"
	"slices"
	"strings"
	"sync"

	"rashomon"
	"rashomon/datafile"
)

// The lexicon knows the words that lay something to somebody. It stands in the files of the folder data, and is asked
// by lemmas, or by words as they stand where a phrase is fixed, all in lower case:
//
//	verbLines("point", "out")     the lines of a verb with what belongs to it: a particle, or the rest of an idiom
//	                              ("make", "clear"); "" for the verb alone
//	nounLines("claim")            the lines of a noun
//	adjectiveLines("aware")       the lines of an adjective, participles as they stand ("concerned")
//	adverbsAt("reportedly")       the adverbs that begin with a word, the longest first
//	prepositionsAt("according")   the phrases before a source that begin with a word, the longest first
//	sourceKind("report")          what a noun is as a source; "" where it is not listed
//	lightVerb("issue", "")        whose the noun beside a light verb is: ownerSubject, ownerOther; "" for no light verb
//	inClass("...", word)          whether a word is in a class of data/words.txt
//
// A frame is asked for with entry.frames.has(frameClause), that of a preposition with
// entry.frames.has(prepositionFrame("of")), and behind an object with entry.frames.has(objectFrame("of")).

//go:embed data
var files embed.FS

// An entry is one line of verbs, nouns, adjectives, adverbs or prepositions: a word in some of its frames.
type entry struct {
	frames frames
	typ    rashomon.StatementType
	act    rashomon.Act
	rule   string // "verb/point out": the file and the word
}

// A phrase is an entry for words that stand together, in lower case.
type phrase struct {
	words []string // possessor, or party as the last, stands for no word of its own
	entry
}

// What stands for other words in a phrase of data/prepositions.txt.
const (
	possessor = "POSS"  // a possessive pronoun, or a noun phrase with its "'s": "in the minister's view"
	party     = "PARTY" // the source, which must be somebody: "for the villagers, ..."
)

// frames are the constructions in which a word has its content, a set of bits.
type frames uint64

// has tells whether the set holds all bits of another that is not empty.
func (f frames) has(other frames) bool { return other != 0 && f&other == other }

const (
	frameClause     frames = 1 << iota // a finite clause, with "that", "whether", "how" or nothing
	frameQuote                         // a quotation
	frameInfinitive                    // a to-clause without a subject of its own
	frameGerund                        // a clause of an -ing form
	frameObject                        // a noun phrase
	frameAddressee                     // an object, or a phrase of "to" or "with", is who is told
	frameOrder                         // an object with a to-clause
	framePredicate                     // an object with what it is said to be
	frameAs                            // an object, or a phrase of "to" or "of", with "as"
	frameSeeming                       // the subject with what it seems
	frameCopula                        // of a noun: behind "is"
	framesOfNames                      // all above have names
)

// frameNames are the frames as data files write them, in the order of the constants.
var frameNames = []string{
	"clause", "quote", "infinitive", "gerund", "object", "addressee", "order", "predicate", "as", "seeming", "copula",
}

// prepositions are those whose phrases can be a content. A frame of its own stands for each, and another for each
// behind an object, which files write "object-of".
var prepositions = []string{
	"of", "about", "for", "on", "against", "to", "at", "in", "over", "with", "by", "into", "from", "behind", "upon",
	"towards", "between", "around", "through", "after",
}

// prepositionFrame returns the frame of a preposition, or none.
func prepositionFrame(preposition string) frames { return prepositionBit(preposition, 0) }

// objectFrame returns the frame of an object with a preposition behind it, or none.
func objectFrame(preposition string) frames { return prepositionBit(preposition, len(prepositions)) }

func prepositionBit(preposition string, from int) frames {
	at := slices.Index(prepositions, canonical(preposition))
	if at < 0 {
		return 0
	}
	return framesOfNames << (from + at)
}

// canonical returns the preposition that another is a form of.
func canonical(preposition string) string {
	switch preposition {
	case "toward":
		return "towards"
	case "onto":
		return "on"
	}
	return preposition
}

// String returns the name of a frame as data files write it: of the first, where the set holds several.
func (f frames) String() string {
	at := bits.TrailingZeros64(uint64(f))
	switch at -= len(frameNames); {
	case at < 0:
		return frameNames[at+len(frameNames)]
	case at < len(prepositions):
		return prepositions[at]
	case at < 2*len(prepositions):
		return "object-" + prepositions[at-len(prepositions)]
	}
	return ""
}

func readFrames(text string) (frames, error) {
	var set frames
	for _, name := range strings.Fields(text) {
		frame := frameOf(name)
		if frame == 0 {
			return 0, fmt.Errorf("%q is no frame", name)
		}
		set |= frame
	}
	if set == 0 {
		return 0, errors.New("want a frame")
	}
	return set, nil
}

func frameOf(name string) frames {
	if at := slices.Index(frameNames, name); at >= 0 {
		return 1 << at
	}
	if preposition, found := strings.CutPrefix(name, "object-"); found {
		return objectFrame(preposition)
	}
	return prepositionFrame(name)
}

// An owner tells whose the noun beside a light verb is.
type owner string

// The owners.
const (
	ownerSubject owner = "subject" // "she voiced a fear"
	ownerOther   owner = "other"   // "she drew a protest from them", "it met with doubts"
)

// A headword is a verb and what belongs to it: a particle, the rest of an idiom, or nothing.
type headword struct{ lemma, rest string }

// A lexicon is what the data files hold.
type lexicon struct {
	verbs             map[headword][]entry
	respelled         map[string]string // wrong lemmas of its verbs
	nouns, adjectives map[string][]entry
	adverbs, phrases  map[string][]phrase // by their first words, the longest first
	sources           map[string]rashomon.SourceKind
	lightVerbs        map[headword]owner
	classes           datafile.Classes
	involvements      map[string]rashomon.Involvement // by sector
}

// known is the embedded files, read once.
var known = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon() // a test reads the files and fails on an error
	return l
})

func verbLines(lemma, rest string) []entry {
	l := known()
	if right, found := l.respelled[lemma]; found {
		lemma = right
	}
	return l.verbs[headword{lemma, rest}]
}

func nounLines(lemma string) []entry      { return known().nouns[lemma] }
func adjectiveLines(lemma string) []entry { return known().adjectives[lemma] }
func adverbsAt(word string) []phrase      { return known().adverbs[word] }
func prepositionsAt(word string) []phrase { return known().phrases[word] }

func sourceKind(noun string) rashomon.SourceKind           { return known().sources[noun] }
func lightVerb(lemma, rest string) owner                   { return known().lightVerbs[headword{lemma, rest}] }
func sectorInvolvement(sector string) rashomon.Involvement { return known().involvements[sector] }

func inClass(class, word string) bool { return known().classes.Has(class, word) }

func readLexicon() (*lexicon, error) {
	l := &lexicon{
		verbs: map[headword][]entry{}, respelled: map[string]string{},
		nouns: map[string][]entry{}, adjectives: map[string][]entry{},
		adverbs: map[string][]phrase{}, phrases: map[string][]phrase{},
		sources: map[string]rashomon.SourceKind{}, lightVerbs: map[headword]owner{}, classes: datafile.Classes{},
		involvements: map[string]rashomon.Involvement{},
	}
	err := errors.Join(
		eachLine("verbs", 4, l.addVerb),
		eachLine("nouns", 4, func(columns []string) error { return addWord(l.nouns, "noun", columns) }),
		eachLine("adjectives", 4, func(columns []string) error { return addWord(l.adjectives, "adjective", columns) }),
		eachLine("adverbs", 2, l.addAdverb),
		eachLine("prepositions", 3, func(columns []string) error { return addPhrase(l.phrases, "preposition", columns) }),
		eachLine("sources", 2, l.addSource),
		eachLine("light_verbs", 2, l.addLightVerb),
		eachLine("words", 2, l.classes.Add),
		eachLine("involvements", 2, l.addInvolvement),
	)
	l.forgetListedVerbs()
	return l, err
}

func eachLine(name string, columns int, read func(columns []string) error) error {
	return datafile.Each(files, "data/"+name+".txt", columns, read)
}

func (l *lexicon) addVerb(columns []string) error {
	e, err := readEntry("verb", columns)
	if err != nil {
		return err
	}
	word := readHeadword(columns[0])
	l.verbs[word] = append(l.verbs[word], e)
	for _, wrong := range misspellings(word.lemma) {
		l.respelled[wrong] = word.lemma
	}
	return nil
}

// shortEnd is the end of a verb that doubles its last consonant: "refer", "plan".
var shortEnd = regexp.MustCompile(`[^aeiou][aeiou][bdglmnprt]$`)

// misspellings returns the lemmas that a verb is given by mistake for its forms in -ed and -ing, as English spelling
// hides what stood before the ending: "blam" for "blaming", "referr" for "referring", "slamme" for "slammed", "backe"
// for "backed".
func misspellings(verb string) []string {
	if stem, found := strings.CutSuffix(verb, "e"); found {
		return []string{stem}
	}
	if shortEnd.MatchString(verb) {
		doubled := verb + verb[len(verb)-1:]
		return []string{doubled, doubled + "e"}
	}
	return []string{verb + "e"}
}

// forgetListedVerbs takes what is a verb of its own out of the wrong lemmas: "pin" is not "pine".
func (l *lexicon) forgetListedVerbs() {
	for word := range l.verbs {
		delete(l.respelled, word.lemma)
	}
}

func readHeadword(text string) headword {
	lemma, rest, _ := strings.Cut(text, " ")
	return headword{lemma, rest}
}

func addWord(words map[string][]entry, file string, columns []string) error {
	e, err := readEntry(file, columns)
	if err != nil {
		return err
	}
	words[columns[0]] = append(words[columns[0]], e)
	return nil
}

// readEntry reads the columns: word, frames, type, act.
func readEntry(file string, columns []string) (entry, error) {
	set, err := readFrames(columns[1])
	if err != nil {
		return entry{}, err
	}
	typ, act, err := readMeaning(columns[2], columns[3])
	return entry{set, typ, act, file + "/" + columns[0]}, err
}

func readMeaning(typ, act string) (rashomon.StatementType, rashomon.Act, error) {
	if !slices.Contains(types, rashomon.StatementType(typ)) {
		return "", "", fmt.Errorf("%q is no type", typ)
	}
	if !slices.Contains(acts, rashomon.Act(act)) {
		return "", "", fmt.Errorf("%q is no act", act)
	}
	return rashomon.StatementType(typ), rashomon.Act(act), nil
}

// addPhrase reads the columns: words, type, act.
func addPhrase(phrases map[string][]phrase, file string, columns []string) error {
	typ, act, err := readMeaning(columns[1], columns[2])
	if err != nil {
		return err
	}
	words := strings.Fields(columns[0])
	if len(words) == 0 || words[0] == possessor || words[0] == party {
		return errors.New("want a word first")
	}
	list := append(phrases[words[0]], phrase{words, entry{0, typ, act, file + "/" + columns[0]}})
	slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	phrases[words[0]] = list
	return nil
}

// addAdverb reads the columns: words, type. What is laid to nobody by an adverb has been said, or it is no act.
func (l *lexicon) addAdverb(columns []string) error {
	act := ""
	if columns[1] == string(rashomon.StatementAssertion) {
		act = string(rashomon.ActAssert)
	}
	return addPhrase(l.adverbs, "adverb", []string{columns[0], columns[1], act})
}

func (l *lexicon) addSource(columns []string) error {
	kind := rashomon.SourceKind(columns[1])
	if !slices.Contains(nounKinds, kind) {
		return fmt.Errorf("%q is no kind of a noun", kind)
	}
	l.sources[columns[0]] = kind
	return nil
}

func (l *lexicon) addInvolvement(columns []string) error {
	involvement := rashomon.Involvement(columns[1])
	if involvement != rashomon.InvolvementParty && involvement != rashomon.InvolvementOutside {
		return fmt.Errorf("%q is no involvement", involvement)
	}
	l.involvements[columns[0]] = involvement
	return nil
}

func (l *lexicon) addLightVerb(columns []string) error {
	whose := owner(columns[1])
	if whose != ownerSubject && whose != ownerOther {
		return fmt.Errorf("%q is no owner", whose)
	}
	l.lightVerbs[readHeadword(columns[0])] = whose
	return nil
}

// types, acts and nounKinds are what the files may name.
var (
	types = []rashomon.StatementType{
		rashomon.StatementAssertion, rashomon.StatementBelief, rashomon.StatementFact, rashomon.StatementEventuality,
	}
	acts = []rashomon.Act{
		"", rashomon.ActAssert, rashomon.ActDeny, rashomon.ActAccuse, rashomon.ActAdmit, rashomon.ActPredict,
		rashomon.ActPromise, rashomon.ActThreaten, rashomon.ActDemand, rashomon.ActPropose, rashomon.ActAsk,
		rashomon.ActPraise, rashomon.ActCondemn,
	}
	nounKinds = []rashomon.SourceKind{
		rashomon.SourceOffice, rashomon.SourceOutlet, rashomon.SourceDocument, rashomon.SourceAnonymous,
		rashomon.SourceCollective,
	}
)
