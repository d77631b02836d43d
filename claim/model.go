package claim

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rashomon/datafile"
)

// A model is the weight of every feature for each relation.
type model map[string][len(Relations)]float64

// english is the model that ships.
var english = sync.OnceValue(func() model {
	m, _ := readModel() // a test reads the file and fails on an error
	return m
})

// weightsOf returns the weights of a feature; of one that the model has not seen they are 0.
func weightsOf(feature string) [len(Relations)]float64 { return english()[Column(feature)] }

// Column returns a feature as the data files write it, in which "|" divides columns and "#" begins a comment.
func Column(feature string) string { return columnMarks.Replace(feature) }

var columnMarks = strings.NewReplacer("|", "bar", "#", "number sign")

func readModel() (model, error) {
	m := model{}
	return m, datafile.Each(files, "data/weights.txt", 1+len(Relations), func(columns []string) error {
		var weights [len(Relations)]float64
		for k := range weights {
			var err error
			if weights[k], err = strconv.ParseFloat(columns[1+k], 64); err != nil {
				return err
			}
		}
		if _, found := m[columns[0]]; found {
			return fmt.Errorf("the feature %q has weights already", columns[0])
		}
		m[columns[0]] = weights
		return nil
	})
}
