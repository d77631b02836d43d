package score_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"rashomon"
	"rashomon/conllu"
	"rashomon/rashomontest"
	"rashomon/score"
)

// TestParseAgreesWithTheReference compares all figures of a spoilt copy of GUM's development part with those that the
// scorer of the benches, a program in Python, gives for the same two files.
func TestParseAgreesWithTheReference(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("SKIPPED: some seconds of the reference scorer")
	}
	scorer := rashomontest.Bench(t, "score", "ud.py")
	gold := rashomontest.Bench(t, "ud", "dev", "gum-dev.conllu")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("SKIPPED: no python3 here to run the reference scorer")
	}
	for _, spoil := range []struct {
		name   string
		change func(doc *rashomon.Document)
	}{
		{"tags and trees", spoilWords},
		{"sentences", spoilSentences},
		{"tokens", spoilTokens},
		{"all", func(doc *rashomon.Document) { spoilWords(doc); spoilSentences(doc); spoilTokens(doc) }},
	} {
		t.Run(spoil.name, func(t *testing.T) {
			t.Parallel()
			spoilt := filepath.Join(t.TempDir(), "spoilt.conllu")
			got := spoilAndScore(t, gold, spoilt, spoil.change)
			want := runReference(t, python, scorer, gold, spoilt)
			compareFigures(t, got, want)
			t.Logf("against the reference's figures:\n%v", got)
		})
	}
}

