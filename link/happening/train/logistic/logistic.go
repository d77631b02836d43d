// Package logistic fits a logistic regression by Newton's method (McCullagh and Nelder, Generalized Linear Models, 1989,
// chapter 4). The same examples in the same order give the same weights.
package logistic

import (
	"math"

	"rashomon/link/happening/pair"
)

// An Example is two events with the answer whether they are the same.
type Example struct {
	Signs  pair.Signs
	Same   bool
	Weight float64
}

// steps is how many steps Newton's method takes: it settles within ten.
const steps = 20

// ridge keeps weights small that few examples speak for.
const ridge = 2

const signs = len(pair.SignNames)

// Learn returns the weights under which the answers are the likeliest.
func Learn(examples []Example) pair.Weighting {
	var weights pair.Weighting
	for range steps {
		var gradient [signs]float64
		var curvature [signs][signs]float64
		for s := range signs {
			gradient[s], curvature[s][s] = -ridge*weights[s], ridge
		}
		for i := range examples {
			e := &examples[i]
			p := 1 / (1 + math.Exp(-weights.Odds(&e.Signs)))
			missing := -p
			if e.Same {
				missing = 1 - p
			}
			for s, x := range e.Signs {
				if x == 0 {
					continue
				}
				gradient[s] += e.Weight * missing * x
				for t, y := range e.Signs {
					curvature[s][t] += e.Weight * p * (1 - p) * x * y
				}
			}
		}
		for s, step := range solve(curvature, gradient) {
			weights[s] += step
		}
	}
	for s := range weights {
		weights[s] = math.Round(1e3*weights[s]) / 1e3
	}
	return weights
}

// solve returns x of ax = b, for a matrix that is positive definite, by elimination.
func solve(a [signs][signs]float64, b [signs]float64) [signs]float64 {
	for i := range signs {
		for j := i + 1; j < signs; j++ {
			share := a[j][i] / a[i][i]
			for k := i; k < signs; k++ {
				a[j][k] -= share * a[i][k]
			}
			b[j] -= share * b[i]
		}
	}
	for i := signs - 1; i >= 0; i-- {
		for k := i + 1; k < signs; k++ {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
