package archive

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon"
)

// TestMatchesAreThoseOfTheIndex compares with what FTS5 marks by its own function, in texts that are short enough for
// it.
func TestMatchesAreThoseOfTheIndex(t *testing.T) {
	t.Parallel()
	db := index(t)
	piece := rapid.SampledFrom([]string{
		"red", "tin", "Tin", "boat", "boats", "ré", "re\u0301d", "\u0301", "ǅ", "ж", "Ж",
		"٣", "中", "\U0001F6E5", "ß", "İ", " ", " ", "-", "’", "\n", "\uE000", "\u05B0",
	})
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 1, 20).Draw(t, "pieces"), "")
	})
	phrase := rapid.Custom(func(t *rapid.T) string {
		star := rapid.SampledFrom([]string{"", "*"}).Draw(t, "star")
		return `"` + strings.Join(rapid.SliceOfN(piece, 1, 3).Draw(t, "words"), "") + `"` + star
	})
	rapid.Check(t, func(t *rapid.T) {
		content := text.Draw(t, "text")
		parsed, err := parseQuery(strings.Join(rapid.SliceOfN(phrase, 1, 3).Draw(t, "phrases"), " OR "))
		if err != nil {
			t.Skip(err)
		}
		m, err := newMatcher(parsed)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(`INSERT OR REPLACE INTO search (rowid, text) VALUES (1, ?)`, content); err != nil {
			t.Fatal(err)
		}
		var want string
		_ = db.QueryRow(`SELECT highlight(search, 0, '<', '>') FROM search WHERE search MATCH ?`, parsed.match()).Scan(&want)
		matches := slices.Collect(m.matches(content, rashomon.Extent{End: len(content)}))
		if got := marked(content, matches); len(matches) > 0 && got != want || len(matches) == 0 && want != "" {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

func marked(text string, matches []rashomon.Extent) string {
	var marked strings.Builder
	at := 0
	for _, match := range matches {
		marked.WriteString(text[at:match.Start] + "<" + text[match.Start:match.End] + ">")
		at = match.End
	}
	return marked.String() + text[at:]
}

func BenchmarkMatches(b *testing.B) {
	text := strings.Repeat("The ferry left the harbour, naïve as ever.\n", 10_000)
	parsed, err := parseQuery(`"the lighthouse" harbor`)
	if err != nil {
		b.Fatal(err)
	}
	m, err := newMatcher(parsed)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for range m.matches(text, rashomon.Extent{End: len(text)}) {
			b.Fatal("got a match of what is not there")
		}
	}
}
