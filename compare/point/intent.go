package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// An intent is a telling that says of what happened that somebody meant it, or that nobody did.
type intent struct {
	by     *telling
	meant  bool
	word   string   // that says so
	fields []string // of the happening that it is said of
	denied bool     // it is told as not so
	plain  bool     // it says no more than that: "it was an accident", "they wanted revenge"
}

// intents returns what is told of the intent behind what happened, also by clauses that bring in what somebody wants: "they
// wanted revenge".
func intents(g *ground.Ground, d *digest.Digest) []intent {
	var found []intent
	for i := range d.Clauses {
		if !mayTellIntent(&d.Clauses[i]) {
			continue
		}
		t, _ := newTelling(g, d, i)
		if told, tells := intentOf(&t); tells {
			found = append(found, told)
		}
	}
	return found
}

// mayTellIntent reports whether a word of the lexicon's stands in a clause, or may with its predicate.
func mayTellIntent(c *digest.Clause) bool {
	return words().classes.Has("willing", c.Predicate) || slices.ContainsFunc(append(slices.Clone(c.Adverbs), c.Terms...), func(word string) bool {
		whole := first(c.Predicate) + "_" + word
		return words().classes.Has("meant", word) || words().classes.Has("unmeant", word) ||
			words().classes.Has("meant", whole) || words().classes.Has("unmeant", whole)
	})
}

func intentOf(t *telling) (intent, bool) {
	if t.clause.Mark == "if" || t.clause.Mark == "whether" || t.isQuestion() || t.clause.Modal != "" || len(t.clause.Roles) == 0 ||
		words().classes.Has("filing", first(t.core)) {
		return intent{}, false
	}
	meant, plain := t.intentWord("meant")
	unmeant, plainly := t.intentWord("unmeant")
	i := intent{by: t, word: meant + unmeant, meant: meant != "", plain: plain || plainly, fields: t.allFields()}
	i.denied = t.denied || t.isRejected() || t.deniesTerm(i.word) || t.subject != nil && t.subject.role.Negated
	if (meant != "") == (unmeant != "") || i.denied && !i.plain {
		return intent{}, false
	}
	i.meant = i.meant != i.denied
	return i, true
}

// isRejected reports whether a clause is what the one above it calls false: "the claim that it was meant is untrue".
func (t *telling) isRejected() bool {
	if t.clause.Above == rashomon.None || t.clause.Relation == "root" || t.clause.Relation == "conj" {
		return false
	}
	above := t.digest.Clauses[t.clause.Above]
	return !above.Negated && words().classes.Has("false", strings.TrimPrefix(above.Predicate, "be ")) ||
		slices.ContainsFunc(above.Terms, func(word string) bool { return words().classes.Has("false", word) })
}

// intentWord returns the word of a class by which a telling says of what happened whether it was meant, or "", and whether
// it says no more than this.
func (t *telling) intentWord(class string) (word string, plain bool) {
	is := func(word string) bool { return words().classes.Has(class, word) }
	if strings.HasPrefix(t.clause.Predicate, "be ") {
		if is(t.core) {
			return t.core, true
		}
		isCause := words().classes.Has("reason", t.core) || t.subject != nil && words().classes.Has("reason", t.subject.word)
		if at := slices.IndexFunc(t.clause.Terms, is); isCause && at >= 0 {
			return t.clause.Terms[at], true
		}
	}
	for _, adverb := range t.clause.Adverbs {
		if is(adverb) || is(t.core+"_"+adverb) {
			return adverb, true
		}
	}
	for _, other := range t.others {
		inManner := words().classes.Has("manner", other.role.Preposition) || words().classes.Has("wish", t.core)
		if inManner && is(other.word) || is(t.core+"_"+other.word) {
			return other.word, true
		}
	}
	if is(t.core) && !words().classes.Has("designs", t.core) {
		return t.core, t.undergoer() == nil
	}
	if class == "meant" && t.isWilled() {
		return t.core, true
	}
	if at := slices.IndexFunc(t.clause.Terms, is); at >= 0 && t.deniesTerm(t.clause.Terms[at]) {
		return t.clause.Terms[at], true
	}
	return "", false
}

// isWilled reports whether a telling says that somebody meant it, or did not: "they did not mean to do it", "nobody wanted this".
func (t *telling) isWilled() bool {
	if !words().classes.Has("willing", t.core) {
		return false
	}
	for _, role := range t.clause.Roles {
		if role.Relation == "obj" && words().classes.Has("it", role.Head) {
			return true
		}
	}
	return t.core == "mean" && slices.ContainsFunc(t.digest.Clauses, func(c digest.Clause) bool {
		return c.Above == t.index && c.Sentence == t.clause.Sentence && c.Mark == "to" && c.Predicate == "do"
	})
}

// deniesTerm reports whether a telling says that there was no such thing, or bids nobody to speak of it: "we see no design in
// it", "do not tell me of mistakes".
func (t *telling) deniesTerm(term string) bool {
	if t.clause.Negated && t.subject == nil && words().classes.Has("speaking", t.core) {
		return true
	}
	return words().classes.Has("designs", term) && slices.ContainsFunc(t.clause.Roles, func(r digest.Role) bool { return r.Negated && r.Head == term })
}

// allFields returns the fields of all words of a telling but the general one, sorted.
func (t *telling) allFields() []string {
	var fields []string
	for _, word := range append([]string{t.core}, t.clause.Terms...) {
		fields = append(fields, words().fields[word]...)
	}
	if t.subject != nil {
		fields = append(fields, words().fields[t.subject.word]...)
	}
	slices.Sort(fields)
	return slices.DeleteFunc(slices.Compact(fields), func(field string) bool { return field == "general" })
}

// intentsDiffer finds that what happened is told as meant and as not meant.
func intentsDiffer(a, b intent) (finding, bool) {
	if a.meant == b.meant || !sameMatter(a, b) {
		return finding{}, false
	}
	meant, unmeant := a, b
	if b.meant {
		meant, unmeant = b, a
	}
	strength := 0.4
	if a.plain && b.plain && related(a.fields, b.fields) {
		strength = 0.55
	}
	return finding{
		kind: rashomon.PointWhy, a: a.by.side(), b: b.by.side(), rule: "why/intent", strength: strength,
		why: fmt.Sprintf("it was meant (%s), or it was not (%s)", told(meant), told(unmeant)),
	}, true
}

// told quotes the word of an intent, with its denial.
func told(i intent) string {
	if i.denied {
		return fmt.Sprintf("not %q", i.word)
	}
	return fmt.Sprintf("%q", i.word)
}

// sameMatter reports whether two intents are of one happening: of one field, or of the same thing; what says no more than
// that it was meant or not may be of anything that is told of a field.
func sameMatter(a, b intent) bool {
	x, y := a.by, b.by
	switch {
	case x.happening != rashomon.None && x.happening == y.happening:
		return true
	case related(a.fields, b.fields):
		return a.plain && b.plain || sameSubject(x, y)
	}
	return a.plain && b.plain && (a.isOfAnything() || b.isOfAnything())
}

// isOfAnything reports whether an intent names no happening that it is said of: "it was no accident", "somebody lost his
// nerve".
func (i intent) isOfAnything() bool {
	subject := i.by.subject
	return len(i.fields) == 0 && (subject == nil || subject.acts() || words().classes.Has("nobody", subject.role.Head))
}
