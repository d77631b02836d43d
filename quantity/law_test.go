package quantity_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/quantity"
	"rashomon/rashomontest"
	"rashomon/timex"
)

// TestBoundsAreReadBack: a figure printed with a qualifier, a unit or both gives itself back.
func TestBoundsAreReadBack(t *testing.T) {
	t.Parallel()
	qualifiers := map[string]string{
		"": "%s..%s", "about ": "%s..%s about", "nearly ": "%s..%s nearly", "at least ": "%s.. at_least",
		"more than ": "%s.. over", "up to ": "..%s up_to", "fewer than ": "..%s under",
	}
	units := map[string]string{
		" km": "measure X km", " tonnes": "measure X t", "%": "percent X %", " euros": "money X EUR", " percent": "percent X %",
	}
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.IntRange(2, 1_000_000).Draw(t, "v")
		qualifier := rapid.SampledFrom(keys(qualifiers)).Draw(t, "qualifier")
		unit := rapid.SampledFrom(keys(units)).Draw(t, "unit")
		digits := strconv.Itoa(v)
		bounds, name, _ := strings.Cut(strings.ReplaceAll(qualifiers[qualifier], "%s", digits), " ")
		bounds = strings.ReplaceAll(bounds, digits+".."+digits, digits)
		kind, symbol, _ := strings.Cut(units[unit], " X ")
		want := strings.Join(strings.Fields(kind+" "+bounds+" "+name+" "+symbol), " ")

		text := qualifier + digits + unit
		doc := document("They counted " + text + " there.")
		found := quantity.Find(doc)
		if len(found) != 1 || printed(found[0]) != want || doc.QuoteSpan(found[0].Span) != text {
			t.Fatalf("%q: got %v, want %s", text, found, want)
		}
	})
}

func keys(m map[string]string) []string {
	var all []string
	for key := range m {
		all = append(all, key)
	}
	slices.Sort(all)
	return all
}

// check verifies what holds of every finding: the layer fits into the document, figures are in order and do not
// overlap, and a part is a part of no part.
func check(t *testing.T, doc *rashomon.Document) {
	t.Helper()
	doc.Quantities = quantity.Find(doc)
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
	end := 0
	for _, q := range doc.Quantities {
		if q.Span.Start < end {
			t.Errorf("%q begins before the figure before it ends", doc.QuoteSpan(q.Span))
		}
		end = q.Span.End
		if q.PartOf != rashomon.None && doc.Quantities[q.PartOf].PartOf != rashomon.None {
			t.Errorf("%q is a part of a part", doc.QuoteSpan(q.Span))
		}
		if q.Kind == rashomon.QuantityCount && q.Unit != "" {
			t.Errorf("%q: got the unit %q of a count", doc.QuoteSpan(q.Span), q.Unit)
		}
	}
}

// TestTwiceIsOnce: reading again gives the same, and so does the reading of a document that holds another before it.
func TestTwiceIsOnce(t *testing.T) {
	t.Parallel()
	for text, doc := range parsed(t) {
		check(t, doc)
		if diff := cmp.Diff(quantity.Find(doc), doc.Quantities); diff != "" {
			t.Errorf("%q: read again:\n%s", text, diff)
		}
	}
}

// FuzzFind: what is found fits into the document, whatever its text, tags and trees; a sentence before it changes
// nothing.
func FuzzFind(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(phrase, uint64(len(phrase)))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		text = strings.ToValidUTF8(text, "?")
		doc, later := document(text), document("So.\n"+text)
		check(t, doc)
		check(t, later)
		if got, want := len(later.Quantities), len(doc.Quantities); got != want {
			t.Errorf("%q: got %d figures after a sentence, want %d", text, got, want)
		}
		grow(doc, seed)
		doc.Timexes = timex.Find(doc)
		check(t, doc)
	})
}

// grow gives the tokens tags and trees by chance.
func grow(doc *rashomon.Document, seed uint64) {
	tags := strings.Fields("NOUN VERB ADJ PROPN NUM ADP DET PRON AUX")
	xpos := strings.Fields("NNS VBN JJ NNP CD IN DT PRP$ VBD")
	relations := strings.Fields("nummod nsubj obj nmod obl conj acl amod case compound det appos nsubj:pass")
	const branch = 16 // tokens of what hangs on the root
	next := func(n int) int {
		seed = seed*6364136223846793005 + 1442695040888963407 // Knuth, The Art of Computer Programming 2, 3.3.4
		return int(seed>>33) % n
	}
	for _, sentence := range doc.Sentences {
		for i := sentence.Span.Start; i < sentence.Span.End; i++ {
			token, tag := &doc.Tokens[i], next(len(tags))
			token.UPOS, token.XPOS, token.Relation = tags[tag], xpos[tag], relations[next(len(relations))]
			switch at := i - sentence.Span.Start; {
			case at == 0:
				token.Relation = "root"
			case at%branch == 0:
				token.Head = -at
			default: // to the left: a tree
				token.Head = -1 - next(min(at%branch, 4))
			}
		}
	}
}

// TestLinear reads a great deal of what tempts a finder to look ahead or behind again and again.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: some four megabytes of text, with -short")
	}
	t.Parallel()
	const size, limit = 1 << 16, 5 * time.Second
	for _, piece := range []string{
		"1 ", "one ", "a hundred ", "two hundred and ", "$", "$1 ", "1 to ", "1-", "1,", "1, ", "minus ",
		"hundreds of ", "scores of ", "about ", "more than ", "at least 1 ", "so far ; ", "so far 1 ; ", "including 2 ", "2 of the ", "Big Three ",
		"Article 5 and ", "half a ", "a few ", "million ", "one in ", "3 times as ", "5 km ", "between 1 and ", "of them 5 ", "1 of them ",
		"twice ",
	} {
		doc := document(strings.Repeat(piece, size/len(piece)))
		for _, grown := range []bool{false, true} {
			if grown {
				grow(doc, 1)
			}
			start := time.Now()
			quantity.Find(doc)
			if took := time.Since(start); took > limit {
				t.Errorf("%d bytes of %q took %v, grown %t", size, piece, took, grown)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	var sentences []string
	docs := parsed(b)
	for text := range docs {
		sentences = append(sentences, text)
	}
	slices.Sort(sentences)
	b.Run("sentences", func(b *testing.B) { // full of figures, with trees
		words, size := 0, 0
		for _, text := range sentences {
			words += docs[text].Words()
			size += len(text)
		}
		b.ReportAllocs()
		b.SetBytes(int64(size))
		for b.Loop() {
			for _, text := range sentences {
				quantity.Find(docs[text])
			}
		}
		b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
	})
	for _, test := range []struct{ name, text string }{
		{"article", rashomontest.Article()}, {"long", rashomontest.LongArticle()}, {"nasty", rashomontest.NastyArticle()},
	} {
		b.Run(test.name, func(b *testing.B) {
			doc := document(test.text)
			words := doc.Words()
			b.ReportAllocs()
			b.SetBytes(int64(len(test.text)))
			for b.Loop() {
				quantity.Find(doc)
			}
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
