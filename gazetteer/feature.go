package gazetteer

import (
	_ "embed"
	"strconv"
	"strings"

	"rashomon"
)

//go:embed data/features.txt
var featuresData string

// A feature is what a class and code of GeoNames stand for.
type feature struct {
	precision rashomon.Precision
	radius    float64
}

// featureTable finds features by class and code, "A ADM1", and by class alone.
type featureTable map[string]feature

// find returns the feature of a class and code, and whether there is one.
func (t featureTable) find(class, code string) (feature, bool) {
	if exact, found := t[class+" "+code]; found {
		return exact, true
	}
	// A code that ends in H is that of what has been ("ADM1H"), in Q that of what was left ("PPLQ" is a ruin that may
	// still be spoken of).
	general, found := t[class]
	return general, found && !(class == "A" && strings.HasSuffix(code, "H"))
}

func readFeatures(data string) (featureTable, error) {
	table := featureTable{}
	for number, line := range dataLines(data) {
		fields := splitNames(line, "|")
		if len(fields) != 3 {
			return nil, damaged("features.txt", number, line)
		}
		radius, err := strconv.ParseFloat(fields[1], 64)
		if err != nil || !isPrecision(fields[0]) {
			return nil, damaged("features.txt", number, line)
		}
		class, codes, _ := strings.Cut(fields[2], " ")
		found := feature{rashomon.Precision(fields[0]), radius}
		if codes == "" {
			table[class] = found
		}
		for code := range strings.FieldsSeq(codes) {
			table[class+" "+code] = found
		}
	}
	return table, nil
}
