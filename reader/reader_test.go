package reader_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

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

// benchmarkRead measures the chain from text to layers, with source's part of it left out.
func benchmarkRead(b *testing.B, text string) {
	doc, err := source.Parse(rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText, Address: "benchmark"})
	if err != nil {
		b.Fatal(err)
	}
	chain := reader.New()
	words := len(strings.Fields(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		unread := *doc // Read keeps the sentences of a document that has some
		if err := chain.Read(b.Context(), &unread); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkReadArticle(b *testing.B) { benchmarkRead(b, rashomontest.Article()) }
func BenchmarkReadLong(b *testing.B)    { benchmarkRead(b, rashomontest.LongArticle()) }
func BenchmarkReadNasty(b *testing.B)   { benchmarkRead(b, rashomontest.NastyArticle()) }
