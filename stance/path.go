package stance

import (
	"slices"

	"rashomon"
)

// A token's path leads from the target's head up to the first token above both, and from there down to it. Its value
// tells how many steps it goes up and down.
const (
	mostUp   = 4 // of the tokens above the target
	mostDown = 3
	mostSide = 3 // steps up where it goes down again

	pathDown  = mostUp + 1 // values below are those of the tokens above the target, itself included
	pathNone  = pathDown + (mostSide+1)*mostDown
	pathCount = pathNone + 1
)

// mostSteps is how far a path is followed. No word of the 8,235 sentences of NewsMTSC lies as deep in its tree.
const mostSteps = 24

// A climb is the tokens above a target, its head the first.
type climb []int

func appendClimb(c climb, doc *rashomon.Document, token int) climb {
	for len(c) < mostSteps {
		c = append(c, token)
		if doc.Tokens[token].Head == 0 {
			break
		}
		token += doc.Tokens[token].Head
	}
	return c
}

// path returns the value of a token, and the token whose relation tells most of it: of one above the target that by
// which the target hangs on it, of all others the token itself.
func (c climb) path(doc *rashomon.Document, token int) (value uint8, by int) {
	at := token
	for down := range mostSteps {
		if up := slices.Index(c, at); up >= 0 && down == 0 {
			return uint8(min(up, mostUp)), c[max(up-1, 0)]
		} else if up >= 0 {
			return uint8(pathDown + min(up, mostSide)*mostDown + min(down, mostDown) - 1), token
		}
		if doc.Tokens[at].Head == 0 {
			break
		}
		at += doc.Tokens[at].Head
	}
	return pathNone, token
}
