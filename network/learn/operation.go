package learn

import (
	"math"

	"rashomon/network/matrix"
)

// Linear is x·weightᵀ + bias: a weight has a row for every output, as in the model file.
func (t *Tape) Linear(x, weight, bias *Tensor) *Tensor {
	y := t.Tensor(x.Rows, weight.Rows)
	for i := range y.Rows {
		copy(y.Row(i), bias.Value)
	}
	matrix.MultiplyRightTransposed(y.Value, x.Value, weight.Value, x.Rows, weight.Rows, x.Columns)
	t.Then(func() {
		for i := range y.Rows {
			Add(bias.Gradient, y.GradientRow(i))
		}
		matrix.MultiplyLeftTransposed(weight.Gradient, y.Gradient, x.Value, weight.Rows, weight.Columns, x.Rows)
		matrix.Multiply(x.Gradient, y.Gradient, weight.Value, x.Rows, x.Columns, weight.Rows)
	})
	return y
}

// Add adds the elements of from to those of to.
func Add(to, from []float32) {
	for i, v := range from {
		to[i] += v
	}
}

// Lookup places the rows of a table with the ids beside each other: ids has a slice for every token, of equally many ids.
func (t *Tape) Lookup(table *Tensor, ids [][]int32) *Tensor {
	each := 0
	if len(ids) > 0 {
		each = len(ids[0])
	}
	y := t.Tensor(len(ids), each*table.Columns)
	for i, features := range ids {
		for j, id := range features {
			copy(y.Row(i)[j*table.Columns:], table.Row(int(id)))
		}
	}
	if table.Gradient == nil { // pretrained
		return y
	}
	t.Then(func() {
		for i, features := range ids {
			for j, id := range features {
				Add(table.GradientRow(int(id)), y.GradientRow(i)[j*table.Columns:(j+1)*table.Columns])
			}
		}
	})
	return y
}

// Beside joins tensors of equally many rows column by column.
func (t *Tape) Beside(parts ...*Tensor) *Tensor {
	columns := 0
	for _, part := range parts {
		columns += part.Columns
	}
	y := t.Tensor(parts[0].Rows, columns)
	t.eachPart(y, parts, func(whole, part int, x *Tensor) {
		copy(y.Value[whole:whole+x.Columns], x.Value[part:part+x.Columns])
	})
	t.Then(func() {
		t.eachPart(y, parts, func(whole, part int, x *Tensor) {
			Add(x.Gradient[part:part+x.Columns], y.Gradient[whole:whole+x.Columns])
		})
	})
	return y
}

// eachPart calls do for every row of every part, with where the row begins in the whole and in the part.
func (t *Tape) eachPart(whole *Tensor, parts []*Tensor, do func(whole, part int, x *Tensor)) {
	for i := range whole.Rows {
		at := i * whole.Columns
		for _, x := range parts {
			do(at, i*x.Columns, x)
			at += x.Columns
		}
	}
}

// Dropout sets a share of the elements to zero and scales the others, while training (Srivastava and others 2014).
func (t *Tape) Dropout(x *Tensor, share float32) *Tensor {
	if t.random == nil || share == 0 {
		return x
	}
	y := t.Tensor(x.Rows, x.Columns)
	mask := t.Floats(len(x.Value))
	keep := 1 / (1 - share)
	limit := uint32(float64(share) * (1 << 32))
	for i := 0; i < len(mask); i += 2 {
		bits := t.random.Uint64()
		if uint32(bits) >= limit {
			mask[i] = keep
		}
		if i+1 < len(mask) && uint32(bits>>32) >= limit {
			mask[i+1] = keep
		}
	}
	for i, v := range x.Value {
		y.Value[i] = v * mask[i]
	}
	t.Then(func() {
		for i, m := range mask {
			x.Gradient[i] += float32(y.Gradient[i] * m)
		}
	})
	return y
}

// Gather takes rows of x, for every token the one with its index.
func (t *Tape) Gather(x *Tensor, indexes []int32) *Tensor {
	y := t.Tensor(len(indexes), x.Columns)
	for i, index := range indexes {
		copy(y.Row(i), x.Row(int(index)))
	}
	t.Then(func() {
		for i, index := range indexes {
			Add(x.GradientRow(int(index)), y.GradientRow(i))
		}
	})
	return y
}

// Below places the rows of b below those of a.
func (t *Tape) Below(a, b *Tensor) *Tensor {
	y := t.Tensor(a.Rows+b.Rows, a.Columns)
	copy(y.Value, a.Value)
	copy(y.Value[len(a.Value):], b.Value)
	t.Then(func() {
		Add(a.Gradient, y.Gradient[:len(a.Gradient)])
		Add(b.Gradient, y.Gradient[len(a.Gradient):])
	})
	return y
}

// Sum adds two tensors of the same size.
func (t *Tape) Sum(a, b *Tensor) *Tensor {
	y := t.Tensor(a.Rows, a.Columns)
	for i := range y.Value {
		y.Value[i] = a.Value[i] + b.Value[i]
	}
	t.Then(func() {
		Add(a.Gradient, y.Gradient)
		Add(b.Gradient, y.Gradient)
	})
	return y
}

// Unknown is the label of a token that teaches nothing about a question.
const Unknown = -1

// Classify adds the cross-entropy of the labels under the softmax of columns from to to of x, times weight, and returns it.
// Its gradient is set at once: a loss is never an operand.
func Classify(x *Tensor, from, to int, labels []int32, weight float32) float64 {
	loss := 0.0
	for i, label := range labels {
		if label != Unknown {
			loss += SoftmaxLoss(x.Row(i)[from:to], x.GradientRow(i)[from:to], int(label), weight)
		}
	}
	return loss
}

// SoftmaxLoss adds to gradient that of weight × cross-entropy of the label, and returns the cross-entropy.
func SoftmaxLoss(scores, gradient []float32, label int, weight float32) float64 {
	top := scores[0]
	for _, v := range scores {
		top = max(top, v)
	}
	var p [maxClasses]float32
	shifted := p[:len(scores)]
	for i, v := range scores {
		shifted[i] = v - top
	}
	matrix.Exp(shifted, shifted)
	total := float32(0)
	for _, v := range shifted {
		total += v
	}
	for i, v := range shifted {
		gradient[i] += float32(weight * v / total)
	}
	gradient[label] -= weight
	return math.Log(float64(total)) - float64(scores[label]-top)
}

// maxClasses is more than any question has answers: the tokens of the longest sentence of the treebanks, or the lemma
// scripts.
const maxClasses = 4096

// Squash is the hyperbolic tangent.
func (t *Tape) Squash(x *Tensor) *Tensor {
	y := t.Tensor(x.Rows, x.Columns)
	matrix.Tanh(y.Value, x.Value)
	t.Then(func() {
		for i, g := range y.Gradient {
			x.Gradient[i] += g * (1 - float32(y.Value[i]*y.Value[i]))
		}
	})
	return y
}
