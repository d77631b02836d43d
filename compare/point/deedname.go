package point

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A deedName is what a document calls a deed, where the word condemns the deed or excuses it: "a massacre", "an accident".
type deedName struct {
	deedWord
	by    telling
	word  string
	plain plainness
}

// A plainness tells how plainly a word says what something was.
type plainness int

// In passing, as the name of what a text is about, or as what it was.
const (
	inPassing plainness = iota
	asTitle
	outright
)

// mostDeedNames is how many words of a sort, for it or against it, stand for a document.
const mostDeedNames = 2

// deedNames returns what a document calls deeds: of each sort, and for and against it, the plainest.
func deedNames(g *ground.Ground, d *digest.Digest) []deedName {
	var found []deedName
	for i := range d.Clauses {
		if t := (telling{ground: g, digest: d, clause: &d.Clauses[i], index: i}); t.isSaidAsSo() {
			found = append(found, t.deedNames()...)
		}
	}
	slices.SortStableFunc(found, func(a, b deedName) int { return cmp.Compare(b.plain, a.plain) })
	count := map[deedWord]int{}
	return slices.DeleteFunc(found, func(s deedName) bool {
		s.deedWord.strong = false
		count[s.deedWord]++
		return count[s.deedWord] > mostDeedNames
	})
}

// isSaidAsSo reports whether a clause tells something as so.
func (t *telling) isSaidAsSo() bool {
	c := t.clause
	return c.Mark != "if" && c.Mark != "whether" && c.Modal == "" && !t.isDeniedAbove() && !t.isQuestion() &&
		t.digest.Sentences[c.Sentence].Part != rashomon.PartBoilerplate
}

// deedNames returns what a clause calls deeds.
func (t *telling) deedNames() []deedName {
	c := t.clause
	if t.isTitle() {
		return t.styled(c.Predicate, asTitle, false)
	}
	var found []deedName
	for _, word := range t.calledOutright() {
		found = append(found, t.styled(word, outright, c.Negated)...)
	}
	for _, role := range c.Roles {
		if role.Negated && c.Predicate == "be" { // "there was no violence"
			found = append(found, t.styled(role.Head, outright, true)...)
		}
	}
	if len(found) > 0 {
		return found
	}
	for _, word := range t.calledInPassing() {
		if t.isInLowerCase(word) {
			found = append(found, t.styled(word, inPassing, false)...)
		}
	}
	return found
}

// styled returns what a word says of a deed, where it says so plainly enough.
func (t *telling) styled(word string, plain plainness, negated bool) []deedName {
	var found []deedName
	for _, known := range words().deedNames[word] {
		if plain == inPassing && !known.strong {
			continue
		}
		known.condemns = known.condemns != negated
		found = append(found, deedName{deedWord: known, by: *t, word: word, plain: plain})
	}
	return found
}

// calledOutright returns the words by which a clause says what its subject was ("it was a crime"), or what somebody calls it.
func (t *telling) calledOutright() []string {
	if named, isNaming := strings.CutPrefix(t.clause.Predicate, "be "); isNaming {
		if strings.HasPrefix(t.clause.Relation, "acl") || t.tellsWhereItWas() {
			return nil
		}
		return []string{named}
	}
	if !words().classes.Has("calls", t.clause.Predicate) {
		return nil
	}
	var objects []string
	for _, role := range t.clause.Roles {
		if !isSubject(role) && role.Preposition == "" {
			objects = append(objects, role.Head)
		}
	}
	return objects[min(1, len(objects)):] // "we call it a riot", but not "we call a strike"
}

func (t *telling) tellsWhereItWas() bool {
	return slices.ContainsFunc(t.clause.Roles, func(r digest.Role) bool { return r.Relation == "cop" && r.Preposition != "" })
}

