// Program train learns the weights of package claim from claims and accounts whose relations people have told: see
// README.md beside it.
//
//	go run ./claim/train
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	bench := flag.String("bench", "../shared/bench", "the folder of the benches, with claims/emergent-dev.jsonl")
	out := flag.String("out", "claim/data/weights.txt", "where to write the weights")
	flag.Parse()
	if err := train(context.Background(), *bench, *out); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func train(ctx context.Context, bench, out string) error {
	examples, err := readExamples(ctx, filepath.Join(bench, "claims", "emergent-dev.jsonl"))
	if err != nil {
		return err
	}
	return writeWeights(out, fit(examples))
}

const weightsHead = `# How much what is seen when an account is set beside a claim speaks for each relation. Made by
# claim/train from the development part of Emergent (Ferreira and Vlachos, NAACL 2016; MIT licence, copyright 2017
# An Thanh Nguyen); not to be changed by hand. "word x" is the word x of an account where the claim does not have it.
# feature | for | against | observing
`

// writeWeights writes what package claim reads, in the order of the features.
func writeWeights(path string, w weights) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	to := bufio.NewWriter(file)
	to.WriteString(weightsHead)
	for _, name := range slices.Sorted(maps.Keys(w)) {
		fmt.Fprintf(to, "%s | %.2f | %.2f | %.2f\n", name, w[name][0], w[name][1], w[name][2])
	}
	return to.Flush()
}
