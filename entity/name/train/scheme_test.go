package main

import (
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon/entity/name/chain"
	"rashomon/network"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "marked.jsonl")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// shown writes a set of labels as their types and positions, "-" for outside.
func shown(set uint64) string {
	var out []string
	for label := range chain.Labels(len(types)) {
		if set>>label&1 == 0 {
			continue
		}
		if label == chain.Outside {
			out = append(out, "-")
			continue
		}
		kind, p := chain.Of(label)
		out = append(out, string(types[kind][:3])+"bies"[p:p+1])
	}
	return strings.Join(out, "|")
}

func allShown(sets []uint64) []string {
	var out []string
	for _, set := range sets {
		out = append(out, shown(set))
	}
	return out
}

// texts reads marked texts, each one line of a file.
func texts(t *testing.T, lines ...string) []text {
	t.Helper()
	for i, line := range lines {
		lines[i] = strings.ReplaceAll(line, "\n", " ")
	}
	texts, err := readMarked(write(t, strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// TestNamesWithinNames: of the names in a name of several words the outermost are taught, where the set marks them.
func TestNamesWithinNames(t *testing.T) {
	t.Parallel()
	line := `{"text": "Nora left the Bank of Port Malta.", "entities": [
		{"begin": 0, "end": 4, "type": "PERSON"}, {"begin": 14, "end": 32, "type": "ORGANIZATION"},
		{"begin": 22, "end": 32, "type": "PLACE"}, {"begin": 27, "end": 32, "type": "PLACE"}]}`
	sent := scheme{nests: true}.sentences(texts(t, line))[0]
	if len(sent.inner) != 1 || sent.inner[0].start != 3 || len(sent.within) != 2 {
		t.Fatalf("got %+v in names and %v within, want the bank alone and two", sent.inner, sent.within)
	}
	if diff := cmp.Diff(allShown(sent.inner[0].allowed), []string{"-", "-", "PLAb", "PLAe"}); diff != "" {
		t.Errorf("got, want: %s", diff)
	}
	if sent := (scheme{}).sentences(texts(t, line))[0]; sent.inner != nil {
		t.Errorf("a set that does not mark them: got %v", sent.inner)
	}
}

// TestJoin: two sentences become one, without the signs between, and what is known of the second moves on.
func TestJoin(t *testing.T) {
	t.Parallel()
	s := newSchool(&network.Vectors{Width: 1}, scheme{nests: true}.sentences(texts(t,
		`{"text": "They thanked Nora.", "entities": [{"begin": 13, "end": 17, "type": "PERSON"}]}`,
		`{"text": "Port of Malta opened.", "entities": [
			{"begin": 0, "end": 13, "type": "PLACE"}, {"begin": 8, "end": 13, "type": "PLACE"}]}`,
	)), 16, io.Discard)
	random := rand.New(rand.NewPCG(1, 2))
	for _, e := range s.joined(20, random) {
		want := []string{"-", "-", "PERs", "PLAb", "PLAi", "PLAe", "-", "-"}
		if diff := cmp.Diff(allShown(e.Labels.allowed), want); diff != "" || len(e.Inputs) != len(want) {
			t.Fatalf("%d inputs; got, want: %s", len(e.Inputs), diff)
		}
		if in := e.Labels.inner; len(in) != 1 || in[0].start != 3 || e.Labels.heads != nil {
			t.Fatalf("got %+v", e.Labels)
		}
	}
}

// TestHeads: the word that heads a mention tells its kind, that of the shortest, wherever tokens are several words; pronouns
// tell nothing.
func TestHeads(t *testing.T) {
	t.Parallel()
	read := texts(t, `{"id": "GUM_harbour", "text": "It’s Nora’s boat.\nThe head of the harbour board left Malta."}`)
	if err := readHeads("testdata", read); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, token := range read[0].doc.Tokens {
		if kind, found := read[0].heads[token.Extent.Start]; found {
			got[read[0].doc.Quote(token.Extent)] = headKinds[kind]
		}
	}
	want := map[string]string{"Nora": "person", "boat": "object", "head": "person", "harbour": "place", "board": "organization", "Malta": "place"}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got, want: %s", diff)
	}
}

// TestHeadsNameThePlace: a text that is not that of the treebank, or that it does not have, is an error.
func TestHeadsNameThePlace(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		`{"id": "GUM_harbour", "text": "It’s her boat."}`: "does not come next",
		`{"id": "GUM_elsewhere", "text": "Nora left."}`:   "no document GUM_elsewhere",
	} {
		if err := readHeads("testdata", texts(t, line)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got error %v, want one with %q", line, err, want)
		}
	}
}

// TestScheme: what a set marks becomes labels: the outer of names within names, without articles and possessive
// endings; a country that acts is a place, and so is the adjective of a country; what a set does not mark is open.
func TestScheme(t *testing.T) {
	t.Parallel()
	const open = "-|GROb|GROi|GROe|GROs"
	for title, test := range map[string]struct {
		scheme scheme
		line   string
		want   []string
	}{
		"names within names": {scheme{}, `{"text": "The Bank of Malta opened.", "entities": [
			{"begin": 12, "end": 17, "type": "PLACE"}, {"begin": 0, "end": 17, "type": "ORGANIZATION"}]}`,
			[]string{"-", "ORGb", "ORGi", "ORGe", "-", "-"}},
		"possessive ending": {scheme{}, `{"text": "Nora’s boat", "entities": [
			{"begin": 0, "end": 6, "type": "PERSON"}]}`, []string{"PERs", "-", "-"}},
		"code points": {scheme{}, `{"text": "é Nora", "entities": [{"begin": 2, "end": 6, "type": "PERSON"}]}`,
			[]string{"-", "PERs"}},
		"a country acts": {scheme{}, `{"text": "Malta agreed", "entities": [
			{"begin": 0, "end": 5, "type": "ORGANIZATION"}]}`, []string{"PLAs", "-"}},
		"adjective": {scheme{}, `{"text": "the Libyan coast"}`, []string{"-", "PLAs", "-"}},
		"what is left open": {scheme{open: types[2:3]}, `{"text": "the Anglicans met Nora", "entities": [
			{"begin": 18, "end": 22, "type": "PERSON"}]}`, []string{"-", open, "-", "PERs"}},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			sentences := test.scheme.sentences(texts(t, test.line))
			if diff := cmp.Diff(allShown(sentences[0].allowed), test.want); diff != "" {
				t.Errorf("got, want: %s", diff)
			}
		})
	}
}

