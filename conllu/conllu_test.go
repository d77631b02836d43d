package conllu_test

import (
	"bytes"
	"errors"
	"fmt"
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
		{"no words", "# sent_id = a\n", "x: no sentence in it"},
		{"nothing but an empty node", "0.1\ta" + rest, "x:1: a document without words"},
		{"a multiword token without words", "1-2\tab" + rest + "\n", "x:2: the sentence ends within"},
		{"not UTF-8", "1\t\xff" + rest, "x:1: the line is not valid UTF-8"},
		{"prose", "Gates shut.\n", "x:1: 1 columns"},
		{"in a later document", "# newdoc\n1\ta" + rest + "\n# b\n# newdoc\n1\ta" + rest + "3\tb" + rest, "x:7: word \"3\""},
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

// originals collects the originals of a treebank, and the errors between them.
func originals(treebank string, limit int64) (all []rashomon.Original, failed []error) {
	for original, err := range conllu.Originals("folder/x.conllu", strings.NewReader(treebank), limit) {
		if err != nil {
			failed = append(failed, err)
			continue
		}
		all = append(all, original)
	}
	return all, failed
}

const twoDocuments = `# global = 1
# newdoc id = first
# sent_id = a
1	Shut	_	_	_	_	_	_	_	_

# sent_id = b
# newdoc
# text = Open
1	Open	_	_	_	_	_	_	_	_
`

func TestOriginalsHoldOneDocumentEach(t *testing.T) {
	t.Parallel()
	got, failed := originals(twoDocuments, 1<<20)
	at := strings.Index(twoDocuments, "# sent_id = b")
	want := []rashomon.Original{
		{Bytes: []byte(twoDocuments[:at]), Format: conllu.Format, Name: "first", Address: "folder/x.conllu:1"},
		{Bytes: []byte(twoDocuments[at:]), Format: conllu.Format, Name: "x.conllu", Address: "folder/x.conllu:6"},
	}
	if diff := cmp.Diff(got, want); diff != "" || len(failed) > 0 {
		t.Errorf("errors %v; -got +want:\n%s", failed, diff)
	}
}

func TestOriginalsRefuseOneThatIsTooLong(t *testing.T) {
	t.Parallel()
	const short = "# newdoc\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
	long := "# newdoc\n" + strings.Repeat("1\tLong\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 100)
	for name, test := range map[string]struct{ treebank, address string }{
		"first":  {long + twoDocuments, "folder/x.conllu:1:"},
		"last":   {twoDocuments + "\n" + long, "folder/x.conllu:11:"},
		"middle": {short + long + short, "folder/x.conllu:4:"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, failed := originals(test.treebank, 200)
			var known *rashomon.Error
			if len(failed) != 1 || !errors.As(failed[0], &known) || known.Kind != rashomon.ErrorTooLarge ||
				!strings.HasPrefix(known.Error(), test.address) {
				t.Errorf("got errors %v, want one of kind %q that begins with %q", failed, rashomon.ErrorTooLarge, test.address)
			}
			if len(got) != 2 {
				t.Errorf("got %d documents beside it, want 2", len(got))
			}
		})
	}
}

func TestParseLeavesOutWhatIsToBeFound(t *testing.T) {
	t.Parallel()
	small, err := os.ReadFile("testdata/small.conllu")
	if err != nil {
		t.Fatal(err)
	}
	var printed, written bytes.Buffer
	all, failed := originals(string(small), 1<<20)
	for _, original := range all {
		doc, err := conllu.Parse(original)
		if err != nil {
			t.Fatal(err)
		}
		if err := doc.Check(); err != nil {
			t.Error(err)
		}
		if err := errors.Join(rashomon.Print(&printed, doc), conllu.WriteBack(&written, original, doc)); err != nil {
			t.Fatal(err)
		}
	}
	if len(failed) > 0 {
		t.Error(failed)
	}
	rashomontest.Golden(t, "testdata/parsed.golden", printed.Bytes())
	rashomontest.Golden(t, "testdata/written_back.conllu", written.Bytes())
}

func TestWriteBackShowsControlCharacters(t *testing.T) {
	t.Parallel()
	all, _ := originals("# text = a\x1b[2Jb\n1\tab\t_\t_\t_\t_\t_\t_\t_\t_\r\n", 1<<20)
	doc, err := conllu.Parse(all[0])
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := conllu.WriteBack(&out, all[0], doc); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "# text = a\uFFFD[2Jb\n1\tab\t_\t_\t_\t_\t_\t_\t_\t_\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func addSmall(f *testing.F) {
	small, err := os.ReadFile("testdata/small.conllu")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Add([]byte(twoDocuments))
}

// FuzzRead: what is read is a sound document but for its trees, and reading what was written changes nothing.
func FuzzRead(f *testing.F) {
	addSmall(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := conllu.Read("fuzz", bytes.NewReader(data))
		if err != nil || docs[0].Check() != nil {
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

// FuzzParse: the originals of a treebank hold its lines in order and without a gap, what is parsed of each is sound,
// and what is written back parses again and is written back the same.
func FuzzParse(f *testing.F) {
	addSmall(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		all, failed := originals(string(data), 1<<20)
		line := 1
		for _, original := range all {
			if want := fmt.Sprintf("folder/x.conllu:%d", line); len(failed) == 0 && original.Address != want {
				t.Errorf("got the address %q, want %q", original.Address, want)
			}
			line += bytes.Count(original.Bytes, []byte("\n"))
			doc, err := conllu.Parse(original)
			if err != nil {
				continue
			}
			if err := doc.Check(); err != nil {
				t.Errorf("%q: %v", original.Bytes, err)
			}
			first := writeBack(t, original, doc)
			original.Bytes = first
			again, err := conllu.Parse(original)
			if err != nil {
				t.Fatalf("written back as %q: %v", first, err)
			}
			if second := writeBack(t, original, again); !bytes.Equal(second, first) {
				t.Errorf("got %q, want %q", second, first)
			}
		}
	})
}

func writeBack(t *testing.T, original rashomon.Original, doc *rashomon.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := conllu.WriteBack(&out, original, doc); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
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
