package entity

import (
	"strings"
	"sync"
)

// class returns the words of one class of data/words.txt.
func class(name string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		words := map[string]bool{}
		_ = eachLine("words", 2, func(columns []string) error { // a test loads the file and fails on an error
			if columns[0] == name {
				for _, word := range strings.Fields(columns[1]) {
					words[word] = true
				}
			}
			return nil
		})
		return words
	})
}

var (
	quantifiers        = class("quantifier")
	definites          = class("definite")
	identifying        = class("identifying")
	identifyingPersons = class("identifying persons")
	identifyingEvents  = class("identifying events")
	outside            = class("outside")
	distancings        = class("distancing")
	works              = class("works")
	attitudes          = class("attitudes")
	inSomebody         = class("in somebody")
	takingUp           = class("taking up")
	nameLinks          = class("within names")
	takingUpCountries  = class("taking up country")
	saintTitles        = class("saint")
	ships              = class("ships")
	anyBody            = class("any body")
	takingUpPlaces     = class("taking up place")
	takenPlaces        = class("taken")
	inFronts           = class("in front of")
	remains            = class("remains")
	ofTheDead          = class("of the dead")
	besideWater        = class("beside water")
	waters             = class("water")
	houses             = class("houses")
	bodyParts          = class("of the body")
	intoBody           = class("into the body")
)
