package point

import (
	"fmt"
	"slices"

	"rashomon"
)

// An order is who told others to do something, and what.
type order struct {
	by      *telling
	giver   *term // nil where nobody gave it
	content []*word
}

// orders returns the orders that are told, and those that are told not to have been given.
func orders(tellings []telling) []order {
	var found []order
	for i := range tellings {
		t := &tellings[i]
		if t.open {
			continue
		}
		if giver, told := t.giver(); told {
			found = append(found, order{t, giver, ordered(tellings, t)})
		}
	}
	return found
}

// giver returns who gave the order that a clause tells of, and whether it tells of one: "Vane ordered", "the order came from
// Vane", "they were locked on the order of Vane".
func (t *telling) giver() (*term, bool) {
	if t.gives() {
		return t.doer(), true
	}
	for i := range t.others {
		other := &t.others[i]
		isOrder := words().classes.Has("order", other.word)
		if isOrder && other.role.Preposition != "" && other.owner != rashomon.None {
			return other.ownerTerm(), true
		}
		if t.isAboutOrder() && other.role.Preposition == "from" {
			return other, true
		}
	}
	return nil, false
}

// gives reports whether the predicate is an order with its giver, or with the word that there was none.
func (t *telling) gives() bool {
	if words().classes.Has("orders", first(t.core)) {
		return t.denied || t.doer() != nil
	}
	order := t.undergoer()
	return order != nil && words().classes.Has("order", order.word) && words().classes.Has("instruct", first(t.core)) &&
		(t.denied || t.doer() != nil)
}

// ownerTerm returns the term of whose a thing is.
func (t *term) ownerTerm() *term {
	return &term{party: t.owner, owner: t.owner, word: t.ownerWord, named: t.ownerNamed, kind: t.ownerKind, role: t.role}
}

// ordered returns the words of what is ordered: those of the clauses that hang on the order; and those of its own clause,
// where the order stands beside what was done on it.
func ordered(tellings []telling, t *telling) []*word {
	var keys []*word
	if thing := t.undergoer(); thing != nil {
		keys = append(keys, words().word(thing.word))
	}
	if !t.gives() && !t.isAboutOrder() {
		keys = append(keys, t.keys...)
	}
	for i := range tellings {
		if other := &tellings[i]; other.clause.Above == t.index {
			keys = append(keys, other.keys...)
		}
	}
	return sortedWords(slices.DeleteFunc(keys, func(key *word) bool {
		return key.isParty() || !key.saysMuch() || words().classes.Has("order", key.text)
	}))
}

// isAboutOrder reports whether the subject is an order: "the order came from Vane".
func (t *telling) isAboutOrder() bool {
	return t.subject != nil && words().classes.Has("order", t.subject.word)
}

// orderDiffers finds that one order is told to have been given by two, or that who is told to have given it gave none.
func orderDiffers(a, b order) (finding, bool) {
	if !sameOrder(a, b) || a.by.denied && b.by.denied {
		return finding{}, false
	}
	if b.by.denied {
		a, b = b, a
	}
	f := finding{a: a.by.side(), b: b.by.side(), rule: "who/order", kind: rashomon.PointWho, strength: 0.7}
	switch {
	case b.giver == nil || b.giver.isAnybody():
		return finding{}, false
	case a.by.denied && (a.giver == nil || a.giver.isAnybody() || a.giver.same(b.giver)):
		f.kind, f.rule = rashomon.PointWhether, "whether/order"
		f.why = fmt.Sprintf("one says that the order was not given, the other that %q gave it", b.by.quote(*b.giver))
	case a.by.denied || a.giver == nil || a.giver.isAnybody() || a.giver.same(b.giver) || !a.giver.acts() || !b.giver.acts():
		return finding{}, false
	default:
		f.why = fmt.Sprintf("who gave the order: %q, or %q", a.by.quote(*a.giver), b.by.quote(*b.giver))
	}
	return f, true
}

// sameOrder reports whether two orders are to the same: a word of what is ordered is common, or one of them does not say
// what is ordered.
func sameOrder(a, b order) bool {
	if len(a.content) == 0 || len(b.content) == 0 {
		return true
	}
	with := telling{keys: b.content}
	return slices.ContainsFunc(share(&telling{keys: a.content}, &with).shared, (*word).saysMuch)
}
