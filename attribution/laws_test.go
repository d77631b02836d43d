package attribution_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/attribution"
	"rashomon/rashomontest"
)

// lawful finds the statements of a document and demands what holds of all: the document stays sound and otherwise as it was,
// statements stand in the order of their cues, no content holds its own cue or source, and a second look finds the same.
func lawful(t *testing.T, doc *rashomon.Document) {
	t.Helper()
	before, err := rashomon.Encode(doc)
	if err != nil {
		t.Skip("not a sound document")
	}
	found := attribution.Find(doc)
	if after, err := rashomon.Encode(doc); err != nil || string(after) != string(before) {
		t.Error("the document has changed")
	}
	if diff := cmp.Diff(found, attribution.Find(doc)); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	doc.Statements = found
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
	for i, s := range found {
		for _, content := range s.Content {
			if touch(content, s.Cue) || touch(content, s.Source) {
				t.Errorf("statement %d: content %v holds cue %v or source %v", i+1, content, s.Cue, s.Source)
			}
		}
		if s.Within != rashomon.None && !holds(found[s.Within].Content, s) {
			t.Errorf("statement %d does not stand in the content of statement %d", i+1, s.Within+1)
		}
	}
}

func touch(a, b rashomon.Span) bool { return a.Start < b.End && b.Start < a.End }

// holds reports whether a content holds where a statement stands: its cue or, where it has none, its words.
func holds(content []rashomon.Span, s rashomon.Statement) bool {
	for _, span := range content {
		if touch(span, s.Cue) || s.Cue.Empty() && touch(span, s.Content[0]) {
			return true
		}
	}
	return false
}

// FuzzFind gives text with tags and trees by chance.
func FuzzFind(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(rashomontest.Spaced(phrase), uint64(len(phrase)))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 4000 {
			t.Skip("long")
		}
		lawful(t, rashomontest.Tangled(strings.ToValidUTF8(text, "?"), seed))
	})
}

// TestLaws holds the laws to the trees of the cases.
func TestLaws(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		for _, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
			lawful(t, doc)
		}
	}
}

// TestEvenHanded exchanges two names of persons in the trees of all cases: what is found is the same with the names exchanged.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	exchange := strings.NewReplacer("Brandt", "Kaduna", "Kaduna", "Brandt", "rebels", "troops", "troops", "rebels")
	for _, path := range rashomontest.CaseFiles(t) {
		others := rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), exchange)
		for phrase, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
			other := others[exchange.Replace(phrase)]
			if other == nil {
				t.Fatalf("%q has no twin", phrase)
			}
			if diff := cmp.Diff(attribution.Find(doc), attribution.Find(other)); diff != "" {
				t.Errorf("%q (-it +its twin):\n%s", phrase, diff)
			}
		}
	}
}

// BenchmarkFind finds the statements of all cases, which have far more of them than other text.
func BenchmarkFind(b *testing.B) {
	var docs []*rashomon.Document
	words := 0
	for _, path := range rashomontest.CaseFiles(b) {
		for _, doc := range rashomontest.ReadTrees(b, rashomontest.TreesOf(path)) {
			docs = append(docs, doc)
			words += doc.Words()
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			attribution.Find(doc)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
