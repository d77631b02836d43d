package syntax

import (
	"math"
	"slices"

	"rashomon"
)

// A Reason tells why a token has what syntax says of it.
type Reason struct {
	UPOS, XPOS, Features, Lemma, Relation Choice
	// Head is chosen among the other tokens of the sentence and the root: answers are indexes in the document, as
	// decimal numbers would be no help; see HeadToken.
	Head Choice
}

// A Choice is the answer that was taken and the best of the others, each with its share: the scores of all answers put through
// the softmax, so that they add up to 1. Shares tell how far apart answers are, not how often such an answer is right.
type Choice struct {
	Answer, RunnerUp     string
	Share, RunnerUpShare float64
	Token, RunnerUpToken int // of a head: index in the document, or rashomon.None for the root; else rashomon.None
}

// Why parses the sentence of a token once more and tells what it weighed.
func (p *Parser) Why(doc *rashomon.Document, token int) Reason {
	w := p.works.Get().(*work)
	defer p.works.Put(w)
	var reason Reason
	for chunk := range chunks(doc) {
		if token >= chunk[len(chunk)-1].end {
			continue
		}
		s := p.score(w, doc, chunk)
		first := chunk[0].start
		reason = p.tagReason(w.forms[token-first], s.tags[(token-first)*p.labels.count():(token-first+1)*p.labels.count()])
		for _, b := range chunk {
			if b.start <= token && token < b.end {
				p.headReason(w, doc, s, b, first, token, &reason)
			}
		}
		break
	}
	return reason
}

// tagReason tells how the tags and the lemma of a form were chosen.
func (p *Parser) tagReason(form string, scores []float32) Reason {
	next := func(names func(int) string, count int) Choice {
		part := scores[:count]
		scores = scores[count:]
		return choice(part, best(part), names)
	}
	named := func(names []string) func(int) string { return func(i int) string { return names[i] } }
	l := p.labels
	return Reason{
		UPOS:     next(named(l.upos), len(l.upos)),
		XPOS:     next(named(l.xpos), len(l.xpos)),
		Features: next(named(l.features), len(l.features)),
		Lemma:    next(func(i int) string { return l.scripts[i].Apply(form) }, len(l.scripts)),
	}
}

// headReason tells how the head and the relation of a token were chosen.
func (p *Parser) headReason(w *work, doc *rashomon.Document, s scores, b block, first, token int, reason *Reason) {
	length, row := b.end-b.start, token-b.start
	heads := p.network.heads(w, s, b.start-first, length)
	scores := slices.Clone(w.arcs[row*(length+1) : (row+1)*(length+1)])
	scores[row+1] = float32(math.Inf(-1)) // no token is its own head
	form := func(column int) string {
		if column == 0 {
			return ""
		}
		return doc.Quote(doc.Tokens[b.start+column-1].Extent)
	}
	reason.Head = choice(scores, heads[row]+1, form)
	relations := p.network.relate(w, s, b.start-first, heads)
	each := len(p.labels.relations)
	scores = relations[row*each : (row+1)*each]
	reason.Relation = choice(scores, best(scores), func(i int) string { return p.labels.relations[i] })
}

// choice returns the answer that was taken and the best of the others.
func choice(scores []float32, taken int, name func(int) string) Choice {
	shares := softmax(scores)
	c := Choice{Answer: name(taken), Share: shares[taken]}
	shares[taken] = -1
	if other := slices.Index(shares, slices.Max(shares)); other != taken {
		c.RunnerUp, c.RunnerUpShare = name(other), shares[other]
	}
	return c
}

func softmax(scores []float32) []float64 {
	top := float64(slices.Max(scores))
	shares, sum := make([]float64, len(scores)), 0.0
	for i, score := range scores {
		shares[i] = math.Exp(float64(score) - top)
		sum += shares[i]
	}
	for i := range shares {
		shares[i] /= sum
	}
	return shares
}
