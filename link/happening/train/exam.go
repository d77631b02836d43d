package main

import (
	"fmt"
	"slices"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/happening"
	"rashomon/link/happening/pair"
	"rashomon/link/happening/train/boost"
	"rashomon/link/party"
)

// bCubed returns the precision and recall of the happenings that a judge finds in a case.
func (c invented) bCubed(words *pair.Words, judge *pair.Judge) (precision, recall float64) {
	digests := make([]*digest.Digest, len(c.docs))
	index := happening.NewIndexOf(happening.Coarse, words, judge)
	for i, doc := range c.docs {
		digests[i] = digest.Of(doc)
		index.Add(digests[i])
	}
	of := map[rashomon.Element]string{}
	for _, h := range index.Happenings(party.Link(digests)) {
		for _, event := range h.Events {
			of[event] = h.ID
		}
	}
	var wanted, found []string
	for i, d := range digests {
		for _, mark := range c.marks[i] {
			id := ""
			if at := slices.IndexFunc(d.Events, func(e digest.Event) bool { return half(e.Extent, mark.Extent) }); at >= 0 {
				id = of[rashomon.Element{Document: d.Document, Index: at}]
			}
			wanted, found = append(wanted, mark.Cluster), append(found, id)
		}
	}
	return bCubed(wanted, found)
}

// half reports whether two extents share half of the shorter.
func half(a, b rashomon.Extent) bool {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	return shared > 0 && 2*shared >= min(a.End-a.Start, b.End-b.Start)
}

// bCubed returns the precision and recall of clusters (Bagga and Baldwin 1998), those wanted and those found of each trigger. One that
// is in none, for it was not found, counts in recall alone.
func bCubed(wanted, found []string) (precision, recall float64) {
	seen := 0
	for i := range wanted {
		if found[i] == "" {
			continue
		}
		seen++
		var both, here, there float64
		for j := range wanted {
			same, together := wanted[i] == wanted[j], found[i] == found[j]
			here, there = here+indicator(together), there+indicator(same)
			both += indicator(same && together)
		}
		precision, recall = precision+both/here, recall+both/there
	}
	return precision / float64(max(1, seen)), recall / float64(len(wanted))
}

func indicator(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

func f1(precision, recall float64) float64 {
	return 2 * precision * recall / max(1e-9, precision+recall)
}

// examine prints how well the happenings of each case are found by what is learnt from all others, and those of one more that is
// never learnt from.
func examine(corpus []marked, cases []invented, exam string) error {
	held, err := readCase(exam)
	if err != nil {
		return err
	}
	common, err := commonExamples(corpus)
	if err != nil {
		return err
	}
	sets := make([][]boost.Example, len(cases))
	for i, c := range cases {
		if sets[i], err = storyExamples(c.told()); err != nil {
			return err
		}
	}
	var sum float64
	for i, c := range append(slices.Clone(cases), held) {
		examples := slices.Clone(common)
		for j, set := range sets {
			if j != i {
				examples = append(examples, set...)
			}
		}
		precision, recall, err := c.examine(examples)
		if err != nil {
			return err
		}
		sum += f1(precision, recall)
		fmt.Printf("%-10s precision %.1f recall %.1f F1 %.1f\n", c.name, 100*precision, 100*recall, 100*f1(precision, recall))
	}
	fmt.Printf("mean F1 %.2f\n", 100*sum/float64(len(cases)+1))
	return nil
}

// examine returns what is reached on a case by what is learnt from some examples.
func (c invented) examine(examples []boost.Example) (precision, recall float64, err error) {
	words, err := pair.NewWords()
	if err != nil {
		return 0, 0, err
	}
	judge, err := pair.NewPupil(words, coarseLearner.Learn(examples))
	if err != nil {
		return 0, 0, err
	}
	precision, recall = c.bCubed(words, judge)
	return precision, recall, nil
}
