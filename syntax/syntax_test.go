package syntax_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/network"
	"rashomon/network/matrix"
	"rashomon/syntax"
)

// A chance is a source of random sections for a model file.
type chance struct {
	network.Writer
	random *rand.Rand
}

func (c *chance) numbers(n int, most float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32((2*c.random.Float64() - 1) * most)
	}
	return out
}

func (c *chance) table(name string, rows, columns, most int) {
	values := make([]int16, rows*columns)
	for i := range values {
		values[i] = int16(c.random.IntN(2*most+1) - most)
	}
	c.Int16(name, columns, values)
}

func (c *chance) layer(name string, outputs, inputs int) {
	c.table(name+" weights", outputs, inputs, matrix.Largest)
	c.Float32(name+" scale", c.numbers(outputs, 2e-7))
	c.Float32(name+" bias", c.numbers(outputs, 1))
}

// The widths of the network that the tests make up. Nothing is trained: its answers are as good as drawn by lot.
const (
	vectorWidth, learnedWidth, hashedWidth = 6, 4, 3
	inputs, hidden, tagger, arc, pair      = 8, 10, 7, 6, 5
)

// lottery returns a parser with random weights.
func lottery(t testing.TB) *syntax.Parser {
	t.Helper()
	p, err := syntax.New(lotteryFiles(t, 0))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// lotteryFiles returns the files of that parser. Its network has so many tables of categories.
func lotteryFiles(t testing.TB, categories int) (*network.File, *network.Vectors) {
	t.Helper()
	c := &chance{random: rand.New(rand.NewPCG(3, 4))}
	c.Strings("words", []string{"the", "harbour", "closed"})
	c.Strings("upos", []string{"ADJ", "NOUN", "PUNCT", "VERB"})
	c.Strings("xpos", []string{"JJ", "NN", "VBD"})
	c.Strings("features", []string{"", "Number=Plur", "Number=Sing"})
	c.Strings("tags", []string{"ADJ\tJJ\t", "NOUN\tNN\tNumber=Sing", "NOUN\tNN\tNumber=Plur", "PUNCT\tJJ\t", "VERB\tVBD\t"})
	c.Strings("scripts", []string{"", "-1", "keep", "title"})
	c.Strings("relations", []string{"nsubj", "obj", "root"})
	c.table("learned", 4, learnedWidth, 1500)
	c.table("hashed", 50, hashedWidth, 1500)
	for i := range categories {
		c.table(network.CategoryName(i+1), 5, 1, 1500)
	}
	c.layer("input", inputs, vectorWidth+learnedWidth+network.FeatureCount*hashedWidth+categories)
	for i, width := range []int{inputs, hidden} {
		for _, direction := range []string{"forwards", "backwards"} {
			name := "recurrent " + strconv.Itoa(i+1) + " " + direction
			c.layer(name, 2*hidden, width)
			c.table(name+" feedback", 2*hidden, hidden/2, matrix.Largest)
		}
	}
	c.layer("tagger", tagger, hidden+inputs)
	c.layer("tags", 4+3+3+4, tagger)
	c.layer("dependent", arc, hidden)
	c.layer("query", arc, arc)
	c.layer("key", arc, hidden)
	c.Float32("root key", c.numbers(arc, 1))
	c.layer("relation", pair, hidden)
	c.layer("govern", pair, hidden)
	c.Float32("root governor", c.numbers(pair, 1))
	c.layer("relations", 3, pair)

	var v network.Writer
	v.Strings("words", []string{"port", "closed", "ships"})
	v.Bytes("vectors", vectorWidth, []byte(strings.Repeat("\x10\xf0\x33", vectorWidth)))
	vectors, err := network.ReadVectors(read(t, v.File()))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, c.File()), vectors
}

func read(t testing.TB, data []byte) *network.File {
	t.Helper()
	f, err := network.Read("test", data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestNewWantsFormsAlone: a parser has nothing to give to a network with categories.
func TestNewWantsFormsAlone(t *testing.T) {
	t.Parallel()
	if _, err := syntax.New(lotteryFiles(t, 2)); err == nil || !strings.Contains(err.Error(), "2 categories") {
		t.Errorf("got error %v, want one of 2 categories", err)
	}
}

// TestParseLaws: whatever the tokens are, every sentence gets a sound tree, tags and lemmas, and gets the same ones when it
// stands alone.
func TestParseLaws(t *testing.T) {
	t.Parallel()
	p := lottery(t)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"the", "Harbour", "CLOSED", "ships", ";", ",", "“", "2,000", "http://a.b", "é", "\u200b", "x"})
		sentences := rapid.SliceOfN(rapid.SliceOfN(word, 1, 9), 1, 90).Draw(t, "sentences")
		whole := document(sentences...)
		p.Parse(whole)
		check(t, whole)
		at := 0
		for _, sentence := range sentences {
			alone := document(sentence)
			p.Parse(alone)
			if diff := cmp.Diff(tagsOf(whole.Tokens[at:at+len(sentence)]), tagsOf(alone.Tokens)); diff != "" {
				t.Fatalf("%q among others, alone: %s", sentence, diff)
			}
			at += len(sentence)
		}
	})
}

