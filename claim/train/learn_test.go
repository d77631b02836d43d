package main

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon/claim"
)

// lessons returns examples of as many claims, each with an account of every relation that a feature of its own tells of, and
// a feature of that account alone.
func lessons(claims int) []example {
	var examples []example
	for number := range claims {
		for relation := range claim.Relations {
			examples = append(examples, example{
				features: []claim.Feature{
					{Name: "always", Value: 1}, {Name: fmt.Sprint("cue ", relation), Value: 1},
					{Name: fmt.Sprint("word ", number, " of ", relation), Value: 1},
				},
				relation: relation, claim: number,
			})
		}
	}
	return examples
}

// TestFit: what tells a relation is learned, twice the same; what stands in too few claims is not learned.
func TestFit(t *testing.T) {
	t.Parallel()
	examples := lessons(leastClaims)
	learned := fit(examples)
	if diff := cmp.Diff(learned, fit(examples)); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	for _, e := range examples {
		if got := learned.relation(e.features); got != e.relation {
			t.Errorf("%v: got %s, want %s", e.features, claim.Relations[got], claim.Relations[e.relation])
		}
	}
	if len(learned) > 1+len(claim.Relations) {
		t.Errorf("features of one claim have weights: %v", learned)
	}
	if few := fit(lessons(leastClaims - 1)); len(few) != 0 {
		t.Errorf("got %v of %d claims, want nothing", few, leastClaims-1)
	}
}
