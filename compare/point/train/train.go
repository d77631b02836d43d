// Program train makes compare/point/data/contrast.txt and likeness.txt: how much each sign says of two sentences that speak of one
// thing, whether they contradict each other and whether they say the same.
// Run it in the root of the repository:
//
//	go run ./compare/point/train ../shared/bench/coref/ecb+-train.jsonl compare/testdata/cases/* \
//		compare/testdata/paraphrased/[a-z]* examples/dam
//
// What is learnt from are our own invented cases with their answer keys, pairs of sentences on which a key has a difference against
// all others that speak of one thing, and news on the same topics, which seldom contradict each other: see news. The same texts give the same
// weights.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rashomon/compare/point"
	"rashomon/logistic"
)

// What is learnt: the file, and what its weights tell of two sentences that speak of one thing.
const (
	contrast = "contrast"
	likeness = "likeness"
	heading  = `# How much each sign adds to the logarithm of the odds that two sentences which speak of one thing %s.
# Made by compare/point/train from %s.
# sign | weight
`
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: train NEWS.jsonl FOLDER...")
	}
	if err := train(os.Args[1], os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}

func train(path string, folders []string) error {
	var lessons []*lesson
	for _, folder := range folders {
		lesson, err := read(folder)
		if err != nil {
			return err
		}
		lessons = append(lessons, lesson)
	}
	unlike, err := news(path)
	if err != nil {
		return err
	}
	if err := write(contrast, "contradict each other", cases+" and coref/ecb+-train", contrasting(lessons, unlike)); err != nil {
		return err
	}
	return write(likeness, "say the same", cases, agreeing(lessons))
}

// cases are our own.
const cases = "compare/testdata/cases and paraphrased, examples/dam"

// contrasting returns the weights of the signs that two sentences contradict each other, from cases and from examples of what is no
// contradiction.
func contrasting(lessons []*lesson, unlike []logistic.Example) []float64 {
	examples := slices.Clone(unlike)
	for _, lesson := range lessons {
		examples = append(examples, lesson.examples(point.ContrastSigns, lesson.differing)...)
	}
	return logistic.Learn(examples, point.ContrastSigns)
}

// agreeing returns the weights of the signs that two sentences say the same.
func agreeing(lessons []*lesson) []float64 {
	var examples []logistic.Example
	for _, lesson := range lessons {
		examples = append(examples, lesson.examples(len(point.SignNames), lesson.agreeing)...)
	}
	return logistic.Learn(examples, len(point.SignNames))
}

func write(name, says, sources string, weights []float64) error {
	var out strings.Builder
	fmt.Fprintf(&out, heading, says, sources)
	for i, weight := range weights {
		fmt.Fprintf(&out, "%s | %.3f\n", point.SignNames[i], weight)
	}
	return os.WriteFile(filepath.Join("compare/point/data", name+".txt"), []byte(out.String()), 0o644)
}
