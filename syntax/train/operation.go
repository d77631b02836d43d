package main

import (
	"math"

	"rashomon/network/matrix"
)

// linear is x·weightᵀ + bias: a weight has a row for every output, as in the model file.
func (t *tape) linear(x, weight, bias *tensor) *tensor {
	y := t.tensor(x.rows, weight.rows)
	for i := range y.rows {
		copy(y.row(i), bias.value)
	}
	matrix.MultiplyRightTransposed(y.value, x.value, weight.value, x.rows, weight.rows, x.columns)
	t.then(func() {
		for i := range y.rows {
			add(bias.gradient, y.gradientRow(i))
		}
		matrix.MultiplyLeftTransposed(weight.gradient, y.gradient, x.value, weight.rows, weight.columns, x.rows)
		matrix.Multiply(x.gradient, y.gradient, weight.value, x.rows, x.columns, weight.rows)
	})
	return y
}

func add(to, from []float32) {
	for i, v := range from {
		to[i] += v
	}
}

// lookup places the rows of a table with the ids beside each other: ids has a slice for every token, of equally many ids.
func (t *tape) lookup(table *tensor, ids [][]int32) *tensor {
	each := 0
	if len(ids) > 0 {
		each = len(ids[0])
	}
	y := t.tensor(len(ids), each*table.columns)
	for i, features := range ids {
		for j, id := range features {
			copy(y.row(i)[j*table.columns:], table.row(int(id)))
		}
	}
	if table.gradient == nil { // pretrained
		return y
	}
	t.then(func() {
		for i, features := range ids {
			for j, id := range features {
				add(table.gradientRow(int(id)), y.gradientRow(i)[j*table.columns:(j+1)*table.columns])
			}
		}
	})
	return y
}

// beside joins tensors of equally many rows column by column.
func (t *tape) beside(parts ...*tensor) *tensor {
	columns := 0
	for _, part := range parts {
		columns += part.columns
	}
	y := t.tensor(parts[0].rows, columns)
	t.eachPart(y, parts, func(whole, part int, x *tensor) {
		copy(y.value[whole:whole+x.columns], x.value[part:part+x.columns])
	})
	t.then(func() {
		t.eachPart(y, parts, func(whole, part int, x *tensor) {
			add(x.gradient[part:part+x.columns], y.gradient[whole:whole+x.columns])
		})
	})
	return y
}

// eachPart calls do for every row of every part, with where the row begins in the whole and in the part.
func (t *tape) eachPart(whole *tensor, parts []*tensor, do func(whole, part int, x *tensor)) {
	for i := range whole.rows {
		at := i * whole.columns
		for _, x := range parts {
			do(at, i*x.columns, x)
			at += x.columns
		}
	}
}

// dropout sets a share of the elements to zero and scales the others, while training (Srivastava and others 2014).
func (t *tape) dropout(x *tensor, share float32) *tensor {
	if t.random == nil || share == 0 {
		return x
	}
	y := t.tensor(x.rows, x.columns)
	mask := t.floats(len(x.value))
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
	for i, v := range x.value {
		y.value[i] = v * mask[i]
	}
	t.then(func() {
		for i, m := range mask {
			x.gradient[i] += float32(y.gradient[i] * m)
		}
	})
	return y
}

// gather takes rows of x, for every token the one with its index.
func (t *tape) gather(x *tensor, indexes []int32) *tensor {
	y := t.tensor(len(indexes), x.columns)
	for i, index := range indexes {
		copy(y.row(i), x.row(int(index)))
	}
	t.then(func() {
		for i, index := range indexes {
			add(x.gradientRow(int(index)), y.gradientRow(i))
		}
	})
	return y
}

// below places the rows of b below those of a.
func (t *tape) below(a, b *tensor) *tensor {
	y := t.tensor(a.rows+b.rows, a.columns)
	copy(y.value, a.value)
	copy(y.value[len(a.value):], b.value)
	t.then(func() {
		add(a.gradient, y.gradient[:len(a.gradient)])
		add(b.gradient, y.gradient[len(a.gradient):])
	})
	return y
}

func (t *tape) sum(a, b *tensor) *tensor {
	y := t.tensor(a.rows, a.columns)
	for i := range y.value {
		y.value[i] = a.value[i] + b.value[i]
	}
	t.then(func() {
		add(a.gradient, y.gradient)
		add(b.gradient, y.gradient)
	})
	return y
}

// unknown is the label of a token that teaches nothing about a question.
const unknown = -1

// classify adds the cross-entropy of the labels under the softmax of columns from to to of x, times weight, and returns it.
// Its gradient is set at once: a loss is never an operand.
func classify(x *tensor, from, to int, labels []int32, weight float32) float64 {
	loss := 0.0
	for i, label := range labels {
		if label != unknown {
			loss += softmaxLoss(x.row(i)[from:to], x.gradientRow(i)[from:to], int(label), weight)
		}
	}
	return loss
}

// softmaxLoss adds to gradient that of weight × cross-entropy of the label, and returns the cross-entropy.
func softmaxLoss(scores, gradient []float32, label int, weight float32) float64 {
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

// maxClasses is more than any question has answers: the tokens of the longest sentence of the treebanks, or the lemma scripts.
const maxClasses = 4096

// squash is the hyperbolic tangent.
func (t *tape) squash(x *tensor) *tensor {
	y := t.tensor(x.rows, x.columns)
	matrix.Tanh(y.value, x.value)
	t.then(func() {
		for i, g := range y.gradient {
			x.gradient[i] += g * (1 - float32(y.value[i]*y.value[i]))
		}
	})
	return y
}
