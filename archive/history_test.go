package archive_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/archive"
)

// few makes one of a few entries, so that histories meet the same ones again: six texts, some alike in their words,
// that come from two places, with or without a given author, read by two versions.
func few(t *rapid.T, label string) archive.Entry {
	number := rapid.IntRange(0, 5).Draw(t, label+" text")
	address := rapid.SampledFrom([]string{"here/", "there/"}).Draw(t, label+" place")
	version := rapid.SampledFrom([]string{"9", "10"}).Draw(t, label+" version")
	var details []rashomon.Detail
	if rapid.Bool().Draw(t, label+" given") {
		details = append(details, given(rashomon.FieldAuthor, "A. Clerk"))
	}
	if number > 2 {
		details = append(details, given(rashomon.FieldPublished, fmt.Sprintf("2020-01-%02d", 20-number)))
	}
	text := fmt.Sprintf("The text of number %d.\nIt has a version.", number)
	return entry(text, fmt.Sprintf("%s%d.txt", address, number), version, details...)
}

// TestHistoryEqualsMap: a random history of puts and removals leaves what it leaves in a plain map, and holds together.
func TestHistoryEqualsMap(t *testing.T) {
	t.Parallel()
	folder, archives := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		ctx := context.Background()
		archives++
		a, err := archive.Open(ctx, filepath.Join(folder, fmt.Sprintf("%d.db", archives)), options())
		if err != nil {
			t.Fatal(err)
		}
		defer a.Close()
		plain := map[string]map[string]archive.Entry{} // by document, then by arrival and version
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			if rapid.IntRange(0, 3).Draw(t, "action") > 0 {
				var entries []archive.Entry
				for range rapid.IntRange(1, 4).Draw(t, "entries") {
					entries = append(entries, few(t, "put"))
				}
				putBoth(t, a, plain, entries)
			} else {
				removeBoth(t, a, plain, few(t, "removed").Document.ID)
			}
		}
		compare(t, a, plain)
		for problem, err := range a.Verify(ctx, nil) {
			t.Fatal(problem, err)
		}
	})
}

func putBoth(t *rapid.T, a *archive.Archive, plain map[string]map[string]archive.Entry, entries []archive.Entry) {
	t.Helper()
	want := 0
	for _, e := range entries {
		id, key := e.Document.ID, fmt.Sprint(e.Original.Address, e.Original.Given, e.Document.Reading)
		if plain[id] == nil {
			plain[id] = map[string]archive.Entry{}
		}
		if _, there := plain[id][key]; !there {
			want++
		}
		plain[id][key] = e
	}
	if got, err := a.Put(context.Background(), entries); got != want || err != nil {
		t.Fatalf("Put: got %d, %v, want %d", got, err, want)
	}
}

func removeBoth(t *rapid.T, a *archive.Archive, plain map[string]map[string]archive.Entry, id string) {
	t.Helper()
	_, there := plain[id]
	delete(plain, id)
	if err := a.Remove(context.Background(), id, "somebody", "a test"); (err == nil) != there {
		t.Fatalf("Remove: got %v, want an error only where there is no document: %v", err, there)
	}
}

func compare(t *rapid.T, a *archive.Archive, plain map[string]map[string]archive.Entry) {
	t.Helper()
	ctx := context.Background()
	var want []string
	for id, readings := range plain {
		shown := shownOf(slices.Collect(maps.Values(readings)))
		doc, err := a.Document(ctx, id)
		if err != nil || !bytes.Equal(encoded(t, doc), encoded(t, shown.Document)) {
			t.Fatalf("Document(%s): got %+v, %v, want %+v", id, doc, err, shown.Document)
		}
		for _, e := range readings {
			if held, err := a.Holds(ctx, e.Original, e.Document.Reading); !held || err != nil {
				t.Fatalf("Holds(%s): got %v, %v", e.Original.Address, held, err)
			}
		}
		want = append(want, id)
	}
	var got []string
	for summary, err := range a.List(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, summary.ID)
	}
	slices.Sort(want)
	if sorted := slices.Sorted(slices.Values(got)); !slices.Equal(sorted, want) {
		t.Fatalf("List: got %v, want %v", sorted, want)
	}
	if hits, err := a.Search(ctx, "text", 100); err != nil || len(hits) != len(want) {
		t.Fatalf("Search: got %d hits, %v, want %d", len(hits), err, len(want))
	}
}

// shownOf is the rule of the package comment in plain words: version 10 before 9, more that is given before less, then
// the first address.
func shownOf(entries []archive.Entry) archive.Entry {
	return slices.MinFunc(entries, func(x, y archive.Entry) int {
		if x.Document.Reading != y.Document.Reading {
			return len(y.Document.Reading) - len(x.Document.Reading)
		}
		if len(x.Original.Given) != len(y.Original.Given) {
			return len(y.Original.Given) - len(x.Original.Given)
		}
		return strings.Compare(x.Original.Address, y.Original.Address)
	})
}

func encoded(t *rapid.T, doc *rashomon.Document) []byte {
	t.Helper()
	data, err := rashomon.Encode(doc)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestOrderOfArrivalChangesNothing puts the same entries in two orders and in batches of two kinds.
func TestOrderOfArrivalChangesNothing(t *testing.T) {
	t.Parallel()
	folder, archives := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		var entries []archive.Entry
		for range rapid.IntRange(1, 8).Draw(t, "entries") {
			entries = append(entries, few(t, "put"))
		}
		told := func(entries []archive.Entry, batch int) string {
			archives++
			a, err := archive.Open(context.Background(), filepath.Join(folder, fmt.Sprintf("%d.db", archives)), options())
			if err != nil {
				t.Fatal(err)
			}
			defer a.Close()
			for part := range slices.Chunk(entries, batch) {
				if _, err := a.Put(context.Background(), part); err != nil {
					t.Fatal(err)
				}
			}
			return tellAll(t, a)
		}
		one := told(entries, 1)
		if other := told(rapid.Permutation(entries).Draw(t, "order"), 3); other != one {
			t.Fatalf("got\n%s\nwant\n%s", other, one)
		}
	})
}

// tellAll returns what an archive lists, shows and finds.
func tellAll(t *rapid.T, a *archive.Archive) string {
	t.Helper()
	ctx := context.Background()
	var told strings.Builder
	for summary, err := range a.List(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		doc, err := a.Document(ctx, summary.ID)
		if err != nil {
			t.Fatal(err)
		}
		original, err := a.Original(ctx, summary.ID)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&told, "%+v\n%s%+v\n", summary, encoded(t, doc), original)
	}
	for _, query := range []string{"text", "number OR 3", "version -4"} {
		hits, err := a.Search(ctx, query, 3)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&told, "%s: %+v\n", query, hits)
	}
	return told.String()
}
