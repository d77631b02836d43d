package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A victims is a telling that says what people were killed or hurt: those who bear arms or live by crime, or others.
type victims struct {
	by       *telling
	armed    bool
	word     string
	excludes bool // it says what all of them were: "the dead were smugglers", "no fighter was among them"
}

// allVictims returns what is told of those who were killed or hurt.
func allVictims(tellings []telling) []victims {
	var found []victims
	for i := range tellings {
		t := &tellings[i]
		if t.clause.Mark == "if" || t.clause.Modal != "" || t.isQuestion() {
			continue
		}
		if v, told := t.victims(); told {
			found = append(found, v)
		}
	}
	return found
}

// victims reads "the dead were smugglers", "no fighter was among the dead", "eleven patients were killed".
func (t *telling) victims() (victims, bool) {
	v := victims{by: t}
	switch x := t.undergoer(); {
	case t.subject == nil:
		return v, false
	case t.isOfDead() && !t.denied && strings.HasPrefix(t.clause.Predicate, "be "):
		v.word, v.excludes = t.kindOfPeople(), true
	case t.isOfDead() && !t.denied && t.clause.Passive && words().classes.Has("armed", t.core): // "were armed men"
		v.word, v.excludes = t.core, true
	case t.subject.role.Negated && t.core == "be" && t.saysAmong():
		v.word, v.excludes = t.subject.word, true
	case !t.denied && t.kills() && x != nil && !words().classes.Has("pronoun", x.role.Head):
		v.word = x.word
	}
	if words().classes.Has("armed", v.word) == words().classes.Has("civil", v.word) {
		return v, false
	}
	v.armed = words().classes.Has("armed", v.word) != t.subject.role.Negated
	return v, true
}

// kills reports whether a telling is of people who were killed or hurt.
func (t *telling) kills() bool {
	return slices.Contains(t.coreWord.families, "kill") || slices.Contains(t.coreWord.families, "wound")
}

// saysAmong reports whether somebody is said to be among others.
func (t *telling) saysAmong() bool {
	return slices.ContainsFunc(t.others, func(o term) bool { return o.role.Preposition == "among" || o.role.Preposition == "amongst" })
}

// isOfDead reports whether the subject of a telling stands for those who were killed or hurt: "the dead", "most of the dead",
// or a word for anybody shortly after the word that they are dead.
func (t *telling) isOfDead() bool {
	quote := strings.ToLower(t.digest.Quote(t.subject.role.Extent))
	if slices.ContainsFunc(strings.FieldsFunc(quote, notInWord), func(word string) bool { return words().classes.Has("death", word) }) {
		return true
	}
	if !t.subject.isAnybody() && !words().classes.Has("nobody", t.subject.role.Head) || t.clause.Tense != digest.TensePast {
		return false
	}
	for i := max(0, t.clause.Sentence-2); i < t.clause.Sentence; i++ {
		if slices.ContainsFunc(t.digest.Sentences[i].Terms, func(word string) bool { return words().classes.Has("death", word) }) {
			return true
		}
	}
	return false
}

// kindOfPeople returns the word by which a clause says what people its subject is: of "armed men", "armed".
func (t *telling) kindOfPeople() string {
	for _, word := range append([]string{t.core}, t.clause.Terms...) {
		if words().classes.Has("armed", word) || words().classes.Has("civil", word) {
			return word
		}
	}
	return ""
}

// victimsDiffer finds that those who were killed or hurt are told to be of two kinds.
func victimsDiffer(a, b victims) (finding, bool) {
	if a.armed == b.armed || !a.excludes && !b.excludes {
		return finding{}, false
	}
	strength := 0.45
	if a.excludes && b.excludes {
		strength = 0.6
	}
	return finding{
		kind: rashomon.PointWhom, a: a.by.side(), b: b.by.side(), rule: "whom/kind", strength: strength,
		why: fmt.Sprintf("what they were is told by %q, or by %q", a.word, b.word),
	}, true
}
