package learn

import (
	"maps"
	"slices"
)

// A Labelling numbers labels in the order of their names.
type Labelling struct {
	Names   []string
	Numbers map[string]int32
}

// NewLabelling numbers the labels that were counted at least least times.
func NewLabelling(counts map[string]int, least int) *Labelling {
	l := &Labelling{Numbers: map[string]int32{}}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if counts[name] >= least {
			l.Numbers[name] = int32(len(l.Names))
			l.Names = append(l.Names, name)
		}
	}
	return l
}

// Number returns the number of a label, [Unknown] for one that is not numbered.
func (l *Labelling) Number(name string) int32 {
	if number, found := l.Numbers[name]; found {
		return number
	}
	return Unknown
}
