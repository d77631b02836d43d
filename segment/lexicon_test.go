package segment

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestLexicon loads all data files: every file is read by the engine, holds something, and has keys that can be found.
func TestLexicon(t *testing.T) {
	t.Parallel()
	lexicons := map[string][]string{
		"abbreviations.txt": slices.Sorted(maps.Keys(abbreviations)),
		"calendar.txt":      slices.Sorted(maps.Keys(calendar)),
		"captions.txt":      slices.Sorted(maps.Keys(captions)),
		"conjunctions.txt":  slices.Sorted(maps.Keys(conjunctions)),
		"endings.txt":       slices.Sorted(maps.Keys(endings)),
		"schemes.txt":       slices.Sorted(maps.Keys(schemes)),
		"contractions.txt":  slices.Sorted(maps.Keys(contractions)),
		"currencies.txt":    slices.Sorted(maps.Keys(currencies)),
		"domains.txt":       slices.Sorted(maps.Keys(domains)),
		"elisions.txt":      slices.Sorted(maps.Keys(elisions)),
		"emoticons.txt":     slices.Sorted(maps.Keys(emoticons)),
		"hyphens.txt":       slices.Sorted(maps.Keys(hyphenated)),
		"slashes.txt":       slices.Sorted(maps.Keys(slashed)),
		"speech.txt":        slices.Sorted(maps.Keys(speech)),
		"starters.txt":      slices.Sorted(maps.Keys(starters)),
		"units.txt":         slices.Sorted(maps.Keys(units)),
	}
	entries, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		keys, known := lexicons[entry.Name()]
		if !known || len(keys) == 0 {
			t.Errorf("%s: the engine reads %d words of it", entry.Name(), len(keys))
		}
		delete(lexicons, entry.Name())
		for _, key := range keys {
			f := fold(key)
			found := string(f.key()) == key || entry.Name() == "emoticons.txt" || units[key] == "exact"
			if !found || len(key) > longestKey {
				t.Errorf("%s: %q cannot be found", entry.Name(), key)
			}
		}
	}
	for name := range lexicons {
		t.Errorf("%s is not there", name)
	}
}

// TestLexiconClasses sees that no file has a class that the engine does not ask for.
func TestLexiconClasses(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		lexicon map[string]string
		classes string
	}{
		"abbreviations": {abbreviations, "name number date month state inner end last"},
		"calendar":      {calendar, "weekday month zone"},
		"captions":      {captions, "credit figure"},
		"endings":       {endings, "any i"},
		"starters":      {starters, "strong weak"},
		"units":         {units, "any exact money"},
	} {
		for word, class := range test.lexicon {
			if !slices.Contains(strings.Fields(test.classes), class) {
				t.Errorf("%s: %q has the class %q", name, word, class)
			}
		}
	}
}

func TestLongestEmoticon(t *testing.T) {
	t.Parallel()
	for face := range emoticons {
		if len(face) > longestEmoticon {
			t.Errorf("%s has %d bytes, more than %d", face, len(face), longestEmoticon)
		}
	}
}
