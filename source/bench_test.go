package source_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"rashomon/rashomontest"
)

// TestArticleBench measures the main text of pages as the article extraction benchmark does: precision and recall of
// runs of four words, the means over the pages, and F1 of the two.
func TestArticleBench(t *testing.T) {
	folder := rashomontest.Bench(t, "html")
	var precision, recall float64
	pages := 0
	rashomontest.EachLine(t, filepath.Join(folder, "articles.jsonl"), func(line []byte) {
		var gold struct{ ID, Body string }
		if err := json.Unmarshal(line, &gold); err != nil {
			t.Fatal(err)
		}
		pages++
		want := fourWords(gold.Body)
		doc, err := parsePage(string(unzip(t, filepath.Join(folder, "pages", gold.ID+".html.gz"))))
		if err != nil {
			t.Logf("%s: %v", gold.ID, err)
			return
		}
		got := fourWords(doc.Text)
		hits := 0
		for run, n := range got {
			hits += min(n, want[run])
		}
		precision += float64(hits) / float64(max(1, total(got)))
		recall += float64(hits) / float64(max(1, total(want)))
	})
	precision, recall = 100*precision/float64(pages), 100*recall/float64(pages)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d pages: precision %.1f, recall %.1f, F1 %.1f", pages, precision, recall, f1)
	if f1 < 97 {
		t.Errorf("got F1 %.1f, want 97 at least", f1)
	}
}

var anyWord = regexp.MustCompile(`[\pL\pN\pM_]+`)

func fourWords(text string) map[[4]string]int {
	words := anyWord.FindAllString(text, -1)
	runs := map[[4]string]int{}
	for i := 0; i+4 <= len(words); i++ {
		runs[[4]string(words[i:i+4])]++
	}
	return runs
}

func total(runs map[[4]string]int) int {
	sum := 0
	for _, n := range runs {
		sum += n
	}
	return sum
}

func unzip(t *testing.T, path string) []byte {
	t.Helper()
	packed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
