package point

import (
	"fmt"
	"strings"

	"rashomon"
)

// kinds finds that the same people are told to be of two kinds: "they were smugglers", "the dead were fishermen".
func kinds(a, b *telling, _ likeness) (finding, bool) {
	x, y := a.kindTold(), b.kindTold()
	if x == "" || y == "" || a.denied || b.denied || a.open || b.open || x == y || words().akin(x, y) >= 0.5 || !samePeople(a, b) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhat, a: a.side(), b: b.side(), rule: "what/kind", strength: 0.55,
		why: fmt.Sprintf("what they were is %q, or %q", x, y),
	}, true
}

// kindTold returns the noun by which a clause says what kind of people its subject is, or "".
func (t *telling) kindTold() string {
	if !strings.HasPrefix(t.clause.Predicate, "be ") || !isKind(t.core) {
		return ""
	}
	return t.core
}

func isKind(noun string) bool {
	return words().classes.Has("person", noun) && !words().classes.Has("people", noun)
}

// samePeople reports whether the subjects of two clauses are one party or one group of people, as those who were killed.
func samePeople(a, b *telling) bool {
	x, y := a.subject, b.subject
	if x == nil || y == nil {
		return false
	}
	if x.party != rashomon.None && x.party == y.party {
		return true
	}
	return x.isVictim() && y.isVictim()
}

// isVictim reports whether a term stands for those whom the accounts speak of, without a word of what they are.
func (t *term) isVictim() bool {
	return words().classes.Has("victim", t.word) || words().classes.Has("victim", t.role.Head)
}
