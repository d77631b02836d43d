package ground

import (
	"slices"

	"rashomon"
	"rashomon/digest"
)

// assault is PLOVER's type of events of physical attack.
const assault = "ASSAULT"

// Hostile reports whether an event is told in which one of two parties attacks the other. Parties are numbers.
func (g *Ground) Hostile(a, b int) bool {
	return g.hostilities[[2]int{min(a, b), max(a, b)}]
}

// setHostilities finds who fights whom. For documents that name one of two parties of whom that is news, while they or related
// documents name the other, something has changed.
func (g *Ground) setHostilities() {
	before := g.hostilities
	g.hostilities = g.findHostilities()
	g.fighting = map[int]bool{}
	for pair := range g.hostilities {
		g.fighting[pair[0]], g.fighting[pair[1]] = true, true
	}
	if before == nil {
		return
	}
	for pair := range g.hostilities {
		if !before[pair] {
			g.changeFor(pair)
		}
	}
	for pair := range before {
		if !g.hostilities[pair] {
			g.changeFor(pair)
		}
	}
}

func (g *Ground) changeFor(pair [2]int) {
	for i, party := range pair {
		names := func(document string) bool { return slices.Contains(g.sites[document].parties, pair[1-i]) }
		for _, document := range g.parties.entries[party].documents {
			if names(document) || slices.ContainsFunc(g.sites[document].neighbours, names) {
				g.changed[document] |= renamed
			}
		}
	}
}

// findHostilities finds all pairs of parties of whom one attacks the other.
func (g *Ground) findHostilities() map[[2]int]bool {
	found := map[[2]int]bool{}
	for _, s := range g.sites {
		for _, attack := range s.attacks {
			if a, b := s.parties[attack[0]], s.parties[attack[1]]; a != rashomon.None && b != rashomon.None && a != b {
				found[[2]int{min(a, b), max(a, b)}] = true
			}
		}
	}
	return found
}

// attacks returns each two entities of a document of which the one attacks the other.
func attacks(d *digest.Digest) [][2]int {
	var found [][2]int
	for _, event := range d.Events {
		if event.Type != assault {
			continue
		}
		for _, actor := range event.Actors {
			for _, recipient := range event.Recipients {
				found = append(found, [2]int{actor, recipient})
			}
		}
	}
	return found
}
