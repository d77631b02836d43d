package code

import (
	"fmt"
	"slices"
)

// A sector is a code of PLOVER that is no country: one of the sectors of society ("MIL"), or a class of actors beyond
// countries, which stands in a country's place ("IGO").
type sector struct {
	rank   int // its place in PLOVER's tables, from 1
	beyond bool
}

func (k *knowledge) readSectors() error {
	return eachLine("sectors", 3, func(columns []string) error {
		k.sectors[columns[0]] = sector{len(k.sectors) + 1, columns[1] == "beyond"}
		return nil
	})
}

// checkSectors sees that all codes are known ones.
func (k *knowledge) checkSectors(codes []string) error {
	for _, code := range codes {
		if k.sectors[code].rank == 0 {
			return fmt.Errorf("%q is no code of PLOVER", code)
		}
	}
	return nil
}

// isSector tells a sector from a country and what stands in a country's place.
func (k *knowledge) isSector(code string) bool {
	sector := k.sectors[code]
	return sector.rank > 0 && !sector.beyond
}

// split divides codes into those of countries and of what stands in their place, and sectors.
func (k *knowledge) split(codes []string) (countries, sectors []string) {
	for _, code := range codes {
		if k.isSector(code) {
			sectors = append(sectors, code)
		} else {
			countries = append(countries, code)
		}
	}
	return countries, sectors
}

// ordered returns codes once each: countries in their order, then the rest in the order of PLOVER's tables.
func (k *knowledge) ordered(codes []string) []string {
	var once []string
	for _, code := range codes {
		if !slices.Contains(once, code) {
			once = append(once, code)
		}
	}
	slices.SortStableFunc(once, func(a, b string) int { return k.sectors[a].rank - k.sectors[b].rank })
	return once
}
