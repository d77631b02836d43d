package archive_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

func TestWhatIsPutIsGot(t *testing.T) {
	t.Parallel()
	a := empty(t)
	ctx := context.Background()
	want := entry("The ferry left the harbour.\nNobody saw it return.", "in/ferry.txt", "1",
		given(rashomon.FieldTitle, "A ferry is lost"), given(rashomon.FieldPublished, "2019-05-02"))
	added, err := a.Put(ctx, []archive.Entry{want, want})
	if err != nil || added != 1 {
		t.Fatalf("Put: got %d, %v; want 1 added, for the second is the first again", added, err)
	}
	for _, id := range []string{
		want.Document.ID, want.Document.SHA256, want.Document.ID[:4], want.Document.ID[:5], strings.ToUpper(want.Document.ID),
	} {
		got, err := a.Document(ctx, id)
		if diff := cmp.Diff(got, want.Document); diff != "" || err != nil {
			t.Errorf("Document(%q): %v, got - want +\n%s", id, err, diff)
		}
		original, err := a.Original(ctx, id)
		if diff := cmp.Diff(original, want.Original); diff != "" || err != nil {
			t.Errorf("Original(%q): %v, got - want +\n%s", id, err, diff)
		}
		arrivals, err := a.Arrivals(ctx, id)
		if diff := cmp.Diff(arrivals, []archive.Arrival{{
			Time: noon(), Format: rashomon.FormatText, Name: "ferry.txt", Address: "in/ferry.txt", Given: want.Original.Given,
		}}); diff != "" || err != nil {
			t.Errorf("Arrivals(%q): %v, got - want +\n%s", id, err, diff)
		}
	}
}

// TestWhatAServerTellsComesBack keeps the charset and the address that a page came with. A form without them is the same
// as before there were such fields, so that older archives know what they hold.
func TestWhatAServerTellsComesBack(t *testing.T) {
	t.Parallel()
	a, ctx := empty(t), context.Background()
	page, plain := entry("A page.", "pages.warc!https://courier.example/1", "1"), entry("A text.", "a.txt", "1")
	page.Original.Charset = "iso-8859-1"
	page.Original.Told = []rashomon.Detail{given(rashomon.FieldURL, "https://courier.example/1")}
	put(t, a, page, plain)
	for _, want := range []archive.Entry{page, plain} {
		original, err := a.Original(ctx, want.Document.ID)
		if diff := cmp.Diff(original, want.Original); diff != "" || err != nil {
			t.Errorf("%v, got - want +\n%s", err, diff)
		}
		if held, err := a.Holds(ctx, want.Original, "1"); !held || err != nil {
			t.Errorf("%s: got held %v, error %v", want.Original.Address, held, err)
		}
		page.Original.Charset = "utf-8"
		if held, err := a.Holds(ctx, page.Original, "1"); held || err != nil {
			t.Errorf("told another charset: got held %v, error %v", held, err)
		}
	}
	const form = `{"format":"text","name":"a.txt","address":"a.txt"}`
	for link, err := range a.Custody(ctx) {
		must(t, err)
		if link.Subject == plain.Document.SHA256 && link.Kind == archive.CustodyArrived && string(link.Detail) != form {
			t.Errorf("got %s, want %s", link.Detail, form)
		}
	}
}

func TestWhatIsNoID(t *testing.T) {
	t.Parallel()
	a := empty(t)
	for i := range 700 { // enough that two share four digits: 700²/2 pairs, one in 65,536 of which does
		put(t, a, generated(i))
	}
	first := ambiguous(t, a)
	for _, test := range []struct {
		id   string
		want rashomon.ErrorKind
	}{
		{"", rashomon.ErrorUsage}, {"abc", rashomon.ErrorUsage}, {"the ferry", rashomon.ErrorUsage},
		{strings.Repeat("0", 65), rashomon.ErrorUsage}, {strings.Repeat("0", 66), rashomon.ErrorUsage},
		{strings.Repeat("0", 64), rashomon.ErrorNotFound}, {first, rashomon.ErrorUsage},
	} {
		_, err := a.Document(context.Background(), test.id)
		wantKind(t, err, test.want)
	}
	if _, err := a.Document(context.Background(), first); !strings.Contains(err.Error(), " "+first) {
		t.Errorf("got %v, want an error that names the candidates", err)
	}
}

// ambiguous returns four digits with which two documents begin.
func ambiguous(t *testing.T, a *archive.Archive) string {
	t.Helper()
	seen := map[string]bool{}
	for summary, err := range a.List(context.Background()) {
		must(t, err)
		if seen[summary.ID[:4]] {
			return summary.ID[:4]
		}
		seen[summary.ID[:4]] = true
	}
	t.Fatal("no two documents begin with the same four digits")
	return ""
}

