package attribution

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rashomon"
)

// TestReadLexicon reads every data file. The counts are what the files held when they were last extended, rounded down.
func TestReadLexicon(t *testing.T) {
	t.Parallel()
	l, err := readLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for name, count := range map[string]struct{ got, least int }{
		"verbs": {len(l.verbs), 1150}, "nouns": {len(l.nouns), 480}, "adjectives": {len(l.adjectives), 240},
		"adverbs": {phrases(l.adverbs), 75}, "prepositions": {phrases(l.phrases), 180}, "sources": {len(l.sources), 600},
		"light verbs": {len(l.lightVerbs), 200}, "classes": {len(l.classes), 8},
	} {
		if count.got < count.least {
			t.Errorf("%s: got %d, want at least %d", name, count.got, count.least)
		}
	}
}

func phrases(byFirst map[string][]phrase) int {
	count := 0
	for _, list := range byFirst {
		count += len(list)
	}
	return count
}

// TestLexiconInOrder demands lines in order, so that a word is found by eye, and none twice.
func TestLexiconInOrder(t *testing.T) {
	t.Parallel()
	for name, columns := range map[string]int{
		"verbs": 4, "nouns": 4, "adjectives": 4, "adverbs": 2, "prepositions": 3, "sources": 2, "light_verbs": 2, "words": 2,
	} {
		seen, last := map[string]bool{}, ""
		err := eachLine(name, columns, func(fields []string) error {
			line := strings.Join(fields, "|")
			if seen[line] || fields[0] < last {
				return fmt.Errorf("%q stands twice, or after %q", line, last)
			}
			seen[line], last = true, fields[0]
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// TestFramesOfOneWordDiffer demands that no frame of a word stands in two of its lines: it would have two meanings.
func TestFramesOfOneWordDiffer(t *testing.T) {
	t.Parallel()
	l := known()
	for word, lines := range l.verbs {
		expectDisjoint(t, word.lemma+" "+word.rest, lines)
	}
	for word, lines := range l.nouns {
		expectDisjoint(t, word, lines)
	}
	for word, lines := range l.adjectives {
		expectDisjoint(t, word, lines)
	}
}

func expectDisjoint(t *testing.T, word string, lines []entry) {
	t.Helper()
	var seen frames
	for _, line := range lines {
		if seen&line.frames&^frameAddressee != 0 {
			t.Errorf("%s: a frame in two lines", word)
		}
		seen |= line.frames
	}
}

func TestFrames(t *testing.T) {
	t.Parallel()
	set, err := readFrames("clause of object-for on")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		frame frames
		want  bool
	}{
		"a clause": {frameClause, true}, "no order": {frameOrder, false},
		"of": {prepositionFrame("of"), true}, "on, as onto": {prepositionFrame("onto"), true},
		"for, only behind an object": {prepositionFrame("for"), false}, "object and for": {objectFrame("for"), true},
		"object and of": {objectFrame("of"), false}, "no preposition": {prepositionFrame("beneath"), false},
	} {
		if got := set.has(test.frame); got != test.want {
			t.Errorf("%s: got %v, want %v", name, got, test.want)
		}
	}
}

// TestLookups asks for words of each file.
func TestLookups(t *testing.T) {
	t.Parallel()
	say := verbLines("say", "")
	if len(say) == 0 || !say[0].frames.has(frameClause) || say[0].typ != rashomon.StatementAssertion {
		t.Errorf("say: got %v, want an assertion with a clause", say)
	}
	if got := verbLines("point", "out"); len(got) != 1 || got[0].rule != "verb/point out" {
		t.Errorf("point out: got %v", got)
	}
	if got := nounLines("fear"); len(got) == 0 || got[0].typ != rashomon.StatementBelief {
		t.Errorf("fear: got %v, want a belief", got)
	}
	if got := adjectiveLines("aware"); len(got) != 1 || !got[0].frames.has(prepositionFrame("of")) {
		t.Errorf("aware: got %v, want the frame of", got)
	}
	if got := adverbsAt("reportedly"); len(got) != 1 || len(got[0].words) != 1 {
		t.Errorf("reportedly: got %v", got)
	}
	if got := prepositionsAt("according"); len(got) == 0 || !slices.Equal(got[0].words, []string{"according", "to"}) {
		t.Errorf("according to: got %v", got)
	}
	if got := sourceKind("survey"); got != rashomon.SourceDocument {
		t.Errorf("survey: got %q, want a document", got)
	}
	if got := lightVerb("voice", ""); got != ownerSubject {
		t.Errorf("voice: got %q, want the subject", got)
	}
}

// TestWrongLemmas finds verbs whose forms in -ed and -ing were given a lemma that is none.
func TestWrongLemmas(t *testing.T) {
	t.Parallel()
	for wrong, right := range map[string]string{
		"blam": "blame", "hop": "hope", "referr": "refer", "plann": "plan", "slamme": "slam", "backe": "back",
	} {
		if got, want := verbLines(wrong, ""), verbLines(right, ""); len(got) == 0 || got[0] != want[0] {
			t.Errorf("%s: got %v, want the lines of %s", wrong, got, right)
		}
	}
	if got := verbLines("rape", ""); got != nil { // "rap" is listed
		t.Errorf("rape: got %v, want nothing", got)
	}
}

// TestBadLines tells what is wrong with a line.
func TestBadLines(t *testing.T) {
	t.Parallel()
	l := &lexicon{}
	for line, err := range map[string]error{
		`"sideways" is no frame`:        l.addVerb([]string{"say", "sideways", "assertion", "assert"}),
		"want a frame":                  l.addVerb([]string{"say", "", "assertion", "assert"}),
		`"speech" is no type`:           l.addVerb([]string{"say", "clause", "speech", "assert"}),
		`"sing" is no act`:              l.addVerb([]string{"say", "clause", "assertion", "sing"}),
		`"person" is no kind of a noun`: l.addSource([]string{"survey", "person"}),
		`"nobody" is no owner`:          l.addLightVerb([]string{"voice", "nobody"}),
		"want a word first":             addPhrase(nil, "preposition", []string{"POSS view", "belief", ""}),
	} {
		if err == nil || err.Error() != line {
			t.Errorf("got %v, want %s", err, line)
		}
	}
}
