package gazetteer

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"rashomon"
)

//go:embed data/words.txt
var wordsData string

// The words are what data/words.txt says, by class and by word; every one in small letters.
type words struct {
	precisions map[string][]rashomon.Precision // what a type word says of the thing
	classes    map[string][]string             // the other classes of a word
	directions map[string]float64
	lengths    map[string]float64
	numbers    map[string]float64
}

func readWords(data string) (*words, error) {
	w := &words{
		map[string][]rashomon.Precision{}, map[string][]string{},
		map[string]float64{}, map[string]float64{}, map[string]float64{},
	}
	numbered := map[string]map[string]float64{"direction": w.directions, "length": w.lengths, "number": w.numbers}
	for number, line := range dataLines(data) {
		fields := strings.Fields(line)
		class, listed := fields[0], fields[1:]
		if values := numbered[class]; values != nil {
			value, err := strconv.ParseFloat(listed[0], 64)
			if err != nil {
				return nil, damaged("words.txt", number, line)
			}
			for _, word := range listed[1:] {
				values[word] = value
			}
			continue
		}
		for _, word := range listed {
			if isPrecision(class) {
				w.precisions[word] = append(w.precisions[word], rashomon.Precision(class))
			} else {
				w.classes[word] = append(w.classes[word], class)
			}
		}
	}
	return w, nil
}

func isPrecision(class string) bool {
	switch rashomon.Precision(class) {
	case rashomon.PrecisionPoint, rashomon.PrecisionTown, rashomon.PrecisionDistrict, rashomon.PrecisionProvince,
		rashomon.PrecisionCountry, rashomon.PrecisionRegion:
		return true
	}
	return false
}

// isType reports whether a word says what kind of thing is named with it.
func (w *words) isType(word string) bool { return w.precisions[word] != nil }

// is reports whether a word belongs to a class.
func (w *words) is(word, class string) bool { return slices.Contains(w.classes[word], class) }
