package network_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon/network"
	"rashomon/network/matrix"
)

// A chance is a source of random sections for a network file.
type chance struct {
	network.Writer
	random *rand.Rand
	wider  string   // a section that gets a column, or an element of a list, too many
	names  []string // of all sections of numbers
}

// width returns how many columns to give to a section.
func (c *chance) width(name string, columns int) int {
	c.names = append(c.names, name)
	if name == c.wider {
		columns++
	}
	return columns
}

func (c *chance) numbers(n int, most float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32((2*c.random.Float64() - 1) * most)
	}
	return out
}

func (c *chance) table(name string, rows, columns, most int) {
	columns = c.width(name, columns)
	values := make([]int16, rows*columns)
	for i := range values {
		values[i] = int16(c.random.IntN(2*most+1) - most)
	}
	c.Int16(name, columns, values)
}

func (c *chance) layer(name string, outputs, inputs int) {
	c.table(name+" weights", outputs, inputs, matrix.Largest)
	c.Float32(name+" scale", c.numbers(c.width(name+" scale", outputs), 2e-7))
	c.Float32(name+" bias", c.numbers(c.width(name+" bias", outputs), 1))
}

// The widths of the network that the tests make up. Nothing is trained.
const (
	vectorWidth, learnedWidth, hashedWidth = 6, 4, 3
	firstWidth, secondWidth                = 2, 5 // of two categories
	inputs, hidden, tagger, labels         = 8, 10, 7, 9
	tableWidth                             = vectorWidth + learnedWidth + network.FeatureCount*hashedWidth + firstWidth + secondWidth
)

// lottery returns the file of a network with random weights, one section of which may be too wide, and the names of all
// sections.
func lottery(t testing.TB, wider string) (file *network.File, sections []string) {
	t.Helper()
	c := &chance{random: rand.New(rand.NewPCG(3, 4)), wider: wider}
	c.Strings("words", []string{"the", "harbour", "closed"})
	c.table("learned", 4, learnedWidth, 1500)
	c.table("hashed", 50, hashedWidth, 1500)
	c.table(network.CategoryName(1), 3, firstWidth, 1500)
	c.table(network.CategoryName(2), 7, secondWidth, 1500)
	c.layer("input", inputs, tableWidth)
	for i, width := range []int{inputs, hidden} {
		for _, backwards := range []bool{false, true} {
			name := network.RecurrentName(i+1, backwards)
			c.layer(name, 2*hidden, width)
			c.table(name+" feedback", 2*hidden, hidden/2, matrix.Largest)
		}
	}
	c.layer("tagger", tagger, hidden+inputs)
	c.layer("tags", labels, tagger)
	return read(t, c.File()), c.names
}

func read(t testing.TB, data []byte) *network.File {
	t.Helper()
	f, err := network.Read("test", data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var vectors = &network.Vectors{
	Rows: map[string]int32{"port": 0, "closed": 1}, Width: vectorWidth, Numbers: []byte("\x10\xf0\x33\x01\x02\x03\x7f\x81\x00\x05\x06\x07"),
}

func parts(t testing.TB) (*network.Encoder, *network.Tagger) {
	t.Helper()
	file, _ := lottery(t, "")
	r := &network.LayerReader{File: file}
	e := r.Encoder(vectors)
	tagger := r.Tagger(e)
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	return e, tagger
}

// A result is all that a network says of the tokens of a sequence.
type result struct {
	Input, Hidden []int16
	Scores        []float32
}

func run(e *network.Encoder, tagger *network.Tagger, w *network.Work, forms []string, categories []uint8, sequences []network.Sequence) result {
	encoding := e.Encode(w, forms, categories, sequences)
	scores := make([]float32, len(forms)*tagger.Labels())
	tagger.Score(w, scores, encoding)
	return result{slices.Clone(encoding.Input), slices.Clone(encoding.Hidden), scores}
}

// TestSequencesDoNotMeet: a sequence says the same alone, with memory of its own, as among others.
func TestSequencesDoNotMeet(t *testing.T) {
	t.Parallel()
	e, tagger := parts(t)
	shared := e.NewWork()
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"the", "Harbour", "CLOSED", "port", "", "é", "2,000", "x"})
		lengths := rapid.SliceOfN(rapid.IntRange(1, 9), 0, 12).Draw(t, "lengths")
		var sequences []network.Sequence
		tokens := 0
		for _, length := range lengths {
			sequences = append(sequences, network.Sequence{First: tokens, Length: length})
			tokens += length
		}
		forms := rapid.SliceOfN(word, tokens, tokens).Draw(t, "forms")
		categories := rapid.SliceOfN(rapid.Uint8Max(2), 2*tokens, 2*tokens).Draw(t, "categories")
		whole := run(e, tagger, shared, forms, categories, sequences)
		for _, s := range sequences {
			first, end := s.First, s.First+s.Length
			got := run(e, tagger, e.NewWork(), forms[first:end], categories[2*first:2*end], []network.Sequence{{Length: s.Length}})
			want := result{
				whole.Input[first*inputs : end*inputs], whole.Hidden[first*hidden : end*hidden], whole.Scores[first*labels : end*labels],
			}
			if diff := cmp.Diff(got, want); diff != "" {
				t.Fatalf("%q alone, among others: %s", forms[first:end], diff)
			}
		}
	})
}

