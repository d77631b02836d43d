// Program train makes the model of package stance: see README.md beside it for what it learns from and what each road
// has brought.
//
//	go run ./stance/train
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/stance"
)

// english is how the network that ships is trained. The numbers were chosen by parts that were not learned from, see
// README.md.
var english = plan{
	Plan: learn.Plan{
		Dropouts: learn.Dropouts{Input: 0.2, Hidden: 0.35, Words: 0.3, Vectors: 0.05},
		Epochs:   12, Batch: 1000, Shards: 2, Rate: 2e-3, Average: 0.995, Seed: 1,
	},
	Sizes: learn.Sizes{
		Learned: 32, Hashed: 4, Buckets: 1 << 12, Categories: categories(),
		Width: 96, Hidden: 96, Layers: 1, Tagger: 64,
	},
}

// categoryWidth is the width of the vector learned for each value of a category.
const categoryWidth = 8

func categories() []learn.Category {
	var out []learn.Category
	for _, values := range stance.Categories() {
		out = append(out, learn.Category{Values: values, Width: categoryWidth})
	}
	return out
}

func main() {
	bench := flag.String("bench", "../shared/bench", "the folder of the benches, with stance")
	out := flag.String("out", "stance/english.network", "where to write the network")
	part := flag.Int("part", stance.Measured, "the part of the sentences that is not learned from")
	flag.Parse()
	if err := run(filepath.Join(*bench, "stance", "newsmtsc-train.jsonl"), *out, *part); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// run trains the network that ships.
func run(from, to string, part int) error {
	vectors, err := network.EnglishVectors()
	if err != nil {
		return err
	}
	samples, err := read(from)
	if err != nil {
		return err
	}
	s := newSchool(vectors, samples, part, english.Buckets, os.Stdout)
	return os.WriteFile(to, s.teach(english), 0o644)
}
