package event

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestReadLexicon reads every data file. The counts are what the files held when they were last extended, rounded down.
func TestReadLexicon(t *testing.T) {
	t.Parallel()
	l, err := readLexicon(files)
	if err != nil {
		t.Fatal(err)
	}
	for name, count := range map[string]struct{ got, least int }{
		"senses of verbs": {countSenses(l.verbs), 1000}, "senses of nouns": {countSenses(l.nouns), 500}, "senses of adjectives": {countSenses(l.adjectives), 20},
		"modals": {len(l.modals), 2}, "light verbs": {len(l.lightVerbs), 80}, "classes": {len(l.classes), 20}, "contexts": {len(l.contexts), 500},
		"kinds of occurrences": {len(l.kinds), 40}, "verbs of occurrences": {countSenses(l.occurrences.verbs), 1400},
		"nouns of occurrences": {countSenses(l.occurrences.nouns), 300}, "adjectives of occurrences": {countSenses(l.occurrences.adjectives), 30},
	} {
		if count.got < count.least {
			t.Errorf("%s: got %d, want at least %d", name, count.got, count.least)
		}
	}
}

func countSenses(words map[headword][]*sense) int {
	count := 0
	for _, list := range words {
		count += len(list)
	}
	return count
}

// TestReadLexiconNamesWhatIsWrong: an error names the file, the line and the cause.
func TestReadLexiconNamesWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ line, want string }{
		{"raid | | ATTACK | |", `verbs/a.txt:1: "ATTACK" is no type`},
		{"raid | | ASSAULT gently | |", `"gently" is no mode of ASSAULT`},
		{"raid | object:@lair | ASSAULT | |", `"object:@lair": "lair" is no class`},
		{"raid | object:#PICNIC | ASSAULT | |", `"PICNIC" is no kind of event`},
		{"raid | verbally | ASSAULT | |", `"verbally" is no place where anything stands`},
		{"raid | | ASSAULT | subject > upward | ", `"upward" is no place where somebody stands`},
		{"raid | object: | ASSAULT | |", `want a place, and something behind the colon`},
		{"raid | | ASSAULT | subject | ", `want roles as`},
		{"raid | | ASSAULT | | weather", `"weather" is no context`},
		{"raid | | ASSAULT |", "got 4 columns, want 5"},
	} {
		files := fstest.MapFS{
			"data/verbs/a.txt": {Data: []byte(test.line)}, "data/nouns/a.txt": {}, "data/words/a.txt": {}, "data/adjectives.txt": {},
			"data/modals.txt": {}, "data/light_verbs.txt": {}, "data/contexts.txt": {}, "data/kinds.txt": {},
			"data/occurrences/verbs.txt": {}, "data/occurrences/nouns.txt": {}, "data/occurrences/adjectives.txt": {},
		}
		if _, err := readLexicon(files); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.line, err, test.want)
		}
	}
}
