package main

import (
	"slices"

	"rashomon/network/learn"
	"rashomon/network/matrix"
	"rashomon/stance"
)

// A committee is judges that differ by chance only; what they say together is nearer to the truth than what each does.
type committee []*judge

// shares returns what the committee says of examples: the mean of the shares that its members give each value.
func (c committee) shares(examples []example) [][stance.Values]float32 {
	said := make([][stance.Values]float32, len(examples))
	for _, member := range c {
		for i, shares := range member.shares(examples) {
			for value, share := range shares {
				said[i][value] += share / float32(len(c))
			}
		}
	}
	return said
}

// shares returns the shares that a judge gives each value, of every example.
func (j *judge) shares(examples []example) [][stance.Values]float32 {
	var said [][stance.Values]float32
	var tape learn.Tape
	for part := range slices.Chunk(examples, 40) {
		tape.Reset(nil)
		b := learn.NewBatch(part)
		scores := j.tagger.Score(&tape, j.encoder.Encode(&tape, b, learn.Dropouts{}), learn.Dropouts{})
		for i, s := range b.Sequences {
			votes := stance.Weigh(tape.Floats(s.Length), rowsOf(scores, s), part[i].Labels.voters)
			said = append(said, softmax(votes))
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
