// Package logistic fits a logistic regression by Newton's method (McCullagh and Nelder, Generalized Linear Models, 1989,
// chapter 4). The same examples in the same order give the same weights.
package logistic

import "math"

// An Example is what is seen of something, with the answer to a question on it. All examples have as many signs.
type Example struct {
	Signs  []float64
	Is     bool
	Weight float64
}

// steps is how many steps Newton's method takes: it settles within ten.
const steps = 20

// ridge keeps weights small that few examples speak for.
const ridge = 2

// Learn returns the weights of as many signs under which the answers are the likeliest: how much each sign adds to the logarithm
// of the odds.
func Learn(examples []Example, signs int) []float64 {
	weights := make([]float64, signs)
	for range steps {
		gradient, curvature := slopes(examples, weights)
		for s, step := range solve(curvature, gradient) {
			weights[s] += step
		}
	}
	for s := range weights {
		weights[s] = math.Round(1e3*weights[s]) / 1e3
	}
	return weights
}

// Odds returns the logarithm of the odds that the answer is yes.
func Odds(weights, signs []float64) float64 {
	var sum float64
	for i, weight := range weights {
		sum += weight * signs[i]
	}
	return sum
}

// slopes returns how fast the likelihood of the answers grows with each weight, and how fast that abates.
func slopes(examples []Example, weights []float64) (gradient []float64, curvature [][]float64) {
	gradient, curvature = make([]float64, len(weights)), make([][]float64, len(weights))
	for s := range weights {
		gradient[s], curvature[s] = -ridge*weights[s], make([]float64, len(weights))
		curvature[s][s] = ridge
	}
	seen := make([]int, 0, len(weights))
	for i := range examples {
		e := &examples[i]
		p := 1 / (1 + math.Exp(-Odds(weights, e.Signs)))
		missing := -p
		if e.Is {
			missing = 1 - p
		}
		seen = seen[:0]
		for s, x := range e.Signs {
			if x == 0 {
				continue
			}
			gradient[s] += e.Weight * missing * x
			seen = append(seen, s)
			for _, t := range seen {
				curvature[s][t] += e.Weight * p * (1 - p) * x * e.Signs[t]
			}
		}
	}
	mirror(curvature)
	return gradient, curvature
}

// mirror makes a matrix symmetric of which what stands to the left of the diagonal is known.
func mirror(a [][]float64) {
	for i := range a {
		for j := range i {
			a[j][i] = a[i][j]
		}
	}
}

// solve returns x of ax = b, for a matrix that is positive definite, by elimination.
func solve(a [][]float64, b []float64) []float64 {
	signs := len(b)
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
