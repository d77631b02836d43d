package party_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/party"
)

// world are names that documents are drawn from: spellings, look-alikes, short names, nouns.
var world = []string{
	"PERSON Zhelan Torvik; title=Mr", "PERSON Jelan Torwik", "PERSON Irena Torvik; title=Mrs", "PERSON Torvik", "PERSON Torvik; title=Mr",
	"PERSON Nora Lindqvist = Lindqvist; title=Interior Minister; codes=SWE GOV", "PERSON N. Lindqvist", "PERSON Lindqvist",
	"PERSON Jonas Reve; title=Colonel; codes=MIL", "PERSON Jon Rewe", "PERSON Reve", "PLACE Nora Lindqvist",
	"PERSON ; nouns=the interior minister", "PERSON ; nouns=the colonel", "FACILITY ; nouns=this station",
	"ORGANIZATION Orlo Public Radio; source=yes", "ORGANIZATION National Hydropower Company = NHC", "ORGANIZATION National Hydrology Centre = NHC",
	"ORGANIZATION NHC", "+ORGANIZATION NHC", "ORGANIZATION Company", "ORGANIZATION Hydropower Company", "GROUP ; nouns=the Company",
	"ORGANIZATION Ministry of the Interior; codes=SWE GOV", "ORGANIZATION Interior Ministry", "ORGANIZATION Ministry", "ORGANIZATION Ministry of Health",
	"PLACE Velmora", "PLACE Velmora; country=ESP", "PLACE Velmora; country=MEX", "PLACE Velmoran", "PLACE Granary Square", "FACILITY Hotel Imperial",
	"PERSON Muammar Gaddafi; listed=persons:Muammar Gaddafi; codes=LBY GOV", "PERSON Qaddafi; listed=persons:Muammar Gaddafi; codes=LBY GOV",
	"GROUP ; nouns=men in grey", "EVENT ; nouns=the raid",
}

// drawn draws documents of the world.
func drawn(t *rapid.T, tb testing.TB, most int) []*digest.Digest {
	var digests []*digest.Digest
	for i := range rapid.IntRange(1, most).Draw(t, "documents") {
		lines := rapid.SliceOfNDistinct(rapid.SampledFrom(world), 1, 9, rapid.ID[string]).Draw(t, "lines")
		digests = append(digests, document(tb, fmt.Sprintf("d%02d-", i), lines...))
	}
	return digests
}

// TestOrder: documents may come in any order, all at once or one by one with parties asked for in between.
func TestOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		digests := drawn(r, t, 8)
		want := party.Link(digests)
		x := party.NewIndex()
		for _, d := range rapid.Permutation(digests).Draw(r, "order") {
			x.Add(d)
			if rapid.Bool().Draw(r, "asked") {
				x.Parties()
			}
		}
		if diff := cmp.Diff(x.Parties(), want); diff != "" {
			r.Fatalf("one by one, at once: %s", diff)
		}
	})
}

// TestManyInAnyOrder: there are names that more documents share than are looked through, and they become so many in any
// order.
func TestManyInAnyOrder(t *testing.T) {
	t.Parallel()
	digests := varied(t, 200)
	want := party.Link(digests)
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 2))
		order := slices.Clone(digests)
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		x := party.NewIndex()
		for _, d := range order {
			x.Add(d)
			if random.IntN(4) == 0 {
				x.Parties()
			}
		}
		if diff := cmp.Diff(x.Parties(), want); diff != "" {
			t.Errorf("order %d (-one by one +at once): %s", seed, diff)
		}
	}
}

// TestSound: every entity is of one party; parties are sorted, and joined by as many joins as hold them together.
func TestSound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		digests := drawn(r, t, 8)
		parties := party.Link(digests)
		seen := map[rashomon.Element]bool{}
		for i, p := range parties {
			if i > 0 && parties[i-1].ID >= p.ID {
				r.Fatalf("%s stands before %s", parties[i-1].ID, p.ID)
			}
			for _, e := range p.Entities {
				if seen[e] {
					r.Fatalf("%v is of two parties", e)
				}
				seen[e] = true
			}
			if p.ID != p.Entities[0].ID("p") || !slices.IsSortedFunc(p.Entities, compareElements) || len(p.Joins) != len(p.Entities)-1 {
				r.Fatalf("party %v", p)
			}
		}
		for _, d := range digests {
			for i := range d.Entities {
				if !seen[rashomon.Element{Document: d.Document, Index: i}] {
					r.Fatalf("entity %d of %s is of no party", i, d.Document)
				}
			}
		}
	})
}

func compareElements(a, b rashomon.Element) int {
	switch {
	case a.Less(b):
		return -1
	case b.Less(a):
		return 1
	}
	return 0
}

// TestStranger: a document that has nothing in common with the others changes nothing else.
func TestStranger(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		digests := drawn(r, t, 6)
		stranger := document(t, "z", "PERSON Otto Quabbe; title=Bishop", "PLACE Wuxley", "ORGANIZATION Glass Makers' Guild", "PERSON ; nouns=the bishop")
		want := party.Link(digests)
		got := slices.DeleteFunc(slices.Clone(party.Link(append(slices.Clone(digests), stranger))), func(p rashomon.Party) bool {
			return p.Entities[0].Document == "z"
		})
		if diff := cmp.Diff(got, want); diff != "" {
			r.Fatalf("with a stranger, without: %s", diff)
		}
	})
}

