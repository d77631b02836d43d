package pair

import (
	"fmt"
	"strings"
)

// A Part tells how one event is a part of another.
type Part uint8

// The ways in which an event is a part of another.
const (
	PartNone    Part = iota
	PartOutcome      // what the other did to people or things, told as one with it
	PartWithin       // a happening of its own within a larger one
)

// A whole is a family with what is a part of it.
type whole struct{ family, part family }

func (v *vocabulary) addPart(columns []string) error {
	kind := map[string]Part{"outcome": PartOutcome, "part": PartWithin}[columns[2]]
	if kind == PartNone {
		return fmt.Errorf("%q is neither outcome nor part", columns[2])
	}
	for name := range strings.FieldsSeq(columns[0]) {
		for partName := range strings.FieldsSeq(columns[1]) {
			f, known := v.names[name]
			part, partKnown := v.names[partName]
			if !known || !partKnown {
				return fmt.Errorf("data/families.txt has no %q or no %q", name, partName)
			}
			v.parts[whole{f, part}] = kind
		}
	}
	return nil
}

// outcomes returns the families that are outcomes of some families, and those that these are outcomes of.
func (v *vocabulary) outcomes(of familySet) (outcomes, wholes familySet) {
	for w, kind := range v.parts {
		if kind != PartOutcome {
			continue
		}
		if of.has(w.family) {
			outcomes.add(w.part)
		}
		if of.has(w.part) {
			wholes.add(w.family)
		}
	}
	return outcomes, wholes
}

// partReach is how many sentences behind its whole a part may stand.
const partReach = 1

// Parts tells whether event j is told as a part of event i, and i as a part of j: where both are of one document.
func (d Documents) Parts(i, j int) (part, back Part) {
	if d.a != d.b {
		return PartNone, PartNone
	}
	return d.a.part(i, j), d.a.part(j, i)
}

// part tells whether event j of a document is told as a part of event i of it: by what they are, and because they stand in one
// sentence, or the part in the next.
func (a *Account) part(i, j int) Part {
	x, y := &a.Tellings[i], &a.Tellings[j]
	if y.at < x.at || y.at > x.at+partReach || x.families.shares(y.families) || x.time.known(y.time) && !x.time.meets(y.time) {
		return PartNone
	}
	kind := PartNone
	for w, told := range lexicon().parts {
		if x.families.has(w.family) && y.families.has(w.part) {
			kind = max(kind, told)
		}
	}
	if kind == PartOutcome && y.number == 1 {
		return PartWithin
	}
	return kind
}
