package name_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/entity/name"
	"rashomon/entity/name/chain"
	"rashomon/network"
	"rashomon/network/matrix"
	"rashomon/rashomontest"
	"rashomon/segment"
)

// A chance is a source of random sections for a network file.
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
	c.Float32(name+" bias", c.numbers(outputs, 2))
}

// The widths of the network that the tests make up. Nothing is trained: its answers are as good as drawn by lot.
const (
	vectorWidth, learnedWidth, hashedWidth, categoryWidth = 6, 4, 3, 2
	inputs, hidden, tagger                                = 8, 10, 7
)

var kinds = []string{"PERSON", "PLACE", "OTHER"}

// lotteryFile returns the file of a network with random weights, with room for damage.
func lotteryFile(t testing.TB, damage func(c *chance)) *network.File {
	t.Helper()
	c := &chance{random: rand.New(rand.NewPCG(5, 6))}
	c.Strings("words", []string{"the", "harbour", "closed"})
	c.Strings("types", kinds)
	c.table("learned", 4, learnedWidth, 1500)
	c.table("hashed", 50, hashedWidth, 1500)
	width := vectorWidth + learnedWidth + network.FeatureCount*hashedWidth
	for i, values := range name.Categories() {
		c.table(network.CategoryName(i+1), values, categoryWidth, 1500)
		width += categoryWidth
	}
	c.layer("input", inputs, width)
	for _, backwards := range []bool{false, true} {
		name := network.RecurrentName(1, backwards)
		c.layer(name, 2*hidden, inputs)
		c.table(name+" feedback", 2*hidden, hidden/2, matrix.Largest)
	}
	c.layer("tagger", tagger, hidden+inputs)
	c.layer("tags", 2*chain.Labels(len(kinds)), tagger)
	c.Float32("pairs", c.numbers(chain.Pairs(len(kinds)), 1))
	c.Float32("inner pairs", c.numbers(chain.Pairs(len(kinds)), 1))
	damage(c)
	f, err := network.Read("test", c.File())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var vectors = &network.Vectors{
	Rows: map[string]int32{"port": 0, "closed": 1}, Width: vectorWidth,
	Numbers: []byte("\x10\xf0\x33\x01\x02\x03\x7f\x81\x00\x05\x06\x07"),
}

// lottery returns a recognizer with random weights.
func lottery(t testing.TB) *name.Recognizer {
	t.Helper()
	r, err := name.New(lotteryFile(t, func(*chance) {}), vectors)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// check verifies what every reading must hold.
func check(t interface{ Fatalf(string, ...any) }, doc *rashomon.Document, names []name.Name) {
	end := 0
	var outer rashomon.Span
	for _, n := range names {
		if n.Inner && (n.Span.Start < outer.Start || n.Span.End > outer.End || n.Span == outer) {
			t.Fatalf("the name %+v does not lie within %v", n, outer)
		}
		if n.Span.Empty() || n.Span.Start < end && !n.Inner || n.Span.End > len(doc.Tokens) {
			t.Fatalf("the name %+v stands wrong: the one before ends at %d, the text at %d", n, end, len(doc.Tokens))
		}
		if !n.Inner {
			outer = n.Span
		}
		if doc.SentenceOf(n.Span.Start) != doc.SentenceOf(n.Span.End-1) {
			t.Fatalf("the name %+v stands in two sentences", n)
		}
		if n.Type == "" || n.Rule == "" || shares(n) < 0 || shares(n) > 1.001 {
			t.Fatalf("the name %+v is not whole", n)
		}
		end = outer.End
	}
}

// shares adds up the shares of all types of a name.
func shares(n name.Name) float64 {
	sum := n.Share
	for _, other := range n.Others {
		sum += other.Share
	}
	return sum
}

// TestFindLaws: names stand in order, in a sentence each, and are the same when the sentence stands alone.
func TestFindLaws(t *testing.T) {
	t.Parallel()
	r := lottery(t)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{
			"the", "Harbour", "CLOSED", "Libya", "Libyan", "F", "-", "16", "Hamas", "Lake",
			"Bridge", "of", "é", "2,000", ";", "Anna", ",", "Ltd",
			"#harvest", "Me.", "04401", "VII", "COVID", "J.", "Old", "lakes", "Senator", "(", "LB", ")",
		})
		sentences := rapid.SliceOfN(rapid.SliceOfN(word, 1, 12), 1, 60).Draw(t, "sentences")
		var lines []string
		for _, words := range sentences {
			lines = append(lines, strings.Join(words, " "))
		}
		doc := rashomontest.Document(strings.Join(lines, "\n"))
		whole := r.Find(doc)
		check(t, doc, whole)
		var apart []name.Name
		first := 0
		for i, line := range lines {
			for _, n := range r.Find(rashomontest.Document(line)) {
				n.Span.Start, n.Span.End = n.Span.Start+first, n.Span.End+first
				apart = append(apart, n)
			}
			first += len(sentences[i])
		}
		if diff := cmp.Diff(whole, apart); diff != "" {
			t.Fatalf("sentences together, apart: %s", diff)
		}
	})
}

