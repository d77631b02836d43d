package source_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"rashomon/rashomontest"
)

// eachLine calls read with every line of a file of JSON Lines.
func eachLine(t *testing.T, path string, read func(line []byte)) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		read(lines.Bytes())
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// TestArticleBench measures the main text of pages as the article extraction benchmark does: precision and recall of
// runs of four words, the means over the pages, and F1 of the two.
func TestArticleBench(t *testing.T) {
	folder := rashomontest.Bench(t, "html")
	var precision, recall float64
	pages := 0
	eachLine(t, filepath.Join(folder, "articles.jsonl"), func(line []byte) {
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

var sentenceEnd = regexp.MustCompile(`[.!?]["”)]?\s+|\n+`)

// TestLanguageBench looks for English texts that would be lost: no document of the English benches may be taken for
// another language, and no more than one sentence of 40 letters or more in 2,000.
func TestLanguageBench(t *testing.T) {
	sentences, lost := 0, 0
	for _, name := range []string{"time", "polnear", "muc4", "loaded", "coref", "re3d"} {
		paths, err := filepath.Glob(filepath.Join(rashomontest.Bench(t, name), "*.jsonl"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("no files in the bench %s (%v)", name, err)
		}
		for _, path := range paths {
			eachLine(t, path, func(line []byte) {
				var doc struct{ Text string }
				if json.Unmarshal(line, &doc) != nil || strings.TrimSpace(doc.Text) == "" {
					return
				}
				if got := languageOf(t, doc.Text); got != "en" && got != "" {
					t.Errorf("%.80q of %s: got %q", doc.Text, path, got)
				}
				for _, sentence := range sentenceEnd.Split(doc.Text, -1) {
					if letters(sentence) < 40 {
						continue
					}
					sentences++
					if got := languageOf(t, sentence); got != "en" && got != "" {
						lost++
						t.Logf("%q: got %q", sentence, got)
					}
				}
			})
		}
	}
	t.Logf("%d sentences, %d lost", sentences, lost)
	if lost*2000 > sentences {
		t.Errorf("got %d of %d sentences lost, want one in 2,000 at most", lost, sentences)
	}
}

func letters(text string) int {
	count := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			count++
		}
	}
	return count
}
