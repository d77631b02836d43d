package main

import (
	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/stance"
)

// A judge is what package stance runs, in floating-point numbers and with gradients.
type judge struct {
	weights                      *learn.Weights
	encoder                      *learn.Encoder
	hidden, input, target, votes learn.Dense
	tables                       []*learn.Tensor
}

// An example is a sentence with the questions about it.
type example = learn.Example[[]question]

// A question is a target in a sentence, and its value.
type question struct {
	stance.Sight
	value int // 0 to 2
}

func newJudge(w *learn.Weights, z learn.Sizes, words int, vectors *learn.Tensor) *judge {
	j := &judge{
		weights: w, encoder: w.Encoder(z, words, vectors),
		hidden: w.Dense(stance.HiddenLayer, z.Tagger, z.Hidden), input: w.Dense(stance.InputLayer, z.Tagger, z.Width),
		target: w.Dense(stance.TargetLayer, z.Tagger, z.Hidden), votes: w.Dense(stance.VotesLayer, stance.Scores, z.Tagger),
	}
	for category, values := range stance.SeenCategories() {
		j.tables = append(j.tables, w.Table(stance.TableName(category), values, z.Tagger))
	}
	return j
}

// asked is the questions about the sentences of a batch, in the rows of its tensors.
type asked struct {
	questions []question
	voters    []int32     // rows of the batch, question after question
	heads     []int32     // of each voter: the row of the target's head
	seen      [][][]int32 // of each category, of each voter
	runs      []network.Sequence
}

func ask(examples []example, b *learn.Batch) asked {
	a := asked{seen: make([][][]int32, len(stance.SeenCategories()))}
	for i, e := range examples {
		first := int32(b.Sequences[i].First)
		for _, q := range e.Labels {
			a.runs = append(a.runs, network.Sequence{First: len(a.voters), Length: len(q.Voters)})
			a.questions = append(a.questions, q)
			for voter, row := range q.Voters {
				a.voters, a.heads = append(a.voters, first+row), append(a.heads, first+q.Head)
				for category := range a.seen {
					a.seen[category] = append(a.seen[category], []int32{int32(q.Seen[voter*len(a.seen)+category])})
				}
			}
		}
	}
	return a
}

// score returns the scores of all voters.
func (j *judge) score(t *learn.Tape, b *learn.Batch, a asked, d learn.Dropouts) *learn.Tensor {
	e := j.encoder.Encode(t, b, d)
	words := t.Sum(t.Dense(e.Hidden, j.hidden), t.Dense(e.Input, j.input))
	sum := t.Sum(t.Gather(words, a.voters), t.Gather(t.Dense(e.Hidden, j.target), a.heads))
	for category, table := range j.tables {
		sum = t.Sum(sum, t.Lookup(table, a.seen[category]))
	}
	return t.Dense(t.Dropout(t.Squash(sum), d.Hidden), j.votes)
}

// learn runs examples, adds up the gradients, and returns the loss, the cross-entropy of the values. weight is that
// of a token.
func (j *judge) learn(t *learn.Tape, examples []example, weight float32, d learn.Dropouts) float64 {
	b := learn.NewBatch(examples)
	a := ask(examples, b)
	scores := j.score(t, b, a, d)
	loss := 0.0
	for i, q := range a.questions {
		loss += usualLength * learnVotes(t, scores, a.runs[i], q, usualLength*weight)
	}
	t.Backward()
	return loss
}

// usualLength is the number of tokens of a usual sentence. The trainer weighs tokens; a question counts for so many
// of them.
const usualLength = 28

// learnVotes sets the gradients of the scores of one question's voters, and returns its cross-entropy.
func learnVotes(t *learn.Tape, scores *learn.Tensor, s network.Sequence, q question, weight float32) float64 {
	weights := t.Floats(s.Length)
	votes := stance.Weigh(weights, rowsOf(scores, s))
	var gradient [stance.Values]float32
	loss := learn.SoftmaxLoss(votes[:], gradient[:], q.value, weight)
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
