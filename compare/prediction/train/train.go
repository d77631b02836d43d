// Program train makes compare/prediction/data/odds.txt: how much each sign says of a clause that may tell what came of
// something that was foretold. Run it in the root of the repository:
//
//	go run ./compare/prediction/train ../shared/bench/coref/ecb+-train.jsonl compare/testdata/cases/* \
//		compare/testdata/paraphrased/[a-z]* examples/dam
//
// What is learnt from are our own invented cases with their answer keys, and news: see news. The same texts give the same
// weights.
package main

import (
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"rashomon/compare/prediction"
	"rashomon/logistic"
)

const (
	output  = "compare/prediction/data/odds.txt"
	heading = `# How much each sign adds to the logarithm of the odds that a clause tells what came of something foretold (told) and, of one
# that does, that it failed (failed). Made by compare/prediction/train from compare/testdata/cases and paraphrased, examples/dam
# and coref/ecb+-train.
# question | sign | weight
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
		l, err := read(folder)
		if err != nil {
			return err
		}
		lessons = append(lessons, l)
	}
	unlike, err := news(path)
	if err != nil {
		return err
	}
	return write(learn(lessons, unlike))
}

// learn returns the weights of the signs of both questions, from cases and from examples of what does not tell what came.
func learn(lessons []*lesson, unlike []logistic.Example) *prediction.Weights {
	told, failed := slices.Clone(unlike), []logistic.Example{}
	for _, l := range lessons {
		t, f := l.examples()
		told, failed = append(told, t...), append(failed, f...)
	}
	return &prediction.Weights{
		Told:   logistic.Learn(told, len(prediction.ToldNames)),
		Failed: logistic.Learn(failed, len(prediction.FailedNames)),
	}
}

func write(weights *prediction.Weights) error {
	var out strings.Builder
	out.WriteString(heading)
	for i, name := range prediction.ToldNames {
		fmt.Fprintf(&out, "told | %s | %.3f\n", name, weights.Told[i])
	}
	for i, name := range prediction.FailedNames {
		fmt.Fprintf(&out, "failed | %s | %.3f\n", name, weights.Failed[i])
	}
	return os.WriteFile(output, []byte(out.String()), 0o644)
}
