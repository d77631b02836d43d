package ground

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/concurrent"
)

// Kept is what a comparison found of each document, by its id, for as long as nothing has changed for it. One that is nil keeps
// nothing.
type Kept[T any] map[string]T

// Documents returns what is found of each document, in their order: anew where something has changed, as changed reports. They
// are looked at in the order of [Ground.Walk].
func (k Kept[T]) Documents(g *Ground, changed func(document string) bool, find func(document string) T) []T {
	out, visit := k.Visit(g, changed, find)
	g.VisitAll(visit)
	return out
}

// Visit does what [Kept.Documents] does for whoever goes through the documents with others, by [Ground.VisitAll]: what is found of each
// is there once it was visited.
func (k Kept[T]) Visit(g *Ground, changed func(document string) bool, find func(document string) T) (out []T, visit func(document string)) {
	out, anew := make([]T, len(g.Digests)), map[string]int{}
	for i, d := range g.Digests {
		known, found := k[d.Document]
		if out[i] = known; !found || changed(d.Document) {
			anew[d.Document] = i
		}
	}
	return out, func(document string) {
		i, isAnew := anew[document]
		if !isAnew {
			return
		}
		if out[i] = find(document); k != nil {
			k[document] = out[i]
		}
	}
}

// VisitAll visits all documents in the order of [Ground.Walk]: each for several purposes at once, so that its digest is unfolded once.
func (g *Ground) VisitAll(visits ...func(document string)) {
	for _, document := range g.Walk() {
		for _, visit := range visits {
			visit(document)
		}
	}
}

// Told is what a comparison found of each happening, by its number, for as long as nothing has changed for it. One that is nil keeps
// nothing.
type Told[T any] struct {
	found []T
	known []bool
}

// Happenings returns what is found of each happening, in their order: anew, several at once and those of near documents near
// each other, where something has changed, as changed reports of a happening by its number. Find is given that too, and what is
// known, or nil.
func (k *Told[T]) Happenings(g *Ground, changed func(happening int) bool, find func(h rashomon.Happening, number int, known *T) T) []T {
	all := g.Links.Happenings
	out, place := make([]T, len(all)), map[string]int{} // of first accounts, in the walk
	var anew []int
	for i := range all {
		number := g.happenings.numberAt(i)
		if known := k.of(number); known == nil || changed(number) {
			anew, place[first(all[i])] = append(anew, i), 0
		} else {
			out[i] = *known
		}
	}
	for i, document := range g.Walk() {
		if _, asked := place[document]; asked {
			place[document] = i
		}
	}
	slices.SortStableFunc(anew, func(a, b int) int { return cmp.Compare(place[first(all[a])], place[first(all[b])]) })
	concurrent.Each(len(anew), func() func(int) {
		return func(i int) {
			number := g.happenings.numberAt(anew[i])
			out[anew[i]] = find(all[anew[i]], number, k.of(number))
		}
	})
	if k != nil {
		k.keep(g, anew, out)
	}
	return out
}

// of returns what is known of a happening by its number, or nil.
func (k *Told[T]) of(number int) *T {
	if k == nil || number >= len(k.known) || !k.known[number] {
		return nil
	}
	return &k.found[number]
}

// keep keeps what was found anew of happenings by their indices.
func (k *Told[T]) keep(g *Ground, anew []int, out []T) {
	if more := len(g.happenings.at) - len(k.known); more > 0 {
		k.found, k.known = append(k.found, make([]T, more)...), append(k.known, make([]bool, more)...)
	}
	for _, i := range anew {
		number := g.happenings.numberAt(i)
		k.found[number], k.known[number] = out[i], true
	}
}

// first returns the first account of a happening, or "".
func first(h rashomon.Happening) string {
	if len(h.Accounts) == 0 {
		return ""
	}
	return h.Accounts[0]
}
