package code

import (
	"fmt"
	"strings"
)

// A Modifier is a word that tells what sort of party a noun means: "opposition", "former", "religious".
type Modifier struct {
	Form string
	Adds []string // sectors
	// Turns maps sectors that the noun has to those that they become: a former minister is of the elite outside
	// government. A sector that turns into "" is dropped.
	Turns map[string]string
}

// FindModifier finds the longest modifier at the end of words, nil if there is none.
func FindModifier(words []string) (*Modifier, int) {
	found, length := known().modifiers.findAtEnd(words)
	if length == 0 {
		return nil, 0
	}
	return found[0], length
}

// readModifiers reads lines of effects and of the words that have them: "OPP GOV> | opposition", "GOV>ELI MIL> |
// former".
func (k *knowledge) readModifiers() error {
	k.modifiers = newIndex[*Modifier](100)
	return eachLine("modifiers", 2, func(columns []string) error {
		effect := Modifier{Turns: map[string]string{}}
		for _, word := range strings.Fields(columns[0]) {
			if err := k.readEffect(&effect, word); err != nil {
				return err
			}
		}
		for _, form := range list(columns[1]) {
			modifier := effect
			modifier.Form = form
			k.modifiers.put(form, &modifier)
		}
		return nil
	})
}

func (k *knowledge) readEffect(effect *Modifier, word string) error {
	from, to, turns := strings.Cut(word, ">")
	switch {
	case word == "-":
		return nil
	case !turns:
		effect.Adds = append(effect.Adds, word)
		return k.checkSectors(effect.Adds)
	case to == "":
		effect.Turns[from] = ""
		return k.checkSectors([]string{from})
	}
	effect.Turns[from] = to
	return k.checkSectors([]string{from, to})
}

// readLinks reads lines of a class and of the function words that are in it.
func (k *knowledge) readLinks() error {
	return eachLine("links", 2, func(columns []string) error {
		for _, word := range strings.Fields(columns[1]) {
			if k.links[word] != "" {
				return fmt.Errorf("%q is in two classes", word)
			}
			k.links[word] = columns[0]
		}
		return nil
	})
}
