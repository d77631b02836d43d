package ground

import "rashomon"

// assault is PLOVER's type of events of physical attack.
const assault = "ASSAULT"

// Hostile reports whether an event is told in which one of two parties attacks the other. Parties are indexes into
// Links.Parties.
func (g *Ground) Hostile(a, b int) bool {
	return g.hostilities()[[2]int{min(a, b), max(a, b)}]
}

// findHostilities finds all pairs of parties of whom one attacks the other.
func (g *Ground) findHostilities() map[[2]int]bool {
	found := map[[2]int]bool{}
	for _, d := range g.Digests {
		for _, event := range d.Events {
			if event.Type != assault {
				continue
			}
			for _, actor := range event.Actors {
				for _, recipient := range event.Recipients {
					a, b := g.Party(d.Document, actor), g.Party(d.Document, recipient)
					if a != rashomon.None && b != rashomon.None && a != b {
						found[[2]int{min(a, b), max(a, b)}] = true
					}
				}
			}
		}
	}
	return found
}
