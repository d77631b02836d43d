// Package point compares what accounts say on the points of a happening other than figures.
package point

import (
	"rashomon"
	"rashomon/compare/ground"
)

// Compare returns the differences and agreements on the points of all happenings.
func Compare(g *ground.Ground) ([]rashomon.Difference, []rashomon.Agreement) { return nil, nil }
