package digest

import (
	"strings"

	"rashomon"
)

// A stray is a word that the tree hangs on a predicate of which it cannot be.
type stray struct {
	clause  int  // that it is of
	subject bool // as its subject
}

// strays returns the words that the tree hangs on another predicate than they can belong to. What stands before the word that opens
// an adverbial clause is of the clause above it: "at ten, after they had left, it rained". Of two subjects the one behind the
// predicate is of the next predicate that has none, "after they had left, soldiers came", and so is the object of a relative clause
// behind a time: "in the hour that followed shells fell".
func (b *builder) strays(heads []int) map[int]stray {
	strays := map[int]stray{}
	for n, head := range heads {
		for i := range b.tree.Dependents(head) {
			switch {
			case !b.isRole(i):
			case b.isBeforeMark(i, head):
				strays[i] = stray{clause: b.clauseOf[b.tree.Head(head)]}
			case b.isSecondSubject(i, head), b.isBehindRelative(i, head):
				if next := b.nextWithout(heads, n, i); next != rashomon.None {
					strays[i] = stray{next, true}
				}
			}
		}
	}
	return strays
}

// isBeforeMark reports whether a word that hangs on the predicate of an adverbial clause stands before what opens the clause.
func (b *builder) isBeforeMark(i, head int) bool {
	mark := b.tree.Dependent(head, "mark")
	return mark != rashomon.None && b.tree.Is(head, "advcl") && i < mark && b.tree.Span(i).End <= mark
}

// isSecondSubject reports whether a subject stands behind its predicate, before which there is another.
func (b *builder) isSecondSubject(i, head int) bool {
	if i < head || !b.tree.Is(i, "nsubj") {
		return false
	}
	for other := range b.tree.Dependents(head) {
		if other < head && b.tree.Is(other, "nsubj") {
			return true
		}
	}
	return false
}

// isBehindRelative reports whether a word is the object of a relative clause that is said of a time behind a preposition, which is no
// subject of the clause around it and does nothing to anybody.
func (b *builder) isBehindRelative(i, head int) bool {
	if i < head || !b.tree.Is(i, "obj") || !b.tree.Is(head, "acl:relcl") {
		return false
	}
	noun := b.tree.Head(head)
	return b.tree.Dependent(noun, "case") != rashomon.None && find(b.timexes, noun) != rashomon.None
}

// nextWithout returns the clause of the first predicate behind a word that stands behind another predicate, if it is one of the same
// sentence that must have a subject and has none, or None.
func (b *builder) nextWithout(heads []int, n, word int) int {
	for next := n + 1; next < len(heads); next++ {
		head := heads[next]
		switch {
		case head < b.tree.Span(word).End:
		case b.doc.SentenceOf(head) == b.doc.SentenceOf(word) && b.lacksSubject(head):
			return next
		default:
			return rashomon.None
		}
	}
	return rashomon.None
}

// lacksSubject reports whether a predicate has no subject, though it is a finite one that shares none and bids nobody.
func (b *builder) lacksSubject(head int) bool {
	if b.tree.Dependent(head, "nsubj", "nsubj:pass", "csubj", "expl") != rashomon.None || b.tree.Is(head, "conj") {
		return false
	}
	finite := head
	if aux := b.tree.Dependent(head, "aux", "aux:pass", "cop"); aux != rashomon.None {
		finite = aux
	}
	features := b.doc.Tokens[finite].Features
	return strings.Contains(features, "VerbForm=Fin") && !strings.Contains(features, "Mood=Imp")
}

// strayed reports whether the tree hangs a word on another clause than its own.
func (b *builder) strayed(i int) bool {
	_, strays := b.stray[i]
	return strays
}

// strayRole returns the role of a word in the clause of a predicate that it was brought back to.
func (b *builder) strayRole(i, head int) Role {
	role := b.role(i)
	if b.stray[i].subject {
		role.Relation = "nsubj"
		if b.tree.Dependent(head, "aux:pass") != rashomon.None {
			role.Relation = "nsubj:pass"
		}
	}
	return role
}
