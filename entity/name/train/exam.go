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
		var outer, all tally
		j := c.judge()
		for group := range slices.Chunk(e.sentences, labelledTogether) {
			j.eachSentence(s.batch(group), func(i int, scores, inner []float32) {
				names := e.counted(group[i], namesOf(j.path.Best(j.chain, scores)))
				within := e.counted(group[i], j.within(names, inner))
				outer.add(names, group[i].names)
				all.add(slices.Concat(names, within), slices.Concat(group[i].names, group[i].within))
			})
		}
		fmt.Fprintf(s.report, "%s, %s: %v; with names within names %v\n", title, e.title, outer, all)
	}
}

// A tally counts names.
type tally struct{ right, found, marked int }

func (t *tally) add(found, marked []occurrence) {
	t.found += len(found)
	t.marked += len(marked)
	for _, n := range found {
		if slices.Contains(marked, n) {
			t.right++
		}
	}
}

func (t tally) String() string {
	precision, recall := 100*float64(t.right)/float64(max(t.found, 1)), 100*float64(t.right)/float64(max(t.marked, 1))
	return fmt.Sprintf("precision %.2f, recall %.2f, F1 %.2f", precision, recall,
		200*float64(t.right)/float64(max(t.found+t.marked, 1)))
}

// counted leaves out what a set does not mark.
func (e exam) counted(sent sentence, names []occurrence) []occurrence {
	return slices.DeleteFunc(names, func(n occurrence) bool {
		isAdjective := adjectiveAt(sent.forms[n.start:]) == n.end-n.start
		return slices.Contains(e.scheme.open, types[n.kind]) || isAdjective && !slices.Contains(sent.names, n)
	})
}
