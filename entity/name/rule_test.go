package name

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
)

func span(start, end int) Name { return Name{Span: rashomon.Span{Start: start, End: end}} }

func TestPlace(t *testing.T) {
	t.Parallel()
	among := []Name{span(1, 3), span(3, 4), span(6, 9)}
	for title, test := range map[string]struct {
		name Name
		want []Name
	}{
		"before all":       {span(0, 1), []Name{span(0, 1), span(1, 3), span(3, 4), span(6, 9)}},
		"between":          {span(4, 6), []Name{span(1, 3), span(3, 4), span(4, 6), span(6, 9)}},
		"behind all":       {span(9, 10), []Name{span(1, 3), span(3, 4), span(6, 9), span(9, 10)}},
		"over two":         {span(0, 5), []Name{span(0, 5), span(6, 9)}},
		"within one":       {span(7, 8), among},
		"over a part":      {span(8, 11), among},
		"over one, a part": {span(3, 7), among},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(place(append([]Name(nil), among...), test.name), test.want); diff != "" {
				t.Errorf("got, want: %s", diff)
			}
		})
	}
}

// TestPlaceKeepsOrder: whatever is placed, names stand in order and apart, and some are left.
func TestPlaceKeepsOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var names []Name
		for range rapid.IntRange(1, 20).Draw(t, "names") {
			start := rapid.IntRange(0, 30).Draw(t, "start")
			n := span(start, start+rapid.IntRange(1, 6).Draw(t, "length"))
			names = place(names, n)
			end := 0
			for _, n := range names {
				if n.Span.Start < end {
					t.Fatalf("%v overlap", names)
				}
				end = n.Span.End
			}
		}
		if len(names) == 0 {
			t.Fatal("nothing is left")
		}
	})
}

func TestWithLegalForm(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"Orlo Shipping , Ltd. said": 4, "Orlo Shipping Inc": 3, "Orlo Shipping Co. Ltd .": 4, "Orlo Shipping , which": 2,
		"Orlo Shipping": 2, "Orlo Shipping ,": 2,
	} {
		n := span(0, 2)
		n.Type = rashomon.EntityOrganization
		if n.withLegalForm(strings.Fields(text)); n.Span.End != want {
			t.Errorf("%q: got %d tokens, want %d", text, n.Span.End, want)
		}
	}
	person := span(0, 2)
	person.Type = rashomon.EntityPerson
	if person.withLegalForm(strings.Fields("Nora Lindqvist , PC")); person.Span.End != 2 {
		t.Errorf("a person got a legal form: %v", person)
	}
}

func TestRefine(t *testing.T) {
	t.Parallel()
	for text, test := range map[string]struct{ given, want rashomon.EntityType }{
		"Kiln Lane Bridge":     {rashomon.EntityPlace, rashomon.EntityFacility},
		"Bridge of Sighs":      {rashomon.EntityPlace, rashomon.EntityFacility},
		"Kiln Lane":            {rashomon.EntityPlace, rashomon.EntityPlace},
		"Bridge":               {rashomon.EntityPlace, rashomon.EntityPlace},
		"Treaty of Orlo":       {rashomon.EntityOther, rashomon.EntityWork},
		"Operation Orlo":       {rashomon.EntityOrganization, rashomon.EntityEvent},
		"HMS Orlo":             {rashomon.EntityPerson, rashomon.EntityWeapon},
		"Orlo & Sons Ltd.":     {rashomon.EntityPerson, rashomon.EntityOrganization},
		"Nora PC":              {rashomon.EntityPerson, rashomon.EntityPerson},
		"Operation":            {rashomon.EntityOther, rashomon.EntityOther},
		"Red Lobster":          {rashomon.EntityPlace, rashomon.EntityOrganization},
		"RED LOBSTER":          {rashomon.EntityPerson, rashomon.EntityPerson},
		"Harbour Board Bridge": {rashomon.EntityOrganization, rashomon.EntityOrganization},
	} {
		words := strings.Fields(text)
		n := span(0, len(words))
		n.Type = test.given
		if n.refine(words); n.Type != test.want {
			t.Errorf("%q, a %s: got %s, want %s", text, test.given, n.Type, test.want)
		}
	}
}

func TestIsBelieved(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		inner, outer rashomon.EntityType
		want         bool
	}{
		{rashomon.EntityPlace, rashomon.EntityOrganization, true}, {rashomon.EntityPlace, rashomon.EntityPerson, true},
		{rashomon.EntityPerson, rashomon.EntityFacility, true}, {rashomon.EntityPerson, rashomon.EntityOrganization, false},
		{rashomon.EntityOther, rashomon.EntityOrganization, false}, {rashomon.EntityOrganization, rashomon.EntityWork, false},
	} {
		if got := isBelieved(test.inner, test.outer); got != test.want {
			t.Errorf("a %s in a %s: got %v", test.inner, test.outer, got)
		}
	}
}
