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

// A lesson is a case with what clashes and what agrees in it.
type lesson struct {
	name        string
	ground      *ground.Ground
	differences []answerkey.Difference
	agreements  []answerkey.Agreement
	contrasts   []*point.Contrast
}

func read(folder string) (*lesson, error) {
	var key struct {
		Differences []answerkey.Difference
		Agreements  []answerkey.Agreement
	}
	if err := answerkey.Read(folder, &key); err != nil {
		return nil, err
	}
	digests, err := answerkey.Digests(folder)
	if err != nil {
		return nil, err
	}
	g := ground.New(digests, link.Link(digests))
	return &lesson{filepath.Base(folder), g, key.Differences, key.Agreements, point.Clashing(g)}, nil
}

// unlike is how much all pairs of a case that no key knows weigh together, for each entry of its key that is among the pairs.
const unlike = 10

// examples returns the contrasts, by so many of their signs, as examples of what touches entries of the key. Each of these weighs as much
// as any other, however many pairs touch it.
func (l *lesson) examples(signs int, touched func(a, b rashomon.Side) []int) []logistic.Example {
	touches, touching := make([][]int, len(l.contrasts)), map[int]int{}
	others := 0
	for i := range l.contrasts {
		touches[i] = touched(l.contrasts[i].A(), l.contrasts[i].B())
		for _, entry := range touches[i] {
			touching[entry]++
		}
		if len(touches[i]) == 0 {
			others++
		}
	}
	var out []logistic.Example
	for i, contrast := range l.contrasts {
		e := logistic.Example{Signs: contrast.Signs()[:signs], Is: len(touches[i]) > 0, Weight: unlike * float64(len(touching)) / float64(max(1, others))}
		if e.Is {
			e.Weight = 0
		}
		for _, entry := range touches[i] {
			e.Weight = max(e.Weight, 1/float64(touching[entry]))
		}
		out = append(out, e)
	}
	return out
}

// differing returns the differences of the key whose two sides two passages touch.
func (l *lesson) differing(a, b rashomon.Side) []int {
	var found []int
	for i := range l.differences {
		sides := l.differences[i].Sides()
		if l.touches(a, sides[0]) && l.touches(b, sides[1]) || l.touches(a, sides[1]) && l.touches(b, sides[0]) {
			found = append(found, i)
		}
	}
	return found
}

// agreeing returns the agreements of the key of which two passages touch one each.
func (l *lesson) agreeing(a, b rashomon.Side) []int {
	var found []int
	for i, agreement := range l.agreements {
		if l.touches(a, agreement.Passages) && l.touches(b, agreement.Passages) {
			found = append(found, i)
		}
	}
	return found
}

func (l *lesson) touches(side rashomon.Side, quotations []answerkey.Quotation) bool {
	return slices.ContainsFunc(quotations, func(q answerkey.Quotation) bool { return q.Touches(l.ground.Digest(side.Document), side.Extent) })
}
