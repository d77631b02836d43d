package network

import (
	_ "embed"
	"fmt"
	"math"
	"sync"
)

// Vectors are pretrained vectors of words: what is known of a word from the company that it keeps in much plain text.
type Vectors struct {
	Rows    map[string]int32 // by NormalForm
	Numbers []byte           // 8-bit numbers in units of 1/PerVector, a row for each word
	Width   int
}

// PerVector is what stands for 1, the standard deviation of all numbers, in pretrained vectors.
const PerVector = 32

//go:embed english.vectors
var english []byte

// EnglishVectors returns the vectors that ship, made by network/learn. They are loaded once for all networks. The error is
// that of a damaged binary.
var EnglishVectors = sync.OnceValues(loadEnglish)

func loadEnglish() (*Vectors, error) {
	f, err := Read("english.vectors", english)
	if err != nil {
		return nil, err
	}
	return ReadVectors(f)
}

// ReadVectors returns the vectors of a file: a list "words" and a table "vectors".
func ReadVectors(f *File) (*Vectors, error) {
	v := &Vectors{Rows: index(f.Strings("words"))}
	v.Numbers, v.Width = f.Bytes("vectors")
	if v.Width == 0 || len(v.Numbers) != len(v.Rows)*v.Width {
		return nil, fmt.Errorf("words and their vectors differ in number")
	}
	return v, nil
}

// Rank returns the place of a word among all words of the vectors by how often it is used, 0 for the most frequent, and
// false for a word that they do not have.
func (v *Vectors) Rank(word string) (int, bool) {
	row, known := v.Rows[NormalForm(word)]
	return int(row), known
}

// Rarity tells how much it says that a text holds a word, from 0 to 1: the rarer in English, the more.
func (v *Vectors) Rarity(word string) float64 {
	switch rank, known := v.Rank(word); {
	case !known:
		return 1
	case rank < commonWords:
		return 0.3
	case rank < usualWords:
		return UsualRarity
	}
	return 0.9
}

// commonWords and usualWords part the words of English by how often they are used.
const (
	commonWords = 500
	usualWords  = 3000
)

// UsualRarity is the rarity of a word that is usual, though not common.
const UsualRarity = 0.6

// Similarity returns the cosine between the vectors of two words, from -1 to 1, and 0 where one of them has none. Words
// of one kind ("rifle", "firearm") have 0.5 and more, and so have opposites ("open", "close").
func (v *Vectors) Similarity(a, b string) float64 {
	x, known := v.Rows[NormalForm(a)]
	y, both := v.Rows[NormalForm(b)]
	if !known || !both {
		return 0
	}
	return cosine(v.row(x), v.row(y))
}

// Vector returns the vector of a word in units of 1/[PerVector], signed, or nil where there is none. It must not be changed.
func (v *Vectors) Vector(word string) []byte {
	if row, known := v.Rows[NormalForm(word)]; known {
		return v.row(row)
	}
	return nil
}

func (v *Vectors) row(i int32) []byte { return v.Numbers[int(i)*v.Width:][:v.Width] }

func cosine(x, y []byte) float64 {
	var product, squareX, squareY int
	for i := range x {
		a, b := int(int8(x[i])), int(int8(y[i]))
		product, squareX, squareY = product+a*b, squareX+a*a, squareY+b*b
	}
	if squareX == 0 || squareY == 0 {
		return 0
	}
	return float64(product) / math.Sqrt(float64(squareX)*float64(squareY))
}
