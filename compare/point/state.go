package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
)

// A state is how a telling says that a thing was, by a word that has an opposite: "the doors hung open", "with the doors open".
type state struct {
	of   *telling
	what string // the thing
	word string
}

// states returns how things are told to have been.
func states(tellings []telling) []state {
	var found []state
	for i := range tellings {
		t := &tellings[i]
		if t.denied || t.clause.Modal != "" || t.clause.Mark == "if" || t.isQuestion() {
			continue
		}
		if s, told := t.state(); told && words().weight(s.what) >= usualWeight && !words().classes.Has("stop", s.what) {
			found = append(found, s)
		}
	}
	return found
}

// state reads the thing and its state: both stand in a clause whose predicate says no more, or side by side in it.
func (t *telling) state() (state, bool) {
	if t.subject != nil && words().states[t.core] != nil && (t.clause.Passive || strings.HasPrefix(t.clause.Predicate, "be ")) {
		return state{t, t.subject.word, t.core}, true
	}
	for i, word := range t.clause.Terms {
		if words().states[word] == nil || word == t.core {
			continue
		}
		if words().classes.Has("posture", first(t.core)) && t.subject != nil && slices.Contains(t.clause.Terms[:i], t.subject.word) {
			return state{t, t.subject.word, word}, true
		}
		if i > 0 && t.isObject(t.clause.Terms[i-1]) {
			return state{t, t.clause.Terms[i-1], word}, true
		}
	}
	return state{}, false
}

// isObject reports whether a word is the head of a term besides the subject.
func (t *telling) isObject(word string) bool {
	return slices.ContainsFunc(t.others, func(o term) bool { return o.word == word })
}

// statesDiffer finds that a thing is told to have been in two states that shut each other out.
func statesDiffer(a, b state) (finding, bool) {
	if a.what != b.what || !slices.Contains(words().states[a.word], b.word) || otherTime(a.of, b.of) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: a.of.side(), b: b.of.side(), rule: "whether/state", strength: 0.5,
		why: fmt.Sprintf("the %s: %s, or %s", a.what, a.word, b.word),
	}, true
}
