// Package gazetteer knows places and where they lie, and tells which of them a document means.
//
// What comes with it is the towns of 5,000 people and more and the provinces of the world (data/places.bin, a table that
// is used where it lies), the countries, and lists of our own: waters, regions and small places that reports speak of,
// other spellings, well-known populations. [Gazetteer.With] adds more, such as the dumps of GeoNames that an archive
// holds.
//
// [Gazetteer.Lookup] finds what a name may mean:
//
//	name ─ fold ─> exact names, other usual names, adjectives of countries
//	     ─ key ──> names of like spelling, where letters of another alphabet are written in English
//
// [Gazetteer.Locate] chooses among these for every PLACE and FACILITY of a document. Each candidate has a weight, the
// product of how important the place is, how well its name fits, and what the document says for it: the type word beside
// the name ("Homs province"), the place it is said to lie in ("Paris, Texas", "the Libyan city of"), the countries,
// provinces and neighbours that the other places of the document stand for, and where the document was written. The other
// places are weighed in the same way, so that this is done in rounds, all places at once; the order of the entities
// changes nothing. A score is the share of a candidate in the weight of all, lowered where the name fits badly or where
// nothing but the name speaks for a small place.
//
// [Gazetteer.Relatives] finds where a phrase leads that starts from a place: "50 miles west of Benghazi".
package gazetteer

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rashomon"
	"rashomon/gazetteer/spelling"
	"rashomon/gazetteer/table"
)

// A Place is something with a name that lies somewhere.
type Place struct {
	Name       string
	Precision  rashomon.Precision
	Latitude   float64 // of its middle, in degrees (WGS 84)
	Longitude  float64
	Radius     float64 // kilometres
	Country    string  // ISO 3166-1 alpha-3; "" where it lies in several or in none
	Province   string  // GeoNames' code of the province that it is or lies in ("LY.77"), "" where it is not known
	GeoNames   int     // its number there, 0 where it is not known
	Population int     // of a town or a country; as far as it is known, at least
	Importance int     // what it counts for, as a number of people, where its population does not tell; else 0
	IsCapital  bool    // of a country
}

// A Match tells how a name led to a place.
type Match string

// The matches, from the best.
const (
	MatchName      Match = "name"      // its own, but for accents and capitals
	MatchVariant   Match = "variant"   // another usual one
	MatchAdjective Match = "adjective" // of a country, or the name of its people
	MatchSpelling  Match = "spelling"  // one of like spelling
)

// A Candidate is a place that a name may mean.
type Candidate struct {
	Place
	Match Match
	Alike float64 // how alike the spellings are, from 0 to 1; 1 but for MatchSpelling
}

// A Source is more places, beside those that come with Rashomon. It is safe for concurrent use.
type Source interface {
	// Named returns the places of a name, in the form that [spelling.Fold] gives it.
	Named(folded string) []Place
	// Spelled returns the places of a name of this [spelling.Key], in countries where names have one.
	Spelled(key string) []Place
}

// A Gazetteer is all places that are known. It is safe for concurrent use.
type Gazetteer struct {
	table       *table.Table
	lists       lists
	populations map[string]population
	words       *words
	features    featureTable
	extra       []Source
}

//go:embed data/places.bin
var placesData string

// Default returns the gazetteer that comes with Rashomon, loaded once. The error is that of a damaged binary.
var Default = sync.OnceValues(Load)

// Load loads the gazetteer that comes with Rashomon. The error is that of a damaged binary.
func Load() (*Gazetteer, error) {
	places, err := table.Open(placesData)
	if err != nil {
		return nil, err
	}
	g := &Gazetteer{table: places}
	if g.populations, err = readPopulations(populationsData); err != nil {
		return nil, err
	}
	if g.words, err = readWords(wordsData); err != nil {
		return nil, err
	}
	if g.features, err = readFeatures(featuresData); err != nil {
		return nil, err
	}
	g.lists, err = readLists(g)
	return g, err
}

// With returns a gazetteer that knows the places of a source besides.
func (g *Gazetteer) With(extra Source) *Gazetteer {
	with := *g
	with.extra = append(slices.Clone(g.extra), extra)
	return &with
}

// Lookup returns the places that a name may mean: those of that name first, then those that have it as a variant, then
// countries of that adjective, then the like ones. Within these the most important is first.
func (g *Gazetteer) Lookup(name string) []Candidate {
	folded := strings.TrimPrefix(spelling.Fold(name), "the ")
	if folded == "" {
		return nil
	}
	found := slices.Clone(g.lists.names[folded])
	for _, place := range g.named(folded) {
		found = append(found, Candidate{place, MatchName, 1})
	}
	found = append(found, g.divisions(folded)...)
	return distinct(append(found, g.spelled(folded)...))
}

