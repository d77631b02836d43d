package event

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"rashomon"
	"rashomon/datafile"
	"rashomon/event/plover"
)

// The lexicon knows which words speak of events. It stands in the files of the folder data, by lemmas in lower case:
//
//	verbs/*.txt       senses of verbs          headword | conditions | coding | roles | contexts
//	nouns/*.txt       senses of nouns          the same
//	adjectives.txt    senses of adjectives     the same
//	modals.txt        verbs that make a deed one to come    word | whose it is | coding
//	light_verbs.txt   verbs and adjectives that lend a noun their subject: "carry out an attack", "responsible for the attack"
//	words/*.txt       classes of words         class | words
//	contexts.txt      words that tell a context             context | words
//	occurrences/      verbs, nouns and adjectives of what happens outside the ontology   headwords | conditions | kind | roles
//	kinds.txt         the kinds of these, the modes of their events                      kind | meaning
//
// A headword is a word and, of a verb, its particle: "carry out". Of several senses that fit, the one with more
// conditions goes before the one with fewer, and of these the earlier line; the others are the readings not taken.
//
// Conditions stand with blanks between and must all hold; "!" before one turns it round:
//
//	object            there is an object (of a passive: its subject)
//	object:deal,pact  its head is one of these lemmas
//	object:@penalty   its head is a word of a class
//	object:party      it speaks of somebody: a person, group, organisation or country; object:place, object:weapon
//	object:human      it speaks of people, also by a number alone; object:proper, it is a name
//	object:#conflict  it speaks of an event of conflict, #cooperation, or of a type: #ASSAULT
//	on:..., on/against:...  the same of phrases with a preposition, on the verb, the noun or the verb's object
//	subject:...       the same of who does it; receiver:... of whom something is given
//	owner:...         of a noun: of what stands before it: "the army's advance", "police raids"
//	modifier:...      of an adjective, noun or adverb that belongs to it: "air strike", "work together"
//	text:...          one of these lemmas, or a word of a class, stands anywhere in the text
//	when              a day or an hour is told with it
//	infinitive, gerund, clause   there is such a complement; also with "#conflict" and so on
//
// A coding is a type of PLOVER with or without a mode ("ASSAULT aerial"), "none" for words that look like an event and
// are none, or "AGREE or THREATEN": the first for what is promised, the second for what is threatened.
//
// A modal verb is its subject's, who promises ("we will help") or, with "not" behind it, refuses; or its holder's, who demands
// ("the council says that the rebels must leave").
//
// Roles are "actor > recipient", or "one + other" where what one does the other does too: for each the places where it
// may stand, the first that names somebody is taken: subject, object, receiver, owner, complement (who is spoken of in the
// complement), and prepositions. "-" is nobody. The default of verbs is "subject > object", that of nouns
// "by,owner > on,against,of,with".

//go:embed data
var files embed.FS

// A sense is one line of verbs, nouns or adjectives.
type sense struct {
	conditions []condition
	coding     coding
	roles      roles
	contexts   []string
	rule       string // "verbs/attack object:party": the files and the words of the line
}

// A coding is what a sense is in the ontology.
type coding struct {
	typ, mode string // "" for what is no event
	threat    string // the type where the content is hostile; "" where that changes nothing
}

// A place is where in the sentence somebody may stand.
type place string

// The places that are no prepositions.
const (
	placeSubject    place = "subject"
	placeObject     place = "object"
	placeReceiver   place = "receiver"
	placeOwner      place = "owner"
	placeComplement place = "complement"
	placeNobody     place = "-"
	placeModifier   place = "modifier"
	placeText       place = "text"
	placeInfinitive place = "infinitive"
	placeGerund     place = "gerund"
	placeClause     place = "clause"
	placeWhen       place = "when"
)

// roles tell where to look for those who take part.
type roles struct {
	actors, recipients []place
	mutual             bool // what each does the other does too
}

