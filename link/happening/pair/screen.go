package pair

import (
	"math"
	"slices"
)

// late reports whether a feature costs so much that it is found only of events that may be the same by all others.
func late(f Feature) bool { return f >= NearestHeads }

// screen returns trees that do not ask of late features. Their values are no less than those of a model, whatever the late features
// are: where that asks of one, both ways are gone.
func (m Model) screen() Model {
	out := make(Model, len(m))
	for i, tree := range m {
		tree.screen(&out[i], []int32{0}, Depth)
	}
	return out
}

// screen adds to a screen what stands below some nodes of a tree, all of which may be reached, with so many levels at most.
func (t Tree) screen(out *Tree, reached []int32, levels int) {
	reached = t.known(reached)
	at := slices.IndexFunc(reached, func(node int32) bool { return t[node].Below != 0 })
	if at < 0 || levels == 0 {
		*out = append(*out, Node{Value: t.most(reached)})
		return
	}
	asked, self := t[reached[at]], len(*out)
	*out = append(*out, Node{Feature: asked.Feature, Threshold: asked.Threshold})
	on := slices.Clone(reached)
	on[at] = asked.Below
	(*out)[self].Below = int32(len(*out))
	t.screen(out, on, levels-1)
	on[at] = asked.Above
	(*out)[self].Above = int32(len(*out))
	t.screen(out, on, levels-1)
}

// known returns nodes with what stands below them in the place of those that ask of late features.
func (t Tree) known(nodes []int32) []int32 {
	var out []int32
	for _, node := range nodes {
		if n := t[node]; n.Below != 0 && late(n.Feature) {
			out = append(out, t.known([]int32{n.Below, n.Above})...)
		} else {
			out = append(out, node)
		}
	}
	return out
}

// most returns the greatest value below some nodes.
func (t Tree) most(nodes []int32) float64 {
	most := math.Inf(-1)
	for _, node := range nodes {
		if n := t[node]; n.Below == 0 {
			most = max(most, n.Value)
		} else {
			most = max(most, t.most([]int32{n.Below, n.Above}))
		}
	}
	return most
}
