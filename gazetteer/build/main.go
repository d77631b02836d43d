// Command build makes the data files of package gazetteer from free facts:
//
//	go run ./gazetteer/build -facts ../shared/facts
//
// It writes data/places.bin (towns and provinces) and data/countries.txt. The same facts give the same bytes.
//
// What the facts do not say, and how it is made good:
//
//   - The list of provinces has no coordinates. A province stands in the middle of its towns of 15,000 people and more,
//     or where a town of its name stands; its radius reaches nineteen in twenty of them, and is at least that of a province of
//     mean area. A province of which neither is known is left out.
//   - Numbers of inhabitants are known of some 400 cities; of the others that they are above 5,000 or above 15,000.
//   - Only the list of 15,000 and more names provinces and numbers of GeoNames. Its towns are those of the list of 5,000
//     and more in the same order, so that of several towns of one name each finds its own.
//   - A country without coordinates of its own stands in the middle of its towns.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"rashomon/gazetteer/table"
)

func main() {
	facts := flag.String("facts", filepath.Join("..", "shared", "facts"), "the folder of the facts")
	to := flag.String("to", filepath.Join("gazetteer", "data"), "the folder to write to")
	flag.Parse()
	if err := run(*facts, *to); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(facts, to string) error {
	built, err := build(facts)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "places.bin"), built.places, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "countries.txt"), []byte(built.countries), 0o644); err != nil {
		return err
	}
	fmt.Println(built.summary)
	return nil
}

// A result is what is built.
type result struct {
	places    []byte
	countries string
	summary   string
}

func build(folder string) (result, error) {
	facts, err := readFacts(folder)
	if err != nil {
		return result{}, err
	}
	towns := joinTowns(facts)
	markCapitals(facts, towns)
	counted := setPopulations(facts, towns)
	provinces, missing := placeProvinces(facts, towns)
	entries := make([]table.Entry, 0, len(towns)+len(provinces))
	for _, town := range towns {
		entries = append(entries, town.entry(facts))
	}
	block, err := table.Write(append(entries, provinces...))
	return result{
		places: block, countries: formatCountries(facts, towns),
		summary: fmt.Sprintf("%d countries; %d towns, of which %d with their population; %d provinces, and %d that are nowhere",
			len(facts.countries), len(towns), counted, len(provinces), missing),
	}, err
}