// TestAllOrNothing: one entry that cannot be kept keeps out all of its batch.
func TestAllOrNothing(t *testing.T) {
	t.Parallel()
	good := generated(1)
	changed := generated(2)
	changed.Document.Tokens = changed.Document.Tokens[:len(changed.Document.Tokens)-1]
	foreign := generated(3)
	foreign.Original.Bytes = []byte("something else")
	mangled := generated(4)
	mangled.Document.Details[0].Value = "a \xff"
	unlike := generated(5)
	unlike.Document.Tokens[0].Rule = "another"
	for _, test := range []struct {
		name string
		bad  archive.Entry
	}{{"not sound", changed}, {"not of its original", foreign}, {"not UTF-8", mangled}, {"read otherwise by the same version", unlike}} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			a := empty(t)
			put(t, a, generated(5))
			before := list(t, a)
			_, err := a.Put(context.Background(), []archive.Entry{good, test.bad})
			wantKind(t, err, rashomon.ErrorInvalid)
			if got := list(t, a); got != before {
				t.Errorf("got\n%s\nwant\n%s", got, before)
			}
			verified(t, a)
		})
	}
}

// cutOff is a context that ends when it has been asked so many times whether it has.
type cutOff struct {
	context.Context
	left int
}

func (c *cutOff) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestContextThatEndsUndoesThePut(t *testing.T) {
	t.Parallel()
	a := empty(t)
	for left := range 9 {
		_, err := a.Put(&cutOff{context.Background(), left}, []archive.Entry{generated(1), generated(2), generated(3)})
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("after %d questions: got %v, want %v", left, err, context.Canceled)
		}
		if got := list(t, a); err != nil && got != "" {
			t.Fatalf("after %d questions: got\n%s\nwant nothing", left, got)
		}
	}
	verified(t, a)
}

// TestHostileContent keeps texts and names that break what is careless with them.
func TestHostileContent(t *testing.T) {
	t.Parallel()
	a := empty(t)
	for _, text := range []string{"", "\x00", "a\x00b", "\uFDD0mark\uFDD1 marks", "'; DROP TABLE custody; --", rashomontest.NastyArticle()} {
		hostile := entry(text, "a \xff\x00name'\n", "1")
		put(t, a, hostile)
		got, err := a.Document(context.Background(), hostile.Document.ID)
		if err != nil || got.Text != text {
			t.Errorf("%.20q: got %v", text, err)
		}
		if held, err := a.Holds(context.Background(), hostile.Original, "1"); !held || err != nil {
			t.Errorf("%.20q: Holds: got %v, %v", text, held, err)
		}
	}
	verified(t, a)
	if _, err := a.Search(context.Background(), "marks OR b OR table", 10); err != nil {
		t.Error(err)
	}
}

// TestSearchSeesTheShownReading: what an older reading said is no longer found.
func TestSearchSeesTheShownReading(t *testing.T) {
	t.Parallel()
	a := empty(t)
	older := entry("A heading\nThe ferry left.", "a.txt", "1", given(rashomon.FieldTitle, "Older"))
	newer := entry("A heading\nThe ferry left.", "a.txt", "2", given(rashomon.FieldTitle, "Newer"))
	older.Original.Given, newer.Original.Given = nil, nil
	put(t, a, older, newer)
	for query, want := range map[string]int{"older": 0, "newer": 1, "ferry": 1} {
		if hits, err := a.Search(context.Background(), query, 10); len(hits) != want || err != nil {
			t.Errorf("%q: got %v, %v, want %d", query, hits, err, want)
		}
	}
	verified(t, a)
}

// TestWhatIsStatedLastIsShown: a person who corrects a statement is heard, and so is one who takes the correction back.
func TestWhatIsStatedLastIsShown(t *testing.T) {
	t.Parallel()
	a := empty(t)
	id := entry("The ferry left.", "a.txt", "1").Document.ID
	for i, step := range []struct {
		address, stated, version string
		added                    int
		want                     string
	}{
		{"a.txt", "", "1", 1, ""},
		{"a.txt", "2002", "1", 1, "2002"},
		{"a.txt", "2001", "1", 1, "2001"},
		{"a.txt", "2001", "1", 0, "2001"}, // the same again
		{"a.txt", "", "1", 0, "2001"},     // nothing said takes nothing back
		{"b.txt", "", "1", 1, "2001"},
		{"a.txt", "2003", "1", 1, "2003"},
		{"a.txt", "2001", "1", 1, "2001"}, // said before, but not since something else was
		{"b.txt", "2004", "1", 1, "2004"},
		{"a.txt", "2001", "1", 0, "2004"}, // of another place something else may be said each time
		{"a.txt", "", "2", 1, "2004"},     // not even a newer reader
		{"b.txt", "2004", "2", 1, "2004"},
		{"a.txt", "2003", "1", 1, "2003"},
	} {
		var details []rashomon.Detail
		if step.stated != "" {
			details = append(details, given(rashomon.FieldPublished, step.stated))
		}
		e := entry("The ferry left.", step.address, step.version, details...)
		if held, err := a.Holds(context.Background(), e.Original, step.version); held != (step.added == 0) || err != nil {
			t.Errorf("step %d: Holds: got %v, %v, want %v", i+1, held, err, step.added == 0)
		}
		if added, err := a.Put(context.Background(), []archive.Entry{e}); added != step.added || err != nil {
			t.Errorf("step %d: Put: got %d, %v, want %d", i+1, added, err, step.added)
		}
		doc, err := a.Document(context.Background(), id)
		must(t, err)
		if got := doc.Published(); got != step.want {
			t.Errorf("step %d: got %q shown, want %q", i+1, got, step.want)
		}
	}
	verified(t, a)
	arrivals, err := a.Arrivals(context.Background(), id)
	must(t, err)
	var told []string
	for _, arrival := range arrivals {
		line := arrival.Address
		for _, detail := range arrival.Given {
			line += " " + detail.Value
		}
		told = append(told, line)
	}
	want := []string{"a.txt", "a.txt 2002", "a.txt 2001", "b.txt", "a.txt 2003", "a.txt 2001", "b.txt 2004", "a.txt 2003"}
	if diff := cmp.Diff(told, want); diff != "" {
		t.Errorf("Arrivals: got - want +\n%s", diff)
	}
}

