package point

import (
	"slices"
	"strings"

	"rashomon"
)

// A combatant is somebody on one side of a fight: a party, or those of whom no name is told.
type combatant struct {
	party   int
	named   bool
	word    string
	name    string // as the clause calls him
	camp    string // "power" or "rebel", by the sectors of its codes; or ""
	country string
	sponsor string // who is told to stand behind it, in lower case: "nato" of "the NATO-backed rebels"; or ""
	names   []string
}

// combatants returns the combatant that a term stands for: none where it stands for nobody.
func (t *telling) combatants(of *term) []combatant {
	if of == nil || of.party == rashomon.None || of.isAnybody() {
		return nil
	}
	c := combatant{party: of.party, named: of.named, word: of.word}
	if entity := t.entityOf(of); entity != rashomon.None {
		known := t.digest.Entities[entity]
		c.camp, c.country, c.name = camp(known.Codes), country(known), t.nameOf(entity)
		for _, mention := range known.Mentions {
			if mention.Kind == rashomon.MentionName {
				c.names = append(c.names, strings.ToLower(mention.Text))
			}
			if c.sponsor == "" {
				c.sponsor = sponsor(mention.Text)
			}
		}
		if c.sponsor != "" && !c.named && c.country == "" && !slices.Contains(known.Codes, "GOV") {
			c.camp = "rebel" // "the Vessian-backed forces" are no army of the land
		}
	}
	return []combatant{c}
}

// entityOf returns the entity that a term stands for: its owner where it is what is his own, or None.
func (t *telling) entityOf(of *term) int {
	if of.owner != rashomon.None && of.party == of.owner {
		return of.role.Owner
	}
	return of.role.Entity
}

// camp returns the class of sector codes that tells on which side of a fight somebody is, or "".
func camp(codes []string) string {
	for _, class := range []string{"rebel", "power"} {
		if slices.ContainsFunc(codes, func(code string) bool { return words().classes.Has(class, code) }) {
			return class
		}
	}
	return ""
}

// sponsor returns who stands behind somebody by his name ("NATO-backed", "Vessian-trained"), in lower case, or "".
func sponsor(name string) string {
	for word := range strings.FieldsSeq(strings.ToLower(name)) {
		if by, how, found := strings.Cut(word, "-"); found && words().classes.Has("backed", how) {
			return by
		}
	}
	return ""
}

// sided reports whether two combatants are on one side.
func (c combatant) sided(other combatant) bool {
	switch {
	case c.party == other.party, c.sponsors(other), other.sponsors(c):
		return true
	case c.named && other.named, !c.compatible(other):
		return false
	case c.camp != "" && other.camp != "":
		return c.camp == other.camp
	}
	return !c.named && !other.named && c.word == other.word
}

// sponsors reports whether a combatant is the one who stands behind another.
func (c combatant) sponsors(other combatant) bool {
	return other.sponsor != "" && slices.Contains(c.names, other.sponsor)
}

// compatible reports whether two combatants may be of one country.
func (c combatant) compatible(other combatant) bool {
	return c.country == other.country || c.country == "" || other.country == ""
}

// enemies reports whether two combatants are on opposite sides: one attacks the other by any event that is told, or one of
// them holds power where the other fights it.
func (t *telling) enemies(c, other combatant) bool {
	if c.sided(other) {
		return false
	}
	camps := c.camp != "" && other.camp != "" && c.camp != other.camp && c.compatible(other)
	return camps || t.ground.Hostile(c.party, other.party)
}

// distinct reports whether two combatants are surely two: of different camps, both with names of their own, or by words of
// which neither is part of the other's name.
func (t *telling) distinct(c, other combatant) bool {
	switch {
	case c.sided(other):
		return false
	case c.camp != "" && other.camp != "", c.named && other.named, t.ground.Hostile(c.party, other.party):
		return true
	case c.camp != other.camp:
		return false
	}
	return !c.isCalled(other.word) && !other.isCalled(c.word)
}

// isCalled reports whether a word is part of a name of a combatant: "union" of "the Riveters' Union".
func (c combatant) isCalled(word string) bool {
	return slices.ContainsFunc(c.names, func(name string) bool { return slices.Contains(strings.Fields(name), word) })
}
