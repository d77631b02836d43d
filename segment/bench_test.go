package segment_test

import (
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/segment"
)

func BenchmarkFind(b *testing.B) {
	for _, test := range []struct{ name, text string }{
		{"article", rashomontest.Article()},
		{"long", rashomontest.LongArticle()},
		{"nasty", rashomontest.NastyArticle()},
	} {
		b.Run(test.name, func(b *testing.B) {
			doc := &rashomon.Document{Text: test.text}
			b.ReportAllocs()
			b.SetBytes(int64(len(test.text)))
			for b.Loop() {
				segment.Find(doc)
			}
		})
	}
}

// TestLinear reads half a megabyte of each thing that tempts a tokenizer to look ahead or behind again and again. What is
// linear takes less than half a second of it on one core, what is quadratic more than the limit.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: some 30 megabytes of text, with -short")
	}
	t.Parallel()
	const size, limit = 1 << 19, 10 * time.Second
	for _, piece := range []string{
		"a", ".", "\"", "'", "’", "(", ")", "[", "-", "a-", "1-", "a.", "A.", "1,", "1:", "a@", "a.b@", "@", "#", ":",
		"://", "http://", "http://)", "a'", "n't", "'s", "\n", "\n-", "a\n", "A b\n", " ", "\u200b", "\u0301", "\x00", "👩‍", "…",
		"[1]", ". [", "1. ",
		"a. ", "A. ", "U.S. ", "“", "‘", "‘a", "(a", "a(", "/", "a/", "1/", "$", "&", "A&", "www.", "a_b", "世", "世。",
		"Image: ", "? A ",
		"?\" A ", "Monday, ", ". — ",
	} {
		text := strings.Repeat(piece, size/len(piece))
		start := time.Now()
		sentences, tokens := segment.Find(&rashomon.Document{Text: text})
		if took := time.Since(start); took > limit {
			t.Errorf("half a megabyte of %q took %v", piece, took)
		}
		if strings.TrimSpace(text) != "" && (len(sentences) == 0 || len(tokens) == 0) {
			t.Errorf("half a megabyte of %q gave %d sentences, %d tokens", piece, len(sentences), len(tokens))
		}
	}
}