// TestANewerReaderKeepsWhatIsStated reads again what was stated of a document, though nobody states it again: of the
// same original from the same place, told in the same way.
func TestANewerReaderKeepsWhatIsStated(t *testing.T) {
	t.Parallel()
	a, ctx := empty(t), context.Background()
	const address = "a \xff <&> \u2028 'b'.txt" // what JSON can write in several ways
	stated := []rashomon.Detail{given(rashomon.FieldPublished, "2001"), given(rashomon.FieldTitle, "<i>")}
	older := entry("The ferry left.", address, "1", stated...)
	plain := older.Original
	plain.Given = nil
	put(t, a, entry("The ferry left.", address, "1"), older, entry("The ferry left.", "b.txt", "2"))
	got, err := a.Restated(ctx, plain)
	if diff := cmp.Diff(got, older.Original); diff != "" || err != nil {
		t.Errorf("%v, got - want +\n%s", err, diff)
	}
	put(t, a, entry("The ferry left.", address, "2", got.Given...))
	doc, err := a.Document(ctx, plain.ID())
	if err != nil || doc.Published() != "2001" || doc.Reading != "2" {
		t.Errorf("got %+v, %v, want reading 2 with what was stated", doc, err)
	}
	versions, err := a.Versions(ctx)
	if diff := cmp.Diff(versions, map[string]int{"1": 2, "2": 2}); diff != "" || err != nil {
		t.Errorf("Versions: %v, got - want +\n%s", err, diff)
	}
	verified(t, a)

	elsewhere, told, other := plain, plain, plain
	elsewhere.Address, told.Charset, other.Bytes = "b.txt", "iso-8859-1", []byte("The ferry stayed.")
	for _, original := range []rashomon.Original{elsewhere, told, other} {
		if got, err := a.Restated(ctx, original); got.Given != nil || err != nil {
			t.Errorf("%+v: got %v stated, %v, want nothing", original, got.Given, err)
		}
	}
}

func TestListOrder(t *testing.T) {
	t.Parallel()
	a := empty(t)
	want := []string{"2011", "2011-07", "2011-07-05", "2011-07-06T00:30:00+02:00", "2011-07-05T23:00:00Z", "2011-07-06", "XXXX-07-05"}
	for i, published := range want {
		put(t, a, entry(strings.Repeat("x ", 20-i), published, "1", given(rashomon.FieldPublished, published)))
	}
	var got []string
	for summary, err := range a.List(context.Background()) {
		must(t, err)
		got = append(got, summary.Published)
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

func TestRemoveSaysWhoAndWhy(t *testing.T) {
	t.Parallel()
	a := empty(t)
	ctx := context.Background()
	doc := generated(1).Document
	put(t, a, generated(1))
	wantKind(t, a.Remove(ctx, doc.ID, "", "a reason"), rashomon.ErrorUsage)
	wantKind(t, a.Remove(ctx, doc.ID, "somebody", " "), rashomon.ErrorUsage)
	wantKind(t, a.Remove(ctx, generated(2).Document.ID, "somebody", "a reason"), rashomon.ErrorNotFound)
	must(t, a.Remove(ctx, doc.ID, "an editor", "the source asked for it"))
	_, err := a.Document(ctx, doc.ID)
	wantKind(t, err, rashomon.ErrorNotFound)
	var told []string
	for entry, err := range a.Custody(ctx) {
		must(t, err)
		told = append(told, string(entry.Kind)+" "+entry.Describe())
	}
	want := []string{
		"created the archive", "arrived " + doc.ID + " from reports/1.txt", "read " + doc.ID + " of entry 2 by reader 1",
		"removed " + doc.ID + " by an editor: the source asked for it",
	}
	if diff := cmp.Diff(told, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
	put(t, a, generated(1))
	verified(t, a)
}
