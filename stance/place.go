package stance

import "rashomon"

// distances are the ends of the steps in which the distance to the target is told, in tokens; there is one more step,
// of all that is farther off.
var distances = [placeSteps - 1]int{1, 2, 3, 5, 8, 14}

const placeSteps = 7

// The values of the category that tells where a token stands.
const (
	placeInside  = 0
	placeBefore  = 1 // and the step
	placeBehind  = placeBefore + placeSteps
	placeAnother = placeBehind + placeSteps // in another mention of whom the target is
	placeCount   = placeAnother + 1
)

// place tells where a token stands as seen from a target: inside, in another mention of whom the target is, or how many
// tokens before or behind it.
func (r *reading) place(token int, s sight) uint8 {
	switch {
	case s.isTarget(token):
		return placeInside
	case s.entity != rashomon.None && r.entities[token] == s.entity:
		return placeAnother
	case token < s.target.Start:
		return placeBefore + step(s.target.Start-token)
	}
	return placeBehind + step(token-s.target.End+1)
}

// step returns in which step of distance a number of tokens is.
func step(distance int) uint8 {
	for i, border := range distances {
		if distance <= border {
			return uint8(i)
		}
	}
	return uint8(len(distances))
}
