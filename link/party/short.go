package party

import (
	"cmp"
	"slices"

	"rashomon"
)

// What a short name needs to be taken for a full one: company, and more of it than any other full name has.
const (
	leastCompanyShort     = 1.0
	leastCompanyFrequent  = 3.0 // of a name that very many bear
	leastCompanyDescribed = 2.0 // of a description
	mostCompany           = 4.0 // more tells no more, but for who stands beside the name
	leastLead             = 0.75
)

// A candidate is a cluster that a short name may stand for.
type candidate struct {
	cluster *cluster
	node    *node // of the cluster, whose name fits best
	within  int
	weight  float64
	agreement
}

// shelved returns what a cluster is found by: what short names have in common with it, with its fellows and documents.
func (c *cluster) shelved() shelved {
	var thing shelved
	for _, n := range c.nodes {
		thing.keys, thing.fellows = append(thing.keys, n.shortKeys()...), append(thing.fellows, n.keysOf(n.near)...)
	}
	for _, f := range c.functions {
		thing.keys = append(thing.keys, functionKey(f.what))
	}
	return shelved{sorted(thing.keys), sorted(thing.fellows)}
}

// leads reports whether a candidate is so much better than the next that it must be the one: the document itself
// names it in full, or it has more company.
func (c *candidate) leads(next *candidate) bool {
	return c.within > next.within || c.within == next.within && c.weight-next.weight >= leastLead
}

// consider returns a cluster as a candidate for a short name, if it may stand for it.
func consider(s *node, c *cluster) (candidate, bool) {
	found := candidate{cluster: c}
	found.name(s.first())
	return found, found.score > 0 && c.mayTake(s.first()) && found.weigh(s)
}

// mayTake reports whether nothing forbids that a short name stands for a cluster.
func (c *cluster) mayTake(s *profile) bool {
	for _, n := range c.nodes {
		if contradict(n.first(), s) || !c.called && differInName(n.first(), s) {
			return false
		}
	}
	return c.fits(s)
}

// compareCandidates puts the better one first.
func compareCandidates(a, b candidate) int {
	return cmp.Or(
		cmp.Compare(b.within, a.within), cmp.Compare(b.weight, a.weight), byFirst(a.node, b.node),
	)
}

// name finds the node of a candidate whose name another stands for best.
func (c *candidate) name(s *profile) {
	if s.description != nil {
		c.agreement, c.node = c.cluster.isDescribed(s)
		return
	}
	for _, n := range c.cluster.nodes {
		if a := shortFor(s, n.first()); a.score > c.score {
			c.agreement, c.node = a, n
		}
	}
}

// weigh tells how much company a short name has in a candidate. It reports whether that is enough.
func (c *candidate) weigh(s *node) bool {
	var all company
	for _, n := range c.cluster.nodes {
		one := shared(s, n)
		all = company{max(all.unlisted, one.unlisted), max(all.listed, one.listed), max(all.near, one.near)}
	}
	c.within = c.cluster.within(s.first())
	evidence := all.weight()
	if s.first().description == nil {
		evidence += alikeness(s.first(), c.node.first())
	}
	// Names that agree better count like company: a tenth is a fellow.
	c.weight = min(evidence-all.beside(), mostCompany) + all.beside() + 10*c.score
	return c.within > 0 || evidence >= s.first().leastCompany()
}

// leastCompany returns how much company a short name needs.
func (p *profile) leastCompany() float64 {
	switch {
	case p.description != nil:
		return leastCompanyDescribed
	case p.class == classPerson && inClass("frequent", p.main().words[0]):
		return leastCompanyFrequent
	}
	return leastCompanyShort
}

// within tells whether the document of a short name names a cluster in full: 1, or 2 if it is who published it.
func (c *cluster) within(s *profile) int {
	worth := 0
	for _, p := range c.in(s.context) {
		worth = max(worth, 1)
		if p.isSource {
			worth = 2
		}
	}
	return worth
}

// shortFor tells how well a short name stands for a full one.
func shortFor(s, full *profile) agreement {
	word := s.main().words[0]
	if s.isPlural {
		return agreement{} // "Islamists" are no short name
	}
	if s.main().acronym != "" {
		if a := acronymFor(s, full); a.score > 0 {
			return a
		}
	}
	if full.class == classPerson && s.person != nil && full.isFull() && len(s.person.words) == 1 {
		score := familyName(s.person.words[0], full.main())
		switch {
		case s.class != classPerson && score < 1:
			score = 0
		case s.class == classBody:
			score *= scoreOtherClass
		}
		return agreement{score, "name/family", s.main().text, full.main().text}
	}
	if s.isCertain() && s.class != full.class || full.class == classPerson {
		return agreement{}
	}
	for _, f := range full.forms {
		switch {
		case len(f.words) == 1 && f.words[0] == word:
			return agreement{0.9, "name/same", s.main().text, f.text}
		case len(f.words) == 1 && s.mayBePlace() && full.mayBePlace() && spelledAlike(f.words[0], word) > leastAlikeWord:
			return agreement{0.85, "name/spelling", s.main().text, f.text}
		case f.joined == word: // "Fish Market", "Fishmarket"
			return agreement{0.9, "name/spelling", s.main().text, f.text}
		}
		if len(f.words) > 1 && f.words[f.head] == word && s.isBodyLike() && full.isBodyLike() {
			return agreement{0.9, "name/short", s.main().text, f.text}
		}
		if f.isCompanyOf(word) && (s.class != classPerson || !s.isCertain()) {
			return agreement{0.85, "name/short", s.main().text, f.text}
		}
		isBuilding := full.kind == rashomon.EntityFacility
		isTown := s.kind == rashomon.EntityPlace // "Velm" is not Velm Airport
		if len(f.words) == 2 && f.words[1-f.head] == word && isBuilding && !isTown && s.class != classPerson {
			return agreement{0.85, "name/short", s.main().text, f.text}
		}
	}
	return agreement{}
}

// isOnlyPartOf reports whether a name of one word stands in the name of a candidate without saying what that is: "Velm" in
// "Velm station".
func (s *seeker) isOnlyPartOf(c candidate) bool {
	word := s.first().main().words[0]
	return s.first().description == nil && c.rule == "name/short" && !slices.ContainsFunc(c.node.first().forms, func(f *form) bool {
		return f.head >= 0 && f.words[f.head] == word
	})
}

// scoreOtherClass is how sure it is that a name stands for a person that its reader took for an organisation's.
const scoreOtherClass = 0.75

// mayBePlace reports whether a profile is of a place, or of something of which no more is known than its name.
func (p *profile) mayBePlace() bool {
	return p.class == classPlace || p.class == classThing && !p.isCertain()
}

// isBodyLike reports whether a profile is of what may be called by the noun in its name: "the Centre".
func (p *profile) isBodyLike() bool {
	return p.class == classBody || p.kind == rashomon.EntityFacility
}

// acronymFor tells how well an acronym stands for a full name: the document of either gives both, or its letters are
// the first of the name's words.
func acronymFor(s, full *profile) agreement {
	best := agreement{}
	for _, f := range full.forms {
		score := expands(f, s.main().acronym) * 0.95
		if f.acronym == s.main().acronym {
			score = 1
		}
		if score > best.score {
			best = agreement{score, "name/acronym", s.main().text, full.main().text}
		}
	}
	return best
}
