// Program train makes link/happening/pair/data/trees.txt and coarse.txt: what tells whether two events are the same, in the fine
// grain and in the coarse. Run it in the root of the repository:
//
//	go run ./link/happening/train ../shared/bench/coref/ecb+-train.jsonl
//
//	go run ./link/happening/train -coarse ../shared/bench/coref/ecb+-train.jsonl \
//		examples/dam compare/testdata/cases/{water,hijack,frontier,mine}
//
// The coarse grain looks at the fine one, so it is learnt after that, by a second run. The examples are pairs of events that are like
// enough to be compared at all (pair.Comparable): see sampler. The file holds news on 25 topics, marked by Cybulska and Vossen (ECB+,
// LREC 2014; CC BY 3.0); the trees keep numbers of it and no text. The coarse grain is learnt from stories of our own
// (link/happening/train/stories), from invented cases with a key and from the same file: see coarse.go. How well it does on a case that
// it has not learnt from is told by -exam with one case more: see exam.go. The same files give the same trees.
package main

import (
	"bufio"
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"slices"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/happening/coreference"
	"rashomon/link/happening/pair"
	"rashomon/link/happening/train/boost"
	"rashomon/link/party"
	"rashomon/reader"
	"rashomon/source"
)

// learner was set by what the trees reached on coref/ecb+-dev and coref/meantime-dev.
var learner = boost.Learner{Trees: 300, Depth: pair.Depth, Rate: 0.1, LeastLeaf: 10, Ridge: 5, Examples: 0.5, Features: 0.3}

const (
	output  = "link/happening/pair/data/trees.txt"
	heading = `# What tells whether two events are the same: gradient-boosted trees, whose values sum up to the logarithm of the odds.
# Made by link/happening/train from coref/ecb+-train.
# tree | way to the node: behind "*", "<" for below and ">" for not below each threshold before | feature | threshold, or value
`
)

func main() {
	log.SetFlags(0)
	coarseOnly := flag.Bool("coarse", false, "make the trees of the coarse grain alone, for the trees that stand")
	exam := flag.String("exam", "", "with -coarse: tell the B-cubed F1 of each case, and of this one, after learning from the others")
	flag.Parse()
	if flag.NArg() < 1 {
		log.Fatal("usage: train FILE.jsonl, or train -coarse [-exam CASE] FILE.jsonl CASE...")
	}
	if err := train(flag.Arg(0), *coarseOnly, flag.Args()[1:], *exam); err != nil {
		log.Fatal(err)
	}
}

func train(path string, coarseOnly bool, folders []string, exam string) error {
	told, err := read(path)
	switch {
	case err != nil:
		return err
	case coarseOnly:
		return coarse(told, folders, exam)
	}
	examples, err := examplesOf(told)
	if err != nil {
		return err
	}
	log.Printf("%d documents, %d examples", len(told), len(examples))
	return write(output, heading, func(w io.Writer) error { return pair.Write(w, learner.Learn(examples)) })
}

// coarse learns the coarse grain or, where there is an exam, tells how well that goes.
func coarse(corpus []marked, folders []string, exam string) error {
	cases, err := readCases(folders)
	if err != nil {
		return err
	}
	if exam != "" {
		return examine(corpus, cases, exam)
	}
	return trainCoarse(corpus, cases)
}

func write(path, heading string, content func(io.Writer) error) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	fmt.Fprint(out, heading)
	if err := content(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// marked is a document with the cluster of each event.
type marked struct {
	*digest.Digest
	name     string // id of the line, or story and account
	clusters []string
}

func read(path string) ([]marked, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var told []marked
	reader := reader.New()
	for line, err := range coreference.Read(path, file) {
		if err != nil {
			return nil, err
		}
		doc, err := source.Parse(line.Original)
		if err != nil {
			return nil, err
		}
		if err := reader.Read(context.Background(), doc); err != nil {
			return nil, err
		}
		if len(doc.Tokens) == 0 {
			return nil, fmt.Errorf("%s: its text is not English", line.ID)
		}
		m := marked{Digest: digest.OfGiven(doc, line.Extents()), name: line.ID}
		for _, mention := range line.Mentions {
			m.clusters = append(m.clusters, mention.Cluster)
		}
		told = append(told, m)
	}
	slices.SortFunc(told, func(a, b marked) int { return cmp.Compare(a.Document, b.Document) })
	return told, nil
}

// A sampler takes examples: all pairs that are the same and, of the others, fewer where there are more of them than need be.
type sampler struct {
	words    *pair.Words
	examples []boost.Example
	passed   map[int]int // of each share of pairs that are taken: how many were met
}

// Of pairs that are not the same, one in farShare is learnt from where the documents are little alike, and one in otherShare
// where they would not be compared at all. Those of the first kind weigh as much as all that they stand for.
const (
	farCosine  = 0.15
	farShare   = 8
	otherShare = 300
)

func examplesOf(told []marked) ([]boost.Example, error) {
	words, err := pair.NewWords()
	if err != nil {
		return nil, err
	}
	s := sampler{words: words, passed: map[int]int{}}
	accounts := accountsOf(words, told)
	for a := range told {
		for b := a; b < len(told); b++ {
			s.add(words.Documents(accounts[a], accounts[b]), told[a].clusters, told[b].clusters, a == b)
		}
	}
	return s.examples, nil
}

func (s *sampler) add(documents pair.Documents, first, second []string, one bool) {
	share, weight := 1, 1.0
	switch {
	case !s.words.Related(documents):
		share = otherShare
	case documents.Cosine() < farCosine:
		share, weight = farShare, farShare
	}
	for i := range first {
		start := 0
		if one {
			start = i + 1
		}
		for j := start; j < len(second); j++ {
			same := first[i] == second[j]
			if !same {
				if s.passed[share]++; s.passed[share]%share != 0 {
					continue
				}
			}
			if s.words.Comparable(documents, i, j) {
				example := boost.Example{Features: s.words.Features(documents, i, j), Same: same, Weight: 1}
				if !same {
					example.Weight = weight
				}
				s.examples = append(s.examples, example)
			}
		}
	}
}

func accountsOf(words *pair.Words, told []marked) []*pair.Account {
	var digests []*digest.Digest
	for _, m := range told {
		digests = append(digests, m.Digest)
	}
	partyOf := map[rashomon.Element]int32{}
	for number, party := range party.Link(digests) {
		for _, entity := range party.Entities {
			partyOf[entity] = int32(number)
		}
	}
	accounts := make([]*pair.Account, len(told))
	for n, d := range digests {
		parties := make([]int32, len(d.Entities))
		for i := range parties {
			parties[i] = partyOf[rashomon.Element{Document: d.Document, Index: i}]
		}
		accounts[n] = words.NewAccount(d, parties)
	}
	return accounts
}
