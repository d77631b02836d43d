package main

import (
	"slices"

	"rashomon/network/learn"
	"rashomon/network/matrix"
	"rashomon/stance"
)

// A committee is judges that differ by chance only; what they say together is nearer to the truth than what each does.
type committee []*judge

// shares returns what the committee says to all questions of examples: the mean of the shares that its members give
// each value.
func (c committee) shares(examples []example) [][stance.Values]float32 {
	var said [][stance.Values]float32
	for _, member := range c {
		for i, shares := range member.shares(examples) {
			if i == len(said) {
				said = append(said, [stance.Values]float32{})
			}
			for value, share := range shares {
				said[i][value] += share / float32(len(c))
			}
		}
	}
	return said
}

// shares returns the shares that a judge gives each value, question after question.
func (j *judge) shares(examples []example) [][stance.Values]float32 {
	var said [][stance.Values]float32
	var tape learn.Tape
	for part := range slices.Chunk(examples, 40) {
		tape.Reset(nil)
		b := learn.NewBatch(part)
		a := ask(part, b)
		scores := j.score(&tape, b, a, learn.Dropouts{})
		for _, run := range a.runs {
			said = append(said, softmax(stance.Weigh(tape.Floats(run.Length), rowsOf(scores, run))))
		}
	}
	return said
}

func softmax(votes [stance.Values]float32) [stance.Values]float32 {
	top, sum := slices.Max(votes[:]), float32(0)
	for i := range votes {
		votes[i] -= top
	}
	matrix.Exp(votes[:], votes[:])
	for _, v := range votes {
		sum += v
	}
	for i := range votes {
		votes[i] /= sum
	}
	return votes
}
