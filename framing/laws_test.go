package framing_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/framing"
	"rashomon/rashomontest"
)

// lawful frames a document and demands what holds of all: the document stays sound and otherwise as it was, labels and
// loaded words stand in the order of the text, no loaded words overlap and each knows whose words it is among, every
// event has an agency, and a second look finds the same.
func lawful(t *testing.T, doc *rashomon.Document) {
	t.Helper()
	before, err := rashomon.Encode(doc)
	if err != nil {
		t.Skip("not a sound document")
	}
	labels, loaded := framing.Find(doc)
	if after, err := rashomon.Encode(doc); err != nil || string(after) != string(before) {
		t.Error("the document has changed")
	}
	again, loadedAgain := framing.Find(doc)
	if diff := cmp.Diff(labels, again) + cmp.Diff(loaded, loadedAgain); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	doc.Labels, doc.LoadedWords = labels, loaded
	framing.SetAgency(doc)
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
	if !slices.IsSortedFunc(labels, func(a, b rashomon.Label) int { return a.Span.Start - b.Span.Start }) {
		t.Error("labels out of order")
	}
	end := 0
	for _, w := range loaded {
		if w.Span.Start < end {
			t.Errorf("%q overlaps the loaded word before", doc.QuoteSpan(w.Span))
		}
		if voice := doc.Voice(doc.Extent(w.Span)); w.Statement != voice {
			t.Errorf("%q: got statement %d, want %d", doc.QuoteSpan(w.Span), w.Statement, voice)
		}
		end = w.Span.End
	}
	for i, event := range doc.Events {
		if event.Agency == "" {
			t.Errorf("event %d has no agency", i+1)
		}
	}
}

// FuzzFind gives text with trees, names, statements and events by chance.
func FuzzFind(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(rashomontest.Spaced(phrase), uint64(len(phrase)))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 4000 {
			t.Skip("long")
		}
		doc := rashomontest.Tangled(strings.ToValidUTF8(text, "?"), seed)
		scatter(doc, rand.New(rand.NewPCG(seed, 2)))
		lawful(t, doc)
	})
}

// scatter lays mentions, statements and events over a document by chance.
func scatter(doc *rashomon.Document, chance *rand.Rand) {
	if len(doc.Tokens) == 0 {
		return
	}
	types := []rashomon.EntityType{rashomon.EntityPerson, rashomon.EntityPlace, rashomon.EntityGroup, rashomon.EntityEvent}
	kinds := []rashomon.MentionKind{rashomon.MentionName, rashomon.MentionNominal, rashomon.MentionPronoun}
	statements := []rashomon.StatementKind{rashomon.StatementDirect, rashomon.StatementIndirect, rashomon.StatementMixed}
	stretch := func() rashomon.Span {
		start := chance.IntN(len(doc.Tokens))
		return rashomon.Span{Start: start, End: min(len(doc.Tokens), start+1+chance.IntN(4))}
	}
	for range len(doc.Tokens)/4 + 1 {
		span := stretch()
		doc.Mentions = append(doc.Mentions, rashomon.Mention{
			Span: span, Head: span.Start + chance.IntN(span.Len()), Kind: kinds[chance.IntN(len(kinds))],
			Entity: len(doc.Entities), Rule: "chance", Antecedent: rashomon.None,
		})
		doc.Entities = append(doc.Entities, rashomon.Entity{Type: types[chance.IntN(len(types))], Rule: "chance"})
		doc.Statements = append(doc.Statements, rashomon.Statement{
			Within: chance.IntN(len(doc.Statements)+1) - 1, Holder: rashomon.None, Content: []rashomon.Span{stretch()},
			Kind: statements[chance.IntN(len(statements))], Rule: "chance",
		})
		doc.Events = append(doc.Events, rashomon.Event{
			Trigger: stretch(), Type: "ASSAULT", Status: rashomon.StatusActual, Place: rashomon.None, Time: rashomon.None,
			Statement: rashomon.None, Rule: "chance",
		})
	}
}

// TestLaws holds the laws to the trees of the cases.
func TestLaws(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, doc := range caseDocuments(t) {
		addParties(doc, names)
		lawful(t, doc)
	}
}

// caseDocuments returns the phrases of all cases with their trees, in order.
func caseDocuments(t testing.TB) []*rashomon.Document {
	t.Helper()
	var docs []*rashomon.Document
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		for _, phrase := range slices.Sorted(maps.Keys(trees)) {
			docs = append(docs, trees[phrase])
		}
	}
	return docs
}

// TestEvenHanded exchanges the names of the parties in the trees of all cases: the labels and loaded words come out
// with the names exchanged and are otherwise the same.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	exchange := strings.NewReplacer(
		"Marengan", "Osternan", "Osternan", "Marengan", "Marenga", "Osterna", "Osterna", "Marenga",
		"Iskar", "Brandt", "Brandt", "Iskar", "soldiers", "villagers", "villagers", "soldiers", "soldier", "villager",
		"villager", "soldier", "governor", "minister", "minister", "governor", "army", "council", "council", "army",
	)
	for _, path := range rashomontest.CaseFiles(t) {
		others := rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), exchange)
		for phrase, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
			other := others[exchange.Replace(phrase)]
			if other == nil {
				t.Fatalf("%q has no twin", phrase)
			}
			if got, want := framed(other, names), exchange.Replace(framed(doc, names)); got != want {
				t.Errorf("%q:\n got %s\nwant %s", other.Text, got, want)
			}
		}
	}
}

// framed prints the labels and the loaded words of a document with its listed names.
func framed(doc *rashomon.Document, names []rashomontest.ListedName) string {
	addParties(doc, names)
	doc.Labels, doc.LoadedWords = framing.Find(doc)
	return printLabels(doc) + " / " + printLoaded(doc)
}

// BenchmarkFind frames the phrases of all cases, which have far more labels than other text.
func BenchmarkFind(b *testing.B) {
	names := rashomontest.ListedNames(b)
	docs := caseDocuments(b)
	words, bytes := 0, 0
	for _, doc := range docs {
		addParties(doc, names)
		words, bytes = words+doc.Words(), bytes+len(doc.Text)
	}
	b.ReportAllocs()
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, doc := range docs {
			framing.Find(doc)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkFindLong frames one document of some ten thousand sentences, those of the cases over and over.
func BenchmarkFindLong(b *testing.B) {
	doc := repeated(caseDocuments(b), 40)
	rashomontest.AddEntities(doc, rashomontest.ListedNames(b))
	b.ReportAllocs()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		framing.Find(doc)
	}
	b.ReportMetric(float64(doc.Words())*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// repeated joins documents to one, over and over.
func repeated(docs []*rashomon.Document, times int) *rashomon.Document {
	joined := &rashomon.Document{}
	var text strings.Builder
	for range times {
		for _, doc := range docs {
			offset, first := text.Len(), len(joined.Tokens)
			text.WriteString(doc.Text + "\n\n")
			for _, token := range doc.Tokens {
				token.Extent.Start += offset
				token.Extent.End += offset
				joined.Tokens = append(joined.Tokens, token)
			}
			for _, sentence := range doc.Sentences {
				sentence.Span.Start += first
				sentence.Span.End += first
				joined.Sentences = append(joined.Sentences, sentence)
			}
		}
	}
	joined.Text = text.String()
	return joined
}
