// Package point compares what accounts say on the points of a happening other than figures: whether, who, when, where and
// by what means.
//
// Clauses are set beside clauses of related documents (see [ground.Ground.Related]). Two that speak of the same thing, by
// one happening or by their predicates and content, are compared role by role: a rule each.
package point

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
)

// Compare returns the differences and agreements between clauses, sorted by id.
func Compare(g *ground.Ground) ([]rashomon.Difference, []rashomon.Agreement) {
	of := map[string][]telling{}
	told := func(document string) []telling {
		if _, known := of[document]; !known {
			of[document] = tellings(g, g.Digest(document))
		}
		return of[document]
	}
	rebutted := map[string][]rebuttalOf{}
	var differences []finding
	agreements := newAgreements(g)
	for _, d := range g.Digests {
		found, rebuts := rebuttals(told(d.Document))
		differences = append(append(differences, found...), inside(told(d.Document))...)
		rebutted[d.Document] = rebuts
	}
	for _, pair := range g.Related() {
		a, b := told(pair[0]), told(pair[1])
		for i := range a {
			for j := range b {
				l := liken(&a[i], &b[j])
				differences = append(differences, differ(&a[i], &b[j], l)...)
				if f, found := agree(&a[i], &b[j], l); found {
					agreements.add(f)
				}
			}
		}
		differences = append(differences, labels(g.Digest(pair[0]), g.Digest(pair[1]))...)
		differences = append(differences, reach(rebutted[pair[0]], b)...)
		differences = append(differences, reach(rebutted[pair[1]], a)...)
	}
	return asDifferences(g, differences), agreements.list()
}

// differ returns what the rules find between two tellings.
func differ(a, b *telling, l likeness) []finding {
	found := roles(a, b, l)
	for _, rule := range []func(a, b *telling, l likeness) (finding, bool){denial, opposition, upperHand, other} {
		if f, differs := rule(a, b, l); differs {
			found = append(found, f)
		}
	}
	return found
}

// inside returns what differs within one document between the words of different holders.
func inside(tellings []telling) []finding {
	var found []finding
	for i := range tellings {
		for j := i + 1; j < len(tellings); j++ {
			a, b := &tellings[i], &tellings[j]
			if !slices.Equal(a.side().Holders, b.side().Holders) {
				found = append(found, differ(a, b, liken(a, b))...)
			}
		}
	}
	return found
}

func reach(rebutted []rebuttalOf, tellings []telling) []finding {
	var found []finding
	for _, r := range rebutted {
		for i := range tellings {
			if f, reaches := reached(r, &tellings[i]); reaches {
				found = append(found, f)
			}
		}
	}
	return found
}

func asDifferences(g *ground.Ground, found []finding) []rashomon.Difference {
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
	slices.SortFunc(out, func(a, b rashomon.Difference) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(out, func(a, b rashomon.Difference) bool { return a.ID == b.ID })
}

// id names a finding by its kind, rule and passages.
func id(letter string, f finding) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %v %v", f.kind, f.rule, f.a.Passage, f.b.Passage))
	return letter + hex.EncodeToString(sum[:6])
}
