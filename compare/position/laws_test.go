package position_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/compare/position"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link"
	"rashomon/rashomontest"
)

// TestOrderChangesNothing gives the same documents in any order.
func TestOrderChangesNothing(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	links := link.Link(digests)
	positions, differences := position.Find(ground.New(digests, links)), compared(digests, links)
	rapid.Check(t, func(t *rapid.T) {
		shuffled := rapid.Permutation(digests).Draw(t, "order")
		got, gotDifferences := position.Find(ground.New(shuffled, links)), compared(shuffled, links)
		if diff := cmp.Diff(got, positions) + cmp.Diff(gotDifferences, differences); diff != "" {
			t.Fatalf("got - want +\n%s", diff)
		}
	})
}

func compared(digests []*digest.Digest, links rashomon.Links) []rashomon.Difference {
	differences := position.Compare(ground.New(digests, links))
	return differences
}

// TestACopyTakesTheSameSides compares every document with its copy under another id.
func TestACopyTakesTheSameSides(t *testing.T) {
	t.Parallel()
	for _, d := range digesttest.Case(t) {
		both := []*digest.Digest{d, digesttest.Copy(d)}
		if differences := compared(both, link.Link(both)); len(differences) > 0 {
			t.Errorf("%s: got %+v, want no difference", d.Name, differences)
		}
	}
}

// TestADocumentStandsAlone demands that the position of a document does not hang on what others write.
func TestADocumentStandsAlone(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	links := link.Link(digests)
	all := position.Find(ground.New(digests, links))
	for _, d := range digests {
		var want []rashomon.Position
		for _, p := range all {
			if p.Document == d.Document {
				want = append(want, p)
			}
		}
		if diff := cmp.Diff(position.Find(ground.New([]*digest.Digest{d}, links)), want); diff != "" {
			t.Errorf("%s: got - want +\n%s", d.Name, diff)
		}
	}
}

// TestEvidence demands evidence for every position, in order and in the text, and a reason.
func TestEvidence(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	g := ground.New(digests, link.Link(digests))
	for _, p := range position.Find(g) {
		text := g.Digest(p.Document).Text
		if len(p.Evidence) == 0 || p.Why == "" || p.Rule == "" || p.Stance < -1 || p.Stance > 1 {
			t.Errorf("got %+v", p)
		}
		for i, e := range p.Evidence {
			if e.Empty() || e.End > len(text) || i > 0 && e.Start < p.Evidence[i-1].Start {
				t.Errorf("%+v: got the extent %v", p, e)
			}
		}
	}
}

// TestExchangedNames exchanges the names of parties in the cases, and demands the same positions with the names exchanged.
func TestExchangedNames(t *testing.T) {
	t.Parallel()
	const path = "testdata/positions.cases"
	exchange := strings.NewReplacer("Anna", "Oren", "Oren", "Anna", "Belt", "Sadik", "Sadik", "Belt", "River", "Harbour", "Harbour", "River",
		"Guard", "League", "League", "Guard")
	trees, exchanged := digesttest.ReadTrees(t, path), digesttest.ExchangedTrees(t, path, exchange)
	for _, c := range rashomontest.LoadCases(t, path) {
		if strings.Contains(c.Phrase, "\n\n") {
			continue // whose codes tell whether it has a paper: these go with the name
		}
		var want []string
		for _, one := range strings.Split(printed(grounded(t, trees, c.Phrase), path), " ; ") {
			want = append(want, exchange.Replace(one))
		}
		got := strings.Split(printed(grounded(t, exchanged, exchange.Replace(c.Phrase)), path), " ; ")
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("%s:%d: got - want +\n%s", c.File, c.Line, diff)
		}
	}
}

// TestOver gives the positions of one source in the order of their days.
func TestOver(t *testing.T) {
	t.Parallel()
	var digests []*digest.Digest
	for i, text := range []string{"We salute Anna Belt.", "Anna Belt lied to the town.", "Anna Belt betrayed the town."} {
		d := digesttest.Read(t, "comment.txt", []byte("The Lomnik Post\n\n"+text+"\n"))
		d.Document, d.Source, d.Published = strconv.Itoa(i), "The Lomnik Post", []string{"2031-03-02", "", "2031-01-05"}[i]
		digests = append(digests, d)
	}
	g := ground.New(digests, link.Link(digests))
	anna := slices.IndexFunc(g.Links.Parties, func(p rashomon.Party) bool { return p.Name == "Anna Belt" })
	if anna < 0 {
		t.Fatalf("got the parties %+v, want Anna Belt among them", g.Links.Parties)
	}
	var got []string
	for _, p := range position.Over(g, position.Find(g), g.Links.Parties[anna].ID)["The Lomnik Post"] {
		got = append(got, fmt.Sprintf("%s %+d", p.Document, p.Stance))
	}
	if want := []string{"2 -1", "0 +1", "1 -1"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
