package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
	"rashomon/wordnet"
)

// A victims is a telling that says what people were killed or hurt: those who bear arms or live by crime, or others.
type victims struct {
	by       *telling
	armed    bool
	word     string
	excludes bool    // it says what all of them were: "the dead were smugglers", "no fighter was among them"
	people   []*word // what people they were all told to be, or not to be
	denied   bool
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
	case t.isOfDead() && strings.HasPrefix(t.clause.Predicate, "be "):
		v.word, v.excludes, v.people, v.denied = t.kindOfPeople(), true, t.people(), t.denied
	case t.isOfDead() && !t.denied && t.clause.Passive && words().classes.Has("armed", t.core): // "were armed men"
		v.word, v.excludes = t.core, true
	case t.subject.role.Negated && t.core == "be" && t.saysAmong():
		v.word, v.excludes = t.subject.word, true
	case !t.denied && t.kills() && x != nil && !words().classes.Has("pronoun", x.role.Head):
		v.word = x.word
	}
	if v.word == "" && len(v.people) > 0 {
		v.word = v.people[0].text
	}
	v.armed = words().classes.Has("armed", v.word)
	if v.armed == (words().classes.Has("civil", v.word) || len(v.people) > 0) && !v.armed {
		return v, false
	}
	v.armed = v.armed != (t.subject.role.Negated || v.denied)
	return v, true
}

// people returns the nouns for people of a calling in a clause that says what its subject was.
func (t *telling) people() []*word {
	var found []*word
	for _, text := range append([]string{t.core}, t.clause.Terms...) {
		isSubject := t.subject != nil && t.subject.role.Head == text
		w := words().word(text)
		if !isSubject && !words().classes.Has("people", text) && !words().classes.Has("death", text) && isCalling(w) {
			found = append(found, w)
		}
	}
	return sortedWords(found)
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
	isSome := t.subject.isAnybody() || words().classes.Has("nobody", t.subject.role.Head) || words().classes.Has("share", t.subject.role.Head)
	if !isSome || t.clause.Tense != digest.TensePast {
		return false
	}
	for i := t.index - 1; i >= 0 && t.digest.Clauses[i].Sentence == t.clause.Sentence; i-- { // "as for those who died, they were"
		if slices.ContainsFunc(t.digest.Clauses[i].Terms, func(word string) bool { return words().classes.Has("death", word) }) {
			return true
		}
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

// victimsDiffer finds that those who were killed or hurt are told to be of two kinds: armed or not, or of different callings.
func victimsDiffer(a, b victims) (finding, bool) {
	strength := 0.45
	switch {
	case a.denied && b.denied:
		return finding{}, false
	case a.denied || b.denied:
		if !shareCalling(a, b) {
			return finding{}, false
		}
	case a.armed == b.armed:
		if a.armed || !a.tellsCalling() || !b.tellsCalling() || shareCalling(a, b) {
			return finding{}, false
		}
	case !a.excludes && !b.excludes:
		return finding{}, false
	case a.excludes && b.excludes:
		strength = 0.6
	}
	return finding{
		kind: rashomon.PointWhom, a: a.by.side(), b: b.by.side(), rule: "whom/kind", strength: strength,
		why: fmt.Sprintf("what they were is told by %q, or by %q", a.word, b.word),
	}, true
}

// tellsCalling reports whether it is told what all of them did in life.
func (v victims) tellsCalling() bool { return v.excludes && len(v.people) > 0 }

// isCalling reports whether a word for people tells what they do: kinds of workers, by WordNet, and learners.
func isCalling(w *word) bool {
	for kind := range words().classes["calling"].All() {
		if w.net.As(wordnet.Noun).IsKindOf(words().net.Word(kind).As(wordnet.Noun), callingSteps) {
			return true
		}
	}
	return false
}

// callingSteps is by how many steps a calling is a kind of worker.
const callingSteps = 4

// shareCalling reports whether one of the callings of both may be the same.
func shareCalling(a, b victims) bool {
	return slices.ContainsFunc(a.people, func(x *word) bool {
		return slices.ContainsFunc(b.people, func(y *word) bool { return x.akin(y) >= 0.5 || x.meansLike(y) })
	})
}
