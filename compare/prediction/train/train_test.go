package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare/prediction"
	"rashomon/rashomontest"
)

// TestAccuracy measures what signs alone tell of the predictions of each case when their weights are learnt from the other
// cases, without news: an estimate of what they tell in cases that nobody has read.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	lessons := lessons(t)
	var out strings.Builder
	var all tally
	for i, held := range lessons {
		one := held.tally(learn(slices.Delete(slices.Clone(lessons), i, i+1), nil))
		fmt.Fprintf(&out, "%-9s %s\n", held.name, one)
		all.add(one)
	}
	fmt.Fprintf(&out, "%-9s %s\n", "all", all)
	rashomontest.Golden(t, "testdata/accuracy.golden", []byte(out.String()))
}

func lessons(t *testing.T) []*lesson {
	t.Helper()
	var lessons []*lesson
	for _, pattern := range []string{"../../testdata/cases/*", "../../testdata/paraphrased/[a-z]*", "../../../examples/dam"} {
		folders, err := filepath.Glob(pattern)
		if err != nil || len(folders) == 0 {
			t.Fatal("no cases", err)
		}
		for _, folder := range folders {
			l, err := read(folder)
			if err != nil {
				t.Fatal(err)
			}
			if len(l.trials) > 0 {
				lessons = append(lessons, l)
			}
		}
	}
	return lessons
}

// A tally counts predictions of keys: how many there are, of how many the outcome is right and told by a passage of the key, is
// right, is wrong; how many are open, and of how many of those nothing is told; and what is told of those that no key knows.
type tally struct{ all, told, right, wrong, open, stillOpen, others, given int }

func (n tally) String() string {
	return fmt.Sprintf("%3d right of %3d (%2d told by the key's), %2d wrong; open %2d of %2d; of %3d others %2d given",
		n.right, n.all, n.told, n.wrong, n.stillOpen, n.open, n.others, n.given)
}

func (n *tally) add(other tally) {
	n.all, n.told, n.right, n.wrong = n.all+other.all, n.told+other.told, n.right+other.right, n.wrong+other.wrong
	n.open, n.stillOpen = n.open+other.open, n.stillOpen+other.stillOpen
	n.others, n.given = n.others+other.others, n.given+other.given
}

// tally counts what some weights tell.
func (l *lesson) tally(weights *prediction.Weights) tally {
	var n tally
	for _, trial := range l.trials {
		best, outcome := weights.Choose(trial.candidates)
		isTold := best >= 0 && trial.told[best]
		switch {
		case trial.Outcome == rashomon.OutcomeOpen:
			n.open, n.stillOpen = n.open+1, n.stillOpen+count([]bool{outcome == rashomon.OutcomeOpen})
			continue
		case outcome == trial.Outcome:
			n.right, n.told = n.right+1, n.told+count([]bool{isTold})
		case outcome != rashomon.OutcomeOpen:
			n.wrong++
		}
		n.all++
	}
	others := map[rashomon.Passage][]*prediction.Candidate{}
	for _, c := range l.others {
		others[c.Foretold] = append(others[c.Foretold], c)
	}
	for _, candidates := range others {
		n.others++
		if best, _ := weights.Choose(candidates); best >= 0 {
			n.given++
		}
	}
	return n
}
