package archive_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

// library is the texts that searches look through, by name.
var library = map[string]string{
	"ferry":   "The ferry left the harbour before dawn.\nWarning shots were heard; nobody was hurt.",
	"boat":    "A boat left at dawn. The harbour master did not see the ferry.",
	"drill":   "Warning lights and shots: it was only a drill, the ministry said.",
	"talks":   "They negotiated all night. The negotiators did not sleep, and did not sign.",
	"protest": "The protesters' leader, José Álvarez, didn't speak at the café.",
	"title":   "Nothing happened here.",
}

// searches over the library: a query, and the names of what it finds, best first where that matters.
var searchCases = []struct {
	query string
	want  string // sorted
}{
	{"ferry", "boat ferry"},
	{"FERRY", "boat ferry"},
	{"ferry harbour dawn", "boat ferry"},
	{"ferry -boat", "ferry"},
	{"-boat ferry", "ferry"},
	{"dawn -ferry", ""},
	{"dawn -nothere", "boat ferry"},
	{`"warning shots"`, "ferry"},
	{`warning shots`, "drill ferry"},
	{`"shots warning"`, ""},
	{`-"warning shots" shots`, "drill"},
	{`"warning shots`, "ferry"},
	{`ferry OR drill`, "boat drill ferry"},
	{`warning shots OR boat`, "boat drill ferry"},
	{`OR ferry OR`, "boat ferry"},
	{`ferry or boat`, ""},
	{`boat OR drill -warning`, "boat"},
	{`negotiat*`, "talks"},
	{`negotiat`, ""},
	{`"did not s"*`, "boat talks"},
	{`jose alvarez`, "protest"},
	{`didn't`, "protest"},
	{`protesters'`, "protest"},
	{`café`, "protest"},
	{`harbour, dawn!`, "boat ferry"},
	{`— ferry`, "boat ferry"},
	{`proclamation`, "title"},
	{`proclamation happened`, "title"},
	{`title:ferry`, ""},
	{`NEAR(ferry harbour)`, ""},
	{`ferry AND harbour`, ""},
	{"ferry\x00harbour", "boat ferry"},
	{`a"b"c`, ""},
}

func openLibrary(t testing.TB) *archive.Archive {
	t.Helper()
	a := empty(t)
	for _, name := range []string{"boat", "drill", "ferry", "protest", "talks", "title"} {
		title := ""
		details := []rashomon.Detail{given(rashomon.FieldSource, name)}
		if name == "title" {
			title = "The proclamation"
			details = append(details, given(rashomon.FieldTitle, title))
		}
		put(t, a, entry(library[name], name+".txt", "1", details...))
	}
	return a
}

func TestSearch(t *testing.T) {
	t.Parallel()
	a := openLibrary(t)
	for _, test := range searchCases {
		hits, err := a.Search(context.Background(), test.query, 10)
		if err != nil {
			t.Errorf("%q: %v", test.query, err)
		}
		var got []string
		for _, hit := range hits {
			got = append(got, hit.Source)
		}
		slices.Sort(got)
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: got %v, want %q", test.query, got, test.want)
		}
	}
}

func TestSearchForNothing(t *testing.T) {
	t.Parallel()
	a := openLibrary(t)
	for _, query := range []string{"", " \n", "...", `""`, "-ferry", "OR", "-", "*", "f*", "-fe* boat", strings.Repeat("word ", 65)} {
		_, err := a.Search(context.Background(), query, 10)
		wantKind(t, err, rashomon.ErrorUsage)
	}
	if hits, err := a.Search(context.Background(), "ferry", 0); len(hits) != 0 || err != nil {
		t.Errorf("limit 0: got %v, %v", hits, err)
	}
}

