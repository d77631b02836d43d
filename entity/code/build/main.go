// Command build makes the data files of entity/code that come from free facts: countries, present holders of offices,
// and political parties.
//
//	go run ./entity/code/build -facts FOLDER -out entity/code/data
//
// The folder holds countryInfo.txt of GeoNames and factbook.jsonl.gz, The World Factbook with one country a line.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	facts := flag.String("facts", "", "the `folder` of countryInfo.txt and factbook.jsonl.gz")
	out := flag.String("out", "entity/code/data", "the `folder` to write to")
	flag.Parse()
	if err := build(*facts, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func build(facts, out string) error {
	profiles, err := readProfiles(facts)
	if err != nil {
		return err
	}
	earlier, err := readEarlier(out)
	if err != nil {
		return err
	}
	for _, file := range []struct {
		name, head string
		lines      func(profile, knownNames) []string
	}{
		{"countries.txt", countriesHead, countryLines},
		{"officeholders.txt", holdersHead, holderLines},
		{"parties.txt", partiesHead, partyLines},
	} {
		var lines []string
		for _, p := range profiles {
			lines = append(lines, file.lines(p, earlier)...)
		}
		slices.Sort(lines)
		text := file.head + strings.Join(slices.Compact(lines), "\n") + "\n"
		if err := os.WriteFile(filepath.Join(out, file.name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
