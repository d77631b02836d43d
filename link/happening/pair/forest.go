package pair

import "math"

// A forest is the trees of a model, filled up to one depth and laid out so that going down them takes no guess of the
// processor's: of each tree the inner nodes level by level, and the leaves from left to right.
type forest struct {
	depth      int
	features   []uint8
	thresholds []float32
	leaves     []float64
	rest       []float64 // of each tree: the most that it and those behind it can add, with room for rounding
}

// newForest lays out a model.
func newForest(m Model) *forest {
	f := &forest{}
	for _, tree := range m {
		f.depth = max(f.depth, tree.depth(0))
	}
	inner := 1<<f.depth - 1
	f.features, f.thresholds = make([]uint8, len(m)*inner), make([]float32, len(m)*inner)
	f.leaves, f.rest = make([]float64, len(m)*(inner+1)), make([]float64, len(m)+1)
	f.rest[len(m)] = leeway
	for i, tree := range m {
		f.lay(i, tree, 0, 0)
	}
	for i := len(m) - 1; i >= 0; i-- {
		most := math.Inf(-1)
		for _, value := range f.leaves[i*(inner+1):][:inner+1] {
			most = max(most, value)
		}
		f.rest[i] = f.rest[i+1] + most
	}
	return f
}

// leeway is by how much the sum of some trees may be rounded at most, and more.
const leeway = 1e-6

func (t Tree) depth(at int32) int {
	if t[at].Below == 0 {
		return 0
	}
	return 1 + max(t.depth(t[at].Below), t.depth(t[at].Above))
}

// lay lays out what stands below a node of a tree, at a place in the full tree.
func (f *forest) lay(tree int, t Tree, at int32, place int) {
	inner := 1<<f.depth - 1
	node := t[at]
	switch {
	case place >= inner:
		f.leaves[tree*(inner+1)+place-inner] = node.Value
		return
	case node.Below == 0: // both ways lead to the one leaf
		node.Below, node.Above = at, at
	}
	f.features[tree*inner+place], f.thresholds[tree*inner+place] = uint8(node.Feature), node.Threshold
	f.lay(tree, t, node.Below, 2*place+1)
	f.lay(tree, t, node.Above, 2*place+2)
}

// value returns the value of a tree.
func (f *forest) value(tree int, x *Features) float64 {
	inner := 1<<f.depth - 1
	features, thresholds := f.features[tree*inner:][:inner], f.thresholds[tree*inner:][:inner]
	place := 0
	for range f.depth {
		above := 0
		if x[features[place]] >= thresholds[place] {
			above = 1
		}
		place = 2*place + 1 + above
	}
	return f.leaves[tree*(inner+1)+place-inner]
}

// glimpse does what [Model.Odds] does.
func (f *forest) glimpse(x *Features) float64 {
	var sum float64
	for i := range len(f.rest) - 1 {
		if i == glance && sum < hopeless {
			break
		}
		sum += f.value(i, x)
	}
	return sum
}

// look returns what [Model.All] does if that is least or more, and else something less.
func (f *forest) look(x *Features, least float64) float64 {
	var sum float64
	for i := range len(f.rest) - 1 {
		if sum+f.rest[i] < least {
			return math.Inf(-1)
		}
		sum += f.value(i, x)
	}
	return sum
}
