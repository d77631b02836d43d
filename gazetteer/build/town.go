package main

import (
	"regexp"
	"strconv"
	"strings"

	"rashomon/gazetteer/spelling"
	"rashomon/gazetteer/table"
)

// joinTowns gives the towns of 5,000 people and more what the list of 15,000 and more knows of some of them.
func joinTowns(f *facts) []town {
	towns := f.towns5000
	byCountry := map[string][]*town{}
	for i := range towns {
		byCountry[towns[i].alpha2] = append(byCountry[towns[i].alpha2], &towns[i])
	}
	provinces := newProvinceNames(f.provinces)
	for start := 0; start < len(f.large); {
		end := start
		for end < len(f.large) && f.large[end].country == f.large[start].country {
			end++
		}
		list := f.large[start:end]
		code := f.codeOf(list, byCountry)
		for _, town := range pair(list, byCountry[code]) {
			town.province = provinces.code(code, town.subcountry)
		}
		start = end
	}
	settleTwins(towns)
	return towns
}

// settleTwins settles which of two towns of one name that follow each other is the large one, where the lists leave that
// open: the one that lies nearer to the middle of the province that the large one lies in.
func settleTwins(towns []town) {
	members := map[string][]point{}
	for i, t := range towns {
		if t.province != "" && !isTwin(towns, i) {
			members[t.province] = append(members[t.province], t.point())
		}
	}
	for i := range towns[1:] {
		a, b := &towns[i], &towns[i+1]
		if a.name != b.name || a.alpha2 != b.alpha2 || a.large == b.large {
			continue
		}
		if b.large {
			a, b = b, a
		}
		centre, _ := middle(members[a.province])
		if len(members[a.province]) > 0 && centre.distance(b.point()) < centre.distance(a.point()) {
			b.large, b.subcountry, b.geonames, b.province = true, a.subcountry, a.geonames, a.province
			a.large, a.subcountry, a.geonames, a.province = false, "", 0, ""
		}
	}
}

func isTwin(towns []town, i int) bool {
	return i > 0 && towns[i-1].name == towns[i].name || i+1 < len(towns) && towns[i+1].name == towns[i].name
}

// pair finds the lines of one country among its towns. Both lists are in the order of GeoNames' numbers, so that the pairs
// are a longest common subsequence of the names; it returns the towns that were found.
func pair(list []large, towns []*town) []*town {
	longest := make([][]uint16, len(list)+1) // of what follows a line and a town
	longest[len(list)] = make([]uint16, len(towns)+1)
	for i := len(list) - 1; i >= 0; i-- {
		longest[i] = make([]uint16, len(towns)+1)
		for j := len(towns) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if list[i].name == towns[j].name {
				longest[i][j] = max(longest[i][j], longest[i+1][j+1]+1)
			}
		}
	}
	var found []*town
	for i, j := 0, 0; i < len(list) && j < len(towns); {
		switch {
		case list[i].name == towns[j].name && longest[i][j] == longest[i+1][j+1]+1:
			towns[j].large, towns[j].subcountry, towns[j].geonames = true, list[i].subcountry, list[i].geonames
			found = append(found, towns[j])
			i, j = i+1, j+1
		case longest[i][j] == longest[i+1][j]:
			i++
		default:
			j++
		}
	}
	return found
}

// codeOf returns the ISO 3166-1 alpha-2 code of the country of a list: that of its name, or where the list calls it
// otherwise than countryInfo.txt that of the country that has most of its towns.
func (f *facts) codeOf(list []large, byCountry map[string][]*town) string {
	names := map[string]bool{}
	for _, line := range list {
		names[line.name] = true
	}
	best, most := "", 0
	for _, country := range f.countries {
		if country.name == list[0].country {
			return country.alpha2
		}
		shared := 0
		for _, town := range byCountry[country.alpha2] {
			if names[town.name] {
				shared++
			}
		}
		if shared > most {
			best, most = country.alpha2, shared
		}
	}
	return best
}

// markCapitals marks the town of the capital's name that stands nearest to where the World Factbook has the capital, or
// where none has the name, the nearest town of all if it is a large one and no farther than that.
func markCapitals(f *facts, towns []town) {
	const farthest = 15 // kilometres: half a degree's minutes of rounding, and the size of a city
	for _, country := range f.countries {
		at, known := parseCoordinates(country.profile.capital)
		if !known {
			continue
		}
		nearest, named := -1, -1
		for i, town := range towns {
			if town.alpha2 != country.alpha2 {
				continue
			}
			if nearest < 0 || at.distance(town.point()) < at.distance(towns[nearest].point()) {
				nearest = i
			}
			hasName := spelling.Fold(town.name) == spelling.Fold(country.capital)
			if hasName && (named < 0 || at.distance(town.point()) < at.distance(towns[named].point())) {
				named = i
			}
		}
		switch {
		case named >= 0:
			towns[named].isCapital = true
		case nearest >= 0 && at.distance(towns[nearest].point()) < farthest:
			towns[nearest].isCapital = true
		}
	}
}

// city matches "1.183 million TRIPOLI (capital)" and "859,000 Benghazi".
var city = regexp.MustCompile(`([\d.,]*\d)( million)? ([^,(;0-9]+)`)

// setPopulations gives the cities that the World Factbook counts their population, where one town alone can be meant; it
// returns how many. Of a city that it names with others ("Dallas-Fort Worth") the first is given it.
func setPopulations(f *facts, towns []town) int {
	byName := map[string][]*town{}
	for i := range towns {
		key := towns[i].alpha2 + spelling.Fold(towns[i].name)
		byName[key] = append(byName[key], &towns[i])
	}
	counted := 0
	for _, country := range f.countries {
		for _, match := range city.FindAllStringSubmatch(country.profile.cities, -1) {
			people, err := strconv.ParseFloat(strings.ReplaceAll(match[1], ",", ""), 64)
			if err != nil {
				continue
			}
			if match[2] != "" {
				people *= 1e6
			}
			if town := theCity(byName, country.alpha2, match[3]); town != nil && town.population == 0 {
				town.population = people
				counted++
			}
		}
	}
	return counted
}

// theCity returns the one town of a name that a large city can be: the capital, the only large one, or the only one.
func theCity(byName map[string][]*town, alpha2, name string) *town {
	first, _, _ := strings.Cut(name, "-")
	for _, form := range []string{name, first} {
		var fitting []*town
		for _, town := range byName[alpha2+spelling.Fold(form)] {
			if town.isCapital {
				return town
			}
			if town.large {
				fitting = append(fitting, town)
			}
		}
		if len(fitting) == 1 {
			return fitting[0]
		}
	}
	return nil
}

func (t town) point() point { return point{t.latitude, t.longitude} }

func (t town) entry(f *facts) table.Entry {
	entry := table.Entry{
		Name: t.name, Latitude: t.latitude, Longitude: t.longitude, GeoNames: t.geonames,
		Country: f.byCode[t.alpha2].alpha3, Province: t.province, Size: t.population,
		Folded: spelling.Fold(t.name),
	}
	switch {
	case t.isCapital:
		entry.Class = table.Capital
	case t.large:
		entry.Class = table.Town15000
	default:
		entry.Class = table.Town5000
	}
	if spelling.HasKeys(entry.Country) {
		entry.Key = spelling.Key(entry.Folded)
	}
	return entry
}