// A condition is one demand of a sense on what stands around its word.
type condition struct {
	negated bool
	places  []place  // "object", "subject", prepositions ...
	tests   []string // alternatives: lemmas, "@class", "#conflict", "party" ...; none: that it is there
}

// A lightUse is how a light verb lends its subject to a noun.
type lightUse struct {
	preposition string // before the noun, with the object before it: "in", "responsibility for"; "" where it is the object
	actor       bool   // the subject does it; else it is done to the subject
}

// A modal tells what a deed becomes behind a modal verb.
type modal struct {
	coding
	holders bool   // it is an act of whoever says it; else of the subject
	rule    string // "modals/must"
}

type headword struct{ lemma, particle string }

// A vocabulary is senses of verbs, nouns and adjectives by their words.
type vocabulary struct {
	verbs, nouns, adjectives map[headword][]*sense
}

func newVocabulary() vocabulary {
	return vocabulary{verbs: map[headword][]*sense{}, nouns: map[headword][]*sense{}, adjectives: map[headword][]*sense{}}
}

// sort puts senses with more conditions before those with fewer.
func (v vocabulary) sort() {
	for _, words := range []map[headword][]*sense{v.verbs, v.nouns, v.adjectives} {
		for _, senses := range words {
			slices.SortStableFunc(senses, func(a, b *sense) int { return len(b.conditions) - len(a.conditions) })
		}
	}
}

type lexicon struct {
	vocabulary  // of the ontology
	occurrences vocabulary
	kinds       map[string]bool  // of occurrences
	modals      map[string]modal // "will", "will not"
	lightVerbs  map[headword][]lightUse
	classes     datafile.Classes
	contexts    map[string][]string // by word
}

var known = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon(files) // a test reads the files and fails on an error
	return l
})

func readLexicon(files fs.FS) (*lexicon, error) {
	l := &lexicon{
		vocabulary: newVocabulary(), occurrences: newVocabulary(), kinds: map[string]bool{}, modals: map[string]modal{},
		lightVerbs: map[headword][]lightUse{}, classes: datafile.Classes{}, contexts: map[string][]string{},
	}
	err := errors.Join(
		eachFile(files, "words", 2, l.classes.Add),
		eachFile(files, "verbs", 5, func(columns []string) error { return l.addSense(l.verbs, "verbs", columns, rolesOfVerbs) }),
		eachFile(files, "nouns", 5, func(columns []string) error { return l.addSense(l.nouns, "nouns", columns, rolesOfNouns) }),
		eachLine(files, "adjectives", 5, func(columns []string) error {
			return l.addSense(l.adjectives, "adjectives", columns, rolesOfAdjectives)
		}),
		eachLine(files, "modals", 3, l.addModal),
		eachLine(files, "light_verbs", 3, l.addLightVerb),
		eachLine(files, "contexts", 2, l.addContext),
		l.readOccurrences(files),
	)
	l.vocabulary.sort()
	l.occurrences.sort()
	return l, err
}

// The roles of words whose lines tell none.
var (
	rolesOfVerbs = roles{actors: []place{placeSubject}, recipients: []place{placeObject}}
	rolesOfNouns = roles{
		actors: []place{"by", placeOwner}, recipients: []place{"on", "against", "of", "with"},
	}
	rolesOfAdjectives = roles{actors: []place{placeSubject}, recipients: []place{placeComplement}}
)

func eachLine(files fs.FS, name string, columns int, read func([]string) error) error {
	return datafile.Each(files, "data/"+name+".txt", columns, read)
}

func eachFile(files fs.FS, folder string, columns int, read func([]string) error) error {
	entries, err := fs.ReadDir(files, "data/"+folder)
	for _, entry := range entries {
		err = errors.Join(err, datafile.Each(files, "data/"+folder+"/"+entry.Name(), columns, read))
	}
	return err
}