// TestFindTagged: whatever the parser takes the words for, names stand in order, in a sentence each.
func TestFindTagged(t *testing.T) {
	t.Parallel()
	r := lottery(t)
	text := strings.Repeat("Anna J. Old lakes of COVID - 19 , Me. 04401\nAnna VII Bridge #harvest House 's harbour closed\nSenator Haddad of Libya Bridge ( LB )\n", 20)
	for seed := range uint64(50) {
		doc := rashomontest.Tangled(text, seed)
		check(t, doc, r.Find(doc))
	}
}

// FuzzFind: whatever the text is, its names hold the laws, and reading it again gives the same.
func FuzzFind(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(phrase)
	}
	f.Add(rashomontest.Article())
	r := lottery(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := &rashomon.Document{Text: strings.ToValidUTF8(text, "?")}
		doc.Sentences, doc.Tokens = segment.Find(doc)
		names := r.Find(doc)
		check(t, doc, names)
		if diff := cmp.Diff(names, r.Find(doc)); diff != "" {
			t.Errorf("once, twice: %s", diff)
		}
	})
}

// TestLongSentences reads sentences beyond every limit of a block.
func TestLongSentences(t *testing.T) {
	t.Parallel()
	r := lottery(t)
	for title, piece := range map[string]string{"bare": "Word ", "commas": "One , two ", "listed": "Libya "} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			doc := rashomontest.Document(strings.Repeat(piece, 2_000) + "\nAfter .")
			check(t, doc, r.Find(doc))
		})
	}
}

func TestNothingToFind(t *testing.T) {
	t.Parallel()
	if got := lottery(t).Find(&rashomon.Document{Text: " "}); len(got) != 0 {
		t.Errorf("got names %v", got)
	}
}

// TestFindSideBySide has several goroutines find names with one recognizer.
func TestFindSideBySide(t *testing.T) {
	t.Parallel()
	r := lottery(t)
	doc := rashomontest.Document("the Harbour of Libya closed ; Anna left\nF - 16 jets , 2,000 of them\nHamas Bridge")
	want := r.Find(doc)
	if len(want) == 0 {
		t.Fatal("the lottery finds nothing")
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				if diff := cmp.Diff(r.Find(doc), want); diff != "" {
					t.Errorf("got, want: %s", diff)
				}
			}
		})
	}
	group.Wait()
}

// TestFindTakesNoMemory reads words met before: nothing but the names themselves is made for a document.
func TestFindTakesNoMemory(t *testing.T) {
	r := lottery(t)
	short := rashomontest.Document(strings.Repeat("the harbour closed\n", 20))
	long := rashomontest.Document(strings.Repeat("the harbour closed\n", 2_000))
	of := func(doc *rashomon.Document) float64 {
		return testing.AllocsPerRun(5, func() {
			if names := r.Find(doc); len(names) != 0 {
				t.Skipf("SKIPPED: the lottery finds names: %v", names[0])
			}
		})
	}
	if got, want := of(long), of(short); got > want+30 { // the blocks of a chunk, for each of 12 chunks
		t.Errorf("got %v allocations for 100 times the text, want %v", got, want)
	}
}

