package pair

import "math"

// A forest is the trees of a model, filled up to one depth and laid out so that going down them takes no guess of the
// processor's.
type forest struct {
	trees []fullTree
	rest  []float64 // of each tree: the most that it and those behind it can add, with room for rounding
}

// A fullTree is a tree with all nodes that it has room for: the inner ones level by level, and the leaves from left to right.
type fullTree struct {
	features   [1 << Depth]uint8 // the last of these is none
	thresholds [1 << Depth]float32
	leaves     [1 << Depth]float64
}

// Depth is how many questions a tree of a model asks at most.
const Depth = 3

// newForest lays out a model.
func newForest(m Model) *forest {
	f := &forest{trees: make([]fullTree, len(m)), rest: make([]float64, len(m)+1)}
	f.rest[len(m)] = leeway
	for i := len(m) - 1; i >= 0; i-- {
		f.trees[i].lay(m[i], 0, 0)
		most := math.Inf(-1)
		for _, value := range f.trees[i].leaves {
			most = max(most, value)
		}
		f.rest[i] = f.rest[i+1] + most
	}
	return f
}

// leeway is by how much the sum of some trees may be rounded at most, and more.
const leeway = 1e-6

// lay lays out what stands below a node of a tree, at a place in the full one.
func (f *fullTree) lay(t Tree, at int32, place int) {
	const inner = 1<<Depth - 1
	node := t[at]
	switch {
	case place >= inner:
		f.leaves[place-inner] = node.Value
		return
	case node.Below == 0: // both ways lead to the one leaf
		node.Below, node.Above = at, at
	}
	f.features[place], f.thresholds[place] = uint8(node.Feature), node.Threshold
	f.lay(t, node.Below, 2*place+1)
	f.lay(t, node.Above, 2*place+2)
}

// add adds the values of some trees to a sum.
func add(sum float64, trees []fullTree, x *Features) float64 {
	for i := range trees {
		t := &trees[i]
		first := t.above(x, 0)
		second := 2*first + t.above(x, 1+first)
		sum += t.leaves[(2*second+t.above(x, 3+second))%(1<<Depth)]
	}
	return sum
}

// above is 1 where the feature that a node asks of is not below its threshold.
func (f *fullTree) above(x *Features, place uint) uint {
	place %= 1 << Depth // which it is: said to the compiler
	if x[f.features[place]] >= f.thresholds[place] {
		return 1
	}
	return 0
}

// glimpse does what [Model.Odds] does.
func (f *forest) glimpse(x *Features) float64 {
	first := min(glance, len(f.trees))
	sum := add(0, f.trees[:first], x)
	if sum < hopeless {
		return sum
	}
	return add(sum, f.trees[first:], x)
}

// stride is after how many trees it is asked whether those that are left have a chance.
const stride = 8

// look returns what [Model.All] does if that is least or more, and else something less.
func (f *forest) look(x *Features, least float64) float64 {
	var sum float64
	for from := 0; from < len(f.trees); from += stride {
		if sum+f.rest[from] < least {
			return math.Inf(-1)
		}
		sum = add(sum, f.trees[from:min(from+stride, len(f.trees))], x)
	}
	return sum
}
