package network

import (
	_ "embed"
	"fmt"
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
