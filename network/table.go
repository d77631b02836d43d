package network

import "fmt"

// A table holds what the network knows of a token before it reads on: the row of numbers that its form and its
// categories become.
type table struct {
	words      Words
	vectors    *Vectors
	learned    []int16
	hashed     []int16
	categories []category
	widths     struct{ learned, hashed int }
}

// A category is a learned row of numbers for every value of one thing that is known of a token beside its form.
type category struct {
	rows  []int16
	width int
}

// PerInput is the unit of the learned numbers and of the whole row, in which numbers up to four can be said: none of
// those learned so far is beyond 2.2.
const PerInput = 512

// CategoryName returns the name of a table of categories, which are numbered from 1.
func CategoryName(number int) string { return fmt.Sprintf("category %d", number) }

func readTable(f *File, vectors *Vectors) (*table, error) {
	t := &table{words: Words{Learned: index(f.Strings("words")), Vectors: vectors.Rows}, vectors: vectors}
	t.learned, t.widths.learned = f.Int16("learned")
	t.hashed, t.widths.hashed = f.Int16("hashed")
	switch {
	case t.widths.learned == 0 || len(t.hashed) < t.widths.hashed || t.widths.hashed == 0:
		return nil, fmt.Errorf("a table is missing")
	case len(t.learned) != (len(t.words.Learned)+1)*t.widths.learned:
		return nil, fmt.Errorf("tables and words differ in number")
	}
	t.words.Buckets = uint32(len(t.hashed) / t.widths.hashed)
	for i := 1; f.Has(CategoryName(i)); i++ {
		rows, width := f.Int16(CategoryName(i))
		if width == 0 || len(rows) == 0 || len(rows)%width != 0 {
			return nil, fmt.Errorf("the table %q is not whole", CategoryName(i))
		}
		t.categories = append(t.categories, category{rows, width})
	}
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
func (t *table) width() int {
	width := t.vectors.Width + t.widths.learned + FeatureCount*t.widths.hashed
	for _, c := range t.categories {
		width += c.width
	}
	return width
}

// row writes what a form and its categories become. The first row of learned is that of words not known.
func (t *table) row(dst []int16, form string, categories []uint8) {
	var features [FeatureCount]uint32
	word, vector := t.words.Features(features[:], form)
	n := t.vectors.Width
	clear(dst[:n])
	if vector != NoRow {
		for i, b := range t.vectors.Numbers[int(vector)*n : (int(vector)+1)*n] {
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
	for i, c := range t.categories {
		copy(dst, c.rows[int(categories[i])*c.width:(int(categories[i])+1)*c.width])
		dst = dst[c.width:]
	}
}