func TestSnippet(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Before that nothing had been said of it. ", 10) + "The ferry\n\tleft; a second ferry followed. " +
		strings.Repeat("After that nothing was said of it either. ", 10)
	for _, test := range []struct {
		name, text, query string
		want              []archive.Piece
		match             string
	}{
		{"short", "The ferry left.", "ferry", pieces("The ", "ferry", " left."), "ferry"},
		{"at the start", "Ferry left", "ferry", []archive.Piece{{Text: "Ferry", Match: true}, {Text: " left"}}, "Ferry"},
		{"in the midst", long, "ferry", []archive.Piece{
			{Text: "… "}, {Text: "said of it. Before that nothing had been said of it. The "}, {Text: "ferry", Match: true},
			{Text: " left; a second "}, {Text: "ferry", Match: true},
			{Text: " followed. After that nothing was said of it either. After that nothing was said of it either."}, {Text: " …"},
		}, "ferry"},
		{"in the title", "Nothing.", "headline", []archive.Piece{{Text: "Nothing."}}, ""},
		{"noncharacters", "a \uFDD0 ferry", "ferry", []archive.Piece{{Text: "a \uFDD0 "}, {Text: "ferry", Match: true}}, "ferry"},
		{"marks and accents", "To the Cafe\u0301 Crème!", `"café creme"`, pieces("To the ", "Cafe\u0301 Crème", "!"), "Cafe\u0301 Crème"},
		{"phrases that overlap", "a red tin boat sank", `"red tin" OR "tin boat"`, pieces("a ", "red tin boat", " sank"), "red tin boat"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			a := empty(t)
			put(t, a, entry(test.text, "a.txt", "1", given(rashomon.FieldTitle, "A headline")))
			hits, err := a.Search(context.Background(), test.query, 1)
			if err != nil || len(hits) != 1 {
				t.Fatalf("got %v, %v, want one hit", hits, err)
			}
			if diff := cmp.Diff(hits[0].Snippet, test.want); diff != "" {
				t.Errorf("got - want +\n%s", diff)
			}
			if got := test.text[hits[0].Match.Start:hits[0].Match.End]; got != test.match {
				t.Errorf("match: got %q, want %q", got, test.match)
			}
		})
	}
}

func pieces(before, match, after string) []archive.Piece {
	return []archive.Piece{{Text: before}, {Text: match, Match: true}, {Text: after}}
}

// TestSearchInOneLongText: a text in which a word stands very often takes no longer than another of its length: some
// twenty milliseconds. The ceiling leaves room for a machine that has much else to do; time that grows with the square
// of the matches goes far beyond it.
func TestSearchInOneLongText(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("puts a text of four megabytes, and looks at the clock")
	}
	a := empty(t)
	put(t, a, entry(strings.Repeat("The ferry left the harbour of the isle once more, and nobody was told of it by the keepers; quiet.\n", 42_000)+
		"Farewell.", "a.txt", "1"))
	for query, want := range map[string]string{"ferry": "ferry", "the": "The", "farewell": "Farewell", `"left the harb"*`: "left the harbour"} {
		start := time.Now()
		hits, err := a.Search(context.Background(), query, 10)
		must(t, err)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", query, took)
		}
		if len(hits) != 1 || !slices.Contains(hits[0].Snippet, archive.Piece{Text: want, Match: true}) {
			t.Errorf("%s: got %+v, want a match %q", query, hits, want)
		}
	}
}

// TestEqualHitsAreInOrderOfID: documents that fit equally well come by id, whatever the limit and the order of arrival.
func TestEqualHitsAreInOrderOfID(t *testing.T) {
	t.Parallel()
	a := empty(t)
	var ids []string
	for i := range 30 {
		e := entry(fmt.Sprintf("The ferry number%d", i), "a.txt", "1")
		ids = append(ids, e.Document.ID)
		put(t, a, e)
	}
	best := entry("The ferry", "b.txt", "1")
	put(t, a, best)
	slices.Sort(ids)
	want := append([]string{best.Document.ID}, ids...)
	for _, limit := range []int{1, 2, 7, 31, 100} {
		if got := found(t, a, "ferry", limit); !slices.Equal(got, want[:min(limit, len(want))]) {
			t.Errorf("limit %d: got %v, want the first of %v", limit, got, want)
		}
	}
}

