package name

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
)

// TestWithMembers takes a name of all tokens apart, whose parser saw proper nouns alone. No network is asked: given names
// must be listed.
func TestWithMembers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Nora Haddad of the Harbour Board":     {"PERSON Nora Haddad", "ORGANIZATION Harbour Board"},
		"Thomas Ilse Haddad of Orlo Shipping":  {"PERSON Thomas Ilse Haddad", "ORGANIZATION Orlo Shipping"},
		"Nora Haddad of Libya":                 {"PERSON Nora Haddad", "PLACE Libya"},
		"Victoria University of Orlo":          {"OTHER Victoria University of Orlo"},
		"Thomas of Orlo":                       {"OTHER Thomas of Orlo"},
		"Ministry of the Interior":             {"OTHER Ministry of the Interior"},
		"Orlo Harbour Board":                   {"OTHER Orlo Harbour Board"},
		"OHB for Orlo Harbour Board":           {"ORGANIZATION OHB", "ORGANIZATION Orlo Harbour Board"},
		"Friends of the Orlo Nora Haddad Hall": {"OTHER Friends of the Orlo Nora Haddad Hall"},
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			forms := strings.Fields(text)
			s := sentence{
				Recognizer: &Recognizer{types: []rashomon.EntityType{rashomon.EntityPerson}}, work: &work{}, forms: forms,
				tokens: make([]rashomon.Token, len(forms)), values: AppendCategories(nil, forms),
			}
			for i := range s.tokens {
				s.tokens[i].UPOS = "PROPN"
			}
			all := Name{Span: rashomon.Span{Start: 0, End: len(forms)}, Type: rashomon.EntityOther}
			var got []string
			for _, n := range s.withMembers(withAcronyms([]Name{all}, forms)) {
				got = append(got, string(n.Type)+" "+strings.Join(forms[n.Span.Start:n.Span.End], " "))
			}
			if diff := cmp.Diff(got, want); diff != "" {
				t.Errorf("got, want: %s", diff)
			}
		})
	}
}
