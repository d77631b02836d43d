package stance

import (
	"embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// valenceCount is the number of values of the category of valences: none, and four steps on either side.
const valenceCount = 9

// valences are the steps of words in lower case.
var valences = sync.OnceValue(func() map[string]uint8 {
	v, _ := loadValences() // a test reads the file and fails on an error
	return v
})

func loadValences() (map[string]uint8, error) {
	out := map[string]uint8{}
	err := datafile.Each(files, "data/valences.txt", 2, func(columns []string) error {
		v, err := strconv.ParseFloat(columns[1], 64)
		out[columns[0]] = valenceStep(v)
		return err
	})
	return out, err
}

// valenceOf returns the step of a word, by its form or else by its lemma.
func valenceOf(form, lemma string) uint8 {
	if step, found := valences()[strings.ToLower(form)]; found {
		return step
	}
	return valences()[lemma]
}

// valenceStep returns the step of a valence: from 4 down to 1 the worse it is, from 5 on the better.
func valenceStep(v float64) uint8 {
	steps := uint8(0)
	for _, border := range [...]float64{0.8, 1.6, 2.4} {
		if math.Abs(v) >= border {
			steps++
		}
	}
	if v < 0 {
		return 4 - steps
	}
	return 5 + steps
}
