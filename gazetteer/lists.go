package gazetteer

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/gazetteer/spelling"
)

var (
	//go:embed data/countries.txt
	countriesData string
	//go:embed data/regions.txt
	regionsData string
	//go:embed data/variants.txt
	variantsData string
)

// The lists are what text files say.
type lists struct {
	names     map[string][]Candidate // by folded name
	countries map[string]Place       // by ISO 3166-1 alpha-3
	alpha3    map[string]string      // by alpha-2
}

func readLists(g *Gazetteer) (lists, error) {
	l := lists{map[string][]Candidate{}, map[string]Place{}, map[string]string{}}
	if err := l.readCountries(countriesData); err != nil {
		return l, err
	}
	if err := l.readRegions(regionsData); err != nil {
		return l, err
	}
	return l, l.readVariants(variantsData, g)
}

func (l *lists) add(name string, place Place, match Match) {
	folded := strings.TrimPrefix(spelling.Fold(name), "the ")
	known := slices.ContainsFunc(l.names[folded], func(c Candidate) bool { return c.same(place) })
	if folded != "" && !known {
		l.names[folded] = append(l.names[folded], Candidate{place, match, 1})
	}
}

func (l *lists) readCountries(data string) error {
	for number, line := range dataLines(data) {
		fields := strings.Split(line, "\t")
		if len(fields) != 9 {
			return damaged("countries.txt", number, line)
		}
		numbers, err := parseNumbers(fields[2:7])
		names := splitNames(fields[7], ";")
		if err != nil || len(names) == 0 {
			return damaged("countries.txt", number, line)
		}
		country := Place{
			Name: names[0], Precision: rashomon.PrecisionCountry, GeoNames: int(numbers[0]), Latitude: numbers[1],
			Longitude: numbers[2], Radius: numbers[3], Population: int(numbers[4]), Country: fields[0],
		}
		l.countries[fields[0]], l.alpha3[fields[1]] = country, fields[0]
		for _, name := range names {
			l.add(name, country, MatchName)
		}
		for _, adjective := range splitNames(fields[8], ";") {
			l.add(adjective, country, MatchAdjective)
		}
	}
	return nil
}

// listed is what a place of regions.txt counts for at least: it was put there because reports speak of it.
const listed = 50_000

func (l *lists) readRegions(data string) error {
	for number, line := range dataLines(data) {
		fields := splitNames(line, "|")
		if len(fields) != 6 {
			return damaged("regions.txt", number, line)
		}
		numbers, err := parseNumbers(fields[2:5])
		names := splitNames(fields[5], ";")
		if err != nil {
			return damaged("regions.txt", number, line)
		}
		place := Place{
			Name: names[0], Precision: rashomon.Precision(fields[0]), Country: strings.Trim(fields[1], "-"),
			Latitude: numbers[0], Longitude: numbers[1], Radius: numbers[2], Importance: listed,
		}
		for _, name := range names {
			l.add(name, place, MatchName)
		}
	}
	return nil
}

// readVariants reads lines of "COUNTRY Name = variants", "COUNTRY = names" and "COUNTRY ~ adjectives".
func (l *lists) readVariants(data string, g *Gazetteer) error {
	for number, line := range dataLines(data) {
		of, names, isNames := strings.Cut(line, "=")
		match := MatchVariant
		if !isNames {
			of, names, isNames = strings.Cut(line, "~")
			match = MatchAdjective
		}
		country, name, _ := strings.Cut(strings.TrimSpace(of), " ")
		places := l.variantsOf(country, name, g)
		if !isNames || len(places) == 0 {
			return damaged("variants.txt", number, line)
		}
		for _, variant := range splitNames(names, ";") {
			for _, place := range places {
				l.add(variant, place, match)
			}
		}
	}
	return nil
}

// variantsOf returns the places that a line of variants is about.
func (l *lists) variantsOf(country, name string, g *Gazetteer) []Place {
	if name == "" {
		if place, known := l.countries[country]; known {
			return []Place{place}
		}
		return nil
	}
	var places []Place
	for _, place := range g.named(spelling.Fold(name)) {
		if place.Country == country {
			places = append(places, place)
		}
	}
	return places
}

// dataLines yields the lines of a data file that are neither empty nor a comment, with their numbers.
func dataLines(data string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		number := 0
		for line := range strings.Lines(data) {
			number++
			line = strings.TrimRight(line, "\n")
			if line != "" && !strings.HasPrefix(line, "#") && !yield(number, line) {
				return
			}
		}
	}
}

func splitNames(list, separator string) []string {
	var names []string
	for name := range strings.SplitSeq(list, separator) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

func parseNumbers(fields []string) ([]float64, error) {
	numbers := make([]float64, len(fields))
	for i, field := range fields {
		var err error
		if numbers[i], err = strconv.ParseFloat(field, 64); err != nil {
			return nil, err
		}
	}
	return numbers, nil
}

// damaged is the error of a data file of ours that does not have its form.
func damaged(file string, number int, line string) error {
	return fmt.Errorf("gazetteer/data/%s:%d: %q is not a line of its form", file, number, line)
}
