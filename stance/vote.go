package stance

import (
	"math"

	"rashomon/network"
	"rashomon/network/matrix"
)

// What the network gives each word: its votes for the values from -1 to 1, and then its weight, of which the
// exponential counts (the attention of Bahdanau, Cho and Bengio 2015, over votes in place of states).
const (
	Values = 3
	Scores = Values + 1
)

// Weigh writes the weight of each word, of which the sum is 1, and returns the weighed votes. scores has a row of
// Scores for every word. Every number is rounded to float32 as it is reached, so that all machines reach the same.
func Weigh(weights, scores []float32) (votes [Values]float32) {
	top := scores[Values]
	for i := range weights {
		top = max(top, scores[i*Scores+Values])
	}
	for i := range weights {
		weights[i] = scores[i*Scores+Values] - top
	}
	matrix.Exp(weights, weights)
	sum := float32(0)
	for _, weight := range weights {
		sum += weight
	}
	for i := range weights {
		weights[i] /= sum
		for value := range votes {
			votes[value] += float32(weights[i] * scores[i*Scores+value])
		}
	}
	return votes
}

// verdict weighs the votes on a sight and returns the value that wins and how probable it is. The weights stay until
// the next.
func (w *work) verdict(s sight) (value int, probability float64) {
	votes := Weigh(network.Resize(&w.weights, s.voters.Len()), w.scoresOf(s))
	best := 0
	for value, vote := range votes {
		if vote > votes[best] {
			best = value
		}
	}
	top := votes[best]
	for value := range votes {
		votes[value] -= top
	}
	matrix.Exp(votes[:], votes[:])
	return best - 1, rounded(float64(1 / (votes[0] + votes[1] + votes[2])))
}

// rounded returns a probability with three digits, which is more than is known of it.
func rounded(p float64) float64 { return math.Round(p*1000) / 1000 }