func TestReadMarkedNamesThePlace(t *testing.T) {
	t.Parallel()
	for title, line := range map[string]string{
		"no JSON": "{", "beyond the text": `{"text": "a", "entities": [{"begin": 0, "end": 2}]}`,
		"backwards":       `{"text": "abc", "entities": [{"begin": 2, "end": 1}]}`,
		"before the text": `{"text": "a", "entities": [{"begin": -1, "end": 1}]}`,
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			path := write(t, `{"text": "a"}`+"\n"+line)
			if _, err := readMarked(path); err == nil || !strings.Contains(err.Error(), path+":2") {
				t.Errorf("got error %v, want one that names %s:2", err, path)
			}
		})
	}
}

// TestSample: about as many tokens as are wanted, from all over.
func TestSample(t *testing.T) {
	t.Parallel()
	var sentences [][]string
	for i := range 1_000 {
		sentences = append(sentences, strings.Fields(strings.Repeat("a ", 5+i%35)))
	}
	tokens := 0
	for _, forms := range sample(sentences, 5_000) {
		tokens += len(forms)
	}
	if tokens < 4_000 || tokens > 7_000 {
		t.Errorf("got %d tokens, want about 5,000", tokens)
	}
	if got := len(sample(sentences[:10], 5_000)); got != 10 {
		t.Errorf("got %d of 10 sentences, want all", got)
	}
}
