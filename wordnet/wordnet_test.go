package wordnet_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon/rashomontest"
	"rashomon/wordnet"
)

func load(t testing.TB) *wordnet.Net {
	t.Helper()
	net, err := wordnet.English()
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// steps is how far apart kinds are in the cases.
const steps = 1

// relations are all relations, by their names in the cases.
var relations = []struct {
	name string
	hold func(a, b wordnet.Word) bool
}{
	{"synonym", wordnet.Word.Synonym},
	{"antonym", wordnet.Word.Antonym},
	{"opposed", wordnet.Word.Opposed},
	{"derived", wordnet.Word.Derived},
	{"kind", func(a, b wordnet.Word) bool { return a.Kind(b, steps) }},
	{"entails", wordnet.Word.Entails},
	{"related", wordnet.Word.Related},
}

func between(a, b wordnet.Word) string {
	var names []string
	for _, relation := range relations {
		if relation.hold(a, b) {
			names = append(names, relation.name)
		}
	}
	return strings.Join(names, " ")
}

func TestCases(t *testing.T) {
	t.Parallel()
	net := load(t)
	for _, path := range rashomontest.CaseFiles(t) {
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			senses, err := strconv.Atoi(c.Given["senses"])
			if err != nil {
				t.Errorf("%s:%d: %v", c.File, c.Line, err)
			}
			first, second, _ := strings.Cut(c.Phrase, ", ")
			found := between(net.Word(first).First(senses), net.Word(second).First(senses))
			if found == "" {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: found}}
		})
	}
}

func TestClass(t *testing.T) {
	t.Parallel()
	net := load(t)
	for _, c := range []struct {
		lemma string
		part  wordnet.Part
		want  string
	}{
		{"explosion", wordnet.Noun, "noun.event"},
		{"burglary", wordnet.Noun, "noun.act"},
		{"teacher", wordnet.Noun, "noun.person"},
		{"announce", wordnet.Verb, "verb.communication"},
		{"break out", wordnet.Verb, "verb.change"},
		{"enormous", wordnet.Adjective, "adj.all"},
		{"quickly", wordnet.Adverb, "adv.all"},
		{"quickly", wordnet.Verb, ""},
		{"nosuchword", wordnet.Noun, ""},
	} {
		if got := net.Word(c.lemma).Class(c.part); got != c.want {
			t.Errorf("%s: got %q, want %q", c.lemma, got, c.want)
		}
	}
}