// document builds a document of sentences, a space after each word.
func document(sentences ...[]string) *rashomon.Document {
	doc := &rashomon.Document{}
	var text strings.Builder
	for _, sentence := range sentences {
		first := len(doc.Tokens)
		for _, word := range sentence {
			start := text.Len()
			text.WriteString(word)
			doc.Tokens = append(doc.Tokens, rashomon.Token{Extent: rashomon.Extent{Start: start, End: text.Len()}, Rule: "test"})
			text.WriteString(" ")
		}
		doc.Sentences = append(doc.Sentences, rashomon.Sentence{Span: rashomon.Span{Start: first, End: len(doc.Tokens)}, Rule: "test"})
	}
	doc.Text = text.String()
	return doc
}

// tagsOf returns tokens without their place in the text.
func tagsOf(tokens []rashomon.Token) []rashomon.Token {
	out := make([]rashomon.Token, len(tokens))
	for i, token := range tokens {
		token.Extent = rashomon.Extent{}
		out[i] = token
	}
	return out
}

func check(t interface{ Fatalf(string, ...any) }, doc *rashomon.Document) {
	doc.ID, doc.SHA256 = "0123456789abcdef", "0123456789abcdef"+strings.Repeat("0", 48)
	if err := doc.Check(); err != nil {
		t.Fatalf("unsound: %v", err)
	}
	for i, token := range doc.Tokens {
		if token.UPOS == "" || token.XPOS == "" || token.Lemma == "" || token.Relation == "" {
			t.Fatalf("token %d, %q, lacks something: %+v", i, doc.Quote(token.Extent), token)
		}
	}
}

// TestLongSentences parses sentences beyond every limit of a block, with and without signs to cut at.
func TestLongSentences(t *testing.T) {
	t.Parallel()
	p := lottery(t)
	for name, piece := range map[string]string{
		"bare": "word", "commas": "one , two", "semicolons": "one two three four ; five , six", "signs": ";",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			words := strings.Fields(strings.Repeat(piece+" ", 2_000))
			doc := document([]string{"Before", "."}, words, []string{"After", "."})
			p.Parse(doc)
			check(t, doc)
		})
	}
}

func TestNothingToParse(t *testing.T) {
	t.Parallel()
	doc := &rashomon.Document{Text: " "}
	lottery(t).Parse(doc)
	if len(doc.Tokens) != 0 {
		t.Errorf("got tokens %v", doc.Tokens)
	}
}

// TestParseSideBySide has several goroutines parse with one parser.
func TestParseSideBySide(t *testing.T) {
	t.Parallel()
	p := lottery(t)
	text := strings.Fields("the Harbour closed ; ships , 2,000 of them , left")
	want := document(text, text[3:], text[:4])
	p.Parse(want)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				got := document(text, text[3:], text[:4])
				p.Parse(got)
				if diff := cmp.Diff(got, want); diff != "" {
					t.Errorf("got, want: %s", diff)
				}
			}
		})
	}
	group.Wait()
}

// TestParseTakesNoMemory parses words met before: what a document takes is made once, not with every document.
func TestParseTakesNoMemory(t *testing.T) {
	p := lottery(t)
	doc := document(strings.Fields("the Harbour closed ; ships left"), strings.Fields("2,000 of them ."))
	if got := testing.AllocsPerRun(50, func() { p.Parse(doc) }); got > 4 { // of isTree, for each sentence, and of the pool
		t.Errorf("%v allocations a document", got)
	}
}

// TestWhy compares the reasons with what Parse filled in.
func TestWhy(t *testing.T) {
	t.Parallel()
	p := lottery(t)
	doc := document(strings.Fields("the Harbour closed ; ships left"), strings.Fields("2,000 of them ."))
	p.Parse(doc)
	for i, token := range doc.Tokens {
		reason := p.Why(doc, i)
		want := []string{token.UPOS, token.XPOS, token.Features, token.Lemma, token.Relation}
		for j, choice := range []syntax.Choice{reason.UPOS, reason.XPOS, reason.Features, reason.Lemma, reason.Relation} {
			if choice.Answer != want[j] {
				t.Errorf("token %d: got %+v, want %s", i, choice, want[j])
			}
			if alone := j >= 3; alone && choice.RunnerUpShare > choice.Share || choice.Share+choice.RunnerUpShare > 1+1e-9 {
				t.Errorf("token %d: the shares of %+v cannot be", i, choice)
			}
		}
	}
}
