package syntax

import "rashomon/syntax/matrix"

// scores are what the network says of the tokens of a chunk, a row for each.
type scores struct {
	tags       []float32
	query, key []float32 // of arcs: their product is the score
	relation   []float32 // of the token as a dependent
	governor   []float32 // and as a head
}

// run passes the inputs of the recurrent layers through all that does not depend on the tree.
func (n *network) run(w *work, x []int16) scores {
	rows := len(w.forms)
	hidden := n.encode(w, x)
	var s scores
	both := resize(&w.both, rows*(n.hidden+n.width))
	beside(both, hidden, n.hidden, x, n.width)
	narrow := n.tagger.squeezed(w, both, rows)
	s.tags = n.tags.outputs(w, resize(&w.tags, rows*n.tags.weights.Outputs()), narrow, rows)
	narrow = n.dependent.squeezed(w, hidden, rows)
	s.query = n.query.outputs(w, resize(&w.query, rows*n.arc), narrow, rows)
	s.key = n.key.squashed(w, resize(&w.key, rows*n.arc), hidden, rows)
	s.relation = n.relation.outputs(w, resize(&w.relation, rows*n.pair), hidden, rows)
	s.governor = n.govern.outputs(w, resize(&w.governor, rows*n.pair), hidden, rows)
	return s
}

// encode passes the inputs through the recurrent layers.
func (n *network) encode(w *work, x []int16) []int16 {
	rows := len(w.forms)
	byLength(w.sequences)
	for i := range n.recurrent {
		out := resize(&w.layers[i%2], rows*n.hidden)
		size := n.recurrent[i][0].size
		n.recurrent[i][0].run(w, out, n.hidden, 0, x)
		n.recurrent[i][1].run(w, out, n.hidden, size, x)
		x = out
	}
	return x
}

// beside places the rows of two tables beside each other.
func beside(dst, a []int16, widthA int, b []int16, widthB int) {
	for len(dst) > 0 {
		copy(dst, a[:widthA])
		copy(dst[widthA:], b[:widthB])
		dst, a, b = dst[widthA+widthB:], a[widthA:], b[widthB:]
	}
}

// heads returns the heads of the tokens of a block, which are the rows from first on: indexes in the block, -1 for the root.
func (n *network) heads(w *work, s scores, first, length int) []int {
	keys := resize(&w.keys, (length+1)*n.arc)
	copy(keys, n.rootKey)
	copy(keys[n.arc:], s.key[first*n.arc:(first+length)*n.arc])
	w.arcs = resize(&w.arcs, length*(length+1))
	clear(w.arcs)
	matrix.MultiplyRightTransposed(w.arcs, s.query[first*n.arc:(first+length)*n.arc], keys, length, length+1, n.arc)
	heads := resize(&w.heads, length)
	w.graph.attach(heads, w.arcs)
	return heads
}

// relate scores the relations of the tokens of a block to their heads.
func (n *network) relate(w *work, s scores, first int, heads []int) []float32 {
	pairs := resize(&w.numbers, len(heads)*n.pair)
	for i, head := range heads {
		governor := n.rootGovernor
		if head >= 0 {
			governor = s.governor[(first+head)*n.pair:]
		}
		relation := s.relation[(first+i)*n.pair:]
		for j := range n.pair {
			pairs[i*n.pair+j] = relation[j] + governor[j]
		}
	}
	matrix.Tanh(pairs, pairs)
	x := resize(&w.narrow, len(pairs))
	matrix.Quantize(x, pairs, unit)
	return n.relations.outputs(w, resize(&w.relations, len(heads)*n.relations.weights.Outputs()), x, len(heads))
}
