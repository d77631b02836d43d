package pair

import (
	"math/bits"
)

// A forest is the trees of a model, filled up to one depth and laid out so that many pairs of events go down each of them at once.
type forest struct {
	trees []fullTree
	rest  []float64 // of each tree: the most that it and those behind it can add, with room for rounding
}

// A fullTree is a tree with all nodes that it has room for: the inner ones level by level, and the leaves from left to right.
type fullTree struct {
	questions [1<<Depth - 1]uint16
	leaves    [1 << Depth]float64
}

// Depth is how many questions a tree of a model asks at most.
const Depth = 3

// sums are what the trees so far give of each pair of events.
type sums [atOnce]float64

// newForest lays out a model.
func newForest(b *binning, m Model) *forest {
	f := &forest{trees: make([]fullTree, len(m)), rest: make([]float64, len(m)+1)}
	f.rest[len(m)] = leeway
	for i := len(m) - 1; i >= 0; i-- {
		f.trees[i].lay(b, m[i], 0, 0)
		f.rest[i] = f.rest[i+1] + m[i].most([]int32{0})
	}
	return f
}

// leeway is by how much the sum of some trees may be rounded at most, and more.
const leeway = 1e-6

// lay lays out what stands below a node of a tree, at a place in the full one.
func (f *fullTree) lay(b *binning, t Tree, at int32, place int) {
	const inner = 1<<Depth - 1
	node := t[at]
	switch {
	case place >= inner:
		f.leaves[place-inner] = node.Value
		return
	case node.Below == 0: // it is reached by not asking
		node.Below, node.Above = at, at
		f.questions[place] = b.never()
	default:
		f.questions[place] = b.question(node.Feature, node.Threshold)
	}
	f.lay(b, t, node.Below, 2*place+1)
	f.lay(b, t, node.Above, 2*place+2)
}

// eight is how many pairs a tree adds to in a row.
const eight = 8

// spread has eight bits as eight bytes.
var spread = func() (out [1 << eight]uint64) {
	for bits := range out {
		for i := range eight {
			out[bits] |= uint64(bits>>i&1) << (eight * i)
		}
	}
	return out
}()

// add adds the values of a tree to the sums of some pairs, and of such as stand in one row of eight with them.
func (f *fullTree) add(out *sums, s slate, pairs uint64) {
	q := &f.questions
	first := s[q[0]]
	second := s[q[1]]&^first | s[q[2]]&first
	third := (s[q[3]]&^second|s[q[4]]&second)&^first | (s[q[5]]&^second|s[q[6]]&second)&first
	for at := 0; pairs>>at != 0; at += eight {
		if pairs>>at&(1<<eight-1) == 0 {
			continue
		}
		leaf := spread[first>>at&(1<<eight-1)]<<2 | spread[second>>at&(1<<eight-1)]<<1 | spread[third>>at&(1<<eight-1)]
		row := out[at : at+eight : at+eight]
		row[0] += f.leaves[leaf&7]
		row[1] += f.leaves[leaf>>8&7]
		row[2] += f.leaves[leaf>>16&7]
		row[3] += f.leaves[leaf>>24&7]
		row[4] += f.leaves[leaf>>32&7]
		row[5] += f.leaves[leaf>>40&7]
		row[6] += f.leaves[leaf>>48&7]
		row[7] += f.leaves[leaf>>56&7]
	}
}

// from returns which of some pairs have a sum of least or more.
func (out *sums) from(least float64, pairs uint64) uint64 {
	var kept uint64
	for left := pairs; left != 0; left &= left - 1 {
		if pair := bits.TrailingZeros64(left) % atOnce; out[pair] >= least {
			kept |= 1 << pair
		}
	}
	return kept
}

// glimpse does what [Model.Odds] does, of some pairs.
func (f *forest) glimpse(out *sums, s slate, pairs uint64) {
	*out = sums{}
	first := f.trees[:min(glance, len(f.trees))]
	for i := range first {
		first[i].add(out, s, pairs)
	}
	if pairs = out.from(hopeless, pairs); pairs == 0 {
		return
	}
	all := *out
	for i := len(first); i < len(f.trees); i++ {
		f.trees[i].add(&all, s, pairs)
	}
	for ; pairs != 0; pairs &= pairs - 1 {
		pair := bits.TrailingZeros64(pairs) % atOnce
		out[pair] = all[pair]
	}
}

// stride is after how many trees it is asked whether those that are left have a chance.
const stride = 8

// look does of some pairs what [Model.All] does, and returns those of which that is least or more. Of others it may leave out trees.
func (f *forest) look(out *sums, s slate, pairs uint64, least float64) uint64 {
	*out = sums{}
	for i := range f.trees {
		if i%stride == 0 {
			pairs = out.from(least-f.rest[i], pairs)
		}
		if pairs == 0 {
			return 0
		}
		f.trees[i].add(out, s, pairs)
	}
	return out.from(least, pairs)
}
