package main

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strings"

	"rashomon/gazetteer/spelling"
	"rashomon/gazetteer/table"
)

// provinceNames finds provinces by the names that another list gives them.
type provinceNames struct {
	byName map[string]string     // alpha-2 code and folded name ─ code
	words  map[string][]string   // alpha-2 code and a word of names ─ codes
	plain  map[string]string     // code ─ its plain folded name
	all    map[string][]province // by alpha-2 code
}

func newProvinceNames(provinces []province) provinceNames {
	names := provinceNames{map[string]string{}, map[string][]string{}, map[string]string{}, map[string][]province{}}
	for _, p := range provinces {
		alpha2 := p.code[:2]
		names.all[alpha2] = append(names.all[alpha2], p)
		for _, name := range []string{p.plain, p.name} {
			folded := spelling.Fold(name)
			names.byName[alpha2+folded], names.plain[p.code] = p.code, spelling.Plain(folded)
			for word := range strings.FieldsSeq(folded) {
				if key := alpha2 + word; !slices.Contains(names.words[key], p.code) {
					names.words[key] = append(names.words[key], p.code)
				}
			}
		}
	}
	for line := range strings.Lines(otherNames) {
		if code, name, found := strings.Cut(strings.TrimSpace(line), " "); found && code != "#" {
			names.byName[code[:2]+spelling.Fold(name)] = code
		}
	}
	return names
}

//go:embed provinces.txt
var otherNames string

// code returns the code of a province by its name, by a word of it, or by one of like spelling; "" where none fits.
func (n provinceNames) code(alpha2, name string) string {
	folded := spelling.Fold(name)
	return cmp.Or(n.byName[alpha2+folded], n.byWord(alpha2, folded), n.bySpelling(alpha2, folded))
}

// byWord finds the province by a word that no other of the country has in its name and that is half of this name or of
// that one: "State of Berlin" is "Land Berlin".
func (n provinceNames) byWord(alpha2, folded string) string {
	found := ""
	for word := range strings.FieldsSeq(folded) {
		codes := n.words[alpha2+word]
		if len(codes) != 1 || 2*len(word) < min(len(folded), len(n.plain[codes[0]])) {
			continue
		}
		if found != "" && found != codes[0] {
			return ""
		}
		found = codes[0]
	}
	return found
}

// bySpelling finds the one province whose plain name is spelled most alike: "Odesa" is "Odessa".
func (n provinceNames) bySpelling(alpha2, folded string) string {
	const least = 0.7
	best, alike, tied := "", least, false
	for _, p := range n.all[alpha2] {
		switch a := spelling.Alike(spelling.Plain(folded), n.plain[p.code]); {
		case a > alike:
			best, alike, tied = p.code, a, false
		case a == alike:
			tied = true
		}
	}
	if tied {
		return ""
	}
	return best
}

// placeProvinces returns the provinces of which it is known where they are, and how many are not.
func placeProvinces(f *facts, towns []town) (placed []table.Entry, missing int) {
	members, named := map[string][]point{}, map[string][]point{}
	for _, town := range towns {
		if town.province != "" {
			members[town.province] = append(members[town.province], town.point())
		}
		name := town.alpha2 + spelling.Fold(town.name)
		named[name] = append(named[name], town.point())
	}
	count := map[string]int{}
	for _, p := range f.provinces {
		count[p.code[:2]]++
	}
	for _, p := range f.provinces {
		points, alpha2 := members[p.code], p.code[:2]
		if len(points) == 0 {
			points = named[alpha2+spelling.Fold(p.plain)]
			points = points[:min(1, len(points))]
		}
		country := f.byCode[alpha2]
		if len(points) == 0 || country == nil {
			missing++
			continue
		}
		centre, radius := middle(points)
		radius = max(radius, country.radius()/math.Sqrt(float64(count[alpha2])))
		placed = append(placed, p.entries(country, centre, radius)...)
	}
	return placed, missing
}

// entries returns the province under its name and, where that is another, under its name without the words for what it is.
func (p province) entries(c *country, centre point, radius float64) []table.Entry {
	entry := table.Entry{
		Name: p.name, Latitude: centre.latitude, Longitude: centre.longitude, GeoNames: p.geonames,
		Country: c.alpha3, Province: p.code, Class: table.Province, Size: radius, Folded: spelling.Fold(p.name),
	}
	plain := entry
	plain.Folded = spelling.Plain(entry.Folded)
	if spelling.HasKeys(c.alpha3) {
		plain.Key = spelling.Key(plain.Folded)
	}
	if plain.Folded == entry.Folded {
		return []table.Entry{plain}
	}
	return []table.Entry{entry, plain}
}
