package language_test

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"rashomon/rashomontest"
)

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
			rashomontest.EachLine(t, path, func(line []byte) {
				var doc struct{ Text string }
				if json.Unmarshal(line, &doc) != nil || strings.TrimSpace(doc.Text) == "" {
					return
				}
				if got := languageOf(doc.Text); got != "en" && got != "" {
					t.Errorf("%.80q of %s: got %q", doc.Text, path, got)
				}
				for _, sentence := range sentenceEnd.Split(doc.Text, -1) {
					if letters(sentence) < 40 {
						continue
					}
					sentences++
					if got := languageOf(sentence); got != "en" && got != "" {
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