func (l *lexicon) addSense(words map[headword][]*sense, file string, columns []string, usual roles) error {
	s := &sense{rule: ruleOf(file, columns[0], columns[1]), roles: usual, contexts: strings.Fields(columns[4])}
	var err error
	if s.coding, err = readCoding(columns[2]); err != nil {
		return err
	}
	for _, context := range s.contexts {
		if !isContext(context) {
			return fmt.Errorf("%q is no context", context)
		}
	}
	word := readHeadword(columns[0])
	words[word] = append(words[word], s)
	return l.readFrame(s, columns[1], columns[3])
}

func ruleOf(file, word, conditions string) string {
	return strings.TrimSpace(file + "/" + word + " " + conditions)
}

// readFrame reads what a sense demands and, where its line tells that, who takes part.
func (l *lexicon) readFrame(s *sense, conditions, parts string) (err error) {
	if s.conditions, err = l.readConditions(conditions); err != nil || parts == "" {
		return err
	}
	s.roles, err = l.readRoles(parts)
	return err
}

func readHeadword(text string) headword {
	lemma, particle, _ := strings.Cut(text, " ")
	return headword{lemma, particle}
}

func (l *lexicon) readConditions(text string) ([]condition, error) {
	var all []condition
	for _, field := range strings.Fields(text) {
		bare, negated := strings.CutPrefix(field, "!")
		where, tests, tested := strings.Cut(bare, ":")
		c := condition{negated: negated}
		for name := range strings.SplitSeq(where, "/") {
			c.places = append(c.places, place(name))
		}
		if tested {
			c.tests = strings.Split(tests, ",")
		}
		if err := l.checkCondition(c); err != nil {
			return nil, fmt.Errorf("%q: %w", field, err)
		}
		all = append(all, c)
	}
	return all, nil
}

func (l *lexicon) checkCondition(c condition) error {
	if slices.Contains(c.places, placeText) && (len(c.tests) == 0 || len(c.places) > 1) {
		return errors.New("want words that the text has to say, and no other place")
	}
	if slices.Contains(c.places, "") || slices.Contains(c.tests, "") {
		return errors.New("want a place, and something behind the colon")
	}
	for _, at := range c.places {
		if !l.isPlace(at) && at != placeModifier && at != placeText && at != placeWhen {
			return fmt.Errorf("%q is no place where anything stands", at)
		}
	}
	for _, test := range c.tests {
		if class, found := strings.CutPrefix(test, "@"); found && l.classes[class] == nil {
			return fmt.Errorf("%q is no class", class)
		}
		if kind, found := strings.CutPrefix(test, "#"); found && !isEventKind(kind) {
			return fmt.Errorf("%q is no kind of event", kind)
		}
	}
	return nil
}

// isPlace reports whether somebody may stand at a place.
func (l *lexicon) isPlace(p place) bool {
	switch p {
	case placeSubject, placeObject, placeReceiver, placeOwner, placeComplement, placeInfinitive, placeGerund, placeClause:
		return true
	}
	return l.classes.Has("preposition", string(p))
}

// The kinds of events that conditions speak of.
const (
	kindConflict    = "conflict"
	kindCooperation = "cooperation"
)

func isEventKind(kind string) bool {
	_, isType := plover.TypeOf(kind)
	return isType || kind == kindConflict || kind == kindCooperation
}

func readCoding(text string) (coding, error) {
	if text == "none" {
		return coding{}, nil
	}
	if promise, threat, found := strings.Cut(text, " or "); found {
		return coding{typ: promise, threat: threat}, errors.Join(checkType(promise), checkType(threat))
	}
	typ, mode, _ := strings.Cut(text, " ")
	isMode := func(m plover.Mode) bool { return m.Name == mode }
	if mode != "" && !slices.ContainsFunc(plover.Modes(typ), isMode) {
		return coding{}, fmt.Errorf("%q is no mode of %s", mode, typ)
	}
	return coding{typ: typ, mode: mode}, checkType(typ)
}

func isContext(name string) bool {
	return slices.ContainsFunc(plover.Contexts(), func(c plover.Context) bool { return c.Name == name })
}

func checkType(name string) error {
	if _, found := plover.TypeOf(name); !found {
		return fmt.Errorf("%q is no type", name)
	}
	return nil
}

