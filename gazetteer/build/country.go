package main

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
)

const countriesHeader = `# Countries and territories, made by gazetteer/build; do not edit, put what it lacks into variants.txt.
# Source: GeoNames (CC BY 4.0) and The World Factbook (public domain).
# ISO 3166-1 alpha-3 and alpha-2, GeoNames id, latitude, longitude, radius in km (of a circle of its area), population, names,
# adjectives and names of its people
`

// radius returns the radius in kilometres of a circle of the country's area.
func (c *country) radius() float64 { return math.Sqrt(c.area / math.Pi) }

func formatCountries(f *facts, towns []town) string {
	members := map[string][]point{}
	for _, town := range towns {
		members[town.alpha2] = append(members[town.alpha2], town.point())
	}
	lines := make([]string, 0, len(f.countries))
	for _, c := range f.countries {
		at, known := parseCoordinates(c.profile.coordinates)
		if !known {
			at, _ = middle(members[c.alpha2])
		}
		if !known && len(members[c.alpha2]) == 0 {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s\t%s\t%d\t%.4f\t%.4f\t%.0f\t%.0f\t%s\t%s\n", c.alpha3, c.alpha2, c.geonames,
			at.latitude, at.longitude, max(1, c.radius()), c.population,
			strings.Join(c.names(), "; "), strings.Join(c.adjectives(), "; ")))
	}
	slices.Sort(lines)
	return countriesHeader + strings.Join(lines, "")
}

var (
	parenthesis = regexp.MustCompile(`\s*\([^)]*\)?`)
	between     = regexp.MustCompile(`\s*(?:,|/|;|\bor\b)\s*`)
)

// notNames are what the World Factbook has in the place of names: a half of one, and the name of a part of Palestine.
var notNames = []string{"", "The Dominican", "West Bank"}

// names returns the names in English, the shortest first.
func (c *country) names() []string {
	var names []string
	for _, name := range []string{c.profile.short, c.name, c.profile.long} {
		name, _, _ = strings.Cut(name, ";")
		name = strings.TrimSpace(parenthesis.ReplaceAllString(name, ""))
		if !slices.Contains(notNames, name) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// adjectives returns the adjective and the names of one and of several people of a country: "Libyan", "Libyans".
func (c *country) adjectives() []string {
	var forms []string
	add := func(form string) {
		form = strings.Trim(parenthesis.ReplaceAllString(form, ""), " ()")
		isName := form != "" && form[0] >= 'A' && form[0] <= 'Z' && form != "NA" && form != "None"
		if isName && !slices.Contains(forms, form) && !slices.Contains(c.names(), form) {
			forms = append(forms, form)
		}
	}
	adjective, _, _ := strings.Cut(c.profile.adjective, "; note")
	for _, form := range between.Split(adjective, -1) {
		add(form)
	}
	noun, _, _ := strings.Cut(c.profile.noun, "; note")
	for _, form := range between.Split(noun, -1) {
		add(form)
		if one, isCounted := strings.CutSuffix(form, "(s)"); isCounted {
			add(one + "s")
		}
	}
	return forms
}