// TestWhy compares the reasons with what Find gave: the share of a name of the network is that of its type among all
// that could stand there, and adds up to no more than 1 with the next.
func TestWhy(t *testing.T) {
	t.Parallel()
	r := lottery(t)
	doc := rashomontest.Document("the Harbour closed ; ships of Anna left\n2,000 of them in Bridge")
	names := r.Find(doc)
	if len(names) == 0 {
		t.Fatal("the lottery finds nothing")
	}
	for _, n := range names {
		reason := r.Why(doc, n.Span)
		both := reason.Share + reason.RunnerUpShare
		if reason.RunnerUpShare > reason.Share || both > 1.001 || reason.Type == reason.RunnerUp {
			t.Errorf("the shares of %+v cannot be", reason)
		}
		if !n.Inner && reason.Type == n.Type && reason.Share != n.Share {
			t.Errorf("%+v: got the share %v", n, reason.Share)
		}
	}
	if got := r.Why(doc, rashomon.Span{Start: 6, End: 10}); got != (name.Reason{}) {
		t.Errorf("a span of two sentences: got %+v, want nothing", got)
	}
}

// TestUnsoundFiles: parts that do not belong together are an error.
func TestUnsoundFiles(t *testing.T) {
	t.Parallel()
	for title, damage := range map[string]func(c *chance){
		"other types":   func(c *chance) { c.Strings("types", kinds[:2]) },
		"no types":      func(c *chance) { c.Strings("types", nil) },
		"other pairs":   func(c *chance) { c.Float32("pairs", []float32{1}) },
		"inner pairs":   func(c *chance) { c.Float32("inner pairs", []float32{1}) },
		"other lists":   func(c *chance) { c.table(network.CategoryName(1), 3, categoryWidth, 9) },
		"no categories": func(c *chance) { c.Int16(network.CategoryName(2), categoryWidth, nil) },
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			if _, err := name.New(lotteryFile(t, damage), vectors); err == nil {
				t.Error("got no error")
			}
		})
	}
}

// TestNamesWithinNames: places stand behind the names that they lie in. A name that is listed has none.
func TestNamesWithinNames(t *testing.T) {
	t.Parallel()
	r, err := name.English()
	if err != nil {
		t.Fatal(err)
	}
	doc := &rashomon.Document{Text: "She teaches at the University of Bergen. The United Nations Security Council met."}
	doc.Sentences, doc.Tokens = segment.Find(doc)
	var got []string
	for _, n := range r.Find(doc) {
		got = append(got, fmt.Sprintf("%s %s %v", doc.QuoteSpan(n.Span), n.Type, n.Inner))
	}
	want := []string{
		"University of Bergen ORGANIZATION false", "Bergen PLACE true", "United Nations Security Council ORGANIZATION false",
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got, want: %s", diff)
	}
}

// rules are those that a case may ask for.
var rules = []string{"name/address", "name/designation", "name/list", "name/noun", "name/thing"}

// TestCases runs the cases of names that the lists and the nouns tell, whatever network stands before them.
func TestCases(t *testing.T) {
	t.Parallel()
	r, err := name.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"addresses", "designations", "names", "things"} {
		rashomontest.RunCases(t, "testdata/"+file+".cases", func(c rashomontest.Case) []rashomontest.Finding {
			doc := &rashomon.Document{Text: c.Phrase}
			doc.Sentences, doc.Tokens = segment.Find(doc)
			var found []rashomontest.Finding
			for _, n := range r.Find(doc) {
				if n.Inner {
					continue
				}
				if rule := c.Given["rule"]; rule == "" || rule == n.Rule && slices.Contains(rules, rule) {
					at := doc.Extent(n.Span)
					found = append(found, rashomontest.Finding{Start: at.Start, End: at.End, Value: string(n.Type)})
				}
			}
			return found
		})
	}
}
