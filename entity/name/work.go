package name

import (
	"rashomon/entity/name/chain"
	"rashomon/network"
)

// A work is the memory that one goroutine needs to find names, used anew for every chunk.
type work struct {
	network    *network.Work
	forms      []string
	categories []uint8
	sequences  []network.Sequence
	scores     []float32
	path       chain.Path
	lattice    chain.Lattice
	found      []Name
}

// worksKept is the number of goroutines whose memory is kept for the next document. A sync.Pool would do the same but
// for the garbage collector, which empties it now and then and with it what the works remember of words.
const worksKept = 16

func (r *Recognizer) take() *work {
	select {
	case w := <-r.works:
		return w
	default:
		return &work{network: r.encoder.NewWork()}
	}
}

func (r *Recognizer) giveBack(w *work) {
	select {
	case r.works <- w:
	default:
	}
}
