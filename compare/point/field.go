package point

import (
	"slices"
	"strings"

	"rashomon"
)

// fieldsOf returns the fields of data/fields.txt that a telling may be of: those of what happened or, where the predicate
// says no more than that something came, began or was, those of its subject ("the first shell came through the roof").
func (t *telling) fieldsOf() []string {
	if fields := words().fields[t.core]; fields != nil {
		return fields
	}
	if thing := t.undergoer(); thing != nil {
		if fields := words().fields[t.core+" "+thing.role.Head]; fields != nil { // "the roof gave way"
			return fields
		}
	}
	if t.subject != nil && words().classes.Has("motion", first(t.core)) {
		return words().fields[t.subject.word]
	}
	return nil
}

// sameField reports whether two tellings may be of one happening by what they are of.
func sameField(a, b *telling) bool { return related(a.fieldsOf(), b.fieldsOf()) }

// isGeneral reports whether a telling names what happened as a whole, or no more than that something of a field was there:
// "the clash began", "the incident took place", "there was a volley".
func (t *telling) isGeneral() bool {
	return slices.Contains(words().fields[t.core], "general") || words().fields[t.core] == nil && t.fieldsOf() != nil
}

// isFurther reports whether a telling is of one more deed of its kind: "they opened fire again", "the second shell". A word
// with a capital is part of a name.
func (t *telling) isFurther() bool {
	further := func(word string) bool { return words().classes.Has("further", word) }
	if slices.ContainsFunc(t.clause.Adverbs, further) {
		return true
	}
	for _, thing := range []*term{t.subject, t.undergoer()} {
		if thing != nil && !thing.role.Shared && slices.ContainsFunc(strings.Fields(t.digest.Quote(thing.role.Extent)), further) {
			return true
		}
	}
	return false
}

// theme returns the term of the thing that a telling says something became of: what was raised, what went up.
func (t *telling) theme() *term {
	if thing := t.undergoer(); thing != nil {
		return thing
	}
	if t.subject != nil && !t.clause.Passive && words().classes.Has("changes", strings.ReplaceAll(t.core, " ", "_")) {
		return t.subject
	}
	return nil
}

// sameTheme reports whether the same became of the same thing.
func sameTheme(a, b *telling) bool {
	x, y := a.theme(), b.theme()
	return x != nil && y != nil && !x.isVague() && x.word == y.word && a.coreWord.akin(b.coreWord) >= 0.8 &&
		(x.party == rashomon.None || y.party == rashomon.None || !x.named || !y.named || x.party == y.party)
}

// otherTheme reports whether both tell what became of a thing, and tell it of different things.
func otherTheme(a, b *telling) bool {
	x, y := a.theme(), b.theme()
	return x != nil && y != nil && !x.isAnybody() && !y.isAnybody() && !x.same(y)
}
