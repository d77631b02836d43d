package name

import (
	"rashomon/entity/name/chain"
	"rashomon/network"
)

// A work is the memory that one goroutine needs to find names, used anew for every chunk.
type work struct {
	network     *network.Work
	forms       []string
	categories  []uint8
	sequences   []network.Sequence
	both        []float32 // scores of labels, and of those within names beside them
	scores      []float32
	innerScores []float32
	path        chain.Path
	lattice     chain.Lattice
	found       []Name
}
