package rashomon_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
)

func TestTree(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document("The new harbour of Velm was shut")
	for i, head := range []int{2, 1, 4, 1, -2, 1, 0} {
		doc.Tokens[i].Head = head
		doc.Tokens[i].Relation = []string{"det", "amod", "nsubj:pass", "case", "nmod", "aux:pass", "root"}[i]
	}
	tree := doc.Tree()
	if got, want := slices.Collect(tree.Dependents(2)), []int{0, 1, 4}; !slices.Equal(got, want) {
		t.Errorf("dependents of harbour: got %v, want %v", got, want)
	}
	if got, want := tree.Span(2), (rashomon.Span{Start: 0, End: 5}); got != want {
		t.Errorf("below harbour: got %v, want %v", got, want)
	}
	if got := tree.Dependent(6, "obj", "nsubj"); got != 2 {
		t.Errorf("subject: got %d, want 2", got)
	}
	if tree.Is(2, "nsubj:pas") || tree.Is(5, "aux:passive") || !tree.Is(5, "aux") {
		t.Error("Is does not compare whole relations")
	}
	if got := tree.Head(6); got != rashomon.None {
		t.Errorf("head of the root: got %d", got)
	}
}

// What hangs on a token has it as its head, every token but the roots hangs on one, and a token's span covers all below it.
func TestTreeIsTheHeadsTheOtherWayRound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		doc := &rashomon.Document{Tokens: make([]rashomon.Token, rapid.IntRange(1, 30).Draw(t, "tokens"))}
		order := rapid.Permutation(indexes(len(doc.Tokens))).Draw(t, "order")
		for n, i := range order[1:] { // each hangs on one that comes before it in the order, so that there is no circle
			doc.Tokens[i] = rashomon.Token{Relation: "dep", Head: order[rapid.IntRange(0, n).Draw(t, "head")] - i}
		}
		tree := doc.Tree()
		found := 0
		for i := range doc.Tokens {
			for child := range tree.Dependents(i) {
				found++
				if tree.Head(child) != i {
					t.Fatalf("%d hangs on %d and is found below %d", child, tree.Head(child), i)
				}
				if inner, outer := tree.Span(child), tree.Span(i); inner.Start < outer.Start || inner.End > outer.End {
					t.Fatalf("%v below %v", inner, outer)
				}
			}
		}
		if found != len(doc.Tokens)-1 {
			t.Fatalf("got %d dependents, want %d", found, len(doc.Tokens)-1)
		}
	})
}

func indexes(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// TestHeadOf: the head of a span is the first of its tokens that hangs on one outside.
func TestHeadOf(t *testing.T) {
	t.Parallel()
	doc := full()
	tree := doc.Tree()
	for _, test := range []struct {
		span rashomon.Span
		want int
	}{{rashomon.Span{Start: 0, End: 6}, 1}, {rashomon.Span{Start: 0, End: 1}, 0}, {rashomon.Span{Start: 0, End: 2}, 1}, {rashomon.Span{Start: 2, End: 4}, 2}} {
		if got := tree.HeadOf(test.span); got != test.want {
			t.Errorf("%v: got %d, want %d", test.span, got, test.want)
		}
	}
}