func TestDerivations(t *testing.T) {
	t.Parallel()
	got := load(t).Word("evacuate").As(wordnet.Verb).Derivations()
	if diff := cmp.Diff(got, []string{"evacuation", "evacuant"}); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

// lemmas are words that the laws are tried on: of all parts of speech, common and rare, and unknown.
var lemmas = strings.Split("open|close|closed|shut|rise|fall|decline|attack|assault|raid|kill|die|death|break out|"+
	"escape|flee|flight|evacuate|evacuation|safe|dangerous|quickly|slowly|take|make|get|boat|ferry|vessel|nosuchword|", "|")

// checkMeanings demands that what the meanings of two words have in common tells how the two stand to each other.
func checkMeanings(t *rapid.T, a, b wordnet.Word) {
	for _, relation := range []struct {
		name      string
		got, want bool
	}{
		{"opposed", a.Opposites().Meet(b.Meanings()), a.Opposed(b)},
		{"related", a.Told().Meet(b.Told()), a.Related(b)},
		{"kind", a.Kinds(2).Meet(b.Meanings()) || b.Kinds(2).Meet(a.Meanings()), a.Kind(b, 2)},
		{"entails", a.Brings().Meet(b.Meanings()) || b.Brings().Meet(a.Meanings()), a.Entails(b)},
	} {
		if relation.got != relation.want {
			t.Errorf("%s by their meanings: got %v, want %v", relation.name, relation.got, relation.want)
		}
	}
}

// The order of two words changes nothing, a sense less makes no new relation, and two known words are related where
// they are synonyms, and opposed where they are antonyms.
func TestLaws(t *testing.T) {
	t.Parallel()
	net := load(t)
	rapid.Check(t, func(t *rapid.T) {
		a := net.Word(rapid.SampledFrom(lemmas).Draw(t, "a"))
		b := net.Word(rapid.SampledFrom(lemmas).Draw(t, "b"))
		senses := rapid.IntRange(1, 6).Draw(t, "senses")
		for _, relation := range relations {
			holds := relation.hold(a, b)
			if relation.hold(b, a) != holds {
				t.Errorf("%s is not symmetric", relation.name)
			}
			if !holds && relation.hold(a.First(senses), b.First(senses)) {
				t.Errorf("%s holds of the first %d senses alone", relation.name, senses)
			}
			if holds && !(a.Known() && b.Known()) {
				t.Errorf("%s holds of an unknown word", relation.name)
			}
		}
		if a.Synonym(b) && !(a.Related(b) && a.Kind(b, 0)) || a.Derived(b) && !a.Related(b) || a.Antonym(b) && !a.Opposed(b) {
			t.Errorf("the relations contradict each other: %s", between(a, b))
		}
		checkMeanings(t, a, b)
		if a.Known() && !a.Synonym(a) {
			t.Error("a known word is no synonym of itself")
		}
		if a.Kind(b, 1) && !a.Kind(b, 2) {
			t.Error("a kind with one step is none with two")
		}
	})
}

// TestWhatIsWrittenIsFound writes words of its own.
func TestWhatIsWrittenIsFound(t *testing.T) {
	t.Parallel()
	net, err := wordnet.Open(string(write(t)))
	if err != nil {
		t.Fatal(err)
	}
	for pair, want := range map[[2]string]string{
		{"up", "down"}: "antonym opposed", {"up", "downhill"}: "opposed", {"up", "rising"}: "derived related",
		{"down", "downhill"}: "synonym kind related", {"rising", "motion"}: "kind",
		{"up", "motion"}: "", {"motion", "still"}: "",
	} {
		if got := between(net.Word(pair[0]), net.Word(pair[1])); got != want {
			t.Errorf("%s, %s: got %q, want %q", pair[0], pair[1], got, want)
		}
	}
	if got := net.Word("rising").Class(wordnet.Noun); got != "noun.event" {
		t.Errorf("got %q, want noun.event", got)
	}
}

// small is a database of a few words.
func small() *wordnet.Database {
	return &wordnet.Database{
		Entries: []wordnet.Entry{
			{Part: wordnet.Adverb, Lemma: "up", Synsets: []int{0}}, {Part: wordnet.Adverb, Lemma: "down", Synsets: []int{1}},
			{Part: wordnet.Adverb, Lemma: "downhill", Synsets: []int{1}}, {Part: wordnet.Noun, Lemma: "rising", Synsets: []int{2}},
			{Part: wordnet.Noun, Lemma: "motion", Synsets: []int{3}},
		},
		Synsets: []wordnet.Synset{
			{
				Class: 2, Antonyms: []wordnet.Link{{From: "up", Synset: 1, To: "down", Part: wordnet.Adverb}},
				Derivation: []wordnet.Link{{From: "up", Synset: 2, To: "rising", Part: wordnet.Noun}},
			},
			{Class: 2},
			{Class: 11, Hypernyms: []int{3}},
			{Class: 3, Antonyms: []wordnet.Link{{From: "motion", Synset: 3, To: "left out", Part: wordnet.Noun}}},
		},
	}
}

func write(t testing.TB) []byte {
	t.Helper()
	block, err := wordnet.Write(small())
	if err != nil {
		t.Fatal(err)
	}
	return block
}

func TestWriteRefuses(t *testing.T) {
	t.Parallel()
	for name, damage := range map[string]func(*wordnet.Database){
		"no lemma":                func(d *wordnet.Database) { d.Entries[0].Lemma = "" },
		"no part":                 func(d *wordnet.Database) { d.Entries[0].Part = 4 },
		"no senses":               func(d *wordnet.Database) { d.Entries[0].Synsets = nil },
		"a word twice":            func(d *wordnet.Database) { d.Entries[0].Lemma = "down" },
		"a sense of no synset":    func(d *wordnet.Database) { d.Entries[0].Synsets[0] = 4 },
		"a kind of no synset":     func(d *wordnet.Database) { d.Synsets[2].Hypernyms[0] = 4 },
		"an antonym of no synset": func(d *wordnet.Database) { d.Synsets[0].Antonyms[0].Synset = -1 },
	} {
		database := small()
		damage(database)
		if _, err := wordnet.Write(database); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}
