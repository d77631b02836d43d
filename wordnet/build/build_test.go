package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon/wordnet"
)

// TestTheDataAreThoseOfWordNet builds the data again, where WordNet is.
func TestTheDataAreThoseOfWordNet(t *testing.T) {
	t.Parallel()
	dict := os.Getenv("WNSEARCHDIR")
	if dict == "" {
		dict = filepath.Join("/", "usr", "share", "wordnet")
	}
	if _, err := os.Stat(dict); err != nil {
		t.Skipf("SKIPPED: WordNet is not here; set WNSEARCHDIR to the folder of its files")
	}
	database, err := read(dict)
	if err != nil {
		t.Fatal(err)
	}
	got, err := wordnet.Write(database)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("..", "data", "words.bin"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("WordNet gives other bytes; run `go run ./wordnet/build -dict %s`", dict)
	}
}

// lines are files in the form of WordNet's, of our own writing.
var lines = map[string]string{
	"data.noun": "  1 a licence\n00000001 03 n 01 thing 0 000 | it\n" +
		"00000002 05 n 02 zebu 0 Zebu 0 001 @ 00000001 n 0000 | an animal\n" +
		"00000003 06 n 01 barrage 0 002 @ 00000001 n 0000 + 00000001 v 0101 | a wall\n",
	"data.verb": "00000001 41 v 02 wall_off 0 put_up_with 0 001 + 00000003 n 0101 01 + 08 00 | to wall\n",
	"data.adj": "00000001 00 s 01 walled(a) 0 001 ! 00000002 a 0101 | with a wall\n" +
		"00000002 00 a 01 open(p) 0 001 ! 00000001 a 0101 | without\n",
	"data.adv":   "",
	"index.noun": "  1 a licence\nbarrage n 1 1 @ 1 0 00000003\nthing n 1 0 1 1 00000001\nzebu n 1 1 @ 1 0 00000002\n",
	"index.verb": "put_up_with v 1 1 + 1 0 00000001\nwall_off v 1 1 + 1 0 00000001\n",
	"index.adj":  "open a 1 1 ! 1 0 00000002\nwalled a 1 1 ! 1 0 00000001\n",
	"index.adv":  "",
}

func folder(t *testing.T, changed map[string]string) string {
	dir := t.TempDir()
	for name, content := range lines {
		if other, is := changed[name]; is {
			content = other
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRead(t *testing.T) {
	t.Parallel()
	got, err := read(folder(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	want := &wordnet.Database{
		Entries: []wordnet.Entry{
			{Part: wordnet.Noun, Lemma: "barrage", Synsets: []int{1}}, {Part: wordnet.Noun, Lemma: "thing", Synsets: []int{0}},
			{Part: wordnet.Verb, Lemma: "wall off", Synsets: []int{2}},
			{Part: wordnet.Adjective, Lemma: "open", Synsets: []int{4}}, {Part: wordnet.Adjective, Lemma: "walled", Synsets: []int{3}},
		},
		Synsets: []wordnet.Synset{
			{Class: 3},
			{
				Class: 6, Hypernyms: []int{0},
				Derivation: []wordnet.Link{{From: "barrage", Synset: 2, To: "wall off", Part: wordnet.Verb}},
			},
			{Class: 41, Derivation: []wordnet.Link{{From: "wall off", Synset: 1, To: "barrage", Part: wordnet.Noun}}},
			{Class: 0, Antonyms: []wordnet.Link{{From: "walled", Synset: 4, To: "open", Part: wordnet.Adjective}}},
			{Class: 0, Antonyms: []wordnet.Link{{From: "open", Synset: 3, To: "walled", Part: wordnet.Adjective}}},
		},
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for name, changed := range map[string]map[string]string{
		"a line cut off":           {"data.noun": "00000001 03 n 01 thing\n"},
		"a number that is none":    {"data.noun": "00000001 x n 01 thing 0 000\n"},
		"a sense without a synset": {"index.noun": "thing n 1 0 1 1 00000009\n"},
		"a pointer to nothing": {
			"data.noun": "00000001 03 n 01 thing 0 001 @ 00000009 n 0000 | it\n", "index.noun": "thing n 1 0 1 1 00000001\n",
		},
		"a pointer to no word": {
			"data.adj": "00000001 00 s 01 walled(a) 0 001 ! 00000002 a 0103 |\n00000002 00 a 01 open(p) 0 000 |\n",
		},
	} {
		if _, err := read(folder(t, changed)); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}
