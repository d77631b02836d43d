package point

import (
	"slices"
	"strings"

	"rashomon/digest"
)

// A clause may tell what happened by a noun: the predicate says only that it was so ("an explosion occurred"), that somebody
// did it ("gave the order", "opened fire") or that somebody noticed it ("she heard the explosion"). What happened is then
// that noun, and it is compared with verbs of the same deed.

// absorb makes the noun that says what happened the core of the telling, and takes it from the terms.
func (t *telling) absorb() {
	predicate := first(t.core)
	for _, adverb := range t.clause.Adverbs { // "sent them away", "were turned back"
		if whole := predicate + " " + adverb; words().families[whole] != nil && t.undergoer() != nil {
			t.core = whole
		}
	}
	if object := slices.IndexFunc(t.others, func(o term) bool { return o.role.Relation == "obj" }); object >= 0 {
		noun := t.others[object].word
		switch whole := t.core + " " + noun; {
		case words().families[whole] != nil:
			t.core = whole
		case isDeed(noun) && (words().classes.Has("light", predicate) || words().classes.Has("notice", predicate)):
			t.core = noun
		default:
			return
		}
		t.none = t.others[object].role.Negated
		t.others = slices.Delete(t.others, object, object+1)
		return
	}
	if words().classes.Has("join", predicate) {
		t.joins()
		return
	}
	if t.subject == nil || !isDeed(t.subject.word) {
		return
	}
	passive := t.clause.Passive && (words().classes.Has("light", predicate) || words().classes.Has("notice", predicate))
	none := t.core == "be" && t.subject.role.Negated
	if passive || none || words().classes.Has("aspect", t.core) {
		t.none = t.subject.role.Negated
		t.core, t.subject = t.subject.word, nil
	}
}

// joins makes what somebody took part in the core of the telling: "they participated in the talks".
func (t *telling) joins() {
	at := slices.IndexFunc(t.others, func(o term) bool { return o.role.Preposition == "in" && isDeed(o.word) })
	if at >= 0 {
		t.core = t.others[at].word
	}
}

// isDeed reports whether a noun says that something was done or happened, and cannot be taken for the name of a thing.
func isDeed(noun string) bool { return words().classes.Has("deed", noun) }

// undergoes reports whether the clause tells what befell its subject, though the verb is active: "seventeen miners died", "are
// dead", "lost their lives".
func (t *telling) undergoes() bool {
	object := ""
	for _, other := range t.others {
		if other.role.Relation == "obj" {
			object = other.role.Head
		}
	}
	switch {
	case t.clause.Passive:
		return false
	case object == "":
		return words().classes.Has("undergo", first(t.core)) || words().classes.Has("befallen", strings.TrimPrefix(t.clause.Predicate, "be "))
	}
	return words().classes.Has("loss", first(t.clause.Predicate)+"_"+object)
}

// notices reports whether the clause tells that somebody noticed something or not, and what: "they heard no siren".
func (t *telling) notices() bool {
	if !words().classes.Has("notice", first(t.clause.Predicate)) || t.isAbove("ccomp", "xcomp") {
		return false
	}
	return slices.ContainsFunc(t.clause.Roles, func(role digest.Role) bool {
		return (role.Relation == "obj" || role.Relation == "nsubj:pass") && !words().classes.Has("nobody", role.Head)
	})
}

// isAbove reports whether another clause hangs on this one by one of some relations.
func (t *telling) isAbove(relations ...string) bool {
	return slices.ContainsFunc(t.digest.Clauses, func(c digest.Clause) bool {
		return c.Above == t.index && slices.Contains(relations, c.Relation)
	})
}