// spoilAndScore changes every document of a treebank, writes them to a file, and scores what that file holds.
func spoilAndScore(t *testing.T, gold, spoilt string, change func(doc *rashomon.Document)) score.Parsing {
	t.Helper()
	docs := readTreebank(t, gold)
	file, err := os.Create(spoilt)
	if err != nil {
		t.Fatal(err)
	}
	for _, doc := range docs {
		change(doc)
		if err := conllu.Write(file, doc); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	var total score.Parsing
	spoiltDocs := readTreebank(t, spoilt)
	for i, want := range readTreebank(t, gold) {
		parsing, err := score.Parse(spoiltDocs[i], want)
		if err != nil {
			t.Fatal(err)
		}
		total.Add(parsing)
	}
	return total
}

func readTreebank(t *testing.T, path string) []*rashomon.Document {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	docs, err := conllu.Read(path, file)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// A figure is what the reference prints of one measure, in percent with two decimals.
type figure struct{ Precision, Recall, F1 float64 }

func runReference(t *testing.T, python, scorer, gold, spoilt string) map[string]figure {
	t.Helper()
	out, err := exec.Command(python, scorer, "score", "--json", gold, spoilt).Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var figures struct{ All map[string]figure }
	if err := json.Unmarshal(out, &figures); err != nil {
		t.Fatal(err)
	}
	return figures.All
}

func compareFigures(t *testing.T, parsing score.Parsing, want map[string]figure) {
	t.Helper()
	names := []string{"Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS", "CLAS"}
	if len(want) != len(names) {
		t.Errorf("the reference gives %d figures, want %d", len(want), len(names))
	}
	for i, count := range counts(&parsing) {
		figure := want[names[i]]
		got := fmt.Sprintf("%.2f %.2f %.2f", 100*count.Precision(), 100*count.Recall(), 100*count.F1())
		if want := fmt.Sprintf("%.2f %.2f %.2f", figure.Precision, figure.Recall, figure.F1); got != want {
			t.Errorf("%s: got %s, want %s", names[i], got, want)
		}
	}
}

// root returns the root of the sentence that holds a token.
func root(doc *rashomon.Document, at int) int {
	for doc.Tokens[at].Head != 0 {
		at += doc.Tokens[at].Head
	}
	return at
}

// spoilWords changes tags, features, lemmas, heads and relations, each of words so many apart. A head becomes the root,
// so that the tree stays one.
func spoilWords(doc *rashomon.Document) {
	for i := range doc.Tokens {
		token := &doc.Tokens[i]
		every := func(n int) bool { return i%n == n-1 }
		if every(5) {
			token.UPOS = "X"
		}
		if every(6) {
			token.XPOS = "FW"
		}
		if every(8) {
			token.Features += "|Style=Coll"
		}
		if every(9) {
			token.Features = "Number=Plur"
		}
		if every(10) {
			token.Lemma = "x"
		}
		if every(7) && token.Head != 0 {
			token.Head = root(doc, i) - i
		}
		if every(11) && token.Head != 0 {
			token.Relation = "nsubj:outer"
		}
		if every(13) && token.Head != 0 {
			token.Relation = "case"
		}
	}
}

// spoilSentences puts some sentences together and cuts others in the middle.
func spoilSentences(doc *rashomon.Document) {
	var sentences []rashomon.Sentence
	for i := 0; i < len(doc.Sentences); i++ {
		span := doc.Sentences[i].Span
		middle := (span.Start + span.End) / 2
		switch {
		case i%6 == 5 && i+1 < len(doc.Sentences):
			i++
			next := doc.Sentences[i].Span
			lower := root(doc, next.Start)
			doc.Tokens[lower].Head, doc.Tokens[lower].Relation = root(doc, span.Start)-lower, "parataxis"
			span.End = next.End
		case i%7 == 6 && middle > span.Start && !doc.Tokens[middle].Joined:
			uproot(doc, span, middle)
			first := rashomon.Span{Start: span.Start, End: middle}
			sentences = append(sentences, rashomon.Sentence{Span: first, Rule: "hand"})
			span.Start = middle
		}
		sentences = append(sentences, rashomon.Sentence{Span: span, Rule: "hand"})
	}
	doc.Sentences = sentences
}

// uproot makes roots of the words of a sentence whose heads lie beyond its middle, seen from them.
func uproot(doc *rashomon.Document, span rashomon.Span, middle int) {
	for i := span.Start; i < span.End; i++ {
		if token := &doc.Tokens[i]; (i < middle) != (i+token.Head < middle) {
			token.Head = 0
		}
	}
}

// spoilTokens takes some multiword tokens apart, makes others of words that touch, and cuts some long words in two.
func spoilTokens(doc *rashomon.Document) {
	for i := 1; i < len(doc.Tokens); i++ {
		token := &doc.Tokens[i]
		sameSentence := doc.SentenceOf(i) == doc.SentenceOf(i-1)
		switch {
		case token.Joined && i%2 == 0:
			token.Joined = false
		case sameSentence && i%3 == 0 && doc.Tokens[i-1].Extent.End == token.Extent.Start:
			token.Joined = true
		}
	}
	for i := len(doc.Tokens) - 1; i >= 0; i-- {
		if doc.Tokens[i].Extent.Len() > 3 && i%12 == 11 {
			cut(doc, i)
		}
	}
}

// cut makes two words of one after its first letter. The second hangs on the first, and is written as one with it every
// other time.
func cut(doc *rashomon.Document, at int) {
	moved := func(i int) int { // where the token, or the border, i comes to stand
		if i > at {
			return i + 1
		}
		return i
	}
	for i := range doc.Tokens {
		doc.Tokens[i].Head = moved(i+doc.Tokens[i].Head) - moved(i)
	}
	for i := range doc.Sentences {
		span := &doc.Sentences[i].Span
		span.Start, span.End = moved(span.Start), moved(span.End)
	}
	first := &doc.Tokens[at]
	_, letter := utf8.DecodeRuneInString(doc.Quote(first.Extent))
	second := rashomon.Token{
		Extent: rashomon.Extent{Start: first.Extent.Start + letter, End: first.Extent.End},
		Joined: at%2 == 0, Rule: "hand", Head: -1, Relation: "goeswith",
	}
	first.Extent.End = second.Extent.Start
	doc.Tokens = slices.Insert(doc.Tokens, at+1, second)
}
