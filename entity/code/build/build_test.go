package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDemonyms(t *testing.T) {
	t.Parallel()
	french := struct{ persons, people []string }{
		[]string{"Frenchman", "Frenchwoman"}, []string{"Frenchmen", "Frenchwomen"},
	}
	for field, want := range map[string]struct{ persons, people []string }{
		"Libyan(s)":                              {[]string{"Libyan"}, []string{"Libyans"}},
		"Briton(s), British (collective plural)": {[]string{"Briton"}, []string{"Britons", "British"}},
		"Frenchman(men), Frenchwoman(women)":     french,
		"Chinese (singular and plural)":          {[]string{"Chinese"}, []string{"Chinese"}},
		"Saudi or Saudi Arabian":                 {[]string{"Saudi", "Saudi Arabian"}, nil},
		"NA (US citizens)":                       {nil, nil},
		"none":                                   {nil, nil},
	} {
		persons, people := demonyms(field)
		if diff := cmp.Diff([2][]string{persons, people}, [2][]string{want.persons, want.people}); diff != "" {
			t.Errorf("%q: got - want +\n%s", field, diff)
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	for field, want := range map[string][]string{
		"Tripoli (Tarabulus)": {"Tripoli"},
		"Porto-Novo (constitutional capital); Cotonou (seat of all)": {"Porto-Novo", "Cotonou"},
		"Chisinau in Romanian (Kishinev in Russian)":                 {"Chisinau"},
		"The Gambia": {"Gambia"},
		"Santiago; note - the legislature sits elsewhere": {"Santiago"},
		"none": nil,
	} {
		if diff := cmp.Diff(words(field), want); diff != "" {
			t.Errorf("%q: got - want +\n%s", field, diff)
		}
	}
}

func TestHolder(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"President Gustavo Francisco PETRO Urrego (since 7 August 2022)": {
			"President", "Gustavo Francisco Petro Urrego", "Gustavo Petro", "2022-08-07",
		},
		"Prime Minister Muhammad al-BASHIR (since 8 December 2024)": {
			"Prime Minister", "Muhammad al-Bashir", "Muhammad al-Bashir", "2024-12-08",
		},
		"King HARALD V (since 17 January 1991)":                  {"King", "Harald V", "1991-01-17"},
		"Acting President Sr. Gen. MIN AUNG HLAING (since 2025)": {"Acting President", "Min Aung Hlaing", "2025"},
		"vacant": nil,
	} {
		var got []string
		if parts := aHolder.FindStringSubmatch(text); parts != nil {
			got = append(append([]string{parts[1]}, holderNames(parts[2])...), day(parts[3]))
		}
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("%q: got - want +\n%s", text, diff)
		}
	}
}

func TestPartyNames(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Alternative for Germany or AfD":               {"Alternative for Germany"},
		"Institute of Fishers or FISH":                 {"Institute of Fishers"},
		"Party of Fishers (Partido Pescador) or PAPES": {"Party of Fishers", "Partido Pescador", "PAPES"},
		"Dignity":                            nil,
		"note: a party may be banned":        nil,
		"The Greens - The Green Alternative": nil,
		"Civic Alliance of the Shores and of the Many Islands": nil,
	} {
		var got []string
		if parts := aParty.FindStringSubmatch(text); parts != nil && !aHeader.MatchString(text) {
			got = partyNames(parts[1:])
		}
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("%q: got - want +\n%s", text, diff)
		}
	}
}
