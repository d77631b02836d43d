package figure_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/reader"
	"rashomon/source"
)

// theCase returns the digests of the accounts of the case of the dam.
var theCase = sync.OnceValues(func() ([]*digest.Digest, error) {
	var digests []*digest.Digest
	options := source.Options{Limit: source.DefaultLimit}
	originals := options.Originals(context.Background(), []string{"../../examples/dam/0*"})
	for result := range reader.New().All(context.Background(), originals, source.Parse, 2) {
		if result.Err != nil {
			return nil, result.Err
		}
		digests = append(digests, digest.Of(result.Document))
	}
	return digests, nil
})

// varied returns the ground of n digests: those of the case again and again, each time of another story, whose parties
// are others and whose numbers have grown.
func varied(tb testing.TB, n int) *ground.Ground {
	tb.Helper()
	digests, err := theCase()
	if err != nil || len(digests) == 0 {
		tb.Fatalf("no case: %v", err)
	}
	var all []*digest.Digest
	var links rashomon.Links
	for i := range n {
		story := i / len(digests)
		d := vary(digests[i%len(digests)], story)
		all = append(all, d)
		for k := range d.Entities {
			name := fmt.Sprint(story, " ", d.Entities[k].Name)
			at := slices.IndexFunc(links.Parties[max(0, len(links.Parties)-1000):],
				func(p rashomon.Party) bool { return p.Name == name })
			if at < 0 {
				links.Parties = append(links.Parties, rashomon.Party{Name: name, Type: d.Entities[k].Type})
				at = len(links.Parties) - 1
			} else {
				at += max(0, len(links.Parties)-1000)
			}
			links.Parties[at].Entities = append(links.Parties[at].Entities, rashomon.Element{Document: d.Document, Index: k})
		}
	}
	return ground.New(all, links)
}

func vary(d *digest.Digest, story int) *digest.Digest {
	copied := *d
	copied.Document = fmt.Sprintf("%06d%s", story, d.Document)
	copied.Quantities = slices.Clone(d.Quantities)
	for i := range copied.Quantities {
		for _, bound := range []**float64{&copied.Quantities[i].Low, &copied.Quantities[i].High} {
			if *bound != nil {
				more := **bound + float64(story%7)
				*bound = &more
			}
		}
	}
	return &copied
}

// BenchmarkCompare compares the figures of documents, eight to a story. It grows with the stories, not with the square
// of the documents.
func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := varied(b, n)
			b.ReportAllocs()
			for b.Loop() {
				figure.Compare(g)
			}
		})
	}
}

// BenchmarkReconcile reconciles the figures of a happening that the accounts of the case tell of.
func BenchmarkReconcile(b *testing.B) {
	digests, err := theCase()
	if err != nil {
		b.Fatal(err)
	}
	g, happening := oneHappening(digests)
	b.ReportAllocs()
	for b.Loop() {
		figure.Reconcile(g, happening)
	}
}
