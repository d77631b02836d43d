package conllu_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/conllu"
	"rashomon/rashomontest"
)

func read(t testing.TB, name string) []*rashomon.Document {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	docs, err := conllu.Read(name, file)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func write(t testing.TB, docs []*rashomon.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	for _, doc := range docs {
		if err := conllu.Write(&out, doc); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

func TestReadRebuildsTheText(t *testing.T) {
	t.Parallel()
	docs := read(t, "testdata/small.conllu")
	if len(docs) != 2 {
		t.Fatalf("got %d documents, want 2", len(docs))
	}
	if got, want := docs[0].Text, "Gates shut\n\nThey don't open. Why?"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, doc := range docs {
		if err := doc.Check(); err != nil {
			t.Error(err)
		}
	}
	var printed bytes.Buffer
	for _, doc := range docs {
		if err := rashomon.Print(&printed, doc); err != nil {
			t.Fatal(err)
		}
	}
	rashomontest.Golden(t, "testdata/small.golden", printed.Bytes())
}

func TestWriteReadsBack(t *testing.T) {
	t.Parallel()
	docs := read(t, "testdata/small.conllu")
	written := write(t, docs)
	rashomontest.Golden(t, "testdata/written.conllu", written)
	again, err := conllu.Read("written", bytes.NewReader(written))
	if err != nil {
		t.Fatal(err)
	}
	for i := range again {
		again[i].Name = docs[i].Name // written as the id
	}
	if diff := cmp.Diff(docs, again); diff != "" {
		t.Errorf("-read +read again:\n%s", diff)
	}
}

func TestWriteLeavesUnknownColumnsEmpty(t *testing.T) {
	t.Parallel()
	got := string(write(t, []*rashomon.Document{rashomontest.Document("Ports shut")}))
	for _, want := range []string{"1\tPorts\t_\t_\t_\t_\t_\t_\t_\t_\n", "2\tshut\t_\t_\t_\t_\t_\t_\t_\t_\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want it to hold %q", got, want)
		}
	}
}

func TestReadNamesTheLine(t *testing.T) {
	t.Parallel()
	const rest = "\t_\t_\t_\t_\t_\t_\t_\t_\n"
	for _, test := range []struct{ name, text, want string }{
		{"columns", "1\ta\n", "x:1: 2 columns"},
		{"number", "2\ta" + rest, "x:1: word \"2\", want word 1"},
		{"head", "1\ta\t_\t_\t_\t_\tup\t_\t_\t_\n", "x:1: head \"up\""},
		{"head outside", "1\ta\t_\t_\t_\t_\t7\tdep\t_\t_\n", "word 1 has the head 7"},
		{"multiword order", "2-3\tab" + rest, "x:1: multiword token 2-3"},
		{"multiword cut", "1-2\tab" + rest + "1\ta" + rest + "\n", "the sentence ends within"},
		{"multiword spelling", "1-2\tau" + rest + "1\tà" + rest, "do not spell it"},
		{"no form", "1\t" + rest, "word 1 has no form"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			docs, err := conllu.Read("x", strings.NewReader(test.text))
			var typed *rashomon.Error
			if !errors.As(err, &typed) || typed.Kind != rashomon.ErrorInvalid || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v and %v, want an error with %q", docs, err, test.want)
			}
		})
	}
}

func TestReadTreebank(t *testing.T) {
	t.Parallel()
	docs := read(t, rashomontest.Bench(t, "ud", "dev", "gum-dev.conllu"))
	words, sentences := 0, 0
	for _, doc := range docs {
		if err := doc.Check(); err != nil {
			t.Error(err)
		}
		words += len(doc.Tokens)
		sentences += len(doc.Sentences)
	}
	if len(docs) != 30 || words != 28119 || sentences != 1575 {
		t.Errorf("got %d documents, %d words, %d sentences, want 30, 28119, 1575", len(docs), words, sentences)
	}
}

// FuzzRead: what is read is a sound document but for its trees, and reading what was written changes nothing.
func FuzzRead(f *testing.F) {
	small, err := os.ReadFile("testdata/small.conllu")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := conllu.Read("fuzz", bytes.NewReader(data))
		if err != nil || len(docs) == 0 || docs[0].Check() != nil {
			return
		}
		first := write(t, docs[:1])
		again, err := conllu.Read("again", bytes.NewReader(first))
		if err != nil || len(again) != 1 {
			t.Fatalf("%q: got %d documents and %v, want one", first, len(again), err)
		}
		if second := write(t, again); !bytes.Equal(dropNames(first), dropNames(second)) {
			t.Errorf("got %q, want %q", second, first)
		}
	})
}

func dropNames(written []byte) []byte {
	var kept [][]byte
	for line := range bytes.Lines(written) {
		if !bytes.HasPrefix(line, []byte("# newdoc")) && !bytes.HasPrefix(line, []byte("# sent_id")) {
			kept = append(kept, line)
		}
	}
	return bytes.Join(kept, nil)
}
