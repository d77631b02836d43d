package learn

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The shares of sentences that are learned in another case: headlines and old agency text stand in capitals, headlines
// in title case, messages without capitals.
const (
	inCapitals = 0.05
	inSmall    = 0.02
	inTitle    = 0.02
)

// Disguise returns a function that sets the forms of a sentence in another case, or, mostly, nil.
func Disguise(random *rand.Rand) func(form string) string {
	switch chance := random.Float64(); {
	case chance < inCapitals:
		return strings.ToUpper
	case chance < inCapitals+inSmall:
		return strings.ToLower
	case chance < inCapitals+inSmall+inTitle:
		return capitalised
	}
	return nil
}

func capitalised(form string) string {
	first, size := utf8.DecodeRuneInString(form)
	return string(unicode.ToTitle(first)) + form[size:]
}