// TestInput works out by hand what goes into the recurrent layers: vector, learned word, features, categories, in this
// order.
func TestInput(t *testing.T) {
	t.Parallel()
	file, _ := lottery(t, "")
	e, _ := parts(t)
	if diff := cmp.Diff(e.Categories(), []int{3, 7}); diff != "" {
		t.Errorf("categories: got, want: %s", diff)
	}
	form, categories := "Closed", []uint8{2, 6}
	got := e.Encode(e.NewWork(), []string{form}, categories, []network.Sequence{{Length: 1}}).Input
	if diff := cmp.Diff(got, inputByHand(file, form, categories)); diff != "" {
		t.Errorf("got, want: %s", diff)
	}
}

// inputByHand returns the input of a form whose vector and learned word are known.
func inputByHand(f *network.File, form string, categories []uint8) []int16 {
	words := network.Words{Buckets: 50, Learned: map[string]int32{"closed": 2}, Vectors: vectors.Rows}
	features := make([]uint32, network.FeatureCount)
	word, vector := words.Features(features, form)
	var row []int16
	for _, b := range vectors.Numbers[vector*vectorWidth:][:vectorWidth] {
		row = append(row, int16(int8(b))*(network.PerInput/network.PerVector))
	}
	add := func(name string, number int) {
		values, columns := f.Int16(name)
		row = append(row, values[number*columns:(number+1)*columns]...)
	}
	add("learned", int(word)+1)
	for _, feature := range features {
		add("hashed", int(feature))
	}
	for i, category := range categories {
		add(network.CategoryName(i+1), int(category))
	}
	weights, columns := f.Int16("input weights")
	scale, bias := f.Float32("input scale"), f.Float32("input bias")
	numbers, out := make([]float32, inputs), make([]int16, inputs)
	for o := range numbers {
		sum := int32(0)
		for i, x := range row {
			sum += int32(x) * int32(weights[o*columns+i])
		}
		scaled := float32(sum) * scale[o]
		numbers[o] = scaled + bias[o]
	}
	return network.Squeeze(out, numbers)
}

// TestMemoryIsBounded meets more forms than are kept, and the first ones again.
func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	e, _ := parts(t)
	w := e.NewWork()
	first := []string{"port", "closed", "x"}
	encode := func(forms []string) []int16 {
		categories := make([]uint8, 2*len(forms))
		return slices.Clone(e.Encode(w, forms, categories, []network.Sequence{{Length: len(forms)}}).Input)
	}
	want := encode(first)
	for i := range 40 {
		forms := make([]string, 1000)
		for j := range forms {
			forms[j] = string(rune('一' + 1000*(i%20) + j))
		}
		encode(forms)
	}
	if diff := cmp.Diff(encode(first), want); diff != "" {
		t.Errorf("after many others, before: %s", diff)
	}
}

func TestEncodeTakesNoMemory(t *testing.T) {
	e, tagger := parts(t)
	w := e.NewWork()
	forms, categories := strings.Fields("the harbour closed"), []uint8{1, 2, 0, 6, 2, 0}
	sequences := []network.Sequence{{First: 0, Length: 1}, {First: 1, Length: 2}}
	scores := make([]float32, len(forms)*tagger.Labels())
	got := testing.AllocsPerRun(50, func() { tagger.Score(w, scores, e.Encode(w, forms, categories, sequences)) })
	if got != 0 {
		t.Errorf("got %v allocations, want none", got)
	}
}

// TestUnsoundNetworks makes each section too wide in turn: what does not fit together is an error and no panic.
func TestUnsoundNetworks(t *testing.T) {
	t.Parallel()
	_, sections := lottery(t, "")
	for _, wider := range sections {
		file, _ := lottery(t, wider)
		if err := unsound(file, vectors); err == nil {
			t.Errorf("with %q too wide: got no error", wider)
		}
	}
	file, _ := lottery(t, "")
	if err := unsound(file, &network.Vectors{Rows: map[string]int32{}, Width: 1}); err == nil || !strings.Contains(err.Error(), `"input"`) {
		t.Errorf("other vectors: got error %v, want one of the input layer", err)
	}
	if err := unsound(read(t, new(network.Writer).File()), vectors); err == nil || !strings.Contains(err.Error(), `"input"`) {
		t.Errorf("no sections: got error %v, want one of the input layer", err)
	}
}

func unsound(file *network.File, vectors *network.Vectors) error {
	r := &network.LayerReader{File: file}
	r.Tagger(r.Encoder(vectors))
	return r.Err
}
