package party

import (
	"math"
	"slices"
	"strings"
)

// compare tells how well two nodes with full names agree, or that they do not.
func compare(n, m *node) agreement {
	if contradict(n.first(), m.first()) {
		return agreement{}
	}
	best := bestName(n.first(), m.first())
	if best.score == 0 {
		return best
	}
	if company := shared(n, m); company.weight()+alikeness(n.first(), m.first()) < needed(n.first(), m.first(), best) {
		return agreement{}
	}
	return best
}

// bestName returns how the names of two profiles agree best.
func bestName(p, q *profile) agreement {
	best := agreement{}
	for _, f := range p.forms {
		for _, g := range q.forms {
			if a := sameName(p, q, f, g); a.score > best.score {
				best = a
			}
		}
	}
	return best
}

// sameName compares two names of two profiles by what they are names of.
func sameName(p, q *profile, f, g *form) agreement {
	switch {
	case len(f.words) < 2 || len(g.words) < 2:
		return sameWord(p, q, f, g)
	case p.class == classPerson && q.class == classPerson:
		return samePerson(f, g)
	case p.class == classPerson || q.class == classPerson:
		if p.person == nil || q.person == nil || len(p.person.words) < 2 || len(q.person.words) < 2 {
			return agreement{}
		}
		return samePerson(p.person, q.person)
	}
	return sameBody(f, g)
}

// sameWord compares names of one word, which places have, and others that are listed.
func sameWord(p, q *profile, f, g *form) agreement {
	if len(f.words) != 1 || len(g.words) != 1 {
		return agreement{}
	}
	x, y := f.words[0], g.words[0]
	switch {
	case x == y:
		return agreement{0.95, "name/same", f.text, g.text}
	case p.class != q.class || p.class != classPlace:
		return agreement{}
	case isAdjectiveOf(x, y) || isAdjectiveOf(y, x):
		return agreement{0.9, "name/adjective", f.text, g.text}
	case spelledAlike(x, y) > leastAlikeWord:
		return agreement{0.9, "name/spelling", f.text, g.text}
	}
	return agreement{}
}

// needed returns how much company two nodes need beside a name: the less, the better the names agree. Only the same
// full name of a person needs none.
func needed(p, q *profile, a agreement) float64 {
	switch {
	case a.score == 0:
		return math.Inf(1)
	case p.class != q.class:
		return 2
	case p.class == classPerson && a.score == 1 && !p.needsContext():
		return 0
	}
	return 1
}

// alikeness returns what two profiles tell that speaks for one party besides names and company.
func alikeness(p, q *profile) float64 {
	score := 0.0
	if p.country != "" && p.country == q.country {
		score += 0.25
	}
	if slices.ContainsFunc(p.functions, func(f function) bool { return slices.ContainsFunc(q.functions, f.fits) }) {
		score++
	}
	return score
}

// sameTitle reports whether a title is another with words before it: "minister", "interior minister".
func sameTitle(a, b string) bool {
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}

// shared returns the company that two nodes have in common.
func shared(n, m *node) company {
	without := slices.Concat(n.own, m.own)
	c := company{}
	c.unlisted, c.listed = common(n.fellows, m.fellows, without)
	near, nearListed := common(n.near, m.near, without)
	c.near = near + nearListed
	return c
}

// contradict reports whether what two profiles tell forbids that they are one.
func contradict(p, q *profile) bool {
	switch {
	case p.listed != "" && q.listed != "":
		return p.listed != q.listed
	case p.gender != genderNone && q.gender != genderNone && p.gender != q.gender, p.place != "" && q.place != "" && p.place != q.place:
		return true
	case p.class == classPlace && q.class == classPlace && farApart(p, q):
		return true
	case p.class != q.class:
		return p.isCertain() && q.isCertain()
	case p.country != "" && q.country != "" && p.country != q.country:
		return true
	case p.class == classPerson && p.isFull() && q.isFull():
		return samePerson(p.main(), q.main()).score == 0
	}
	return false
}

// differInName reports whether two profiles have full names that are not of one thing.
func differInName(p, q *profile) bool {
	switch {
	case p.class == classPerson || q.class == classPerson || !p.isFull() || !q.isFull():
		return false
	case p.listed != "" && p.listed == q.listed, p.isLocated() && q.isLocated():
		return false
	}
	for _, f := range p.forms {
		same := func(g *form) bool { return len(f.words) > 1 && len(g.words) > 1 && sameBody(f, g).score > 0 }
		if slices.ContainsFunc(q.forms, same) {
			return false
		}
	}
	return true
}

// isCertain reports whether a profile's type rests on more than the look of its name.
func (p *profile) isCertain() bool {
	return p.listed != "" || p.location != nil || len(p.functions) > 0 || p.gender != genderNone
}

// A degree of latitude is this many kilometres.
const kilometresPerDegree = 111

// mostApart is how many kilometres two readings of a place's name may lie apart, beside their own sizes.
const mostApart = 60

// farApart reports whether the gazetteer takes two names for places apart from each other.
func farApart(p, q *profile) bool {
	a, b := p.location, q.location
	if a == nil || b == nil {
		return false
	}
	if a.GeoNames != 0 && a.GeoNames == b.GeoNames {
		return false
	}
	if a.Name == b.Name && a.Country == b.Country && a.Precision == b.Precision {
		return false
	}
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		return true
	}
	x := (a.Longitude - b.Longitude) * math.Cos((a.Latitude+b.Latitude)/2*math.Pi/180)
	return math.Hypot(a.Latitude-b.Latitude, x)*kilometresPerDegree > mostApart || a.Precision != b.Precision
}
