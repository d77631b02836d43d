package rashomon

import (
	"iter"
	"strings"
)

// A Tree is the dependency trees of a document read downwards: of every token, what hangs on it. It is true until the
// tokens change.
type Tree struct {
	doc         *Document
	first, next []int  // of each token: its first dependent; the next dependent of its head; None
	spans       []Span // of each token: from the first to the last token below it, itself included
}

// Tree returns the dependency trees of a document. A token without a relation hangs on nothing.
func (d *Document) Tree() *Tree {
	t := &Tree{
		doc: d, first: make([]int, len(d.Tokens)), next: make([]int, len(d.Tokens)), spans: make([]Span, len(d.Tokens)),
	}
	for i := range d.Tokens {
		t.first[i], t.spans[i] = None, Span{i, i + 1}
	}
	for i := len(d.Tokens) - 1; i >= 0; i-- {
		t.next[i] = None
		if head := t.Head(i); head != None {
			t.next[i], t.first[head] = t.first[head], i
		}
	}
	t.widen()
	return t
}

// widen makes the span of every token cover those of its dependents, the deepest first.
func (t *Tree) widen() {
	order := make([]int, 0, len(t.spans))
	for i := range t.spans {
		if t.Head(i) == None {
			order = append(order, i)
		}
	}
	for n := 0; n < len(order); n++ {
		for child := t.first[order[n]]; child != None; child = t.next[child] {
			order = append(order, child)
		}
	}
	for n := len(order) - 1; n >= 0; n-- {
		if head := t.Head(order[n]); head != None {
			inner, outer := t.spans[order[n]], t.spans[head]
			t.spans[head] = Span{min(inner.Start, outer.Start), max(inner.End, outer.End)}
		}
	}
}

// Head returns the token that a token hangs on, or None for a root.
func (t *Tree) Head(i int) int {
	if token := t.doc.Tokens[i]; token.Head != 0 && token.Relation != "" {
		return i + token.Head
	}
	return None
}

// HeadOf returns the token of a span that the others hang on: the first whose head stands outside.
func (t *Tree) HeadOf(s Span) int {
	for i := s.Start; i < s.End; i++ {
		if head := t.Head(i); head < s.Start || head >= s.End {
			return i
		}
	}
	return s.Start
}

// Dependents yields what hangs on a token, in the order of the text.
func (t *Tree) Dependents(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for child := t.first[i]; child != None && yield(child); child = t.next[child] {
		}
	}
}

// Dependent returns the first token that hangs on a token by one of some relations, or None.
func (t *Tree) Dependent(i int, relations ...string) int {
	for child := range t.Dependents(i) {
		for _, relation := range relations {
			if t.Is(child, relation) {
				return child
			}
		}
	}
	return None
}

// Is reports whether a token hangs by a relation: "nsubj" is also "nsubj:pass", but not the other way round.
func (t *Tree) Is(i int, relation string) bool {
	rest, found := strings.CutPrefix(t.doc.Tokens[i].Relation, relation)
	return found && (rest == "" || rest[0] == ':')
}

// Span returns all from the first to the last token below a token, itself included. In a tree with crossing arcs some of
// them may hang elsewhere.
func (t *Tree) Span(i int) Span { return t.spans[i] }
