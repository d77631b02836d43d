// Program train makes compare/point/data/contrast.txt: how much each sign says of two sentences that speak of one thing.
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
	"slices"
	"strings"

	"rashomon/compare/point"
	"rashomon/logistic"
)

const (
	output  = "compare/point/data/contrast.txt"
	heading = `# How much each sign adds to the logarithm of the odds that two sentences which speak of one thing contradict each other.
# Made by compare/point/train from compare/testdata/cases and paraphrased, examples/dam and coref/ecb+-train.
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
	return write(learn(lessons, unlike))
}

// learn returns the weights of the signs, from cases and from examples of what is no contradiction.
func learn(lessons []*lesson, unlike []logistic.Example) []float64 {
	examples := slices.Clone(unlike)
	for _, lesson := range lessons {
		examples = append(examples, lesson.examples()...)
	}
	return logistic.Learn(examples, len(point.SignNames))
}

func write(weights []float64) error {
	var out strings.Builder
	out.WriteString(heading)
	for i, name := range point.SignNames {
		fmt.Fprintf(&out, "%s | %.3f\n", name, weights[i])
	}
	return os.WriteFile(output, []byte(out.String()), 0o644)
}
