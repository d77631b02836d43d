package position

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A stand is what one document has to show for or against a party.
type stand struct {
	sign    int
	passage evidence
	weight  float64
}

// Compare returns the differences between documents that may tell of the same: where they take opposite sides to a party,
// where they give it names of opposite valence, and what they call for where they take opposite sides. There are no agreements
// among them: to take the same side is no claim.
func Compare(g *ground.Ground) []rashomon.Difference {
	var out []rashomon.Difference
	for _, d := range g.Digests {
		out = append(out, Between(g, d.Document)...)
	}
	return out
}

// Between returns the differences between a document and those that are related to it and come after it.
func Between(g *ground.Ground, document string) []rashomon.Difference {
	var out []rashomon.Difference
	sides, names, causes := map[string]map[int]stand{}, map[string]map[int]stand{}, map[string]cause{}
	outcries := map[string]outcry{}
	after := g.After(document)
	for _, d := range append([]string{document}, after...) {
		stands := standsOf(g, d)
		sides[d], names[d], causes[d], outcries[d] = stands.sides, stands.names, stands.cause, stands.outcry
	}
	for _, other := range after {
		pair := [2]string{document, other}
		out = append(out, opposed(g, pair, sides, rashomon.PointPosition)...)
		out = append(out, opposed(g, pair, names, rashomon.PointName)...)
		out = append(out, opposedCalls(g, pair, causes, sides)...)
		out = append(out, rebuked(g, pair[0], pair[1], causes, sides)...)
		out = append(out, rebuked(g, pair[1], pair[0], causes, sides)...)
		out = append(out, praised(g, pair[0], pair[1], outcries, sides)...)
		out = append(out, praised(g, pair[1], pair[0], outcries, sides)...)
	}
	return out
}

// stands are what one document has to show, by party, in sides that it takes and in names that it gives, and what it stands for.
type stands struct {
	sides, names map[int]stand
	cause        cause
	outcry       outcry
}

func standsOf(g *ground.Ground, document string) stands {
	return ground.Draw(g, "stands", document, func(d *digest.Digest) stands {
		w := newWitness(g, d)
		of := stands{sides: sidesOf(g, w.d), names: w.namesOf()}
		of.cause = w.causeOf(of.sides)
		again := newWitness(g, d)
		of.outcry = again.outcryOf(again.evidence())
		return of
	})
}

// sidesOf returns the sides that a document takes, by party, with the strongest passage of each. That somebody speaks for
// himself is no passage to set against another one.
func sidesOf(g *ground.Ground, d *digest.Digest) map[int]stand {
	out := map[int]stand{}
	for _, s := range standingsOf(g, d.Document) {
		plain := slices.IndexFunc(s.evidence, func(e evidence) bool { return e.own && !e.self })
		if sign := s.position.Stance; sign != 0 && plain >= 0 {
			out[s.party] = stand{sign, s.evidence[plain], s.weight}
		}
	}
	return out
}

// namesOf returns, by party, the first name of each that takes a side, where none takes the other.
func (w *witness) namesOf() map[int]stand {
	w.names()
	out := map[int]stand{}
	for party, all := range w.found {
		first := all[0]
		if first.own && !slices.ContainsFunc(all, func(e evidence) bool { return e.sign != first.sign }) {
			out[party] = stand{first.sign, first, first.weight}
		}
	}
	return out
}

// opposed returns a difference for every party that one document of a pair is for and the other against.
func opposed(g *ground.Ground, pair [2]string, stands map[string]map[int]stand, kind rashomon.PointKind) []rashomon.Difference {
	var out []rashomon.Difference
	first, second := stands[pair[0]], stands[pair[1]]
	for _, party := range slices.Sorted(maps.Keys(first)) {
		a, b := first[party], second[party]
		if a.sign*b.sign >= 0 {
			continue
		}
		out = append(out, rashomon.Difference{
			ID: id(kind, g.PartyAt(party).ID, pair), Kind: kind, A: passageOf(g.Digest(pair[0]), a), B: passageOf(g.Digest(pair[1]), b),
			Why: fmt.Sprintf("On %s: %s %s; %s %s.", g.PartyAt(party).Name,
				g.Digest(pair[0]).By(), how(kind, a), g.Digest(pair[1]).By(), how(kind, b)),
			Rule: string(kind) + "/opposed", Strength: math.Round(100*(0.3+0.1*min(a.weight, 3)+0.1*min(b.weight, 3))) / 100,
		})
	}
	return out
}

// how tells people how a document stands, and what shows it.
func how(kind rashomon.PointKind, s stand) string {
	words := map[rashomon.PointKind][2]string{
		rashomon.PointPosition: {"is against it", "is for it"}, rashomon.PointName: {"gives it a hostile name", "gives it a friendly name"},
	}[kind]
	return words[max(s.sign, 0)] + ", for " + s.passage.reason
}

func passageOf(d *digest.Digest, s stand) rashomon.Side {
	return d.Side(s.passage.extent, rashomon.None)
}

// id names the difference of two documents on a party: it is the same in every comparison.
func id(kind rashomon.PointKind, party string, pair [2]string) string {
	return rashomon.Element{Document: fmt.Sprintf("%s %s %s %s", kind, party, pair[0], pair[1])}.ID("c")
}
