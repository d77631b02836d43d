package syntax_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/conllu"
	"rashomon/rashomontest"
	"rashomon/score"
	"rashomon/segment"
	"rashomon/syntax"
)

// english returns the parser that ships.
func english(t testing.TB) *syntax.Parser {
	t.Helper()
	p, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// treebank reads a treebank of the benches, and skips the test where there is none.
func treebank(t testing.TB, name string) []*rashomon.Document {
	t.Helper()
	file, err := os.Open(rashomontest.Bench(t, "ud", "dev", name+".conllu"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	docs, err := conllu.Read(name, file)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// TestAccuracy measures tags, lemmas and trees on GUM's development part: from raw text, which is what counts, and with the
// treebank's own sentences and words. The widths of the network were chosen with it, so that a little less is to be expected of
// documents from other sources.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy of the shipped model, with -short")
	}
	t.Parallel()
	p := english(t)
	var report bytes.Buffer
	for _, name := range []string{"gum-dev", "gum-dev-news"} {
		docs := treebank(t, name)
		fmt.Fprintf(&report, "# %s, from raw text\n%v\n", name, accuracy(t, p, docs, segmented))
		fmt.Fprintf(&report, "# %s, sentences and words given\n%v\n", name, accuracy(t, p, docs, given))
		for i, doc := range docs {
			docs[i] = inCapitals(doc)
		}
		fmt.Fprintf(&report, "# %s, in capitals, sentences and words given\n%v\n", name, accuracy(t, p, docs, given))
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

// accuracy parses the texts of documents, segmented in some way, and compares with the documents.
func accuracy(t *testing.T, p *syntax.Parser, docs []*rashomon.Document, segmentation func(want *rashomon.Document) *rashomon.Document) score.Parsing {
	var total score.Parsing
	for _, want := range docs {
		got := segmentation(want)
		p.Parse(got)
		parsing, err := score.Parse(got, want)
		if err != nil {
			t.Fatal(err)
		}
		total.Add(parsing)
	}
	return total
}

func segmented(want *rashomon.Document) *rashomon.Document {
	got := &rashomon.Document{Text: want.Text}
	got.Sentences, got.Tokens = segment.Find(got)
	return got
}

func given(want *rashomon.Document) *rashomon.Document {
	got := &rashomon.Document{Text: want.Text, Sentences: want.Sentences}
	for _, token := range want.Tokens {
		got.Tokens = append(got.Tokens, rashomon.Token{Extent: token.Extent, Joined: token.Joined})
	}
	return got
}

// inCapitals returns a document as old agencies sent it.
func inCapitals(doc *rashomon.Document) *rashomon.Document {
	capitals := *doc
	capitals.Tokens = slices.Clone(doc.Tokens)
	var text strings.Builder
	end := 0
	for i, token := range doc.Tokens {
		text.WriteString(strings.ToUpper(doc.Text[end:token.Extent.Start]))
		capitals.Tokens[i].Extent.Start = text.Len()
		text.WriteString(strings.ToUpper(doc.Quote(token.Extent)))
		capitals.Tokens[i].Extent.End = text.Len()
		end = token.Extent.End
	}
	capitals.Text = text.String()
	return &capitals
}

// TestArticle keeps the trees of an article of our own in a golden file. The same bytes are wanted of every machine: the test
// runs with the kernels of this one, and, compiled for 32 bits or another processor, with plain Go.
func TestArticle(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document(rashomontest.Article())
	doc.Sentences, doc.Tokens = segment.Find(doc)
	english(t).Parse(doc)
	check(t, doc)
	var out bytes.Buffer
	if err := conllu.Write(&out, doc); err != nil {
		t.Fatal(err)
	}
	rashomontest.Golden(t, "testdata/article.golden", out.Bytes())
}
