package event

import (
	"strings"
	"testing"
	"testing/fstest"

	"rashomon"
	"rashomon/event/plover"
)

// TestOccurrencesHaveNoCode: what is coded in CAMEO leaves them out.
func TestOccurrencesHaveNoCode(t *testing.T) {
	t.Parallel()
	if _, found := plover.TypeOf(rashomon.TypeOccurrence); found {
		t.Errorf("%s is a type of the ontology", rashomon.TypeOccurrence)
	}
	for kind := range known().kinds {
		if code := plover.CAMEO(rashomon.TypeOccurrence, kind); code != "" {
			t.Errorf("%s: got the code %s, want none", kind, code)
		}
	}
}

// TestKindsAreUsed: a word speaks of every kind.
func TestKindsAreUsed(t *testing.T) {
	t.Parallel()
	used := map[string]bool{deed.coding.mode: true}
	for _, words := range []map[headword][]*sense{known().occurrences.verbs, known().occurrences.nouns, known().occurrences.adjectives} {
		for _, senses := range words {
			for _, s := range senses {
				used[s.coding.mode] = true
			}
		}
	}
	for kind := range known().kinds {
		if !used[kind] {
			t.Errorf("no word speaks of %s", kind)
		}
	}
}

// TestReadOccurrencesNamesWhatIsWrong: an error names the file, the line and the cause.
func TestReadOccurrencesNamesWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ line, want string }{
		{"sink, founder | | wreck |", `data/occurrences/verbs.txt:1: "wreck" is no kind of occurrence`},
		{"sink | object | accident | below > object", `"below" is no place where somebody stands`},
		{"sink | object:@hull | accident |", `"object:@hull": "hull" is no class`},
		{"sink | accident |", "got 3 columns, want 4"},
	} {
		l := &lexicon{occurrences: newVocabulary(), kinds: map[string]bool{}}
		err := l.readOccurrences(fstest.MapFS{
			"data/kinds.txt":             {Data: []byte("accident | a wreck")},
			"data/occurrences/verbs.txt": {Data: []byte(test.line)}, "data/occurrences/nouns.txt": {}, "data/occurrences/adjectives.txt": {},
		})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.line, err, test.want)
		}
	}
}
