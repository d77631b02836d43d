package ground

import (
	"slices"

	"rashomon/digest"
)

// Walk returns the documents in an order in which related ones stand near each other, so that who goes through the pairs in it
// meets a document again soon or never. It must not be changed.
func (g *Ground) Walk() []string { return g.walk }

// fewAdded is the part of the documents of which so many may come that each takes its place in the walk that there was.
const fewAdded = 16

// setWalk finds the order, in which few documents that have come stand behind one that they are related to.
func (g *Ground) setWalk(added []*digest.Digest) {
	if fewAdded*len(added) > len(g.Digests) {
		g.walk = g.newWalk()
		return
	}
	for _, d := range added {
		last := len(g.walk) - 1
		for last >= 0 && !g.AreRelated(d.Document, g.walk[last]) {
			last--
		}
		if last < 0 {
			last = len(g.walk) - 1
		}
		g.walk = slices.Concat(g.walk[:last+1], []string{d.Document}, g.walk[last+1:])
	}
}

// A walker goes from document to document: next is always the one that most of the last ones are related to.
type walker struct {
	ground  *Ground
	walk    []string
	reached map[string]bool
	near    map[string]int // of documents that were not reached: how many of the last ones they are related to
}

// lastOnes is how many documents back a walk looks: about as many as tell of one story.
const lastOnes = 16

// newWalk finds the order.
func (g *Ground) newWalk() []string {
	w := walker{ground: g, reached: map[string]bool{}, near: map[string]int{}}
	for _, d := range g.Digests {
		for next := d.Document; next != "" && !w.reached[next]; next = w.nearest() {
			w.reach(next)
		}
	}
	return w.walk
}

func (w *walker) reach(document string) {
	w.walk, w.reached[document] = append(w.walk, document), true
	delete(w.near, document)
	w.add(document, 1)
	if left := len(w.walk) - 1 - lastOnes; left >= 0 {
		w.add(w.walk[left], -1)
	}
}

// add counts a document among the last ones, or no more.
func (w *walker) add(document string, n int) {
	for _, other := range w.ground.sites[document].neighbours {
		if w.reached[other] {
			continue
		}
		if w.near[other] += n; w.near[other] == 0 {
			delete(w.near, other)
		}
	}
}

// nearest returns the document that most of the last ones are related to, the first of several, or "".
func (w *walker) nearest() string {
	best, most := "", 0
	for document, n := range w.near {
		if n > most || n == most && document < best {
			best, most = document, n
		}
	}
	return best
}
