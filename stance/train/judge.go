package main

import (
	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/stance"
)

// A judge is what package stance runs, in floating-point numbers and with gradients.
type judge struct {
	weights *learn.Weights
	encoder *learn.Encoder
	tagger  *learn.Tagger
}

// An example is a sample as the network learns it.
type example = learn.Example[label]

// A label is what a sample teaches.
type label struct {
	value  int                    // 0 to 2, or notMarked
	shares [stance.Values]float32 // what is learned: how likely each value is
	voters []bool
}

func newJudge(w *learn.Weights, z learn.Sizes, words int, vectors *learn.Tensor) *judge {
	return &judge{w, w.Encoder(z, words, vectors), w.Tagger(z, stance.Scores)}
}

// usualLength is the number of tokens of a usual sentence. The trainer weighs tokens; a sample counts for so many of them,
// whatever its length.
const usualLength = 28

// learn runs examples, adds up the gradients, and returns the loss, the cross-entropy of the values. weight is that of a
// token.
func (j *judge) learn(t *learn.Tape, examples []example, weight float32, d learn.Dropouts) float64 {
	b := learn.NewBatch(examples)
	scores := j.tagger.Score(t, j.encoder.Encode(t, b, d), d)
	loss := 0.0
	for i, s := range b.Sequences {
		loss += usualLength * learnVotes(t, scores, s, examples[i].Labels, usualLength*weight)
	}
	t.Backward()
	return loss
}

// learnVotes sets the gradients of the scores of one sample's words, and returns its cross-entropy.
func learnVotes(t *learn.Tape, scores *learn.Tensor, s network.Sequence, l label, weight float32) float64 {
	weights := t.Floats(s.Length)
	votes := stance.Weigh(weights, rowsOf(scores, s), l.voters)
	var gradient [stance.Values]float32
	loss := 0.0
	for value, share := range l.shares {
		loss += float64(share) * learn.SoftmaxLoss(votes[:], gradient[:], value, share*weight)
	}
	for i, w := range weights {
		row, rowGradient := scores.Row(s.First+i), scores.GradientRow(s.First+i)
		for value, g := range gradient {
			rowGradient[value] += w * g
			rowGradient[stance.Values] += w * g * (row[value] - votes[value])
		}
	}
	return loss
}

func rowsOf(scores *learn.Tensor, s network.Sequence) []float32 {
	return scores.Value[s.First*stance.Scores : (s.First+s.Length)*stance.Scores]
}

// export returns the file of the network.
func (j *judge) export(words *learn.Labelling) []byte {
	var w network.Writer
	w.Strings("words", words.Names)
	j.weights.Export(&w)
	return w.File()
}
