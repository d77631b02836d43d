package network

import "slices"

// A memory keeps the inputs of the recurrent layers for the forms met last, each with its categories: of the words of the
// benches' speed text, 88 in 100 have been met before. What it holds changes the time that a text takes and nothing else.
type memory struct {
	places map[string]int // by form and categories
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

// inputs returns the inputs of the recurrent layers for tokens, a row each.
func (e *Encoder) inputs(w *Work, forms []string, categories []uint8) []int16 {
	m, width, each := w.memory, e.table.width(), len(e.table.categories)
	m.reserve(len(forms))
	first := len(m.places)
	places := Resize(&w.places, len(forms))
	w.rows = w.rows[:0]
	for i, form := range forms {
		own := categories[i*each : (i+1)*each]
		w.key = append(append(w.key[:0], form...), own...)
		place, found := m.places[string(w.key)]
		if !found {
			place = len(m.places)
			m.places[string(w.key)] = place
			w.rows = slices.Grow(w.rows, width)[:len(w.rows)+width]
			e.table.row(w.rows[len(w.rows)-width:], form, own)
		}
		places[i] = place
	}
	m.add(e.input.Squeeze(w, w.rows, len(m.places)-first))
	x := Resize(&w.x, len(places)*m.width)
	for i, place := range places {
		copy(x[i*m.width:], m.rows[place*m.width:(place+1)*m.width])
	}
	return x
}
