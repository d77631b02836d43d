package gazetteer

import (
	_ "embed"
	"math"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/gazetteer/spelling"
)

// townRadius returns the radius in kilometres of a town of so many people: that of a circle in which 3,000 live on a
// square kilometre, as in the middling of the world's cities, and at least two.
func townRadius(people int) float64 { return max(2, math.Sqrt(float64(people)/(3000*math.Pi))) }

// importance returns how likely a place is meant before anything but its name is known, as a number of people. That names
// are mentioned in proportion to the population of what they name is the first rule of every geoparser (Leidner 2007,
// "Toponym Resolution in Text"). The other numbers put what has no population into that scale:
//
//   - a country is meant three times as often as its population says, a capital too, and at least as a city of 100,000;
//   - a province counts as 5,000 people for every kilometre of its radius, an American state as two millions;
//   - what our own list names was put there because reports speak of it.
func (p Place) importance() float64 {
	people := float64(max(p.Population, p.Importance))
	switch p.Precision {
	case rashomon.PrecisionCountry:
		return 3 * max(people, 50_000)
	case rashomon.PrecisionProvince:
		return min(5000*p.Radius, 3e6)
	case rashomon.PrecisionDistrict:
		return max(people, 20_000)
	case rashomon.PrecisionRegion:
		return 5000 * max(p.Radius, 50)
	case rashomon.PrecisionPoint:
		return max(people, 100_000)
	}
	if p.IsCapital {
		return 3 * max(people, 100_000)
	}
	// The lists tell of most towns only a lower bound, which the mean of a town above it is some times.
	if people == 15_000 || people == 5000 {
		return 2.5 * people
	}
	return max(people, 1000)
}

//go:embed data/populations.txt
var populationsData string

// A population is what data/populations.txt says of a town.
type population struct {
	people   int
	province string // of the town that is meant, where a country has several of the name
}

func readPopulations(data string) (map[string]population, error) {
	populations := map[string]population{}
	for number, line := range dataLines(data) {
		province := ""
		fields := strings.Fields(line)
		if last := fields[len(fields)-1]; strings.Contains(last, ".") {
			fields, province = fields[:len(fields)-1], last
		}
		last := len(fields) - 1
		thousands, err := strconv.Atoi(fields[last])
		if err != nil || last < 2 {
			return nil, damaged("populations.txt", number, line)
		}
		name := spelling.Fold(strings.Join(fields[1:last], " "))
		populations[fields[0]+" "+name] = population{1000 * thousands, province}
	}
	return populations, nil
}
