package network

// poolKept is the number of goroutines whose memory a pool keeps for the next document.
const poolKept = 16

// A Pool keeps the memory of goroutines for later ones. A sync.Pool would do the same but for the garbage collector, which
// empties it now and then and with it what a Work remembers of words. It is safe for concurrent use.
type Pool[W any] struct {
	kept  chan W
	fresh func() W
}

// NewPool returns an empty pool that makes what it does not have.
func NewPool[W any](fresh func() W) *Pool[W] {
	return &Pool[W]{kept: make(chan W, poolKept), fresh: fresh}
}

// Take returns kept memory, or new.
func (p *Pool[W]) Take() W {
	select {
	case w := <-p.kept:
		return w
	default:
		return p.fresh()
	}
}

// GiveBack keeps memory for the next who takes, unless enough is kept.
func (p *Pool[W]) GiveBack(w W) {
	select {
	case p.kept <- w:
	default:
	}
}
