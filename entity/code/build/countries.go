package main

import (
	"regexp"
	"slices"
	"strings"
)

const countriesHead = `# Countries: codes | names | adjectives | a person | the people | capitals
# Made by entity/code/build from The World Factbook (public domain) and GeoNames, www.geonames.org (CC BY 4.0). What
# they lack stands in countries_more.txt. Do not edit.
`

func countryLines(p profile, _ knownNames) []string {
	if p.code == "MAR" && p.isDependent || p.code == "PSE" {
		return nil // Western Sahara and Palestine stand in files of their own, by the names that the news has for them
	}
	const government, society = "Government", "People and Society"
	names := words(p.name)
	names = append(names, words(p.text(government, "Country name", "conventional short form"))...)
	names = append(names, words(p.text(government, "Country name", "conventional long form"))...)
	persons, people := demonyms(p.text(society, "Nationality", "noun"))
	adjectives, _ := demonyms(p.text(society, "Nationality", "adjective"))
	var capitals []string
	if p.isDependent {
		persons, people, adjectives = without(persons), without(people), without(adjectives)
	} else {
		names = append(names, abbreviations(p.text(government, "Country name", "abbreviation"))...)
		capitals = append(words(p.capital), words(p.text(government, "Capital", "name"))...)
	}
	columns := []string{p.code, join(names), join(adjectives), join(persons), join(people), join(capitals)}
	return []string{strings.TrimSpace(strings.Join(columns, " | "))}
}

var (
	brackets = regexp.MustCompile(`\s*\([^)]*\)`)
	aName    = regexp.MustCompile(`^\p{Lu}[\p{L}' .-]+$`)
	// unfit are names in the sources that mean something else, and what is no name.
	unfit = []string{"none", "NA", "The Dominican", "Male", "Malé", "West Island", "Settlement"}
	// ofTheState are adjectives and people of the states that territories belong to.
	ofTheState = []string{"Chinese", "Dutch", "French", "Frenchman", "Frenchwoman", "Frenchmen", "Frenchwomen"}
)

// words returns the names in a field: "The Hague (seat); note - not the capital" is "Hague".
func words(field string) []string {
	var names []string
	for _, name := range regexp.MustCompile(`;|\), `).Split(field, -1) {
		name, _, _ = strings.Cut(brackets.ReplaceAllString(name, ""), " (")
		name, _, _ = strings.Cut(name, " in ")
		name = strings.TrimPrefix(strings.TrimSpace(plain(name)), "The ")
		if aName.MatchString(name) && !slices.Contains(unfit, name) && len(strings.Fields(name)) <= 6 {
			names = append(names, name)
		}
	}
	return names
}

func abbreviations(field string) []string {
	var found []string
	for _, word := range regexp.MustCompile(`[^A-Za-z.]+`).Split(field, -1) {
		if len(word) >= 3 && word == strings.ToUpper(word) && word != "NA" {
			found = append(found, word)
		}
	}
	return found
}

var (
	regular    = regexp.MustCompile(`^([\p{L}' -]+)\(s\)$`)
	gendered   = regexp.MustCompile(`^([\p{L}' -]+?) ?\((men|women)\)$`)
	invariable = regexp.MustCompile(`^([\p{L}' -]+) \(singular and plural\)$`)
	collective = regexp.MustCompile(`^([\p{L}' -]+) \(collective plural\)$`)
	bare       = regexp.MustCompile(`^[\p{L}' -]+$`)
)

// demonyms reads the Factbook's way to write nouns of nationality: "Briton(s), British (collective plural)".
func demonyms(field string) (persons, people []string) {
	field, _, _ = strings.Cut(plain(field), ";")
	for _, noun := range regexp.MustCompile(`, (?:or )?| or `).Split(strings.TrimSuffix(field, " (US citizens)"), -1) {
		noun = strings.TrimSpace(strings.TrimSuffix(noun, " (colloquial)"))
		switch {
		case regular.MatchString(noun):
			noun = regular.FindStringSubmatch(noun)[1]
			persons, people = append(persons, noun), append(people, noun+"s")
		case gendered.MatchString(noun):
			parts := gendered.FindStringSubmatch(noun)
			stem := strings.TrimSuffix(parts[1], strings.Replace(parts[2], "e", "a", 1))
			persons, people = append(persons, parts[1]), append(people, stem+parts[2])
		case invariable.MatchString(noun):
			noun = invariable.FindStringSubmatch(noun)[1]
			persons, people = append(persons, noun), append(people, noun)
		case collective.MatchString(noun):
			people = append(people, collective.FindStringSubmatch(noun)[1])
		case bare.MatchString(noun) && !slices.Contains(unfit, noun):
			persons = append(persons, noun)
		}
	}
	return persons, people
}

func without(words []string) []string {
	return slices.DeleteFunc(words, func(word string) bool { return slices.Contains(ofTheState, word) })
}

// join returns words of a column, once each.
func join(words []string) string {
	var once []string
	for _, word := range words {
		if !slices.Contains(once, word) {
			once = append(once, word)
		}
	}
	return strings.Join(once, "; ")
}