func (l *lexicon) readRoles(text string) (roles, error) {
	actors, recipients, directed := strings.Cut(text, " > ")
	if !directed {
		var mutual bool
		if actors, recipients, mutual = strings.Cut(text, " + "); !mutual {
			return roles{}, fmt.Errorf("%q: want roles as \"subject > object\" or \"subject + with\"", text)
		}
	}
	r := roles{readPlaces(actors), readPlaces(recipients), !directed}
	for _, p := range slices.Concat(r.actors, r.recipients) {
		if !l.isPlace(p) {
			return roles{}, fmt.Errorf("%q is no place where somebody stands", p)
		}
	}
	return r, nil
}

func readPlaces(text string) []place {
	var out []place
	for name := range strings.SplitSeq(text, ",") {
		if p := place(strings.TrimSpace(name)); p != placeNobody && p != "" {
			out = append(out, p)
		}
	}
	return out
}

func (l *lexicon) addModal(columns []string) error {
	if columns[1] != "subject" && columns[1] != "holder" {
		return fmt.Errorf("%q is neither subject nor holder", columns[1])
	}
	c, err := readCoding(columns[2])
	l.modals[columns[0]] = modal{c, columns[1] == "holder", "modals/" + columns[0]}
	return err
}

// addLightVerb reads the columns: verb with its particle, preposition before the noun, "actor" or "recipient".
func (l *lexicon) addLightVerb(columns []string) error {
	if columns[2] != "actor" && columns[2] != "recipient" {
		return fmt.Errorf("%q is neither actor nor recipient", columns[2])
	}
	word := readHeadword(columns[0])
	l.lightVerbs[word] = append(l.lightVerbs[word], lightUse{columns[1], columns[2] == "actor"})
	return nil
}

func (l *lexicon) addContext(columns []string) error {
	if !isContext(columns[0]) {
		return fmt.Errorf("%q is no context", columns[0])
	}
	for word := range strings.FieldsSeq(columns[1]) {
		l.contexts[word] = append(l.contexts[word], columns[0])
	}
	return nil
}

// hasVerb reports whether a verb with its particle has a line.
func (l *lexicon) hasVerb(word headword) bool {
	return len(l.verbs[word])+len(l.occurrences.verbs[word]) > 0
}

// readOccurrences reads the kinds of occurrences and the words that speak of them.
func (l *lexicon) readOccurrences(files fs.FS) error {
	return errors.Join(
		eachLine(files, "kinds", 2, func(columns []string) error {
			l.kinds[columns[0]] = true
			return nil
		}),
		eachLine(files, "occurrences/verbs", 4, func(columns []string) error {
			return l.addOccurrences(l.occurrences.verbs, "verbs", columns, rolesOfVerbs)
		}),
		eachLine(files, "occurrences/nouns", 4, func(columns []string) error {
			return l.addOccurrences(l.occurrences.nouns, "nouns", columns, rolesOfNouns)
		}),
		eachLine(files, "occurrences/adjectives", 4, func(columns []string) error {
			return l.addOccurrences(l.occurrences.adjectives, "adjectives", columns, rolesOfAdjectives)
		}),
	)
}

// addOccurrences reads the columns: headwords, conditions, kind, roles. A line without a kind is of what is none.
func (l *lexicon) addOccurrences(words map[headword][]*sense, file string, columns []string, usual roles) error {
	if kind := columns[2]; !l.kinds[kind] && kind != "none" {
		return fmt.Errorf("%q is no kind of occurrence", kind)
	}
	for name := range strings.SplitSeq(columns[0], ",") {
		name = strings.TrimSpace(name)
		s := &sense{rule: ruleOf("occurrences/"+file, name, columns[1]), roles: usual}
		if columns[2] != "none" {
			s.coding = coding{typ: rashomon.TypeOccurrence, mode: columns[2]}
		}
		if err := l.readFrame(s, columns[1], columns[3]); err != nil {
			return err
		}
		word := readHeadword(name)
		words[word] = append(words[word], s)
	}
	return nil
}
