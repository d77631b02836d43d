package echo

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon/digest"
	"rashomon/rashomontest"
)

// TestLexicon loads the data files and asks for a word of each class that the code asks for.
func TestLexicon(t *testing.T) {
	t.Parallel()
	l, err := loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for class, word := range map[string]string{
		"function": "the", "common": "say", "anybody": "resident", "hearsay": "wireless", "publishing": "print",
		"saying": "tell", "state": "republic", "number": "twelve",
	} {
		if !l.classes.Has(class, word) {
			t.Errorf("%s has no %q", class, word)
		}
	}
	if !l.periodicals["paper"] {
		t.Error("a paper is no periodical")
	}
}

func TestIsPublisher(t *testing.T) {
	t.Parallel()
	ministry := newName("MINISTRY OF PORTS AND FISHERIES OF THE REPUBLIC OF KORVA", true, false)
	for _, test := range []struct {
		cited string
		of    name
		want  likeness
	}{
		{"Ports Ministry", ministry, full},
		{"Ministry of Ports", ministry, full},
		{"the ministry", ministry, bare},
		{"Ministry of Defence", ministry, unlike},
		{"Korva", ministry, unlike},
		{"the visiting inspectors", newName("Harbour Inspection Office", true, false), bare},
		{"HIO", newName("Harbour Inspection Office", true, false), full},
		{"Miners' League", newName("Miners’ League", true, false), full},
		{"Football League", newName("Miners' League", true, false), unlike},
		{"Ferro", newName("Ada Ferro", true, true), full},
		{"Ada", newName("Ada Ferro", true, true), unlike},
		{"", ministry, unlike},
	} {
		of := newPublisher(test.of)
		if got := newCited(newName(test.cited, isProper(test.cited), test.of.person)).isPublisher(&of); got != test.want {
			t.Errorf("%q for %q: got %d, want %d", test.cited, test.of.text, got, test.want)
		}
	}
}

// TestRunsShareKeys draws two texts that share a run just long and plain enough: they share a key of their words.
func TestRunsShareKeys(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := func(label string, words []string) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 20).Draw(t, label), " ")
		}
		first, second := []string{"ash", "the", "Birch"}, []string{"elm", "of", "Fir"}
		shared := []string{"gate", "river", "night", "opened", "the", "of", "Harun"}
		run := strings.Join(rapid.Permutation(shared).Draw(t, "run"), " ")
		v := newVocabulary()
		a := prints(text("a before", first)+" "+run+" "+text("a behind", first), v)
		b := prints(text("b before", second)+" "+run+" "+text("b behind", second), v)
		if !slices.ContainsFunc(a, func(h uint64) bool { return slices.Contains(b, h) }) {
			t.Fatalf("no key for %q", run)
		}
	})
}

func prints(text string, v *vocabulary) []uint64 {
	return newAccount(&digest.Digest{Text: text}, v).fingerprints(v)
}

// FuzzSplit demands that words are in order, do not overlap, and hold every letter and digit.
func FuzzSplit(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(phrase)
	}
	f.Add(rashomontest.NastyArticle())
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		end := 0
		for _, w := range split(text) {
			if w.extent.Start < end || w.extent.End <= w.extent.Start || w.extent.End > len(text) {
				t.Fatalf("%q: word at %v behind %d", text, w.extent, end)
			}
			if between := text[end:w.extent.Start]; strings.ContainsFunc(between, isWordRune) {
				t.Fatalf("%q: %q is in no word", text, between)
			}
			end = w.extent.End
		}
		if strings.ContainsFunc(text[end:], isWordRune) {
			t.Fatalf("%q: %q is in no word", text, text[end:])
		}
	})
}
