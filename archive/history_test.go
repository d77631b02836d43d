package archive_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

// few makes one of a few entries, so that histories meet the same ones again: six texts, some alike in their words,
// that come from two places, with no given author, one or another, read by two versions.
func few(t *rapid.T, label string) archive.Entry {
	number := rapid.IntRange(0, 5).Draw(t, label+" text")
	address := rapid.SampledFrom([]string{"here/", "there/"}).Draw(t, label+" place")
	version := rapid.SampledFrom([]string{"9", "10"}).Draw(t, label+" version")
	var stated []rashomon.Detail
	if author := rapid.SampledFrom([]string{"", "A. Clerk", "B. Clerk"}).Draw(t, label+" given"); author != "" {
		stated = append(stated, given(rashomon.FieldAuthor, author))
	}
	details := slices.Clone(stated)
	if number > 2 {
		details = append(details, given(rashomon.FieldPublished, fmt.Sprintf("2020-01-%02d", 20-number)))
	}
	text := fmt.Sprintf("The text of number %d.\nIt has a version.", number)
	e := entry(text, fmt.Sprintf("%s%d.txt", address, number), version, details...)
	e.Original.Given = stated
	return e
}

// A came is an arrival in a plain history: what was read of it, by version.
type came struct {
	address  string
	given    []rashomon.Detail
	readings map[string]archive.Entry
}

// A history is the arrivals of each document, in order.
type history map[string][]came

// add adds an entry as the package comment says, and reports whether it is new.
func (h history) add(e archive.Entry) bool {
	id, version := e.Document.ID, e.Document.Reading
	for _, c := range slices.Backward(h[id]) {
		if c.address != e.Original.Address {
			continue
		}
		if slices.Equal(c.given, e.Original.Given) {
			_, there := c.readings[version]
			c.readings[version] = e
			return !there
		}
		if len(c.given) > 0 && len(e.Original.Given) > 0 {
			break // something else was stated since
		}
	}
	h[id] = append(h[id], came{e.Original.Address, e.Original.Given, map[string]archive.Entry{version: e}})
	return true
}

// shown is the reading that goes first: what was stated last before all else, then version 10 before 9, then the first
// address.
func (h history) shown(id string) archive.Entry {
	for _, c := range slices.Backward(h[id]) {
		if len(c.given) > 0 {
			return c.latest()
		}
	}
	return slices.MinFunc(h[id], func(a, b came) int {
		later := len(b.latest().Document.Reading) - len(a.latest().Document.Reading)
		return cmp.Or(later, strings.Compare(a.address, b.address))
	}).latest()
}

// latest is the reading by version 10 or, failing that, 9.
func (c came) latest() archive.Entry {
	if e, there := c.readings["10"]; there {
		return e
	}
	return c.readings["9"]
}

// stated is what was stated last of a document at an address.
func (h history) stated(id, address string) (stated []rashomon.Detail) {
	for _, c := range h[id] {
		if c.address == address && len(c.given) > 0 {
			stated = c.given
		}
	}
	return stated
}

// TestHistoryEqualsMap: a random history of puts and removals leaves what it leaves in a plain map, and holds together.
func TestHistoryEqualsMap(t *testing.T) {
	t.Parallel()
	whole := t
	rapid.Check(t, func(t *rapid.T) {
		ctx := context.Background()
		a, err := archive.Open(ctx, rashomontest.Archive(whole, "history.db"), options())
		if err != nil {
			t.Fatal(err)
		}
		defer a.Close()
		plain := history{}
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

func putBoth(t *rapid.T, a *archive.Archive, plain history, entries []archive.Entry) {
	t.Helper()
	want := 0
	for _, e := range entries {
		if plain.add(e) {
			want++
		}
	}
	if got, err := a.Put(context.Background(), entries); got != want || err != nil {
		t.Fatalf("Put: got %d, %v, want %d", got, err, want)
	}
}

func removeBoth(t *rapid.T, a *archive.Archive, plain history, id string) {
	t.Helper()
	_, there := plain[id]
	delete(plain, id)
	if err := a.Remove(context.Background(), id, "somebody", "a test"); (err == nil) != there {
		t.Fatalf("Remove: got %v, want an error only where there is no document: %v", err, there)
	}
}

func compare(t *rapid.T, a *archive.Archive, plain history) {
	t.Helper()
	ctx := context.Background()
	var want []string
	for id := range plain {
		shown := plain.shown(id)
		doc, err := a.Document(ctx, id)
		if err != nil || !bytes.Equal(encoded(t, doc), encoded(t, shown.Document)) {
			t.Fatalf("Document(%s): got %+v, %v, want %+v", id, doc, err, shown.Document)
		}
		last := plain[id][len(plain[id])-1]
		for version, e := range last.readings {
			if held, err := a.Holds(ctx, e.Original, version); !held || err != nil {
				t.Fatalf("Holds(%s): got %v, %v", e.Original.Address, held, err)
			}
			plain.compareStated(t, a, e.Original)
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

// compareStated asks what was stated of an original by somebody who states nothing, and by somebody who does.
func (h history) compareStated(t *rapid.T, a *archive.Archive, original rashomon.Original) {
	t.Helper()
	for _, given := range [][]rashomon.Detail{nil, {given(rashomon.FieldAuthor, "D. Clerk")}} {
		original.Given = given
		want := given
		if given == nil {
			want = h.stated(original.ID(), original.Address)
		}
		if got, err := a.Restated(context.Background(), original); !slices.Equal(got.Given, want) || err != nil {
			t.Fatalf("Restated(%s): got %v, %v, want %v", original.Address, got.Given, err, want)
		}
	}
}

func encoded(t *rapid.T, doc *rashomon.Document) []byte {
	t.Helper()
	data, err := rashomon.Encode(doc)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// unopposed leaves out of entries what states something of a document of which another arrival states something: of
// these, that which comes last is shown, and nothing else depends on the order.
func unopposed(entries []archive.Entry) (kept []archive.Entry) {
	stated := map[string]string{}
	for _, e := range entries {
		arrival := fmt.Sprint(e.Original.Address, e.Original.Given)
		if before := stated[e.Document.ID]; len(e.Original.Given) > 0 && before != "" && before != arrival {
			continue
		}
		if len(e.Original.Given) > 0 {
			stated[e.Document.ID] = arrival
		}
		kept = append(kept, e)
	}
	return kept
}

// TestOrderOfArrivalChangesNothing puts the same entries in two orders and in batches of two kinds.
func TestOrderOfArrivalChangesNothing(t *testing.T) {
	t.Parallel()
	whole := t
	rapid.Check(t, func(t *rapid.T) {
		var entries []archive.Entry
		for range rapid.IntRange(1, 8).Draw(t, "entries") {
			entries = append(entries, few(t, "put"))
		}
		entries = unopposed(entries)
		told := func(entries []archive.Entry, batch int) string {
			a, err := archive.Open(context.Background(), rashomontest.Archive(whole, "order.db"), options())
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
