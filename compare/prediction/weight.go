package prediction

import (
	"fmt"
	"slices"
	"strconv"

	"rashomon"
	"rashomon/logistic"
)

// Weights are how much signs add to the logarithm of the odds.
type Weights struct {
	Told, Failed []float64
}

func newWeights() *Weights {
	return &Weights{Told: make([]float64, toldSigns), Failed: make([]float64, failedSigns)}
}

// read reads a line of data/odds.txt: a question, a sign and its weight.
func (w *Weights) read(columns []string) error {
	names, weights := ToldNames[:], w.Told
	if columns[0] == "failed" {
		names, weights = FailedNames[:], w.Failed
	}
	sign := slices.Index(names, columns[1])
	if sign < 0 {
		return fmt.Errorf("%q is no sign of %s", columns[1], columns[0])
	}
	weight, err := strconv.ParseFloat(columns[2], 64)
	weights[sign] = weight
	return err
}

// LeastOdds are the least odds, as a logarithm, at which a clause is told to tell what came. Of cases that were not learnt
// from, two in three of the outcomes that are told then are right (train/testdata/accuracy.golden).
const LeastOdds = -1.5

// outcome returns what came by a clause, and the odds that it tells that.
func (w *Weights) outcome(c *Candidate) (outcome rashomon.Outcome, odds float64) {
	odds = logistic.Odds(w.Told, c.ToldSigns)
	switch {
	case odds < LeastOdds:
		return rashomon.OutcomeOpen, odds
	case logistic.Odds(w.Failed, c.FailedSigns) > 0:
		return rashomon.OutcomeFailed, odds
	}
	return rashomon.OutcomeFulfilled, odds
}

// Choose returns which of candidates for one prediction tells likeliest what came of it, and what did; -1 where none is likely
// to.
func (w *Weights) Choose(candidates []*Candidate) (best int, outcome rashomon.Outcome) {
	best, outcome = -1, rashomon.OutcomeOpen
	most := LeastOdds
	for i, c := range candidates {
		if told, odds := w.outcome(c); odds >= most {
			best, outcome, most = i, told, odds
		}
	}
	return best, outcome
}
