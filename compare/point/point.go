// Package point compares what accounts say on the points of a happening other than figures: whether, who, when, where and
// by what means.
//
// Clauses are set beside clauses of related documents (see [ground.Ground.Related]). Two that speak of the same thing, by
// one happening or by their predicates and content, are compared role by role: a rule each.
package point

import (
	"fmt"
	"math"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/compare/sorting"
)

// Compare returns the differences, which must not be changed, and agreements between clauses, sorted by id, and what else does not go
// together.
func Compare(g *ground.Ground) ([]*rashomon.Difference, []rashomon.Agreement, []*Contrast) {
	return Once().Compare(g)
}

// Compare does what the function of this name does. The ground must be the same each time.
func (x *Index) Compare(g *ground.Ground) ([]*rashomon.Difference, []rashomon.Agreement, []*Contrast) {
	found := x.update(g)
	agreements := x.agreements(g, found)
	var differences []*rashomon.Difference
	for _, r := range found.all {
		for i := range r.differences {
			differences = append(differences, &r.differences[i])
		}
	}
	if x.found != nil {
		x.exchange(found)
		return distinct(differences), agreements, x.order
	}
	n := 0
	for _, r := range found.all {
		n += len(r.contrasts)
		r.differences, r.agreed = nil, nil
	}
	return distinct(differences), agreements, appendContrasts(make([]*Contrast, 0, n), found.all)
}

func appendContrasts(contrasts []*Contrast, found []*result) []*Contrast {
	for _, r := range found {
		for i := range r.contrasts {
			contrasts = append(contrasts, &r.contrasts[i])
		}
	}
	return contrasts
}

// agreements returns what the pairs that agree make.
func (x *Index) agreements(g *ground.Ground, found exchange) []rashomon.Agreement {
	if x.circles != nil {
		return x.circles.update(g, found)
	}
	return newAgreements(g, found.all).list()
}

// Clashing returns all contrasts, whatever their odds: it is what the weights of the signs are learnt from.
func Clashing(g *ground.Ground) []*Contrast {
	_, _, contrasts := (&Index{least: math.Inf(-1), signs: true}).Compare(g)
	return contrasts
}

func asDifferences(found []finding) []rashomon.Difference {
	if len(found) == 0 {
		return nil
	}
	out := make([]rashomon.Difference, 0, len(found))
	for _, f := range found {
		out = append(out, *asDifference(f))
	}
	return out
}

func asDifference(f finding) *rashomon.Difference {
	a, b := f.a, f.b
	if b.Passage.Less(a.Passage) {
		a, b = b, a
	}
	return &rashomon.Difference{ID: id("c", f), Kind: f.kind, A: a, B: b, Why: f.why, Rule: f.rule, Strength: f.strength}
}

// distinct sorts differences by id, and returns the first of each.
func distinct(all []*rashomon.Difference) []*rashomon.Difference {
	sorting.ByID(all, func(d **rashomon.Difference) string { return (*d).ID })
	return slices.CompactFunc(all, func(a, b *rashomon.Difference) bool { return a.ID == b.ID })
}

// id names a finding by its kind, rule and passages.
func id(letter string, f finding) string {
	return rashomon.ShortID(letter, fmt.Sprintf("%s %s %v %v", f.kind, f.rule, f.a.Passage, f.b.Passage))
}
