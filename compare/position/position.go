// Package position tells how documents stand to parties, by what they say in their own voice: the names that they give
// them, what they praise and blame them for, in what light their sentences show them, and whether they are a party's own
// word. What a document quotes counts little. A position is given only where there is enough to show for it, and every
// one shows its sentences.
package position

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

const (
	// enough is the weight that takes a side: that of one plain word of praise or blame, or of two weaker signs.
	enough = 0.9
	// reserve is what a report with an agency's credit needs besides: agencies take no side, so that one sign is likelier
	// to be a slip of the reading.
	reserve = 0.9
	// against is how much of the weight on one side the other may have before the document is mixed.
	against = 0.4
)

// rule names what finds positions.
const rule = "position/voice"

// Find returns the positions that documents take, sorted by document and party.
func Find(g *ground.Ground) []rashomon.Position {
	var out []rashomon.Position
	for _, d := range g.Digests {
		out = append(out, Of(g, d.Document)...)
	}
	return out
}

// Of returns the positions that a document takes, sorted by party.
func Of(g *ground.Ground, document string) []rashomon.Position {
	var out []rashomon.Position
	for _, s := range standingsOf(g, document) {
		out = append(out, s.position)
	}
	return out
}

// standingsOf returns how a document stands to parties, as drawn once.
func standingsOf(g *ground.Ground, document string) []standing {
	return ground.Draw(g, "standings", document, func(d *digest.Digest) []standing { return standings(g, d) })
}

// Over returns those of some positions that are towards a party, of every source by the day of publication: how it stood to it over
// time. Documents without a day come last.
func Over(g *ground.Ground, all []rashomon.Position, party string) map[string][]rashomon.Position {
	out := map[string][]rashomon.Position{}
	for _, p := range all {
		if p.Party == party {
			source := g.Head(p.Document).Source
			out[source] = append(out[source], p)
		}
	}
	for _, positions := range out {
		slices.SortStableFunc(positions, func(a, b rashomon.Position) int {
			return strings.Compare(publishedOrLast(g, a), publishedOrLast(g, b))
		})
	}
	return out
}

func publishedOrLast(g *ground.Ground, p rashomon.Position) string {
	if published := g.Head(p.Document).Published; published != "" {
		return published
	}
	return "~"
}

// A standing is a position with the evidence for it.
type standing struct {
	position rashomon.Position
	party    int
	evidence []evidence // of its sign, the strongest first
	weight   float64
}

// standings returns how a document stands to parties, sorted by their ids.
func standings(g *ground.Ground, d *digest.Digest) []standing {
	found := newWitness(g, d).evidence()
	var out []standing
	for _, party := range slices.Sorted(maps.Keys(found)) {
		if s, taken := judge(d, found[party]); taken {
			s.party, s.position.Party = party, g.PartyAt(party).ID
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b standing) int { return strings.Compare(a.position.Party, b.position.Party) })
	return out
}

// judge weighs evidence, and reports whether it takes a side or both.
func judge(d *digest.Digest, all []evidence) (standing, bool) {
	weights := map[int]float64{}
	for _, e := range all {
		weights[e.sign] += e.weight
	}
	needed := enough
	if d.Agency != "" {
		needed += reserve
	}
	friendly, hostile := weights[1], weights[-1]
	sign := 1
	if hostile > friendly {
		sign = -1
	}
	switch stronger, weaker := max(friendly, hostile), min(friendly, hostile); {
	case stronger < needed || !slices.ContainsFunc(all, func(e evidence) bool { return e.sign == sign && e.own && !e.seen }):
		return standing{}, false
	case weaker >= needed:
		sign = 0
	case weaker > against*stronger:
		return standing{}, false
	}
	return standingOf(d, sign, all), true
}

func standingOf(d *digest.Digest, sign int, all []evidence) standing {
	s := standing{position: rashomon.Position{Document: d.Document, Stance: sign, Rule: rule}}
	for _, e := range all {
		if sign == 0 || e.sign == sign {
			s.evidence = append(s.evidence, e)
			s.weight += e.weight
			if !slices.Contains(s.position.Evidence, e.extent) {
				s.position.Evidence = append(s.position.Evidence, e.extent)
			}
		}
	}
	slices.SortFunc(s.position.Evidence, compareExtents)
	slices.SortStableFunc(s.evidence, func(a, b evidence) int {
		if a.weight != b.weight {
			return int(math.Copysign(1, b.weight-a.weight))
		}
		return compareExtents(a.extent, b.extent)
	})
	s.position.Why = why(sign, s.evidence)
	return s
}

func compareExtents(a, b rashomon.Extent) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return a.End - b.End
}

// mostReasons is how many reasons are told in words: the sentences show the others.
const mostReasons = 3

// why tells people what shows a position.
func why(sign int, all []evidence) string {
	var reasons []string
	for _, e := range all {
		if !slices.Contains(reasons, e.reason) && len(reasons) < mostReasons {
			reasons = append(reasons, e.reason)
		}
	}
	how := map[int]string{1: "In its favour", -1: "Against it", 0: "For and against it"}[sign]
	return fmt.Sprintf("%s: %s.", how, strings.Join(reasons, "; "))
}
