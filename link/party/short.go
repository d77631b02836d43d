package party

import (
	"cmp"
	"slices"

	"rashomon"
)

// What a short name needs to be taken for a full one: company, and more of it than any other full name has.
const (
	leastCompany         = 1.0
	leastCompanyFrequent = 3.0 // of a name that very many bear
	mostCompany          = 4.0 // more tells no more, but for who stands beside the name
	leastLead            = 0.75
)

// A candidate is a cluster that a short name may stand for.
type candidate struct {
	cluster *cluster
	node    *node // of the cluster, whose name fits best
	within  int
	weight  float64
	agreement
}

// joinShort joins nodes with short names, and descriptions, to the clusters that they stand for. It returns the names that
// found none, and those that stay alone: names that may stand for several, and descriptions.
func joinShort(clusters []*cluster, short []*node) (left, alone []*node) {
	byKey := map[string][]*cluster{}
	for _, c := range clusters {
		for _, n := range c.nodes {
			for _, key := range n.shortKeys() {
				if list := byKey[key]; len(list) == 0 || list[len(list)-1] != c {
					byKey[key] = append(list, c)
				}
			}
		}
	}
	chosen := make([]*candidate, len(short))
	for i, s := range short {
		candidates := candidatesOf(s, byKey)
		switch {
		case len(candidates) == 0 && s.first().description == nil:
			left = append(left, s)
		case len(candidates) == 0, len(candidates) > 1 && !candidates[0].leads(&candidates[1]):
			alone = append(alone, s)
		default:
			chosen[i] = &candidates[0]
		}
	}
	for i, c := range chosen { // after all have been weighed, so that none depends on another
		if c != nil {
			c.cluster.absorb(newCluster(short[i]), newJoin(c.node.first(), short[i].first(), c.agreement))
		}
	}
	return left, alone
}

// leads reports whether a candidate is so much better than the next that it must be the one: the document itself names it
// in full, or it has more company.
func (c *candidate) leads(next *candidate) bool {
	return c.within > next.within || c.within == next.within && c.weight-next.weight >= leastLead
}

// candidatesOf returns the clusters that a short name may stand for, the best first.
func candidatesOf(s *node, byKey map[string][]*cluster) []candidate {
	var candidates []candidate
	seen := map[*cluster]bool{}
	for _, key := range s.first().shortKeys() {
		for _, c := range byKey[key] {
			if seen[c] {
				continue
			}
			seen[c] = true
			if found, fits := c.standsFor(s); fits {
				candidates = append(candidates, found)
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.within, a.within), cmp.Compare(b.weight, a.weight), compareElements(a.node.first().element, b.node.first().element))
	})
	return candidates
}

// standsFor tells how well a short name stands for a cluster.
func (c *cluster) standsFor(s *node) (candidate, bool) {
	best := candidate{cluster: c}
	for _, n := range c.nodes {
		if a := n.isMeant(s.first()); a.score > best.score {
			best.agreement, best.node = a, n
		}
	}
	if best.score == 0 || !mayJoin(c, newCluster(s)) {
		return best, false
	}
	var all company
	for _, n := range c.nodes {
		one := shared(s, n)
		all = company{max(all.unlisted, one.unlisted), max(all.listed, one.listed), max(all.near, one.near)}
	}
	evidence := all.weight() + alikeness(s.first(), best.node.first())
	least := leastCompany
	if s.first().class == classPerson && inClass("frequent", s.first().main().words[0]) {
		least = leastCompanyFrequent
	}
	if best.within = c.within(s.first()); best.within > 0 {
		evidence += leastCompany
	}
	// Names that agree better count like company: a tenth is a fellow.
	best.weight = min(evidence-all.beside(), mostCompany) + all.beside() + 10*best.score
	return best, evidence >= least
}

// within tells whether the document of a short name names a cluster in full: 1, or 2 if it is who published it.
func (c *cluster) within(s *profile) int {
	worth := 0
	for _, p := range c.documents[s.element.Document] {
		worth = max(worth, 1)
		if p.isSource {
			worth = 2
		}
	}
	return worth
}

// isMeant tells how well a short name, or a description, stands for a node.
func (n *node) isMeant(s *profile) agreement {
	if s.description != nil {
		return n.isDescribed(s)
	}
	return shortFor(s, n.first())
}

// shortFor tells how well a short name stands for a full one.
func shortFor(s, full *profile) agreement {
	word := s.main().words[0]
	if s.main().acronym != "" {
		if a := acronymFor(s, full); a.score > 0 {
			return a
		}
	}
	if full.class == classPerson && s.person != nil && full.isFull() && len(s.person.words) == 1 {
		score := familyName(s.person.words[0], *full.main())
		if s.class != classPerson && score < 1 {
			score = 0
		}
		return agreement{score, "name/family", quoted("%q is the family name of %q", s.main().text, full.main().text)}
	}
	if s.isCertain() && s.class != full.class || full.class == classPerson {
		return agreement{}
	}
	for _, f := range full.forms {
		if len(f.words) == 1 && f.words[0] == word {
			return agreement{0.9, "name/same", quoted("%q is the same name", f.text)}
		}
		if len(f.words) > 1 && f.words[f.head] == word && s.isBodyLike() && full.isBodyLike() {
			return agreement{0.9, "name/short", quoted("%q is short for %q", s.main().text, f.text)}
		}
		if len(f.words) == 2 && f.words[1-f.head] == word && full.entity.Type == rashomon.EntityFacility && s.entity.Type != rashomon.EntityPlace {
			return agreement{0.85, "name/short", quoted("%q is short for %q", s.main().text, f.text)}
		}
	}
	return agreement{}
}

// isBodyLike reports whether a profile is of what may be called by the noun in its name: "the Centre".
func (p *profile) isBodyLike() bool {
	return p.class == classBody || p.entity.Type == rashomon.EntityFacility
}

// acronymFor tells how well an acronym stands for a full name: the document of either gives both, or its letters are the
// first of the name's words.
func acronymFor(s, full *profile) agreement {
	best := agreement{}
	for _, f := range full.forms {
		score := expands(f, s.main().acronym) * 0.95
		if f.acronym == s.main().acronym {
			score = 1
		}
		if score > best.score {
			best = agreement{score, "name/acronym", quoted("%q stands for %q", s.main().text, full.main().text)}
		}
	}
	return best
}
