// Package position tells how documents stand to parties.
package position

import (
	"rashomon"
	"rashomon/compare/ground"
)

// Find returns the positions that documents take, sorted by document and party.
func Find(g *ground.Ground) []rashomon.Position { return nil }
