package figure

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// stateOf returns where or how the persons were that a figure counts, which no question is known of: "underground" of
// "twelve people were underground", "in cinema" of "there were forty people inside the cinema"; "" for none.
func (r *reader) stateOf(a *answer) string {
	at, found := r.clauses[a.quantity]
	if !found || a.question != nil || !known().is("person", a.noun) || r.role[a.quantity].Relation != "nsubj" {
		return ""
	}
	c := &r.d.Clauses[at]
	if verb, _, _ := strings.Cut(c.Predicate, " "); verb != "be" || c.Negated {
		return ""
	}
	for _, relation := range []string{"cop", "obl"} {
		for _, role := range c.Roles {
			if state := stateIn(role); role.Relation == relation && state != "" {
				return state
			}
		}
	}
	return r.stateBehind(a.quantity)
}

// stateBehind returns the state that a place tells which stands behind the noun of a figure: "there were thirty people on
// the bus".
func (r *reader) stateBehind(quantity int) string {
	words := r.behind(quantity)
	at := len(nearest(words))
	if at+1 >= len(words) || !known().words.Has("in a place", words[at]) {
		return ""
	}
	noun := last(nearest(words[at+1:]))
	switch {
	case noun == "":
		return ""
	case known().words.Has("within", words[at]):
		return "in " + noun
	}
	return words[at] + " " + noun
}

// onBoard returns the question of those who were on something that carries people, or nil.
func onBoard(state string) *question {
	preposition, noun, _ := strings.Cut(state, " ")
	carries := slices.ContainsFunc([]string{"carrier", "vehicle", "ship", "aircraft"}, func(class string) bool {
		return known().is(class, noun)
	})
	if carries && (preposition == "on" || preposition == "in") {
		return known().questions["aboard"]
	}
	return nil
}

// stateIn returns the state that a complement of "be", or a place beside it, tells, or "".
func stateIn(role digest.Role) string {
	switch {
	case role.Timex != rashomon.None, role.Head == "there",
		role.Relation == "obl" && !known().words.Has("in a place", role.Preposition):
		return ""
	case known().words.Has("underground", role.Head) && (role.Preposition == "" || role.Preposition == "below"):
		return "underground"
	case known().words.Has("within", role.Preposition):
		return "in " + role.Head
	}
	return strings.TrimSpace(role.Preposition + " " + role.Head)
}

// disputed returns the state of the persons of whom a sentence shortly before asks how many they were, where a figure is
// what somebody says of it: "How many had been underground was disputed. The company put the number at 12"; "" for none.
func (r *reader) disputed(a *answer) string {
	if a.side.Statement == rashomon.None && !r.estimates(a.quantity, &r.d.Quantities[a.quantity]) {
		return ""
	}
	for i := a.sentence - 1; i >= max(0, a.sentence-farthestLoan); i-- {
		between := r.d.Text[r.d.Sentences[i].Extent.End:max(r.d.Sentences[i].Extent.End, r.d.Sentences[a.sentence].Extent.Start)]
		if strings.Contains(between, "\n\n") {
			return ""
		}
		if words := r.words(i); len(words) > 3 && words[0] == "how" && words[1] == "many" {
			return stateAsked(words[2:])
		}
	}
	return ""
}

// stateAsked returns the state that the words behind "how many" ask for, or "".
func stateAsked(words []string) string {
	for i, word := range words {
		switch {
		case known().words.Has("underground", word):
			return "underground"
		case known().words.Has("sign", word):
			return ""
		case known().words.Has("within", word) && i+1 < len(words):
			return "in " + last(nearest(words[i+1:]))
		}
	}
	return ""
}

// last returns the last word that is no auxiliary, before the first one: "cinema" of "the cinema was".
func last(words []string) string {
	noun := ""
	for _, word := range words {
		if known().words.Has("auxiliary", word) {
			break
		}
		noun = word
	}
	return noun
}