// calledInPassing returns the words by which a clause may style what it tells: its predicate, alone and with its object, and its
// other words. Of what is denied only the subject is told as so.
func (t *telling) calledInPassing() []string {
	predicate := strings.ReplaceAll(t.clause.Predicate, " ", "_")
	var found []string
	if !t.clause.Negated {
		found = append(append(found, predicate), t.clause.Terms...)
	}
	for _, role := range t.clause.Roles {
		switch {
		case t.clause.Negated && isSubject(role):
			found = append(found, role.Head)
		case !t.clause.Negated && role.Relation == "obj":
			found = append(found, predicate+"_"+role.Head)
		}
	}
	for word := range strings.FieldsFuncSeq(t.digest.Quote(t.clause.Extent), notInWord) {
		if strings.Contains(word, "-") && !t.clause.Negated { // "self-defence" is two words to the grammar
			found = append(found, word)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func isSubject(r digest.Role) bool { return strings.HasPrefix(r.Relation, "nsubj") }

// isInLowerCase reports whether a word stands in the clause without a capital, or as its first: others are parts of names.
func (t *telling) isInLowerCase(word string) bool {
	stem, _, _ := strings.Cut(word, "_")
	stem = stem[:min(len(stem), sharedStem)]
	text := t.digest.Quote(t.clause.Extent)
	return strings.Contains(text, stem) || strings.HasPrefix(strings.ToLower(text), stem)
}

// isTitle reports whether a clause stands above the text, in a line without a verb.
func (t *telling) isTitle() bool {
	switch t.digest.Sentences[t.clause.Sentence].Part {
	case rashomon.PartHeadline, rashomon.PartHeading:
		return true
	}
	return t.clause.Tense == digest.TenseNone && t.clause.Relation == "root" && t.clause.Sentence < mostTitles
}

// mostTitles is how many sentences at the begin of a text may be its title, with outlet, author and day.
const mostTitles = 3

// deedNamesDiffer finds that one document condemns by a name what the other excuses. In a short account it is the happening
// itself that is called so; in a long one it may be anything, and both must speak of it in the same words.
func deedNamesDiffer(a, b deedName) (finding, bool) {
	isLong := len(a.by.digest.Sentences) > longAccount || len(b.by.digest.Sentences) > longAccount
	if a.sort != b.sort || a.condemns == b.condemns || isLong && commonAround(&a.by, &b.by) < sameAround || a.isOfOther(b) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointName, a: a.side(), b: b.side(), rule: "name/deed", strength: 0.4 + 0.05*float64(min(a.plain, b.plain)),
		why: fmt.Sprintf("what happened is called %q, or %q", a.called(), b.called()),
	}, true
}

// isOfOther reports whether two words are said outright of things that are named and are not the same.
func (s *deedName) isOfOther(other deedName) bool {
	x, y := s.subject(), other.subject()
	return x != "" && y != "" && words().akin(x, y) < 0.5
}

// subject returns of what a word is said outright, where a noun tells it, or "".
func (s *deedName) subject() string {
	for _, role := range s.by.clause.Roles {
		if isSubject(role) && s.plain == outright && !words().classes.Has("nobody", role.Head) && role.Head != "what" {
			return role.Head
		}
	}
	return ""
}

const (
	longAccount = 40 // sentences
	sameAround  = 2  // the weight of what the sentences around two words have in common
)

// called returns the word with a "no" where the deed is told not to have been so.
func (s *deedName) called() string {
	word := strings.ReplaceAll(s.word, "_", " ")
	if slices.ContainsFunc(words().deedNames[s.word], func(w deedWord) bool { return w.sort == s.sort && w.condemns != s.condemns }) {
		return "no " + word
	}
	return word
}

// side returns the clause, of a short sentence the whole.
func (s *deedName) side() rashomon.Side {
	extent := s.by.clause.Extent
	if whole := s.by.digest.Sentences[s.by.clause.Sentence].Extent; whole.Len() <= shortSentence {
		extent = whole
	}
	return s.by.digest.Side(extent, statementOf(s.by.digest, s.by.clause))
}
