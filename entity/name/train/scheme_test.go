package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon/entity/name/chain"
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
			sentences, err := test.scheme.read(write(t, strings.ReplaceAll(test.line, "\n", " ")))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, set := range sentences[0].allowed {
				got = append(got, shown(set))
			}
			if diff := cmp.Diff(got, test.want); diff != "" {
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
