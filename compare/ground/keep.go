package ground

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/concurrent"
)

// Kept is what a comparison found of each document or happening, by its id, for as long as nothing has changed for it. One that is nil
// keeps nothing.
type Kept[T any] map[string]T

// Documents returns what is found of each document, in their order: anew where something has changed, as changed reports. They
// are looked at in the order of [Ground.Walk].
func (k Kept[T]) Documents(g *Ground, changed func(document string) bool, find func(document string) T) []T {
	out, place := make([]T, len(g.Digests)), make(map[string]int, len(g.Digests))
	for i, d := range g.Digests {
		place[d.Document] = i
	}
	for _, document := range g.Walk() {
		known, found := k[document]
		if !found || changed(document) {
			known = find(document)
		}
		out[place[document]] = known
	}
	if clear(k); k != nil {
		for i, d := range g.Digests {
			k[d.Document] = out[i]
		}
	}
	return out
}

// Happenings returns what is found of each happening, in their order: anew, several at once and those of near documents near
// each other, where something has changed, as changed reports.
func (k Kept[T]) Happenings(g *Ground, changed func(rashomon.Happening) bool, find func(rashomon.Happening) T) []T {
	all := g.Links.Happenings
	out, place := make([]T, len(all)), map[string]int{} // in the walk
	for i, document := range g.Walk() {
		place[document] = i
	}
	var anew []int
	for i, h := range all {
		known, found := k[h.ID]
		if out[i] = known; !found || changed(h) {
			anew = append(anew, i)
		}
	}
	slices.SortStableFunc(anew, func(a, b int) int { return cmp.Compare(place[first(all[a])], place[first(all[b])]) })
	concurrent.Each(len(anew), func() func(int) {
		return func(i int) { out[anew[i]] = find(all[anew[i]]) }
	})
	if clear(k); k != nil {
		for i, h := range all {
			k[h.ID] = out[i]
		}
	}
	return out
}

// first returns the first account of a happening, or "".
func first(h rashomon.Happening) string {
	if len(h.Accounts) == 0 {
		return ""
	}
	return h.Accounts[0]
}
