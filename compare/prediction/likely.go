package prediction

import (
	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// Candidates returns all pairs of what a document foretells and of what another account tells that may be what came of it.
func Candidates(g *ground.Ground, document string) []*Candidate {
	f := &finder{g: g, read: &scans{}}
	own := f.account(document)
	near := f.near(g.Digest(document))
	var out []*Candidate
	for _, t := range f.trials(own) {
		out = append(out, t.candidates(near)...)
	}
	return out
}

// candidates returns the clauses of other accounts that may tell what came.
func (t *trial) candidates(accounts []*account) []*Candidate {
	var out []*Candidate
	m := t.matter()
	for _, a := range accounts {
		if !t.mayKnow(a) {
			continue
		}
		if h, has := m.hear(a); has {
			out = append(out, t.within(a, h)...)
		}
	}
	return out
}

// mayKnow reports whether a document was published on a later day than the one that foretells, as far as both have one, and is
// no copy of it: of undated texts nobody can tell which was first, and on the same day most of what is told was known before.
// Otherwise three times as many predictions of news (coref/ecb+-dev) would be said to have come or not.
func (t *trial) mayKnow(a *account) bool {
	d := a.g.Head(a.document)
	made, known := day(t.d.Published), day(d.Published)
	return made != "" && known > made && !t.isOwn(d)
}

// leastHeld is how much of what was foretold a sentence must hold to be weighed.
const leastHeld = 0.3

// within returns the clauses of an account that may tell what came.
func (t *trial) within(a *account, h hearing) []*Candidate {
	var out []*Candidate
	s, open := a.scan(), a.openClauses()
	for sentence, sum := range h.sums {
		if sum < leastHeld {
			continue
		}
		for i := s.first[sentence]; i < s.first[sentence+1]; i++ {
			if _, told := s.told(i); !told || open[i] {
				continue
			}
			told := a.telling(i)
			if !t.isLater(told) || !t.isOfSame(told) {
				continue
			}
			if c := t.candidate(told, a, h); !c.isBare() && !c.isFormer() {
				out = append(out, c)
			}
		}
	}
	return out
}

// isBare reports whether nothing speaks for a clause but that it names the same parties.
func (c *Candidate) isBare() bool {
	return c.ToldSigns[toldBare] > 0 && c.ToldSigns[toldDeed] < akin && !c.telling.dated
}

// isFormer reports whether a clause tells of what was so before: the text that foretells tells of it as well, or it is in the
// past perfect.
func (c *Candidate) isFormer() bool {
	clause := &c.telling.d.Clauses[c.telling.clause]
	return c.ToldSigns[toldKnown] > 0 && !c.telling.dated || clause.Tense == digest.TensePast && clause.Perfect
}

// isOfSame reports whether nothing tells that a telling is of something else: of the same deed done to others, or done before.
func (t *trial) isOfSame(told *telling) bool {
	if stem(t.core()) != stem(told.gist.core()) {
		return true
	}
	isNone := told.gist.object.none && t.gist.object.head != "" && t.gist.object.kin(told.gist.object) <= 0 // "I signed no paper"
	return !isNone && !t.gist.isOtherDeed(told.gist) && !t.isBefore(told)
}

// likely returns what came of something foretold as far as signs make it likely, and the clauses that tell it, the likeliest
// first.
func (t *trial) likely(accounts []*account) (rashomon.Outcome, []verdict) {
	var verdicts []verdict
	for _, c := range t.candidates(accounts) {
		if outcome, odds := known().weights.outcome(c); outcome != rashomon.OutcomeOpen {
			verdicts = append(verdicts, verdict{telling: c.telling, outcome: outcome, kinship: odds, likely: true})
		}
	}
	return decide(verdicts)
}
