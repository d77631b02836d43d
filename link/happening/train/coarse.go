package main

import (
	"context"
	"io"
	"log"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/happening/pair"
	"rashomon/link/happening/train/boost"
	"rashomon/link/happening/train/stories"
	"rashomon/reader"
)

const (
	coarseOutput  = "link/happening/pair/data/coarse.txt"
	coarseHeading = `# What tells whether two events are one happening in the coarse grain, by which a happening is one with what it does to people and
# things: gradient-boosted trees, whose values sum up to the logarithm of the odds.
# Made by link/happening/train -coarse from link/happening/train/stories, compare/testdata/cases, examples/dam and coref/ecb+-train.
# tree | way to the node: behind "*", "<" for below and ">" for not below each threshold before | feature | threshold, or value
`
)

// What the corpus has as the same is the same in the coarse grain too; what it has as different there may be one, unless it is of
// another story. One in unlikeShare of such pairs is learnt from and weighs as much as all that it stands for. The corpus has
// many times the pairs that the stories have, and tells less of the coarse grain.
const (
	corpusWeight = 0.02
	unlikeShare  = 16

	// unmarkedWeight is the weight of pairs with an event that no key marks: hardly one of a happening that is marked with other words,
	// or of another that is not.
	unmarkedWeight = 0.3
)

// coarseLearner was set by leaving out one case at a time.
var coarseLearner = boost.Learner{Trees: 200, Depth: pair.Depth, Rate: 0.05, LeastLeaf: 10, Ridge: 5, Examples: 0.5, Features: 0.3}

// trainCoarse learns the trees of the coarse grain from the stories, from cases and from a corpus of the fine grain.
func trainCoarse(corpus []marked, cases []invented) error {
	examples, err := commonExamples(corpus)
	if err != nil {
		return err
	}
	for _, c := range cases {
		more, err := storyExamples(c.told())
		if err != nil {
			return err
		}
		examples = append(examples, more...)
	}
	log.Printf("%d examples", len(examples))
	return write(coarseOutput, coarseHeading, func(w io.Writer) error { return pair.Write(w, coarseLearner.Learn(examples)) })
}

// commonExamples returns the examples of the stories and of a corpus.
func commonExamples(corpus []marked) ([]boost.Example, error) {
	own, err := readStories()
	if err != nil {
		return nil, err
	}
	examples, err := storyExamples(own)
	if err != nil {
		return nil, err
	}
	passed := 0
	more, err := coarseExamples(corpus, func(a, b marked, same bool) float64 {
		if same {
			return corpusWeight
		}
		if storyOf(a) == storyOf(b) {
			return 0
		}
		if passed++; passed%unlikeShare != 0 {
			return 0
		}
		return corpusWeight * unlikeShare
	})
	return append(examples, more...), err
}

// storyExamples returns the examples of accounts of one story or of several.
func storyExamples(told []marked) ([]boost.Example, error) {
	return coarseExamples(told, func(a, b marked, same bool) float64 {
		if storyOf(a) != storyOf(b) {
			return 0
		}
		return 1
	})
}

// storyOf returns the story that a document tells: in the corpus a topic with one of its two series of texts, "1ecb".
func storyOf(m marked) string {
	if story, _, found := strings.Cut(m.name, "/"); found && story != "ecb+" {
		return story
	}
	topic, series, _ := strings.Cut(m.name, "_")
	return topic + strings.TrimLeft(series, "0123456789")
}

// readStories returns the stories with all events that are found in them or marked. Those without a mark have no cluster.
func readStories() ([]marked, error) {
	accounts, err := stories.All()
	if err != nil {
		return nil, err
	}
	var told []marked
	for _, account := range accounts {
		doc, marks, err := account.Parse()
		if err != nil {
			return nil, err
		}
		if err := reader.New().Read(context.Background(), doc); err != nil {
			return nil, err
		}
		extents, clusters := withMarks(doc, marks)
		told = append(told, marked{Digest: digest.OfGiven(doc, extents), name: account.Original.Name, clusters: clusters})
	}
	return told, nil
}

// withMarks returns the extents of the events of a document and of marks that no event overlaps, in the order of the text, and the
// happenings that they are of.
func withMarks(doc *rashomon.Document, marks []stories.Mark) (extents []rashomon.Extent, clusters []string) {
	all := slices.Clone(marks)
	for _, event := range doc.Events {
		extent := doc.Extent(event.Trigger)
		at := slices.IndexFunc(all, func(m stories.Mark) bool { return m.Extent.Start < extent.End && extent.Start < m.Extent.End })
		if at < 0 {
			all = append(all, stories.Mark{Extent: extent})
		}
	}
	slices.SortFunc(all, func(a, b stories.Mark) int { return a.Extent.Start - b.Extent.Start })
	for _, m := range all {
		extents, clusters = append(extents, m.Extent), append(clusters, m.Cluster)
	}
	return extents, clusters
}

// coarseExamples returns the pairs of marked events of documents that are related, each with the weight that it is given; those
// of weight 0 are left out.
func coarseExamples(told []marked, weigh func(a, b marked, same bool) float64) ([]boost.Example, error) {
	words, err := pair.NewWords()
	if err != nil {
		return nil, err
	}
	judge, err := pair.NewPupil(words, nil)
	if err != nil {
		return nil, err
	}
	var out []boost.Example
	accounts := accountsOf(words, told)
	for a := range told {
		for b := a; b < len(told); b++ {
			documents := words.Documents(accounts[a], accounts[b])
			if !words.Related(documents) || !words.ShareNames(accounts[a], accounts[b]) {
				continue
			}
			for i, x := range told[a].clusters {
				for j, y := range told[b].clusters {
					if a == b && j <= i || !judge.Comparable(documents, i, j) {
						continue
					}
					weight := weigh(told[a], told[b], x == y && x != "")
					if x == "" || y == "" {
						if judge.SameHead(documents, i, j) {
							continue
						}
						weight *= unmarkedWeight
					}
					if weight > 0 {
						out = append(out, boost.Example{Features: judge.Features(documents, i, j), Same: x == y && x != "", Weight: weight})
					}
				}
			}
		}
	}
	return out, nil
}
