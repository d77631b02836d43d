package main

import (
	"maps"
	"math"
	"slices"
	"strings"

	"rashomon/claim"
)

// weights are what is learned: of each feature for each relation.
type weights map[string][len(claim.Relations)]float64

// The numbers of the regression, chosen by cross-validation over claims.
const (
	leastClaims = 5   // a feature of fewer claims is about these claims alone
	penalty     = 1.0 // half of it times the square of a weight is added to what is made small
	wordPenalty = 6.0 // the same for single words, of which there are many
	rounds      = 200
	rate        = 0.5
	leastWeight = 0.005 // what is less is written as 0.00
)

// fit learns weights by multinomial logistic regression: gradient descent on all examples at once, with a rate for
// each weight (AdaGrad: Duchi, Hazan and Singer, JMLR 2011). Nothing in it is random, and every sum has its order.
func fit(examples []example) weights {
	names := featureNames(examples)
	r := newRegression(examples, names)
	for range rounds {
		r.step()
	}
	learned := weights{}
	for c, name := range names {
		w := r.weights[c]
		if slices.ContainsFunc(w[:], func(x float64) bool { return math.Abs(x) >= leastWeight }) {
			learned[claim.Column(name)] = w
		}
	}
	return learned
}

// featureNames returns the features of at least leastClaims claims, sorted.
func featureNames(examples []example) []string {
	claims := map[string]map[int]bool{}
	for _, e := range examples {
		for _, f := range e.features {
			if claims[f.Name] == nil {
				claims[f.Name] = map[int]bool{}
			}
			claims[f.Name][e.claim] = true
		}
	}
	maps.DeleteFunc(claims, func(_ string, of map[int]bool) bool { return len(of) < leastClaims })
	return slices.Sorted(maps.Keys(claims))
}

// A regression is weights on their way, by column.
type regression struct {
	samples   []sample
	penalties []float64
	weights   [][len(claim.Relations)]float64
	gradient  [][len(claim.Relations)]float64
	squares   [][len(claim.Relations)]float64 // the sum of the squares of all gradients so far
}

// A sample is an example by columns.
type sample struct {
	columns  []int
	values   []float64
	relation int
}

func newRegression(examples []example, names []string) *regression {
	n := len(names)
	r := &regression{
		penalties: make([]float64, n), weights: make([][len(claim.Relations)]float64, n),
		gradient: make([][len(claim.Relations)]float64, n), squares: make([][len(claim.Relations)]float64, n),
	}
	columns := map[string]int{}
	for c, name := range names {
		columns[name] = c
		r.penalties[c] = penaltyOf(name)
	}
	for _, e := range examples {
		s := sample{relation: e.relation}
		for _, f := range e.features {
			if c, found := columns[f.Name]; found {
				s.columns, s.values = append(s.columns, c), append(s.values, f.Value)
			}
		}
		r.samples = append(r.samples, s)
	}
	return r
}

func penaltyOf(name string) float64 {
	switch {
	case name == "always":
		return 0
	case strings.HasPrefix(name, "word "):
		return wordPenalty
	}
	return penalty
}

// step moves all weights once.
func (r *regression) step() {
	for c := range r.gradient {
		for k := range r.gradient[c] {
			r.gradient[c][k] = r.penalties[c] * r.weights[c][k]
		}
	}
	for _, s := range r.samples {
		r.addGradient(s)
	}
	for c := range r.weights {
		for k, g := range r.gradient[c] {
			if r.squares[c][k] += float64(g * g); g != 0 {
				r.weights[c][k] -= float64(rate * g / math.Sqrt(r.squares[c][k]))
			}
		}
	}
}

func (r *regression) addGradient(s sample) {
	var scores [len(claim.Relations)]float64
	for i, c := range s.columns {
		for k := range scores {
			scores[k] += float64(r.weights[c][k] * s.values[i])
		}
	}
	for k, p := range claim.Softmax(scores) {
		if k == s.relation {
			p--
		}
		for i, c := range s.columns {
			r.gradient[c][k] += float64(p * s.values[i])
		}
	}
}
