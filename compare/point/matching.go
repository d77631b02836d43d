package point

import (
	"math"
	"slices"

	"rashomon/network/matrix"
)

// Two documents have thousands of pairs of tellings, of a few hundred words that are told again and again. So how near their
// words are in meaning is found out once for the two, for all of them at once; and with it how well each telling of the one
// holds each word of the other.

// A vocabulary is the words that the tellings of a shelf hold, each once.
type vocabulary struct {
	tellings int
	words    []*word         // sorted
	holders  [][]int32       // of each word: the numbers of the tellings that hold it
	rows     []int16         // the vectors of the words, one after the other
	weights  *matrix.Weights // the same, to be multiplied with rows
	lengths  []float64       // of the vectors, and infinite where a word is near no other by its vector
	kin      []uint64        // of the words, and 0 where a word is near no other by its families
}

// newVocabulary numbers tellings, and their keys.
func newVocabulary(tellings []*telling) *vocabulary {
	v := &vocabulary{tellings: len(tellings)}
	for _, t := range tellings {
		v.words = append(v.words, t.keys...)
	}
	v.words = slices.Clip(sortedWords(v.words))
	v.holders = make([][]int32, len(v.words))
	for number, t := range tellings {
		t.number, t.numbers = number, make([]int32, len(t.keys))
		for i, key := range t.keys {
			at, _ := slices.BinarySearchFunc(v.words, key, compareWords)
			t.numbers[i] = int32(at)
			if key.text == t.coreWord.text {
				t.coreNumber = int32(at)
			}
			v.holders[at] = append(v.holders[at], int32(number))
		}
	}
	v.lay(words().vectors.Width)
	return v
}

// lay lays out what is known of the words.
func (v *vocabulary) lay(width int) {
	v.rows, v.lengths, v.kin = make([]int16, len(v.words)*width), make([]float64, len(v.words)), make([]uint64, len(v.words))
	for i, w := range v.words {
		for j, x := range w.vector {
			v.rows[i*width+j] = int16(int8(x))
		}
		if v.lengths[i] = math.Inf(1); !w.numeral {
			v.kin[i] = w.kin
			if w.length > 0 {
				v.lengths[i] = w.length
			}
		}
	}
	v.weights = matrix.Pack(v.rows, len(v.words), width)
}

// A matching tells of the tellings of two shelves how well they hold each other's words.
type matching struct {
	a, b     *vocabulary
	twins    []int32      // of each word of a: the same one of b, or -1
	products []int32      // of the vectors of each word of a and each of b
	fits     [2][]float64 // how well each telling of b holds each word of a, a row for each word; and each of a those of b
	meant    []int8       // of each word of a and each of b: 1 if they mean alike, -1 if not, 0 where nobody asked
	shared   []*word      // the words of likenesses, one after the other
	found    set          // of candidates
	lines    alignment
}

// set makes the matching one of two shelves. What it told of those before is no more.
func (m *matching) set(a, b *vocabulary) {
	m.a, m.b, m.shared = a, b, m.shared[:0]
	m.findTwins()
	m.products = slices.Grow(m.products[:0], len(a.words)*len(b.words))[:len(a.words)*len(b.words)]
	b.weights.Product(m.products, a.rows, len(a.words))
	m.meant = slices.Grow(m.meant[:0], len(m.products))[:len(m.products)]
	clear(m.meant)
	for i, size := range [...]int{len(a.words) * b.tellings, len(b.words) * a.tellings} {
		m.fits[i] = slices.Grow(m.fits[i][:0], size)[:size]
		clear(m.fits[i])
	}
	for i, x := range a.words {
		if same := m.twins[i]; same >= 0 {
			m.fit(i, int(same), 1)
		}
		least := cosineOf(leastAkin) * a.lengths[i] * nearly
		for j, product := range m.products[i*len(b.words):][:len(b.words)] {
			if float64(product) >= least*b.lengths[j] || a.kin[i]&b.kin[j] != 0 {
				m.fit(i, j, x.akinBy(b.words[j], int(product)))
			}
		}
	}
}

