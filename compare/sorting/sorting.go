// Package sorting sorts long lists of large values: it compares a few bytes of each, and moves each once.
package sorting

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// A place is where a value stands, with what it is sorted by.
type place struct {
	weight float64
	start  uint64 // of its id
	at     int
}

// ByID sorts values by their ids. Those of one id stay in their order.
func ByID[T any](list []T, id func(*T) string) { ByWeight(list, func(*T) float64 { return 0 }, id) }

// ByWeight sorts values by their weights, the greatest first, those of one weight by their ids, and leaves those of one id in their
// order.
func ByWeight[T any](list []T, weight func(*T) float64, id func(*T) string) {
	places := make([]place, len(list))
	for i := range list {
		places[i] = place{weight(&list[i]), start(id(&list[i])), i}
	}
	slices.SortFunc(places, func(a, b place) int {
		switch {
		case a.weight != b.weight:
			return cmp.Compare(b.weight, a.weight)
		case a.start != b.start:
			return cmp.Compare(a.start, b.start)
		}
		return cmp.Or(strings.Compare(id(&list[a.at]), id(&list[b.at])), cmp.Compare(a.at, b.at))
	})
	move(list, places)
}

// start returns the first bytes of an id, so that ids are in their order where they differ in these.
func start(id string) uint64 {
	var first [8]byte
	copy(first[:], id)
	return binary.BigEndian.Uint64(first[:])
}

// move puts every value where its place stands: it follows each circle of values that take each other's.
func move[T any](list []T, places []place) {
	for i := range places {
		first, to := list[i], i
		for from := places[to].at; from != i; from = places[to].at {
			list[to], places[to].at = list[from], to
			to = from
		}
		list[to], places[to].at = first, to
	}
}
