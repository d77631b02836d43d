package main

import (
	"fmt"
	"slices"
)

// An exam is sentences to measure with. Nothing is learned from them.
type exam struct {
	title     string
	scheme    scheme
	sentences []sentence
}

// tell reports how good a committee is: how many of the names it finds are marked, with the same tokens and the same
// type, and how many of those marked it finds, names within others left out, and their harmonic mean. Adjectives of
// countries and types that the set does not mark are left out of what it finds.
func (s *school) tell(title string, c committee) {
	for _, e := range s.exams {
		right, found, marked := 0, 0, 0
		j := c.judge()
		for group := range slices.Chunk(e.sentences, labelledTogether) {
			j.eachSentence(s.batch(group), func(i int, scores []float32) {
				names := e.counted(group[i], namesOf(j.path.Best(j.chain, scores)))
				found += len(names)
				marked += len(group[i].names)
				for _, n := range names {
					if slices.Contains(group[i].names, n) {
						right++
					}
				}
			})
		}
		precision, recall := 100*float64(right)/float64(max(found, 1)), 100*float64(right)/float64(max(marked, 1))
		fmt.Fprintf(s.report, "%s, %s: precision %.2f, recall %.2f, F1 %.2f\n", title, e.title, precision, recall,
			200*float64(right)/float64(max(found+marked, 1)))
	}
}

// counted leaves out what a set does not mark.
func (e exam) counted(sent sentence, names []occurrence) []occurrence {
	return slices.DeleteFunc(names, func(n occurrence) bool {
		isAdjective := adjectiveAt(sent.forms[n.start:]) == n.end-n.start
		return slices.Contains(e.scheme.open, types[n.kind]) || isAdjective && !slices.Contains(sent.names, n)
	})
}
