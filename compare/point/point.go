// Package point compares what accounts say on the points of a happening other than figures: whether, who, when, where and
// by what means.
//
// Clauses are set beside clauses of related documents (see [ground.Ground.Related]). Two that speak of the same thing, by
// one happening or by their predicates and content, are compared role by role: a rule each.
package point

import (
	"cmp"
	"fmt"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
)

// Compare returns the differences and agreements between clauses, sorted by id.
func Compare(g *ground.Ground) ([]rashomon.Difference, []rashomon.Agreement) {
	var differences []finding
	agreements := newAgreements(g)
	found := results(g)
	for _, r := range found {
		differences = append(differences, r.own...)
	}
	for _, r := range found {
		differences = append(differences, r.differences...)
		agreements.pairs = append(agreements.pairs, r.agreements...)
	}
	return asDifferences(differences), agreements.list()
}

func asDifferences(found []finding) []rashomon.Difference {
	var out []rashomon.Difference
	for _, f := range found {
		a, b := f.a, f.b
		if b.Passage.Less(a.Passage) {
			a, b = b, a
		}
		out = append(out, rashomon.Difference{
			ID: id("c", f), Kind: f.kind, A: a, B: b, Why: f.why, Rule: f.rule, Strength: f.strength,
		})
	}
	slices.SortStableFunc(out, func(a, b rashomon.Difference) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(out, func(a, b rashomon.Difference) bool { return a.ID == b.ID })
}

// id names a finding by its kind, rule and passages.
func id(letter string, f finding) string {
	return rashomon.ShortID(letter, fmt.Sprintf("%s %s %v %v", f.kind, f.rule, f.a.Passage, f.b.Passage))
}
