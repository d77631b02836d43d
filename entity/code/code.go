// Package code knows the parties that the world's news is about: countries and their people, offices and those who hold
// them, organisations, armed groups, and the common nouns that name actors. It turns what a text says of a party into
// an ISO 3166-1 alpha-3 country and the sectors of PLOVER.
//
// What it knows stands in the text files of the folder data, one concept a file, each with its source at its head.
// Every finder takes the words of a text as they stand, compares them without regard to accents, full stops,
// apostrophes and hyphens, and returns the longest match and the number of words it takes:
//
//	FindCountry   at the beginning of the words  "Libya", "Libyan", "Libyans", "Tripoli"
//	FindEntry     at the beginning of the words  listed names: "Muammar Gaddafi", "Hamas", "Royal Air Force"
//	FindNoun      at the end of the words        "rebels", "special forces", "prime minister"
//	FindModifier  at the end of the words        "opposition", "former", "religious"
//
// Parse takes a phrase apart into a Party, and Party.Codes gives its codes and the lines of data that they come from.
// What the text and the data leave open stays open: no code is guessed.
package code

import (
	"embed"
	"sync"

	"rashomon"
)

//go:embed data
var files embed.FS

// A knowledge is all data files, indexed by the forms of their words.
type knowledge struct {
	sectors   map[string]sector
	countries index[CountryForm]
	entries   index[*Entry]
	nouns     index[*Noun]
	modifiers index[*Modifier]
	links     map[string]string // classes of function words
}

// known loads the embedded files once. They are part of the program: a test loads them and fails on the first bad line.
var known = sync.OnceValue(func() *knowledge {
	k, _ := load()
	return k
})

// nounFiles are the files of common nouns and the types of what one and several of them are.
var nounFiles = []struct {
	name         string
	one, several rashomon.EntityType
}{
	{"agents", rashomon.EntityPerson, rashomon.EntityGroup},
	{"epithets", rashomon.EntityPerson, rashomon.EntityGroup},
	{"collectives", rashomon.EntityGroup, rashomon.EntityGroup},
	{"institutions", rashomon.EntityOrganization, rashomon.EntityOrganization},
	{"weapons", rashomon.EntityWeapon, rashomon.EntityWeapon},
	{"vehicles", rashomon.EntityOther, rashomon.EntityOther},
	{"facilities", rashomon.EntityFacility, rashomon.EntityFacility},
	{"places", rashomon.EntityPlace, rashomon.EntityPlace},
	{"events", rashomon.EntityEvent, rashomon.EntityEvent},
	{"works", rashomon.EntityWork, rashomon.EntityWork},
}

// entryFiles are the files of listed names.
var entryFiles = []string{
	"persons", "officeholders", "international_organizations", "state_institutions", "armed_groups", "movements",
	"parties", "media", "companies", "peoples", "regions", "facilities_named",
}

// countryFiles are the files of countries; a later line may add forms to a country of an earlier one.
var countryFiles = []string{"countries", "countries_more", "historical", "territories"}

func load() (*knowledge, error) {
	k := &knowledge{sectors: map[string]sector{}, links: map[string]string{}}
	for _, read := range []func() error{
		k.readSectors, k.readLinks, k.readCountries, k.readEntries, k.readNouns, k.readModifiers,
	} {
		if err := read(); err != nil {
			return k, err
		}
	}
	return k, nil
}
