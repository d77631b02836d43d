// Package boost learns gradient-boosted trees for a question with two answers: a tree at a time, each fitted to what those
// before it leave open (Friedman 2001; the gains with second derivatives, as in Chen and Guestrin, KDD 2016). Values are
// sorted into bins first. The same examples in the same order give the same trees.
package boost

import (
	"math"
	"math/rand/v2"
	"slices"

	"rashomon/link/happening/pair"
)

// An Example is two events with the answer whether they are the same.
type Example struct {
	Features pair.Features
	Same     bool
	Weight   float64
}

// A Learner learns from examples. Its fields are the settings.
type Learner struct {
	Trees     int
	Depth     int
	Rate      float64 // how much of each tree is kept
	LeastLeaf float64 // second derivatives that a leaf must have
	Ridge     float64 // added to those in values
	Examples  float64 // the share of examples that each tree is fitted to, drawn anew for each (Friedman 2002)
	Features  float64 // the share of features that each tree may ask for
}

// bins is how many bins a feature has at most.
const bins = 48

// Learn returns the trees.
func (l Learner) Learn(examples []Example) pair.Model {
	t := newTraining(examples)
	var model pair.Model
	for n := range l.Trees {
		t.differentiate()
		draw := rand.New(rand.NewPCG(uint64(n), 0))
		members := drawn(draw, len(examples), l.Examples)
		t.asked = t.asked[:0]
		for _, i := range drawn(draw, len(t.telling), l.Features) {
			t.asked = append(t.asked, t.telling[i])
		}
		var tree pair.Tree
		l.grow(t, &tree, members, l.Depth)
		for i := range examples {
			t.odds[i] += value(tree, &examples[i].Features)
		}
		model = append(model, tree)
	}
	return model
}

// drawn returns a share of the numbers below n.
func drawn(draw *rand.Rand, n int, share float64) []int32 {
	var numbers []int32
	for i := range n {
		if draw.Float64() < share {
			numbers = append(numbers, int32(i))
		}
	}
	return numbers
}

func value(tree pair.Tree, f *pair.Features) float64 { return pair.Model{tree}.All(f) }

// A training is examples on their way through the trees.
type training struct {
	examples     []Example
	borders      [][]float32 // of each feature: the least values of its bins but the first
	bin          [][]uint8   // of each feature and example
	odds         []float64
	first        []float64 // derivatives of the loss of each example
	second       []float64
	telling      []int32 // features that are not the same in all examples
	asked        []int32 // those of them that the tree at hand may ask for
	histogramOf1 [bins]float64
	histogramOf2 [bins]float64
}

func newTraining(examples []Example) *training {
	n := len(examples)
	t := &training{examples: examples, odds: make([]float64, n), first: make([]float64, n), second: make([]float64, n)}
	for f := range len(pair.Names) {
		values := make([]float32, n)
		for i := range examples {
			values[i] = examples[i].Features[f]
		}
		borders := bordersOf(values)
		column := make([]uint8, n)
		for i, v := range values {
			at, exact := slices.BinarySearch(borders, v)
			if exact {
				at++
			}
			column[i] = uint8(at)
		}
		t.borders, t.bin = append(t.borders, borders), append(t.bin, column)
		if len(borders) > 0 {
			t.telling = append(t.telling, int32(f))
		}
	}
	return t
}

// bordersOf divides values into bins of about the same number of distinct values.
func bordersOf(values []float32) []float32 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	distinct := slices.Compact(slices.Clone(sorted))
	if len(distinct) <= bins {
		return middles(distinct)
	}
	var picked []float32
	for b := range bins {
		picked = append(picked, sorted[b*(len(sorted)-1)/(bins-1)], distinct[b*(len(distinct)-1)/(bins-1)])
	}
	slices.Sort(picked)
	picked = slices.Compact(picked)
	var thinned []float32
	for b := range bins {
		thinned = append(thinned, picked[b*(len(picked)-1)/(bins-1)])
	}
	return middles(slices.Compact(thinned))
}

func middles(values []float32) []float32 {
	var borders []float32
	for i := 1; i < len(values); i++ {
		middle := rounded(values[i-1] + (values[i]-values[i-1])/2)
		if middle <= values[i-1] || middle > values[i] {
			middle = values[i]
		}
		borders = append(borders, middle)
	}
	return slices.Compact(borders)
}

// rounded keeps four digits, so that a data file can be read.
func rounded(x float32) float32 { return float32(math.Round(float64(x)*1e4) / 1e4) }

// differentiate brings the derivatives of the logistic loss up to date.
func (t *training) differentiate() {
	for i, odds := range t.odds {
		p := 1 / (1 + math.Exp(-odds))
		want := 0.0
		if t.examples[i].Same {
			want = 1
		}
		t.first[i] = t.examples[i].Weight * (want - p)
		t.second[i] = t.examples[i].Weight * p * (1 - p)
	}
}

// grow appends the tree of some examples and returns the index of its root.
func (l Learner) grow(t *training, tree *pair.Tree, members []int32, depth int) int32 {
	self := int32(len(*tree))
	*tree = append(*tree, pair.Node{})
	var first, second float64
	for _, i := range members {
		first, second = first+t.first[i], second+t.second[i]
	}
	best := l.bestSplit(t, members, first, second)
	if depth == 0 || best.gain <= 0 {
		(*tree)[self].Value = math.Round(1e4*l.Rate*first/(second+l.Ridge)) / 1e4
		return self
	}
	below, above := t.divide(members, best)
	node := pair.Node{Feature: best.feature, Threshold: t.borders[best.feature][best.bin-1]}
	node.Below = l.grow(t, tree, below, depth-1)
	node.Above = l.grow(t, tree, above, depth-1)
	(*tree)[self] = node
	return self
}

// A split divides examples by whether the bin of a feature is below one.
type split struct {
	feature pair.Feature
	bin     uint8
	gain    float64
}

func (l Learner) bestSplit(t *training, members []int32, first, second float64) split {
	var best split
	for _, f := range t.asked {
		t.fillHistogram(f, members)
		var first1, second1 float64
		for b := 1; b <= len(t.borders[f]); b++ {
			first1, second1 = first1+t.histogramOf1[b-1], second1+t.histogramOf2[b-1]
			if second1 < l.LeastLeaf || second-second1 < l.LeastLeaf {
				continue
			}
			gain := l.worth(first1, second1) + l.worth(first-first1, second-second1) - l.worth(first, second)
			if gain > best.gain+1e-9 {
				best = split{pair.Feature(f), uint8(b), gain}
			}
		}
	}
	return best
}

func (l Learner) worth(first, second float64) float64 { return first * first / (second + l.Ridge) }

func (t *training) fillHistogram(f int32, members []int32) {
	t.histogramOf1, t.histogramOf2 = [bins]float64{}, [bins]float64{}
	column := t.bin[f]
	for _, i := range members {
		b := column[i]
		t.histogramOf1[b] += t.first[i]
		t.histogramOf2[b] += t.second[i]
	}
}

func (t *training) divide(members []int32, s split) (below, above []int32) {
	column := t.bin[s.feature]
	for _, i := range members {
		if column[i] < s.bin {
			below = append(below, i)
		} else {
			above = append(above, i)
		}
	}
	return below, above
}
