package figure_test

import (
	"fmt"
	"testing"

	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest/digesttest"
)

// BenchmarkCompare compares the figures of documents, eight to a story. It grows with the stories, not with the square
// of the documents.
func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := ground.New(digesttest.Stories(b, n))
			b.ReportAllocs()
			for b.Loop() {
				figure.Compare(g)
			}
		})
	}
}

// BenchmarkReconcile reconciles the figures of a happening that the accounts of the case tell of.
func BenchmarkReconcile(b *testing.B) {
	g, happening := oneHappening(digesttest.Case(b))
	b.ReportAllocs()
	for b.Loop() {
		figure.Reconcile(g, happening)
	}
}
