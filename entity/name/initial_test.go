package name

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
)

func TestWithInitials(t *testing.T) {
	t.Parallel()
	person := func(start, end int) Name {
		return Name{Span: rashomon.Span{Start: start, End: end}, Type: rashomon.EntityPerson, Share: 0.5}
	}
	place := Name{Span: rashomon.Span{Start: 0, End: 1}, Type: rashomon.EntityPlace}
	other := Name{Span: rashomon.Span{Start: 1, End: 2}, Type: rashomon.EntityOrganization}
	for text, test := range map[string]struct{ found, want []Name }{
		"K. Nora Haddad left":  {[]Name{person(1, 3)}, []Name{person(0, 3)}},
		"K Nora Haddad left":   {[]Name{person(1, 3)}, []Name{person(1, 3)}},
		"Nora K Haddad left":   {[]Name{person(0, 1), person(1, 3)}, []Name{person(0, 3)}},
		"Nora Omar Haddad":     {[]Name{person(0, 1), person(1, 3)}, []Name{person(0, 1), person(1, 3)}},
		"Malta K. Haddad left": {[]Name{place, person(1, 3)}, []Name{place, person(1, 3)}},
		"Malta K. N. Haddad":   {[]Name{place, other, person(2, 4)}, []Name{place, person(1, 4)}},
		"Nora , K. Haddad":     {[]Name{person(0, 1), person(3, 4)}, []Name{person(0, 1), person(2, 4)}},
	} {
		if diff := cmp.Diff(withInitials(test.found, strings.Fields(text)), test.want); diff != "" {
			t.Errorf("%s: got, want: %s", text, diff)
		}
	}
}
