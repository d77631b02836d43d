package syntax

import (
	"fmt"
	"slices"
	"strings"

	"rashomon/syntax/model"
)

// A table holds what the network knows of a word before it reads on: the row of numbers that its form becomes.
type table struct {
	words   Words
	vectors []byte // pretrained: 8-bit numbers in units of 1/perVector
	learned []int16
	hashed  []int16
	widths  struct{ vector, learned, hashed int }
}

// The units of the tables. The learned ones have that of the whole row, in which numbers up to four can be said: none of
// those learned so far is beyond 2.2.
const (
	PerVector = 32
	PerInput  = 512
)

func readTable(network, vectors *model.File) (*table, error) {
	t := &table{words: Words{Learned: index(network.Strings("words")), Vectors: index(vectors.Strings("words"))}}
	t.vectors, t.widths.vector = vectors.Bytes("vectors")
	t.learned, t.widths.learned = network.Int16("learned")
	t.hashed, t.widths.hashed = network.Int16("hashed")
	switch {
	case t.widths.learned == 0 || t.widths.hashed == 0 || t.widths.vector == 0:
		return nil, fmt.Errorf("a table is missing")
	case len(t.vectors) != len(t.words.Vectors)*t.widths.vector, len(t.learned) != (len(t.words.Learned)+1)*t.widths.learned:
		return nil, fmt.Errorf("tables and words differ in number")
	}
	t.words.Buckets = uint32(len(t.hashed) / t.widths.hashed)
	return t, nil
}

// index numbers words by their place.
func index(words []string) map[string]int32 {
	numbers := make(map[string]int32, len(words))
	for i, word := range words {
		numbers[word] = int32(i)
	}
	return numbers
}

// width is the length of a row.
func (t *table) width() int { return t.widths.vector + t.widths.learned + FeatureCount*t.widths.hashed }

// row writes what a form becomes. The first row of learned is that of words not known.
func (t *table) row(dst []int16, form string) {
	var features [FeatureCount]uint32
	word, vector := t.words.Features(features[:], form)
	n := t.widths.vector
	clear(dst[:n])
	if vector != NoRow {
		for i, b := range t.vectors[int(vector)*n : (int(vector)+1)*n] {
			dst[i] = int16(int8(b)) * (PerInput / PerVector)
		}
	}
	dst = dst[n:]
	n = t.widths.learned
	copy(dst, t.learned[int(word+1)*n:int(word+2)*n])
	dst = dst[n:]
	n = t.widths.hashed
	for _, bucket := range features {
		copy(dst, t.hashed[int(bucket)*n:int(bucket+1)*n])
		dst = dst[n:]
	}
}

// A memory keeps the inputs of the recurrent layers for the forms met last: of the words of the benches' speed text, 88 in
// 100 have been met before. What it holds changes the time that a text takes and nothing else.
type memory struct {
	places map[string]int
	rows   []int16
	width  int
}

// memorySize is the number of forms kept: 6 MB of rows of 192 units.
const memorySize = 1 << 14

func newMemory(width int) *memory {
	return &memory{places: map[string]int{}, width: width}
}

// reserve makes room for so many new forms.
func (m *memory) reserve(forms int) {
	if len(m.places)+forms > memorySize {
		clear(m.places)
		m.rows = m.rows[:0]
	}
}

func (m *memory) add(rows []int16) { m.rows = append(m.rows, rows...) }

// inputs returns the inputs of the recurrent layers for the forms of a chunk, a row each.
func (p *Parser) inputs(w *work) []int16 {
	m, width := w.memory, p.table.width()
	m.reserve(len(w.forms))
	first := len(m.places)
	places := resize(&w.places, len(w.forms))
	w.rows = w.rows[:0]
	for i, form := range w.forms {
		place, found := m.places[form]
		if !found {
			place = len(m.places)
			m.places[strings.Clone(form)] = place
			w.rows = slices.Grow(w.rows, width)[:len(w.rows)+width]
			p.table.row(w.rows[len(w.rows)-width:], form)
		}
		places[i] = place
	}
	m.add(p.network.input.squeezed(w, w.rows, len(m.places)-first))
	x := resize(&w.x, len(places)*m.width)
	for i, place := range places {
		copy(x[i*m.width:], m.rows[place*m.width:(place+1)*m.width])
	}
	return x
}
