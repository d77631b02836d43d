package figure

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

// The lexicon knows what is counted and by which words a figure tells it. It stands in the files of the folder data.

//go:embed data
var files embed.FS

// A question is something that accounts count: the dead, the wounded, votes.
type question struct {
	key     string
	persons bool     // are counted, not things
	asks    string   // for people: "how many were killed"
	name    string   // of its figures in a reason: "dead"
	events  []string // types of events that it is asked of
}

// A role is where words stand that tell what a figure counts. See data/answers.txt.
type role string

const (
	roleSubject role = "subject"
	roleObject  role = "object"
	roleForm    role = "form"
	roleBefore  role = "before"
	roleHeading role = "heading"
)

var roles = []role{roleSubject, roleObject, roleForm, roleBefore, roleHeading}

// A reading is what words in a role tell.
type reading struct {
	question *question
	counting string // only where nouns of this class are counted; "" for any
}

type lexicon struct {
	questions map[string]*question
	readings  map[role]map[string][]reading // by phrase
	words     datafile.Classes
	nouns     datafile.Classes
	groups    map[string]string // noun -> group
	units     map[string]unit
	net       *wordnet.Net
	vectors   *network.Vectors
}

// known returns the lexicon, which is read when it is first asked for. Its files are part of the program, and a test
// reads them all.
var known = sync.OnceValue(func() *lexicon {
	l, err := load()
	if err != nil {
		panic(err)
	}
	return l
})

func load() (*lexicon, error) {
	l := &lexicon{
		questions: map[string]*question{}, readings: map[role]map[string][]reading{}, words: datafile.Classes{},
		nouns: datafile.Classes{}, groups: map[string]string{}, units: map[string]unit{},
	}
	for _, r := range roles {
		l.readings[r] = map[string][]reading{}
	}
	for _, file := range []struct {
		path    string
		columns int
		read    func([]string) error
	}{
		{"data/questions.txt", 5, l.addQuestion},
		{"data/nouns.txt", 2, l.nouns.Add},
		{"data/answers.txt", 3, l.addAnswer},
		{"data/words.txt", 2, l.words.Add},
		{"data/groups.txt", 2, l.addGroup},
		{"data/units.txt", 3, l.addUnit},
	} {
		if err := datafile.Each(files, file.path, file.columns, file.read); err != nil {
			return nil, err
		}
	}
	var err error
	if l.net, err = wordnet.English(); err != nil {
		return l, err
	}
	l.vectors, err = network.EnglishVectors()
	return l, err
}

func (l *lexicon) addQuestion(columns []string) error {
	key := columns[0]
	if l.questions[key] != nil {
		return fmt.Errorf("question %q stands twice", key)
	}
	l.questions[key] = &question{
		key, columns[1] == "persons", columns[2], columns[3], strings.Fields(strings.Trim(columns[4], "-")),
	}
	return nil
}

func (l *lexicon) addAnswer(columns []string) error {
	counting, name, found := strings.Cut(columns[1], " ")
	if !found {
		counting, name = "", columns[1]
	}
	r := role(name)
	switch {
	case l.questions[columns[0]] == nil && columns[0] != "-":
		return fmt.Errorf("no question %q", columns[0])
	case !slices.Contains(roles, r):
		return fmt.Errorf("no role %q", columns[1])
	case found && l.nouns[counting].Len() == 0:
		return fmt.Errorf("no class of nouns %q", counting)
	}
	for phrase := range strings.SplitSeq(columns[2], ",") {
		phrase = strings.TrimSpace(phrase)
		for _, other := range l.readings[r][phrase] {
			if other.counting == counting {
				return fmt.Errorf("%q stands twice as %s", phrase, columns[1])
			}
		}
		l.readings[r][phrase] = append(l.readings[r][phrase], reading{l.questions[columns[0]], counting})
	}
	return nil
}

func (l *lexicon) addGroup(columns []string) error {
	for noun := range strings.FieldsSeq(columns[1]) {
		if l.groups[noun] != "" {
			return fmt.Errorf("%q stands in two groups", noun)
		}
		l.groups[noun] = columns[0]
	}
	return nil
}

// is reports whether a noun, in lower case, is of a class: that of persons has those of all groups besides, and what WordNet
// takes for a person before all else.
func (l *lexicon) is(class, noun string) bool {
	return l.nouns.Has(class, noun) || class == "person" && noun != "" &&
		(l.groups[noun] != "" || l.net.Word(noun).Class(wordnet.Noun) == "noun.person")
}

// longestPhrase is the number of words of the longest phrase that is read as it stands.
const longestPhrase = 4

// atStart returns the readings of the longest phrase of a role that words begin with.
func (l *lexicon) atStart(r role, words []string) []reading {
	for n := min(longestPhrase, len(words)); n > 0; n-- {
		if found, ok := l.readings[r][strings.Join(words[:n], " ")]; ok {
			return found
		}
	}
	return nil
}

// atEnd returns the readings of the longest phrase of a role that words end with.
func (l *lexicon) atEnd(r role, words []string) []reading {
	for n := min(longestPhrase, len(words)); n > 0; n-- {
		if found, ok := l.readings[r][strings.Join(words[len(words)-n:], " ")]; ok {
			return found
		}
	}
	return nil
}
