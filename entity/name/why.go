package name

import (
	"rashomon"
	"rashomon/network"
)

// A Reason tells what the network weighed for a stretch of tokens: the type that a name of just these tokens most
// likely has and the next, each with its share among all that could stand there. What is missing to 1 are no names, and
// names with other borders.
type Reason struct {
	Type, RunnerUp       rashomon.EntityType
	Share, RunnerUpShare float64
}

// Why reads the sentence of a span once more and tells what was weighed for it. A span that no block holds, as of two
// sentences, has no shares.
func (r *Recognizer) Why(doc *rashomon.Document, span rashomon.Span) Reason {
	w := r.works.Take()
	defer r.works.GiveBack(w)
	for b := range network.Blocks(doc) {
		if b.Start <= span.Start && span.Start < span.End && span.End <= b.End {
			r.score(w, doc, []network.Block{b})
			w.lattice.Sum(r.chain, w.scores, nil)
			return r.reason(w, span.Start-b.Start, span.End-b.Start)
		}
	}
	return Reason{}
}

func (r *Recognizer) reason(w *work, start, end int) Reason {
	var reason Reason
	for kind, kindName := range r.types {
		share := float64(w.lattice.Name(kind, start, end))
		switch {
		case reason.Type == "" || share > reason.Share:
			reason.RunnerUp, reason.RunnerUpShare = reason.Type, reason.Share
			reason.Type, reason.Share = kindName, share
		case reason.RunnerUp == "" || share > reason.RunnerUpShare:
			reason.RunnerUp, reason.RunnerUpShare = kindName, share
		}
	}
	return reason
}