// TestTwin: whoever is named in full is the same in a document and in its copy.
func TestTwin(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		lines := rapid.SliceOfNDistinct(rapid.SampledFrom(world), 3, 9, rapid.ID[string]).Draw(r, "lines")
		lines = append(lines, "PERSON Ilmar Vostrup", "PLACE Dorenta", "ORGANIZATION Oskel Harbour Trust")
		a, b := document(t, "a", lines...), document(t, "b", lines...)
		of := map[rashomon.Element]string{}
		for _, p := range party.Link([]*digest.Digest{a, b}) {
			for _, e := range p.Entities {
				of[e] = p.ID
			}
		}
		for i, e := range a.Entities {
			isFull := len(e.Mentions) > 0 && e.Mentions[0].Kind == rashomon.MentionName && strings.Contains(e.Name, " ")
			if isFull && of[rashomon.Element{Document: "a", Index: i}] != of[rashomon.Element{Document: "b", Index: i}] {
				r.Fatalf("%q is two in %q", e.Name, lines)
			}
		}
	})
}

// TestEvenHanded: exchanging the names of two parties exchanges them in the result.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	exchange := strings.NewReplacer(
		"Nora Lindqvist", "Omar Haddad", "Omar Haddad", "Nora Lindqvist", "Lindqvist", "Haddad", "Haddad", "Lindqvist",
		"N. ", "O. ", "O. ", "N. ", "Free Harbour", "River Guild", "River Guild", "Free Harbour",
	)
	lines := []string{
		"PERSON Nora Lindqvist; title=Minister", "PERSON Lindqvist", "PERSON N. Lindqvist", "PERSON Omar Haddad", "PERSON Haddad; title=Mr",
		"ORGANIZATION Free Harbour Union", "ORGANIZATION River Guild Union", "ORGANIZATION Union", "PERSON ; nouns=the minister",
	}
	rapid.Check(t, func(r *rapid.T) {
		var digests, exchanged []*digest.Digest
		for i := range rapid.IntRange(1, 5).Draw(r, "documents") {
			drawn := rapid.SliceOfNDistinct(rapid.SampledFrom(lines), 1, 6, rapid.ID[string]).Draw(r, "lines")
			other := make([]string, len(drawn))
			for j, line := range drawn {
				other[j] = exchange.Replace(line)
			}
			id := fmt.Sprintf("d%d-", i)
			digests, exchanged = append(digests, document(t, id, drawn...)), append(exchanged, document(t, id, other...))
		}
		if got, want := groups(party.Link(exchanged)), groups(party.Link(digests)); got != want {
			r.Fatalf("exchanged: got %s, want %s", got, want)
		}
	})
}

// FuzzNames gives two documents one name each, by chance: whoever is first, the same comes out; and nothing is lost.
func FuzzNames(f *testing.F) {
	for _, line := range world {
		_, name, _ := strings.Cut(line, " ")
		name, _, _ = strings.Cut(name, ";")
		f.Add(name, "Nora Torvik")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 1000 || strings.Join(strings.Fields(a), "") == "" || strings.Join(strings.Fields(b), "") == "" {
			t.Skip("long, or nothing")
		}
		for _, kind := range []rashomon.EntityType{rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityPlace, rashomon.EntityOther} {
			one, two := named("x", kind, a), named("x", kind, b)
			other, another := named("y", kind, b), named("y", kind, a)
			if got, want := len(party.Link([]*digest.Digest{one, other})), len(party.Link([]*digest.Digest{two, another})); got != want {
				t.Errorf("%s %q and %q: %d parties one way, %d the other", kind, a, b, got, want)
			}
			whole := party.Link([]*digest.Digest{one, another})
			if strings.Join(strings.Fields(a), " ") != a {
				continue
			}
			for _, p := range whole {
				if len(p.Spellings) != 1 || p.Spellings[0].Form != a {
					t.Errorf("%s %q: %v", kind, a, p.Spellings)
				}
			}
		}
	})
}

// named returns a digest with one name, and one that others have in common with it.
func named(id string, kind rashomon.EntityType, name string) *digest.Digest {
	text := name + " Ilmar Vostrup"
	fellow := digest.Entity{Name: "Ilmar Vostrup", Type: rashomon.EntityPerson}
	fellow.Mentions = []digest.Mention{{Extent: rashomon.Extent{Start: len(name) + 1, End: len(text)}, Kind: rashomon.MentionName, Text: "Ilmar Vostrup"}}
	e := digest.Entity{Name: name, Type: kind}
	e.Mentions = []digest.Mention{{Extent: rashomon.Extent{Start: 0, End: len(name)}, Kind: rashomon.MentionName, Text: name}}
	return &digest.Digest{Document: id, Text: text, Entities: []digest.Entity{e}}
}
