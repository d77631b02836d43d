package main

import (
	"path/filepath"
	"slices"

	"rashomon"
	"rashomon/answerkey"
	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/link"
	"rashomon/logistic"
)

// A lesson is a case with what clashes in it.
type lesson struct {
	name      string
	ground    *ground.Ground
	key       []answerkey.Difference
	contrasts []*point.Contrast
}

func read(folder string) (*lesson, error) {
	var key struct{ Differences []answerkey.Difference }
	if err := answerkey.Read(folder, &key); err != nil {
		return nil, err
	}
	digests, err := answerkey.Digests(folder)
	if err != nil {
		return nil, err
	}
	g := ground.New(digests, link.Link(digests))
	return &lesson{filepath.Base(folder), g, key.Differences, point.Clashing(g)}, nil
}

// unlike is how much all pairs of a case that no key knows weigh together, for each difference of its key that is among the pairs.
const unlike = 10

// examples returns the contrasts as examples. Each difference of the key weighs as much as any other, however many pairs touch it.
func (l *lesson) examples() []logistic.Example {
	touched, touching := make([][]int, len(l.contrasts)), make([]int, len(l.key))
	others, known := 0, 0
	for i := range l.contrasts {
		touched[i] = l.touched(l.contrasts[i].A(), l.contrasts[i].B())
		for _, difference := range touched[i] {
			touching[difference]++
		}
		if len(touched[i]) == 0 {
			others++
		}
	}
	for _, n := range touching {
		if n > 0 {
			known++
		}
	}
	var out []logistic.Example
	for i, contrast := range l.contrasts {
		e := logistic.Example{Signs: contrast.Signs(), Is: len(touched[i]) > 0, Weight: unlike * float64(known) / float64(max(1, others))}
		if e.Is {
			e.Weight = 0
		}
		for _, difference := range touched[i] {
			e.Weight = max(e.Weight, 1/float64(touching[difference]))
		}
		out = append(out, e)
	}
	return out
}

// touched returns the differences of the key whose two sides two passages touch.
func (l *lesson) touched(a, b rashomon.Side) []int {
	var found []int
	for i := range l.key {
		sides := l.key[i].Sides()
		if l.touches(a, sides[0]) && l.touches(b, sides[1]) || l.touches(a, sides[1]) && l.touches(b, sides[0]) {
			found = append(found, i)
		}
	}
	return found
}

func (l *lesson) touches(side rashomon.Side, quotations []answerkey.Quotation) bool {
	return slices.ContainsFunc(quotations, func(q answerkey.Quotation) bool { return q.Touches(l.ground.Digest(side.Document), side.Extent) })
}