// named returns the towns and provinces of a folded name, and what other sources have of it.
func (g *Gazetteer) named(folded string) []Place {
	var places []Place
	for _, entry := range g.table.Named(folded) {
		if hasName(entry, folded) {
			places = append(places, g.place(entry))
		}
	}
	for _, source := range g.extra {
		places = append(places, source.Named(folded)...)
	}
	return places
}

// divisions returns the provinces of a name that says what they are in words of its own: "Kyiv Oblast" for "Kyiv City".
func (g *Gazetteer) divisions(folded string) []Candidate {
	plain := spelling.Plain(folded)
	if plain == folded {
		return nil
	}
	var found []Candidate
	for _, place := range g.named(plain) {
		if place.Precision == rashomon.PrecisionProvince {
			found = append(found, Candidate{place, MatchVariant, 1})
		}
	}
	return found
}

// hasName reports whether a name is that of an entry; a province has two, "Kyiv Oblast" and "Kyiv".
func hasName(entry table.Entry, folded string) bool {
	name := spelling.Fold(entry.Name)
	return name == folded || entry.Class == table.Province && spelling.Plain(name) == folded
}

// leastAlike is how alike two spellings of one key must be: two letters in five may differ, as in "Sirte" and "Surt", not
// more.
const leastAlike = 0.6

func (g *Gazetteer) spelled(folded string) []Candidate {
	key := spelling.Key(folded)
	if key == "" {
		return nil
	}
	var places []Place
	for _, entry := range g.table.Spelled(key) {
		places = append(places, g.place(entry))
	}
	for _, source := range g.extra {
		places = append(places, source.Spelled(key)...)
	}
	var found []Candidate
	for _, place := range places {
		other := spelling.Fold(place.Name)
		if place.Precision == rashomon.PrecisionProvince {
			other = spelling.Plain(other)
		}
		if alike := spelling.Alike(folded, other); alike >= leastAlike && spelling.Key(other) == key {
			found = append(found, Candidate{place, MatchSpelling, alike})
		}
	}
	return found
}

// place turns an entry of the table into a place.
func (g *Gazetteer) place(entry table.Entry) Place {
	place := Place{
		Name: entry.Name, Precision: rashomon.PrecisionTown, Latitude: entry.Latitude, Longitude: entry.Longitude,
		Country: entry.Country, Province: entry.Province, GeoNames: entry.GeoNames,
		Population: int(entry.Size), IsCapital: entry.Class == table.Capital,
	}
	switch entry.Class {
	case table.Province:
		place.Precision, place.Radius, place.Population = rashomon.PrecisionProvince, max(1, entry.Size), 0
		return place
	case table.Town15000, table.Capital:
		place.Population = max(place.Population, 15_000)
	default:
		place.Population = 5000
	}
	known, found := g.populations[place.Country+" "+spelling.Fold(place.Name)]
	if found && (known.province == "" || known.province == place.Province) {
		place.Population = known.people
	}
	place.Radius = townRadius(place.Population)
	return place
}

var matches = []Match{MatchName, MatchVariant, MatchAdjective, MatchSpelling}

// distinct sorts candidates and leaves out those that are there already by a better match.
func distinct(found []Candidate) []Candidate {
	slices.SortStableFunc(found, func(a, b Candidate) int {
		return cmp.Or(
			cmp.Compare(slices.Index(matches, a.Match), slices.Index(matches, b.Match)), cmp.Compare(b.Alike, a.Alike),
			cmp.Compare(b.importance(), a.importance()), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Country, b.Country),
			cmp.Compare(a.Latitude, b.Latitude), cmp.Compare(a.Longitude, b.Longitude),
		)
	})
	var kept []Candidate
	for _, candidate := range found {
		isKnown := slices.ContainsFunc(kept, func(other Candidate) bool { return other.same(candidate.Place) })
		if !isKnown {
			kept = append(kept, candidate)
		}
	}
	return kept
}

// sameTown is how near, in kilometres, two places of one precision are that two lists have of one name: their middles
// differ by less in any list.
const sameTown = 5

// same reports whether two places are one that is known from two lists.
func (p Place) same(other Place) bool {
	if p.GeoNames != 0 && p.GeoNames == other.GeoNames {
		return true
	}
	hasName := spelling.Fold(p.Name) == spelling.Fold(other.Name)
	isSame := hasName && p.Precision == other.Precision && p.Country == other.Country
	return isSame && p.point().distance(other.point()) < sameTown
}
