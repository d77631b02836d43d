package party

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestLexicon reads all files: a mistake in one is an error, and no class that the code asks for is missing.
func TestLexicon(t *testing.T) {
	t.Parallel()
	l, err := readLexicon()
	if err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`inClass\("([^"]+)"`)
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		code, err := os.ReadFile(entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range asked.FindAllSubmatch(code, -1) {
			if l.classes[string(match[1])].Len() == 0 {
				t.Errorf("%s asks for the class %q, which has no words", entry.Name(), match[1])
			}
		}
	}
	for _, which := range []string{"first", "further"} {
		if len(l.bynames[which]) == 0 {
			t.Errorf("no pattern of by-names is %s", which)
		}
	}
}

// TestLines: lines that make no sense are errors.
func TestLines(t *testing.T) {
	t.Parallel()
	l := &lexicon{synonyms: map[string]string{"dr": "doctor"}, bynames: map[string][]*regexp.Regexp{}}
	s := newSounds()
	for name, err := range map[string]error{
		"a kind of line":  s.add([]string{"noise", "k c"}),
		"a letter of one": s.add([]string{"letter", "č"}),
		"a word twice":    l.addSynonyms([]string{"physician dr"}),
		"a by-name":       l.addByname([]string{"second", "called"}),
		"a pattern":       l.addByname([]string{"first", "(called"}),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestKey: spellings of one name have one key, names that only look alike another.
func TestKey(t *testing.T) {
	t.Parallel()
	sounds := &known().sounds
	for _, same := range []string{
		"gaddafi qadhafi kadhafi khaddafy gathafi", "charnova tcharnova czarnova", "torvat torwat", "zelensky zelenskyy zelenskiy",
		"milosevich milošević", "medvedev medwedew", "harun kharun", "shoigu choigou", "ahmed ahmad",
	} {
		words := strings.Fields(same)
		for _, word := range words[1:] {
			if got, want := sounds.key(fold(word)), sounds.key(words[0]); got != want {
				t.Errorf("%q: got %q, want %q as of %q", word, got, want, words[0])
			}
		}
	}
	for _, other := range [][2]string{{"haddad", "brandt"}, {"torvat", "tornat"}, {"reve", "rete"}} {
		if a, b := sounds.key(other[0]), sounds.key(other[1]); a == b {
			t.Errorf("%q and %q: both got %q", other[0], other[1], a)
		}
	}
}

// TestAlike keeps how alike names of which people wonder sound.
func TestAlike(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"gaddafi", "qadhafi", true}, {"haftar", "haftat", true}, {"mohammed", "muhammad", true}, {"khrushchev", "khruschev", true},
		{"hassan", "hussein", false}, {"ali", "ala", false}, {"brandt", "brendt", true}, {"omar", "umar", true}, {"assad", "saad", false},
		{"mo", "moe", false}, {"wirth", "worth", true}, {"hama", "homs", false},
	} {
		if got := spelledAlike(test.a, test.b); (got > 0) != test.want {
			t.Errorf("%q and %q: got %.2f (sounds %.2f), want alike %v", test.a, test.b, got, alike(test.a, test.b), test.want)
		}
	}
}

// TestAlikeIsLikeness: a word is as alike as can be to itself, likeness has no direction, and it lies between 0 and 1.
func TestAlikeIsLikeness(t *testing.T) {
	t.Parallel()
	words := rapid.StringMatching(`[a-z]{0,12}`)
	rapid.Check(t, func(r *rapid.T) {
		a, b := words.Draw(r, "a"), words.Draw(r, "b")
		there, back := alike(a, b), alike(b, a)
		if there-back > 1e-9 || back-there > 1e-9 || there < 0 || there > 1 || alike(a, a) != 1 {
			r.Fatalf("%q and %q: %v there, %v back, %v itself", a, b, there, back, alike(a, a))
		}
	})
}

// TestUnits: the sounds of a word are the word, but for doubled ones.
func TestUnits(t *testing.T) {
	t.Parallel()
	sounds := &known().sounds
	for word, want := range map[string]string{
		"gaddafi": "g a d a f i", "tcharnova": "tch a r n o v a", "khrushchev": "kh r u sh ch e v", "": "", "ssss": "s", "zhou": "zh ou",
	} {
		if got := sounds.units(word); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

// TestForms: what is left of a name.
func TestForms(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Colonel Moammar al-Gadhafi": "moammar gadhafi", "Mustafa Abdul Jalil": "mustafa abduljalil", "Martin Luther King Jr.": "martin luther king",
		"Mohamed ElBaradei": "mohamed baradei", "Tomas Wirth of the Regiment": "tomas wirth", "Ben Haddad": "ben haddad", "Ludwig van Orlo": "ludwig orlo",
	} {
		if got := strings.Join(personal(text).words, " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Ministry of the Interior": "ministry interior", "Republic of Lusena": "lusena", "Free Union": "free union", "Harbour Workers' Union": "harbor labor union",
		"the Kingdom of Orland": "orland", "Centre for Floods": "center flood",
	} {
		if got := strings.Join(body(text).words, " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"NTC": "ntc", "U.N.": "un", "the NHC": "nhc", "Nato": "", "G20": "", "A": "", "VELMORA": ""} {
		if got := acronym(text); got != want {
			t.Errorf("%q: got acronym %q, want %q", text, got, want)
		}
	}
}