// TestCommonWordsFindTheLatest: where very many match, the latest published come first.
func TestCommonWordsFindTheLatest(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("puts more documents than are ranked")
	}
	a := empty(t)
	var entries []archive.Entry
	latest := map[string]string{}
	for i := range 10_001 {
		published := fmt.Sprintf("19%02d-01-01", i%100)
		e := entry(fmt.Sprintf("ferry %d", i), "a.txt", "1", given(rashomon.FieldPublished, published))
		if i%100 >= 98 {
			latest[e.Document.ID] = published
		}
		entries = append(entries, e)
	}
	put(t, a, entries...)
	got := found(t, a, "ferry", len(latest))
	if len(got) != len(latest) {
		t.Fatalf("got %d hits, want %d", len(got), len(latest))
	}
	if !slices.IsSortedFunc(got, func(x, y string) int {
		return strings.Compare(latest[y]+x, latest[x]+y)
	}) {
		t.Error("the hits are not in order of day, the last first, and of id")
	}
	for _, id := range got {
		if latest[id] == "" {
			t.Errorf("got %s, which is not of the last two years", id)
		}
	}
}

func found(t testing.TB, a *archive.Archive, query string, limit int) (ids []string) {
	t.Helper()
	hits, err := a.Search(context.Background(), query, limit)
	must(t, err)
	for _, hit := range hits {
		ids = append(ids, hit.ID)
	}
	return ids
}

// TestRemovedWordsLeaveTheFile looks for the words of a removed document in the bytes of the archive. PostgreSQL makes no
// such promise: what is removed stays in its files until they are vacuumed and written over.
func TestRemovedWordsLeaveTheFile(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	path := rashomontest.Archive(t, "test.db")
	a, err := archive.Open(context.Background(), path, options())
	must(t, err)
	putGenerated(t, a, 50)
	secret := entry("The witness is called Quentavious.", "in/secret.txt", "1")
	put(t, a, secret)
	putGenerated(t, a, 100)
	must(t, a.Remove(context.Background(), secret.Document.ID, "an editor", "to protect the witness"))
	must(t, a.Close())
	stored, err := os.ReadFile(path)
	must(t, err)
	if !strings.Contains(string(stored), "to protect the witness") || strings.Contains(strings.ToLower(string(stored)), "quentavious") {
		t.Error("the archive still holds a word of the removed document, or lacks the reason")
	}
}

// FuzzSearch: every query gives hits that are in the archive, whose passages stand in their texts, or an error of kind
// ErrorUsage; and what it gives does not change by asking twice.
func FuzzSearch(f *testing.F) {
	for _, test := range searchCases {
		f.Add(test.query)
	}
	f.Add(`"`)
	f.Add(`((((`)
	f.Add("\uFDD0 \U000105C0*")
	a := openLibrary(f)
	f.Fuzz(func(t *testing.T, query string) {
		hits, err := a.Search(context.Background(), query, 3)
		var ours *rashomon.Error
		if err != nil && (!errors.As(err, &ours) || ours.Kind != rashomon.ErrorUsage) {
			t.Fatalf("%q: %v", query, err)
		}
		again, _ := a.Search(context.Background(), query, 3)
		if diff := cmp.Diff(hits, again); diff != "" {
			t.Errorf("%q: asked twice, got %s", query, diff)
		}
		for _, hit := range hits {
			text := library[hit.Source]
			if hit.Match.Start < 0 || hit.Match.End > len(text) || len(hit.Snippet) == 0 {
				t.Errorf("%q: got the match %v of a text of %d bytes, and %d pieces", query, hit.Match, len(text), len(hit.Snippet))
			}
			plain := strings.Join(strings.Fields(text), " ")
			for _, piece := range hit.Snippet {
				if inside := strings.Trim(piece.Text, " …"); !strings.Contains(plain, inside) {
					t.Errorf("%q: got %q, which does not stand in the text", query, inside)
				}
			}
		}
	})
}
