package stance_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/stance"
)

// lawful finds the stances of a document and demands what holds of all: the document stays sound and otherwise as it
// was, they stand in the order of their mentions, evidence is words of the mention's sentence outside of it, a second
// look finds the same, and who is asked about one mention alone says the same.
func lawful(t *testing.T, finder *stance.Finder, doc *rashomon.Document) {
	t.Helper()
	before, err := rashomon.Encode(doc)
	if err != nil {
		t.Skip("not a sound document")
	}
	found := finder.Find(doc)
	if after, err := rashomon.Encode(doc); err != nil || string(after) != string(before) {
		t.Error("the document has changed")
	}
	if diff := cmp.Diff(found, finder.Find(doc)); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	last := rashomon.None
	for i, s := range found {
		if s.Mention <= last {
			t.Errorf("stance %d: mention %d after mention %d", i+1, s.Mention, last)
		}
		last = s.Mention
		demandEvidence(t, doc, s)
		value, probability := finder.Judge(doc, doc.Mentions[s.Mention].Span)
		if value != s.Value || probability != s.Probability {
			t.Errorf("stance %d: asked alone got %d and %v, want %d and %v", i+1, value, probability, s.Value, s.Probability)
		}
	}
	sound := *doc
	sound.Stances = found
	if err := sound.Check(); err != nil {
		t.Error(err)
	}
}

func demandEvidence(t *testing.T, doc *rashomon.Document, s rashomon.Stance) {
	t.Helper()
	mention := doc.Mentions[s.Mention].Span
	sentence := doc.Sentences[doc.SentenceOf(mention.Start)].Span
	if len(s.Evidence) == 0 {
		t.Errorf("mention %d: no evidence", s.Mention+1)
	}
	for _, span := range s.Evidence {
		if span.Start < sentence.Start || span.End > sentence.End {
			t.Errorf("mention %d: evidence %v outside the sentence %v", s.Mention+1, span, sentence)
		}
	}
}

// TestLaws holds the laws to the trees of the cases.
func TestLaws(t *testing.T) {
	t.Parallel()
	finder, names := english(t), rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		for _, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
			rashomontest.AddEntities(doc, names)
			lawful(t, finder, doc)
		}
	}
}

// TestEvenHanded puts any names in the place of those of the two parties of the cases: the stances towards each stay
// as they are, whatever they are called and whoever is called what the other was.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	finder := english(t)
	for _, path := range rashomontest.CaseFiles(t) {
		plain := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rapid.Check(t, func(rt *rapid.T) {
			names := rapid.SliceOfNDistinct(rapid.StringMatching("[A-Z][a-z]{3,9}"), 2, 2, rapid.ID).Draw(rt, "names")
			if rapid.Bool().Draw(rt, "exchanged") {
				names = []string{"Kaduna", "Brandt"}
			}
			exchange := strings.NewReplacer("Brandt", names[0], "Kaduna", names[1])
			others := rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), exchange)
			for phrase, doc := range plain {
				other := others[exchange.Replace(phrase)]
				if other == nil {
					rt.Fatalf("%q has no twin", phrase)
				}
				got, want := stancesOf(finder, *other, names), stancesOf(finder, *doc, []string{"Brandt", "Kaduna"})
				if diff := cmp.Diff(want, got); diff != "" {
					rt.Errorf("%q as %q (-it +its twin):\n%s", phrase, other.Text, diff)
				}
			}
		})
	}
}

// stancesOf returns the stances towards persons of the names.
func stancesOf(finder *stance.Finder, doc rashomon.Document, names []string) []rashomon.Stance {
	doc.Entities, doc.Mentions = nil, nil
	for i := range doc.Tokens {
		if entity := slices.Index(names, doc.QuoteSpan(rashomon.Span{Start: i, End: i + 1})); entity >= 0 {
			doc.Mentions = append(doc.Mentions, rashomon.Mention{
				Span: rashomon.Span{Start: i, End: i + 1}, Head: i, Kind: rashomon.MentionName, Entity: entity, Rule: "given",
				Antecedent: rashomon.None,
			})
		}
	}
	for _, name := range names {
		doc.Entities = append(doc.Entities, rashomon.Entity{Name: name, Type: rashomon.EntityPerson, Rule: "given"})
	}
	return finder.Find(&doc)
}

// FuzzFind gives text with tags and trees by chance.
func FuzzFind(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(rashomontest.Spaced(phrase), uint64(len(phrase)))
	}
	finder, names := english(f), rashomontest.ListedNames(f)
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 4000 {
			t.Skip("long")
		}
		doc := rashomontest.Tangled(strings.ToValidUTF8(text, "?"), seed)
		rashomontest.AddEntities(doc, names)
		lawful(t, finder, doc)
	})
}
