package stance

import (
	"math"

	"rashomon/network"
	"rashomon/network/matrix"
)

// What the network gives each word: its votes for the values from -1 to 1, and then its weight, of which the exponential
// counts (the attention of Bahdanau, Cho and Bengio 2015, over votes in place of states).
const (
	Values = 3
	Scores = Values + 1
)

// Weigh writes the weight of each word, of which the sum is 1, and returns the weighed votes. scores has a row of Scores for
// every word; who is no voter has no weight. Every number is rounded to float32 as it is reached, so that all machines
// reach the same.
func Weigh(weights, scores []float32, voters []bool) (votes [Values]float32) {
	top := float32(math.Inf(-1))
	for i, votes := range voters {
		weights[i] = float32(math.Inf(-1))
		if votes {
			weights[i] = scores[i*Scores+Values]
		}
		top = max(top, weights[i])
	}
	for i := range weights {
		weights[i] -= top
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

// verdict weighs the votes of a sight's words and returns the value that wins and how probable it is. The weights stay until
// the next.
func (w *work) verdict(sight int) (value int, probability float64) {
	s := w.sequences[sight]
	votes := Weigh(network.Resize(&w.weights, s.Length), w.scoresOf(sight), w.voters[s.First:s.First+s.Length])
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

// scoresOf returns the scores of a sight's words.
func (w *work) scoresOf(sight int) []float32 {
	s := w.sequences[sight]
	return w.scores[s.First*Scores : (s.First+s.Length)*Scores]
}

// rounded returns a probability with three digits, which is more than is known of it.
func rounded(p float64) float64 { return math.Round(p*1000) / 1000 }
