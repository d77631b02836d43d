package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTheDataAreThoseOfTheFacts builds the data again, where the facts are.
func TestTheDataAreThoseOfTheFacts(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("SKIPPED: building the data takes some seconds")
	}
	facts := os.Getenv("RASHOMON_FACTS")
	if facts == "" {
		facts = filepath.Join("..", "..", "..", "shared", "facts")
	}
	if _, err := os.Stat(facts); err != nil {
		t.Skipf("SKIPPED: the facts are not here; set RASHOMON_FACTS to their folder")
	}
	built, err := build(facts)
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]string{"places.bin": string(built.places), "countries.txt": built.countries} {
		want, err := os.ReadFile(filepath.Join("..", "data", name))
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: the facts give other bytes; run `go run ./gazetteer/build -facts %s` and read the diff", name, facts)
		}
	}
}

func TestPairFollowsTheOrderOfBothLists(t *testing.T) {
	t.Parallel()
	towns := []*town{{name: "Ford"}, {name: "Mill"}, {name: "Ford"}, {name: "Hill"}, {name: "Ford"}}
	list := []large{{name: "Mill", geonames: 1}, {name: "Ford", geonames: 2}, {name: "Gone", geonames: 3}, {name: "Hill", geonames: 4}}
	pair(list, towns)
	var got []int
	for _, town := range towns {
		got = append(got, town.geonames)
	}
	if diff := cmp.Diff(got, []int{0, 1, 2, 4, 0}); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

func TestTwinsAreSettledByTheirProvince(t *testing.T) {
	t.Parallel()
	towns := []town{
		{name: "North", latitude: 50, large: true, province: "X.1"},
		{name: "Twin", latitude: 10, large: true, province: "X.1", geonames: 7},
		{name: "Twin", latitude: 51},
		{name: "Other", latitude: 49, large: true, province: "X.1"},
	}
	settleTwins(towns)
	if towns[1].large || towns[1].geonames != 0 || !towns[2].large || towns[2].geonames != 7 || towns[2].province != "X.1" {
		t.Errorf("got %+v", towns[1:3])
	}
}

func TestProvincesAreFoundByTheNamesOfOthers(t *testing.T) {
	t.Parallel()
	names := newProvinceNames([]province{
		{code: "XX.1", name: "Land Berlin", plain: "Land Berlin"}, {code: "XX.2", name: "Odessa", plain: "Odessa"},
		{code: "XX.3", name: "Région du Nord", plain: "Region du Nord"}, {code: "XX.4", name: "Région du Sud", plain: "Region du Sud"},
	})
	for name, want := range map[string]string{
		"Land Berlin": "XX.1", "State of Berlin": "XX.1", "Odesa": "XX.2", "Région du Nord": "XX.3", "Région": "", "Elsewhere": "",
	} {
		if got := names.code("XX", name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestParseCoordinates(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]point{
		"25 00 N, 17 00 E":                {25, 17},
		"metropolitan: 46 30 S, 2 15 W x": {-46.5, -2.25},
	} {
		if got, found := parseCoordinates(text); !found || got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	if got, found := parseCoordinates("none"); found {
		t.Errorf("got %v, want none", got)
	}
}

func TestNamesAndAdjectives(t *testing.T) {
	t.Parallel()
	c := country{name: "Ruritania", profile: profile{
		short: "Ruritania (short)", long: "Kingdom of Ruritania; note - a kingdom",
		adjective: "Ruritanian or Strelsan; note - rare", noun: "Ruritanian(s), Strelsaner (collective)",
	}}
	if diff := cmp.Diff(c.names(), []string{"Ruritania", "Kingdom of Ruritania"}); diff != "" {
		t.Errorf("names: got - want +\n%s", diff)
	}
	want := []string{"Ruritanian", "Strelsan", "Ruritanians", "Strelsaner"}
	if diff := cmp.Diff(c.adjectives(), want); diff != "" {
		t.Errorf("adjectives: got - want +\n%s", diff)
	}
}
