package position_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/compare/position"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link"
	"rashomon/rashomontest"
)

// A key is what the key of an invented case has of parties and positions; extents are in code points.
type key struct {
	Parties []struct {
		ID       string
		Mentions []struct {
			Document   string
			Begin, End int
		}
	}
	Positions []struct {
		Document, Party string
		PartyAlso       []string `json:"party_also"`
		Stance          *int
	}
}

// TestAccuracy measures positions on an invented case with a key. Its figures are those of the bench's own scorer
// (cases.py), but that a party is met by any mention.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy on whole documents, with -short")
	}
	t.Parallel()
	folder := rashomontest.Bench(t, "cases", "square")
	var k key
	digesttest.ReadKey(t, folder, &k)
	digests := digesttest.Keyed(t, folder)
	g := ground.New(digests, link.Link(digests))
	rashomontest.Golden(t, "testdata/accuracy.golden", k.measure(g))
}

// measure counts the sides that are found, those with the contrary sign, and those given where none is taken.
func (k key) measure(g *ground.Ground) []byte {
	found := position.Find(g)
	var sides, hits, contrary, none, invented int
	for _, wanted := range k.Positions {
		if wanted.Stance == nil {
			continue
		}
		said := map[int]bool{}
		for _, p := range found {
			if p.Document == wanted.Document && k.means(g, p.Party, append(wanted.PartyAlso, wanted.Party)) {
				said[p.Stance] = true
			}
		}
		if *wanted.Stance == 0 {
			none, invented = none+1, invented+count(said[1] || said[-1])
		} else {
			sides, hits, contrary = sides+1, hits+count(said[*wanted.Stance]), contrary+count(said[-*wanted.Stance])
		}
	}
	var report bytes.Buffer
	fmt.Fprintf(&report, "positions %d of %d\ncontrary sign %d\ngiven where none is taken %d of %d\n", hits, sides, contrary, invented, none)
	return report.Bytes()
}

// means reports whether a party that was found has a mention of one of some parties of the key.
func (k key) means(g *ground.Ground, id string, parties []string) bool {
	at := slices.IndexFunc(g.Links.Parties, func(p rashomon.Party) bool { return p.ID == id })
	for _, party := range k.Parties {
		if !slices.Contains(parties, party.ID) {
			continue
		}
		for _, m := range party.Mentions {
			d := g.Digest(m.Document)
			text := []rune(d.Text)
			begin, end := len(string(text[:m.Begin])), len(string(text[:m.End]))
			for i, entity := range d.Entities {
				if g.Party(d.Document, i) == at && slices.ContainsFunc(entity.Mentions, func(own digest.Mention) bool {
					return own.Extent.Start < end && begin < own.Extent.End
				}) {
					return true
				}
			}
		}
	}
	return false
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
