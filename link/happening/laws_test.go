package happening_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/happening"
	"rashomon/link/party"
)

// TestOrderChangesNothing: documents may come in any order, all at once or one by one with questions in between.
func TestOrderChangesNothing(t *testing.T) {
	t.Parallel()
	all := allStories(t)
	want := link(all)
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation(all).Draw(t, "order")
		if diff := cmp.Diff(link(order), want); diff != "" {
			t.Fatalf("at once (-got +want):\n%s", diff)
		}
		index, err := happening.NewIndex(happening.Coarse)
		if err != nil {
			t.Fatal(err)
		}
		var got []rashomon.Happening
		for i, d := range order {
			index.Add(d)
			if i == len(order)-1 || rapid.Bool().Draw(t, "asked") {
				got = index.Happenings(party.Link(inOrder(order[:i+1])))
			}
		}
		if diff := cmp.Diff(got, want); diff != "" {
			t.Fatalf("one by one (-got +want):\n%s", diff)
		}
	})
}

// TestEveryEventIsOfOneHappening, whose accounts and joins are those of its events.
func TestEveryEventIsOfOneHappening(t *testing.T) {
	t.Parallel()
	all := allStories(t)
	events := map[rashomon.Element]string{}
	ids := map[string]bool{}
	for _, h := range link(all) {
		if ids[h.ID] || h.ID != h.Events[0].ID("h") || h.Title == "" || len(h.Joins) != len(h.Events)-1 {
			t.Errorf("got %+v", h)
		}
		ids[h.ID] = true
		for _, e := range h.Events {
			if events[e] != "" || !slices.Contains(h.Accounts, e.Document) {
				t.Errorf("%v of %s stands in %q too, or %q does not tell of it", e, h.ID, events[e], h.Accounts)
			}
			events[e] = h.ID
		}
	}
	for _, h := range link(all) {
		if h.PartOf != "" && !ids[h.PartOf] || h.PartOf == h.ID {
			t.Errorf("%s is a part of %q", h.ID, h.PartOf)
		}
	}
	for _, d := range all {
		for i := range d.Events {
			if events[rashomon.Element{Document: d.Document, Index: i}] == "" {
				t.Errorf("event %d of %s is of no happening", i, d.Name)
			}
		}
	}
}

// TestTheSameTextTellsTheSame: every event of a text is one with that of a copy of the text.
func TestTheSameTextTellsTheSame(t *testing.T) {
	t.Parallel()
	for _, d := range allStories(t) {
		twin := *d
		twin.Document += "0"
		of := map[rashomon.Element]string{}
		for _, h := range link([]*digest.Digest{d, &twin}) {
			for _, e := range h.Events {
				of[e] = h.ID
			}
		}
		for i, e := range d.Events {
			if of[rashomon.Element{Document: d.Document, Index: i}] != of[rashomon.Element{Document: twin.Document, Index: i}] {
				t.Errorf("%s: %q is not one with its copy", d.Name, d.Quote(e.Clause))
			}
		}
	}
}

// TestAStrangerChangesNothing: a document that has nothing in common with the others changes no happening of theirs.
func TestAStrangerChangesNothing(t *testing.T) {
	t.Parallel()
	all := allStories(t)
	stranger := account{"stranger", "1998-02-01", "Ulla Brandis won the chess final in Ostmark on Sunday. She defeated Karel Vint in forty moves."}.read(t)
	got := slices.DeleteFunc(link(append(slices.Clone(all), stranger)), func(h rashomon.Happening) bool {
		return slices.Contains(h.Accounts, stranger.Document)
	})
	if diff := cmp.Diff(got, link(all), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-with the stranger +without):\n%s", diff)
	}
}

// TestEvenHanded: with the names of the parties exchanged, the same words are of the same happenings.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	exchange := strings.NewReplacer("Tavria", "Merovia", "Merovia", "Tavria", "Tavrian", "Merovian", "Merovian", "Tavrian")
	accounts := accountsOf(t, "testdata/border.txt")
	var plain, exchanged []*digest.Digest
	for i, a := range accounts {
		plain = append(plain, named(a.read(t), i))
		a.text = exchange.Replace(a.text)
		exchanged = append(exchanged, named(a.read(t), i))
	}
	if diff := cmp.Diff(clustered(link(exchanged)), clustered(link(plain))); diff != "" {
		t.Errorf("(-exchanged +plain):\n%s", diff)
	}
}

// named gives a digest an id that does not hang on its text.
func named(d *digest.Digest, i int) *digest.Digest {
	d.Document = string(rune('a' + i))
	return d
}

func clustered(happenings []rashomon.Happening) [][]rashomon.Element {
	var out [][]rashomon.Element
	for _, h := range happenings {
		out = append(out, h.Events)
	}
	return out
}

func TestNoDocuments(t *testing.T) {
	t.Parallel()
	if got := happening.Link(nil, nil); got != nil {
		t.Errorf("got %v of nothing", got)
	}
	if got := link([]*digest.Digest{{Document: "empty"}}); got != nil {
		t.Errorf("got %v of an empty document", got)
	}
}
