package event_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/event"
	"rashomon/rashomontest"
)

// lawful finds the events of a document and demands what holds of all: the document stays sound and otherwise as it was,
// events stand in the order of their words, nobody does a thing to himself unless it is done together, a second look finds
// the same, and each can be told why.
func lawful(t *testing.T, doc *rashomon.Document) {
	t.Helper()
	before, err := rashomon.Encode(doc)
	if err != nil {
		t.Skip("not a sound document")
	}
	found := event.Find(doc)
	if after, err := rashomon.Encode(doc); err != nil || string(after) != string(before) {
		t.Error("the document has changed")
	}
	if diff := cmp.Diff(found, event.Find(doc)); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	doc.Events = found
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
	for i, e := range found {
		if i > 0 && found[i-1].Trigger.Start >= e.Trigger.Start {
			t.Errorf("event %d does not stand behind the one before", i+1)
		}
		shared := slices.ContainsFunc(e.Actors, func(a int) bool { return slices.Contains(e.Recipients, a) })
		if shared && !slices.Equal(e.Actors, e.Recipients) {
			t.Errorf("event %d: actors %v and recipients %v", i+1, e.Actors, e.Recipients)
		}
		if reason := event.Why(doc, i); !strings.HasPrefix(reason.Sense, e.Rule) || len(reason.Roles) != len(e.Actors)+len(e.Recipients) {
			t.Errorf("event %d: found by %q, told as %v", i+1, e.Rule, reason)
		}
	}
}

// TestLaws holds the laws to the trees of the cases.
func TestLaws(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		for _, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
			findEvents(doc, names)
			doc.Events = nil
			lawful(t, doc)
		}
	}
}

// FuzzFind gives text with tags and trees by chance.
func FuzzFind(f *testing.F) {
	names := rashomontest.ListedNames(f)
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(rashomontest.Spaced(phrase), uint64(len(phrase)))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 4000 {
			t.Skip("long")
		}
		doc := rashomontest.Tangled(strings.ToValidUTF8(text, "?"), seed)
		rashomontest.AddEntities(doc, names)
		lawful(t, doc)
	})
}

// BenchmarkFind finds the events of all cases, which have far more of them than other text.
func BenchmarkFind(b *testing.B) {
	names := rashomontest.ListedNames(b)
	var docs []*rashomon.Document
	words := 0
	for _, path := range rashomontest.CaseFiles(b) {
		for _, doc := range rashomontest.ReadTrees(b, rashomontest.TreesOf(path)) {
			findEvents(doc, names)
			docs = append(docs, doc)
			words += doc.Words()
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			event.Find(doc)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
