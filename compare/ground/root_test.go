package ground_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// text is what every document of these tests says: two sentences of ten bytes.
const text = "It sank. .It burnt. ."

var first, second = rashomon.Extent{Start: 0, End: 10}, rashomon.Extent{Start: 10, End: 20}

func document(id, source, published string, statements ...digest.Statement) *digest.Digest {
	return &digest.Digest{
		Document: id, Source: source, Published: published, Text: text, Statements: statements,
		Entities: []digest.Entity{{Name: "Ada Ferro", Type: rashomon.EntityPerson}},
	}
}

func says(content rashomon.Extent) digest.Statement {
	return digest.Statement{Within: rashomon.None, Holder: 0, HolderName: "Ada Ferro", Content: []rashomon.Extent{content}}
}

func passage(document string, extent rashomon.Extent) rashomon.Passage {
	return rashomon.Passage{Document: document, Extent: extent}
}

func both(passages ...rashomon.Passage) []rashomon.Passage { return passages }

// linked is a ministry (m), an agency (a) that quotes it, and a paper (p) that prints the agency; two papers (x, y) ask
// the same woman; one of them writes again (n).
func linked() *ground.Ground {
	whole := rashomon.Extent{End: len(text)}
	return ground.New([]*digest.Digest{
		document("m", "Ministry", "2016-02-01"), document("a", "Northwind Press", "2016-02-02"),
		document("p", "Mirror", "2016-02-03"), document("n", "Gazette", "2016-02-09"),
		document("x", "Gazette", "2016-02-05", says(first)), document("y", "Courier", "2016-02-04", says(first)),
	}, rashomon.Links{
		Echoes: []rashomon.Echo{
			{ID: "k1", Kind: rashomon.EchoReprint, Root: "a", Passages: both(passage("a", whole), passage("p", whole))},
			{ID: "k2", Kind: rashomon.EchoQuotation, Root: "a", Passages: both(passage("a", first), passage("p", first))},
			{ID: "k3", Kind: rashomon.EchoSharedSource, Root: "m", Source: "the minister",
				Passages: both(passage("a", first), passage("m", first))},
		},
		Parties: []rashomon.Party{{ID: "p1", Entities: []rashomon.Element{{Document: "x"}, {Document: "y"}}}},
	})
}

func TestRoot(t *testing.T) {
	t.Parallel()
	g := linked()
	for _, test := range []struct {
		name    string
		passage rashomon.Passage
		root    string
		chain   []string
	}{
		{"a passage goes back through the agency", passage("p", first), "m",
			[]string{"Mirror", "Northwind Press", "Ministry", "the minister"}},
		{"what the agency did not take goes back to it", passage("p", second), "a", []string{"Mirror", "Northwind Press"}},
		{"a whole text goes back no further than what it reprints", passage("p", rashomon.Extent{End: len(text)}), "a",
			[]string{"Mirror", "Northwind Press"}},
		{"the root itself", passage("m", first), "m", []string{"Ministry"}},
		{"no echo: the holder stands behind", passage("x", first), "x", []string{"Gazette", "Ada Ferro"}},
		{"no echo, own words", passage("x", second), "x", []string{"Gazette"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := g.Root(test.passage); got != test.root {
				t.Errorf("root: got %q, want %q", got, test.root)
			}
			if diff := cmp.Diff(test.chain, g.Chain(test.passage)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRoots(t *testing.T) {
	t.Parallel()
	g := linked()
	for _, test := range []struct {
		name     string
		passages []rashomon.Passage
		want     []string
	}{
		{"a chain is one root", both(passage("p", first), passage("a", first), passage("m", first)), []string{"m"}},
		{"two papers with one holder are one, the earlier", both(passage("x", first), passage("y", first)), []string{"y"}},
		{"in their own words they are two", both(passage("x", second), passage("y", second)), []string{"x", "y"}},
		{"a paper that says it twice is one", both(passage("n", second), passage("x", second)), []string{"x"}},
		{"none", nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := g.Roots(test.passages); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			slices.Reverse(test.passages)
			if got := g.Roots(test.passages); !slices.Equal(got, test.want) {
				t.Errorf("in the other order: got %q, want %q", got, test.want)
			}
		})
	}
}
