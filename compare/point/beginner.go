package point

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rashomon"
)

// A beginner is who is told to have begun it, or to have been the one who did it: "they opened fire first", "the attackers
// were militiamen".
type beginner struct {
	by  *telling
	who term
}

// beginners returns who is told to have begun it or to have been the one who did it.
func beginners(tellings []telling) []beginner {
	var found []beginner
	for i := range tellings {
		t := &tellings[i]
		if t.denied || t.open {
			continue
		}
		if who := t.beginner(); who != nil && !who.isAnybody() && (who.acts() || words().classes.Has("people", who.word)) {
			found = append(found, beginner{t, *who})
		}
	}
	return found
}

// beginner returns who did it, where a telling says so, or nil.
func (t *telling) beginner() *term {
	if t.subject != nil && words().classes.Has("culprit", t.subject.word) && strings.HasPrefix(t.clause.Predicate, "be ") {
		at := slices.IndexFunc(t.others, func(o term) bool { return o.role.Relation == "cop" && o.role.Preposition == "" })
		if at < 0 {
			return nil
		}
		return &t.others[at]
	}
	if t.begins() {
		return t.doer()
	}
	return nil
}

// begins reports whether a telling is of who began the violence: "opened fire", "fired the first shots", "fired first".
func (t *telling) begins() bool {
	thing := t.undergoer()
	switch {
	case t.core == "open fire":
		return true
	case words().classes.Has("begin", t.core):
		return thing != nil && related(words().fields[thing.word], []string{"violence", "unrest", "blaze"})
	case slices.Contains(words().fields[t.core], "violence"):
		return slices.Contains(t.clause.Adverbs, "first") ||
			thing != nil && slices.Contains(strings.Fields(strings.ToLower(t.digest.Quote(thing.role.Extent))), "first")
	}
	return false
}

// beginnersDiffer finds that two are told to have begun it.
func beginnersDiffer(a, b beginner) (finding, bool) {
	if a.who.same(&b.who) || shareStem(a.by.digest.Quote(a.who.role.Extent), b.by.digest.Quote(b.who.role.Extent)) || otherDay(a.by, b.by) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWho, a: a.by.side(), b: b.by.side(), rule: "who/began", strength: 0.55,
		why: fmt.Sprintf("who began it: %q, or %q", a.by.quote(a.who), b.by.quote(b.who)),
	}, true
}

// shareStem reports whether names in two stretches of text have a stem in common: "Lothian troops", "men from Lothia".
func shareStem(a, b string) bool {
	stems := nameStems(a)
	return slices.ContainsFunc(nameStems(b), func(stem string) bool { return slices.Contains(stems, stem) })
}

// nameStems returns the stems of the words with a capital.
func nameStems(text string) []string {
	var stems []string
	for word := range strings.FieldsFuncSeq(text, notInWord) {
		if letters := []rune(word); len(letters) >= sharedStem && unicode.IsUpper(letters[0]) {
			stems = append(stems, strings.ToLower(string(letters[:sharedStem])))
		}
	}
	return stems
}
