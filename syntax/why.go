package syntax

import (
	"math"
	"slices"
	"strconv"

	"rashomon"
	"rashomon/network"
)

// A Reason tells why a token has what syntax says of it. A head is told as the token's id and its form, "w7 said", or as
// "root".
type Reason struct {
	UPOS, XPOS, Features, Lemma, Head, Relation Choice
}

// A Choice is the answer that was taken and the best of the others, each with its share: the scores of all answers put
// through the softmax, so that they add up to 1. Shares tell how far apart answers are, not how often such an answer is
// right. Of tags, which have to go together, and of heads, which have to make a tree, the answer may have the smaller share.
// There is no runner-up where there was no choice.
type Choice struct {
	Answer, RunnerUp     string
	Share, RunnerUpShare float64
}

// Why parses the sentence of a token once more and tells what it weighed.
func (p *Parser) Why(doc *rashomon.Document, token int) Reason {
	w := p.works.Take()
	defer p.works.GiveBack(w)
	b, root := p.blockOf(w, doc, token)
	s := p.score(w, doc, []network.Block{b})
	row := token - b.Start
	reason := p.tagReason(w.forms[row], s.tags[row*p.labels.count():(row+1)*p.labels.count()])
	heads := p.scorer.heads(w, s, 0, b.End-b.Start)
	reason.Head = p.headChoice(w, heads, row, func(head int) string {
		if head < 0 {
			return root
		}
		return tokenName(doc, b.Start+head)
	})
	reason.Relation = p.relationChoice(w, s, b, heads, row)
	return reason
}

// blockOf returns the block of a token, and what the root of that block hangs on.
func (p *Parser) blockOf(w *work, doc *rashomon.Document, token int) (b network.Block, root string) {
	for b = range network.Blocks(doc) {
		if b.Begins {
			root = rootRelation
		}
		if token < b.End {
			return b, root
		}
		if b.Begins && token < doc.Sentences[doc.SentenceOf(b.Start)].Span.End {
			heads := p.scorer.heads(w, p.score(w, doc, []network.Block{b}), 0, b.End-b.Start)
			root = tokenName(doc, b.Start+slices.Index(heads, -1))
		}
	}
	return b, root
}

func tokenName(doc *rashomon.Document, token int) string {
	return "w" + strconv.Itoa(token+1) + " " + doc.Quote(doc.Tokens[token].Extent)
}

// tagReason tells how the tags and the lemma of a form were chosen. The tags have to go together, too.
func (p *Parser) tagReason(form string, scores []float32) Reason {
	l := p.labels
	upos, xpos, features, scripts := l.questions(scores)
	t := l.bestTags(upos, xpos, features)
	named := func(names []string) func(int) string { return func(i int) string { return names[i] } }
	lemma := func(i int) string {
		if l.upos[t.upos] == "VERB" {
			return p.scorer.verb(l.scripts[i].Apply(form))
		}
		return l.scripts[i].Apply(form)
	}
	return Reason{
		UPOS:     choice(upos, t.upos, named(l.upos)),
		XPOS:     choice(xpos, t.xpos, named(l.xpos)),
		Features: choice(features, t.features, named(l.features)),
		Lemma:    choice(scripts, best(scripts), lemma),
	}
}

// headChoice tells how the head of a row's token was chosen, with names for the heads.
func (p *Parser) headChoice(w *work, heads []int, row int, name func(head int) string) Choice {
	columns := len(heads) + 1
	scores := slices.Clone(w.arcs[row*columns : (row+1)*columns])
	scores[row+1] = float32(math.Inf(-1)) // no token is its own head
	return choice(scores, heads[row]+1, func(column int) string { return name(column - 1) })
}

// relationChoice tells how the relation of a row's token was chosen.
func (p *Parser) relationChoice(w *work, s scores, b network.Block, heads []int, row int) Choice {
	if heads[row] < 0 {
		var hung rashomon.Token
		hang(b, &hung, 0, new(int))
		return Choice{Answer: hung.Relation, Share: 1}
	}
	relations := p.scorer.relate(w, s, 0, heads)
	each := len(p.labels.relations)
	scores := relations[row*each : (row+1)*each]
	return choice(scores, p.labels.relation(scores), func(i int) string { return p.labels.relations[i] })
}

// choice returns the answer that was taken and the best of the others.
func choice(scores []float32, taken int, name func(int) string) Choice {
	shares := softmax(scores)
	c := Choice{Answer: name(taken), Share: shares[taken]}
	for i, share := range shares {
		if share > c.RunnerUpShare && name(i) != c.Answer { // two scripts may make the same lemma
			c.RunnerUp, c.RunnerUpShare = name(i), share
		}
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
