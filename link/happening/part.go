package happening

import (
	"cmp"
	"slices"

	"rashomon/link/happening/pair"
)

// parts unites clusters with those that they are told as the outcome of, and finds of what larger one each of the others is
// a part.
type parts struct {
	clusters  *clusterer
	documents []int32 // of each event: the number of its document
	ballots   []ballot
	whole     map[int32]int32 // of each cluster that is a part: of which one
}

// A ballot is that a document tells one cluster as a part of another, or as its outcome.
type ballot struct {
	part, whole, document int32
	isOutcome             bool
}

func (b ballot) compare(c ballot) int {
	return cmp.Or(cmp.Compare(b.part, c.part), cmp.Compare(b.whole, c.whole), cmp.Compare(b.document, c.document))
}

// A vote is how many ballots say that a cluster is the outcome of another, or a part of it, and of how many documents they are.
type vote struct {
	whole                      int32
	outcome, within, documents int
}

func newParts(c *clusterer, documents []int32) *parts {
	return &parts{clusters: c, documents: documents, whole: map[int32]int32{}}
}

// count counts what an edge says of the clusters of its events, before any was united with another.
func (p *parts) count(e edge) {
	a, b := p.clusters.rootOf(e.a), p.clusters.rootOf(e.b)
	for _, told := range [...]struct {
		part, whole int32
		kind        pair.Part
	}{{b, a, e.part}, {a, b, e.back}} {
		if told.kind == pair.PartNone || told.part == told.whole {
			continue
		}
		p.ballots = append(p.ballots, ballot{told.part, told.whole, p.documents[e.a], told.kind == pair.PartOutcome})
	}
}

// unite goes through the clusters in their order and asks of each what most documents tell it as a part of.
func (p *parts) unite(grain Grain) {
	slices.SortFunc(p.ballots, ballot.compare)
	for ballots := p.ballots; len(ballots) > 0; {
		part, n := ballots[0].part, 1
		for n < len(ballots) && ballots[n].part == part {
			n++
		}
		most := mostVoted(ballots[:n])
		ballots = ballots[n:]
		switch part, whole := p.clusters.rootOf(part), p.clusters.rootOf(most.whole); {
		case part == whole, p.clusters.mustStayApart(part, whole):
		case grain == Coarse && most.outcome > most.within:
			p.join(part, whole)
		default:
			p.whole[part] = most.whole
		}
	}
	for part, whole := range p.whole {
		if p.clusters.rootOf(part) == p.clusters.rootOf(whole) {
			delete(p.whole, part)
		}
	}
}

// mostVoted counts sorted ballots on one part: it returns the vote of most documents, of equals that on the first whole.
func mostVoted(ballots []ballot) vote {
	var most, v vote
	for i, b := range ballots {
		isNew := i == 0 || ballots[i-1].whole != b.whole
		if isNew {
			v = vote{whole: b.whole}
		}
		if isNew || ballots[i-1].document != b.document {
			v.documents++
		}
		if b.isOutcome {
			v.outcome++
		} else {
			v.within++
		}
		if v.documents > most.documents || v.whole == most.whole {
			most = v
		}
	}
	return most
}

// join puts the events of the later of two clusters to those of the earlier.
func (p *parts) join(a, b int32) {
	a, b = min(a, b), max(a, b)
	p.clusters.append(a, b)
	if whole, known := p.whole[b]; known {
		delete(p.whole, b)
		if _, taken := p.whole[a]; !taken {
			p.whole[a] = whole
		}
	}
}
