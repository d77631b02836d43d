package prediction_test

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/compare/prediction"
	"rashomon/digest"
	"rashomon/examples"
	"rashomon/link"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/source"
)

// accounts are the digests of the embedded case, read once.
var accounts = sync.OnceValues(func() ([]*digest.Digest, error) {
	var digests []*digest.Digest
	names, err := fs.Glob(examples.Case(), "*")
	for _, name := range names {
		content, failed := fs.ReadFile(examples.Case(), name)
		if failed != nil {
			return nil, failed
		}
		d, failed := read(name, string(content))
		if failed != nil {
			return nil, failed
		}
		digests = append(digests, d)
	}
	return digests, err
})

var formats = map[string]rashomon.Format{".md": rashomon.FormatMarkdown, ".html": rashomon.FormatHTML, ".pdf": rashomon.FormatPDF}

func read(name, content string) (*digest.Digest, error) {
	original := rashomon.Original{Name: name, Bytes: []byte(content), Format: rashomon.FormatText}
	if format, known := formats[path.Ext(name)]; known {
		original.Format = format
	}
	doc, err := source.Parse(original)
	if err != nil {
		return nil, err
	}
	if err := reader.New().Read(context.Background(), doc); err != nil {
		return nil, err
	}
	return digest.Of(doc), nil
}

func embedded(t testing.TB) []*digest.Digest {
	t.Helper()
	digests, err := accounts()
	if err != nil {
		t.Fatal(err)
	}
	return digests
}

func find(digests []*digest.Digest) ([]rashomon.Prediction, []rashomon.Difference) {
	return prediction.Find(ground.New(digests, link.Link(digests)))
}

// TestOrderChangesNothing gives the same documents in any order.
func TestOrderChangesNothing(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	links := link.Link(digests)
	predictions, differences := prediction.Find(ground.New(digests, links))
	rapid.Check(t, func(t *rapid.T) {
		gotPredictions, gotDifferences := prediction.Find(ground.New(rapid.Permutation(digests).Draw(t, "order"), links))
		if diff := cmp.Diff(gotPredictions, predictions) + cmp.Diff(gotDifferences, differences); diff != "" {
			t.Fatalf("got - want +\n%s", diff)
		}
	})
}

// TestACopyTellsNothing compares every document with its copy under another id: what it foretells comes to no more by it.
func TestACopyTellsNothing(t *testing.T) {
	t.Parallel()
	for _, d := range embedded(t) {
		alone, _ := find([]*digest.Digest{d})
		copied := *d
		copied.Document = strings.Repeat("f", len(d.Document))
		both, _ := find([]*digest.Digest{d, &copied})
		if len(both) != 2*len(alone) {
			t.Errorf("%s: got %d predictions with its copy, want twice %d", d.Name, len(both), len(alone))
		}
		for i, p := range both {
			if want := alone[i%len(alone)]; p.Outcome != want.Outcome {
				t.Errorf("%s: %q: got %s, want %s", d.Name, d.Quote(p.Extent), p.Outcome, want.Outcome)
			}
		}
	}
}

// TestAForeignDocumentChangesNothing adds a document that has nothing in common with the others.
func TestAForeignDocumentChangesNothing(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	foreign, err := read("foreign.txt", "Bees in the garden\n\n6 June 2031\n\nThe bees did not come that spring. Nobody has been charged. "+
		"Riots broke out in the hives. The river went down by a hand.\n")
	if err != nil {
		t.Fatal(err)
	}
	want, wantDifferences := find(digests)
	got, gotDifferences := find(append(slices.Clone(digests), foreign))
	if diff := cmp.Diff(got, want) + cmp.Diff(gotDifferences, wantDifferences); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

// TestPassages demands that every passage lies in its document, is short and not empty, and that what is told comes with a
// reason.
func TestPassages(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	predictions, differences := find(digests)
	g := ground.New(digests, rashomon.Links{})
	for _, p := range predictions {
		for _, passage := range append(slices.Clone(p.ToldBy), p.Passage) {
			if e := passage.Extent; e.Empty() || e.Len() > 400 || e.End > len(g.Digest(passage.Document).Text) {
				t.Errorf("%s: got the extent %v", passage.Document, e)
			}
		}
		if p.Why == "" || p.Rule == "" || (p.Outcome != rashomon.OutcomeOpen && len(p.ToldBy) == 0) {
			t.Errorf("got %+v, want a rule, a reason and who tells the outcome", p)
		}
	}
	for _, d := range differences {
		if !d.A.Less(d.B.Passage) || d.Strength < 0 || d.Strength > 1 || d.Why == "" || d.ID == "" {
			t.Errorf("got %+v", d)
		}
	}
}

// TestExchangedNames exchanges the names of parties in the cases, and demands the same outcomes with the names exchanged.
func TestExchangedNames(t *testing.T) {
	t.Parallel()
	const path = "testdata/outcome.cases"
	exchange := strings.NewReplacer("Anna", "Oren", "Oren", "Anna", "Belt", "Sadik", "Sadik", "Belt", "Karsova", "Lomnik", "Lomnik", "Karsova")
	trees, names := rashomontest.ReadTrees(t, rashomontest.TreesOf(path)), rashomontest.ListedNames(t)
	exchanged := rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), exchange)
	for _, c := range rashomontest.LoadCases(t, path) {
		want := outcomes(t, trees, names, c)
		c.Phrase = exchange.Replace(c.Phrase)
		if got := outcomes(t, exchanged, names, c); !slices.Equal(got, want) {
			t.Errorf("%s:%d: got %v, want %v", c.File, c.Line, got, want)
		}
	}
}

// outcomes returns what came of what the documents of a case foretell.
func outcomes(t *testing.T, trees map[string]*rashomon.Document, names []rashomontest.ListedName, c rashomontest.Case) []string {
	t.Helper()
	digests := digests(t, trees, names, c)
	predictions, _ := prediction.Find(ground.New(digests, related(digests)))
	var out []string
	for _, p := range predictions {
		out = append(out, fmt.Sprintf("%s %s %s", p.Outcome, p.Rule, p.By))
	}
	return out
}

// stories returns n digests: the embedded case over and over, with other names and other days in every copy.
func stories(t testing.TB, n int) []*digest.Digest {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	all := embedded(t)
	out := make([]*digest.Digest, n)
	for i := range out {
		varied := *all[i%len(all)]
		story := i / len(all)
		varied.Document = fmt.Sprintf("%s%06d", varied.Document[:8], i)
		varied.Published = fmt.Sprintf("2017-%02d-%02d", 4+story%8, 1+random.IntN(28))
		varied.Entities = slices.Clone(varied.Entities)
		for e := range varied.Entities {
			varied.Entities[e].Name = fmt.Sprintf("%s %d", varied.Entities[e].Name, story)
		}
		out[i] = &varied
	}
	return out
}

// linked links digests by the names of their entities, so that the benchmark does not measure the linking.
func linked(digests []*digest.Digest) rashomon.Links {
	at, links := map[string]int{}, rashomon.Links{}
	for _, d := range digests {
		for i, e := range d.Entities {
			p, known := at[e.Name]
			if !known {
				p, at[e.Name] = len(links.Parties), len(links.Parties)
				links.Parties = append(links.Parties, rashomon.Party{ID: e.Name, Name: e.Name})
			}
			links.Parties[p].Entities = append(links.Parties[p].Entities, rashomon.Element{Document: d.Document, Index: i})
		}
	}
	return links
}
