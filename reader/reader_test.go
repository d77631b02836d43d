package reader_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/source"
)

var formats = map[string]rashomon.Format{
	".txt": rashomon.FormatText, ".md": rashomon.FormatMarkdown, ".html": rashomon.FormatHTML,
}

// read reads a file as the command line does and prints what was found.
func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := source.Parse(rashomon.Original{
		Bytes: data, Format: formats[filepath.Ext(path)], Name: filepath.Base(path), Address: path,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	var printed bytes.Buffer
	if err := rashomon.Print(&printed, doc); err != nil {
		t.Fatal(err)
	}
	return printed.Bytes()
}

func TestWholeDocuments(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if formats[filepath.Ext(path)] == "" {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			first := read(t, path)
			rashomontest.Golden(t, strings.TrimSuffix(path, filepath.Ext(path))+".golden", first)
			var group sync.WaitGroup
			for range 8 {
				group.Go(func() {
					if again := read(t, path); !bytes.Equal(again, first) {
						t.Errorf("%s: read again, it gives other bytes", path)
					}
				})
			}
			group.Wait()
		})
	}
}

// TestReadTagsEveryToken also asks why of every token: what is told to have been taken must be what was found.
func TestReadTagsEveryToken(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("the gates were shut, and nobody said why; ", 27) + "so we waited." // it is cut to be parsed
	doc := parsed(t, "Gates don't open by themselves. Who shut them?\n\nOrlo\n\n"+long)
	chain := reader.New()
	if err := chain.Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
	for i, token := range doc.Tokens {
		if token.UPOS == "" || token.XPOS == "" || token.Lemma == "" || token.Relation == "" {
			t.Errorf("token %d, %q, is not tagged: %+v", i, doc.Quote(token.Extent), token)
		}
		head := "root"
		if token.Head != 0 {
			head = fmt.Sprintf("w%d %s", i+token.Head+1, doc.Quote(doc.Tokens[i+token.Head].Extent))
		}
		reason, err := chain.Why(doc, i)
		if err != nil {
			t.Fatal(err)
		}
		got := []string{
			reason.UPOS.Answer, reason.XPOS.Answer, reason.Features.Answer, reason.Lemma.Answer, reason.Head.Answer,
			reason.Relation.Answer,
		}
		want := []string{token.UPOS, token.XPOS, token.Features, token.Lemma, head, token.Relation}
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("token %d, %q: why - found +\n%s", i, doc.Quote(token.Extent), diff)
		}
	}
}

// TestModelIsLoadedOnce: a further reader takes a small part of the memory that the model does.
func TestModelIsLoadedOnce(t *testing.T) {
	allocated := func() int {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := reader.New().Read(t.Context(), parsed(t, "Gates open.")); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return int(after.TotalAlloc - before.TotalAlloc)
	}
	allocated()
	if got, most := allocated(), 1<<20; got > most {
		t.Errorf("a second reader took %d bytes, want %d at most", got, most)
	}
}

func parsed(t testing.TB, text string) *rashomon.Document {
	t.Helper()
	doc, err := source.Parse(rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText, Address: "text"})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// benchmarkRead measures the chain from texts to layers, with source's part of it left out, on so many cores, each of
// which reads all of the texts.
func benchmarkRead(b *testing.B, cores int, texts ...string) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	var docs []*rashomon.Document
	words, size := 0, 0
	for _, text := range texts {
		docs = append(docs, parsed(b, text))
		words += cores * len(strings.Fields(text))
		size += cores * len(text)
	}
	chain := reader.New()
	readAll := func() {
		for _, doc := range docs {
			unread := *doc // Read keeps the sentences of a document that has some
			if err := chain.Read(b.Context(), &unread); err != nil {
				b.Error(err)
			}
		}
	}
	readAll() // which loads the model
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		var group sync.WaitGroup
		for range cores {
			group.Go(readAll)
		}
		group.Wait()
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkReadArticle(b *testing.B) { benchmarkRead(b, 1, rashomontest.Article()) }
func BenchmarkReadLong(b *testing.B)    { benchmarkRead(b, 1, rashomontest.LongArticle()) }
func BenchmarkReadNasty(b *testing.B)   { benchmarkRead(b, 1, rashomontest.NastyArticle()) }

// BenchmarkReadWikiWars reads the bench by which speed is told: 14 articles on wars, 68,906 words.
func BenchmarkReadWikiWars(b *testing.B) {
	var texts []string
	rashomontest.EachLine(b, rashomontest.Bench(b, "time", "wikiwars-dev.jsonl"), func(line []byte) {
		var article struct{ Text string }
		if err := json.Unmarshal(line, &article); err != nil {
			b.Fatal(err)
		}
		texts = append(texts, article.Text)
	})
	for _, cores := range []int{1, 2} {
		b.Run(fmt.Sprintf("cores=%d", cores), func(b *testing.B) { benchmarkRead(b, cores, texts...) })
	}
}