// findTwins finds the words that both vocabularies have.
func (m *matching) findTwins() {
	x, y := m.a.words, m.b.words
	m.twins = slices.Grow(m.twins[:0], len(x))[:len(x)]
	for i, j := 0, 0; i < len(x); i++ {
		order := -1
		for ; j < len(y); j++ {
			if order = compareWords(y[j], x[i]); order >= 0 {
				break
			}
		}
		if m.twins[i] = -1; j < len(y) && order == 0 {
			m.twins[i] = int32(j)
		}
	}
}

// nearly is 1, but for what rounding may take away.
const nearly = 1 - 1e-9

// fit notes how near a word of a and one of b are in meaning.
func (m *matching) fit(i, j int, akin float64) {
	if akin < leastAkin {
		return
	}
	row := m.fits[0][i*m.b.tellings:]
	for _, holder := range m.b.holders[j] {
		row[holder] = max(row[holder], akin)
	}
	row = m.fits[1][j*m.a.tellings:]
	for _, holder := range m.a.holders[i] {
		row[holder] = max(row[holder], akin)
	}
}

// liken does what [liken] does, for a telling of each shelf. Forward tells that the first one is of the first.
func (m *matching) liken(a, b *telling, forward bool) likeness {
	l := likenBy(a, b, func(of, with *telling) likeness { return m.share(of, with, (of == a) == forward) })
	l.predicate, l.matching, l.forward = m.predicateAkin(a, b, forward), m, forward
	return l
}

// predicateAkin does what [telling.predicateAkin] does.
func (m *matching) predicateAkin(a, b *telling, forward bool) float64 {
	if a.isOtherSort(b) {
		return 0
	}
	if !forward {
		a, b = b, a
	}
	return m.akin(a.coreNumber, b.coreNumber)
}

// akin tells how near in meaning a word of the first shelf and one of the second are.
func (m *matching) akin(x, y int32) float64 {
	return m.a.words[x].akinBy(m.b.words[y], int(m.products[int(x)*len(m.b.words)+int(y)]))
}

// meansLike does what [word.meansLike] does, for a word of the first shelf and one of the second.
func (m *matching) meansLike(x, y int32) bool {
	known := &m.meant[int(x)*len(m.b.words)+int(y)]
	if *known == 0 {
		if *known = -1; m.a.words[x].meansLike(m.b.words[y]) {
			*known = 1
		}
	}
	return *known > 0
}

// held tells how well the second of two tellings holds a key of the first.
func (m *matching) held(a, b *telling, key int, forward bool) float64 {
	if forward {
		return m.fits[0][int(a.numbers[key])*m.b.tellings+b.number]
	}
	return m.fits[1][int(a.numbers[key])*m.a.tellings+b.number]
}

// share does what [share] does, for a telling of each shelf. Forward tells that that whose content it is is of the first.
func (m *matching) share(of, with *telling, forward bool) likeness {
	fits, width := m.fits[1], m.a.tellings
	if forward {
		fits, width = m.fits[0], m.b.tellings
	}
	from := len(m.shared)
	l := shareBy(of, m.shared, func(i int) float64 { return fits[int(of.numbers[i])*width+with.number] })
	m.shared = l.shared
	l.shared = l.shared[from:len(l.shared):len(l.shared)]
	return l
}

// mayDeny reports whether a rule may find something between a telling of the first shelf and one of the second, of which one tells
// something as not so: their predicates are alike, or it is of those that are denied by any other predicate, or both tell for whom it
// goes well or ill.
func (m *matching) mayDeny(a, b *telling) bool {
	if m.fits[0][int(a.coreNumber)*m.b.tellings+b.number] >= sameDeedFrom || a.denied && a.traits.ofThings || b.denied && b.traits.ofThings {
		return true
	}
	_, told := a.upper()
	_, toldToo := b.upper()
	return told && toldToo
}
