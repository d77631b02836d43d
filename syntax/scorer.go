package syntax

import (
	"rashomon/network"
	"rashomon/network/matrix"
)

// A scorer is the network that scores the tags, heads and relations of tokens:
//
//	forms ─> encoder ─┬─> tagger ─> tags
//	                  ├─> dependent ─> query ┐
//	                  ├─> key ───────────────┴─> arcs
//	                  └─> relation, governor ──> relations
type scorer struct {
	encoder          *network.Encoder
	tagger           *network.Tagger
	dependent, query network.Layer
	key              network.Layer
	rootKey          []float32 // in place of the key of a token
	relation, govern network.Layer
	rootGovernor     []float32
	relations        network.Layer

	arc, pair int // the widths of keys, and of what relations are told from
}

func readScorer(f *network.File, vectors *network.Vectors) (*scorer, error) {
	r := &network.LayerReader{File: f}
	n := &scorer{
		encoder:   r.Encoder(vectors),
		dependent: r.Layer("dependent"), query: r.Layer("query"), key: r.Layer("key"), rootKey: f.Float32("root key"),
		relation: r.Layer("relation"), govern: r.Layer("govern"), rootGovernor: f.Float32("root governor"),
		relations: r.Layer("relations"),
	}
	n.tagger = r.Tagger(n.encoder)
	if r.Err == nil {
		n.arc, n.pair = n.key.Outputs(), n.relation.Outputs()
		n.fit(r)
	}
	return n, r.Err
}

// fit verifies that the layers have the same widths where they meet.
func (n *scorer) fit(r *network.LayerReader) {
	hidden := n.encoder.HiddenWidth()
	r.Fit("dependent", n.dependent.Inputs(), hidden)
	r.Fit("query", n.query.Inputs(), n.dependent.Outputs())
	r.Fit("query", n.query.Outputs(), n.arc)
	r.Fit("key", n.key.Inputs(), hidden)
	r.Fit("root key", len(n.rootKey), n.arc)
	r.Fit("relation", n.relation.Inputs(), hidden)
	r.Fit("govern", n.govern.Inputs(), hidden)
	r.Fit("govern", n.govern.Outputs(), n.pair)
	r.Fit("root governor", len(n.rootGovernor), n.pair)
	r.Fit("relations", n.relations.Inputs(), n.pair)
}

// scores are what the network says of the tokens of a chunk, a row for each.
type scores struct {
	tags       []float32
	query, key []float32 // of arcs: their product is the score
	relation   []float32 // of the token as a dependent
	governor   []float32 // and as a head
}

// run passes the forms of a chunk through all that does not depend on the tree.
func (n *scorer) run(w *work) scores {
	rows := len(w.forms)
	e := n.encoder.Encode(w.network, w.forms, nil, w.sequences)
	var s scores
	s.tags = network.Resize(&w.tags, rows*n.tagger.Labels())
	n.tagger.Score(w.network, s.tags, e)
	narrow := n.dependent.Squeeze(w.network, e.Hidden, rows)
	s.query = n.query.Apply(w.network, network.Resize(&w.query, rows*n.arc), narrow, rows)
	s.key = n.key.Squash(w.network, network.Resize(&w.key, rows*n.arc), e.Hidden, rows)
	s.relation = n.relation.Apply(w.network, network.Resize(&w.relation, rows*n.pair), e.Hidden, rows)
	s.governor = n.govern.Apply(w.network, network.Resize(&w.governor, rows*n.pair), e.Hidden, rows)
	return s
}

// heads returns the heads of the tokens of a block, which are the rows from first on: indexes in the block, -1 for the root.
func (n *scorer) heads(w *work, s scores, first, length int) []int {
	keys := network.Resize(&w.keys, (length+1)*n.arc)
	copy(keys, n.rootKey)
	copy(keys[n.arc:], s.key[first*n.arc:(first+length)*n.arc])
	w.arcs = network.Resize(&w.arcs, length*(length+1))
	clear(w.arcs)
	matrix.MultiplyRightTransposed(w.arcs, s.query[first*n.arc:(first+length)*n.arc], keys, length, length+1, n.arc)
	heads := network.Resize(&w.heads, length)
	w.graph.attach(heads, w.arcs)
	return heads
}

// relate scores the relations of the tokens of a block to their heads.
func (n *scorer) relate(w *work, s scores, first int, heads []int) []float32 {
	pairs := network.Resize(&w.pairs, len(heads)*n.pair)
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
	x := network.Squeeze(network.Resize(&w.narrow, len(pairs)), pairs)
	return n.relations.Apply(w.network, network.Resize(&w.relations, len(heads)*n.relations.Outputs()), x, len(heads))
}
