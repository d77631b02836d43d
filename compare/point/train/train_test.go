package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare/point"
	"rashomon/logistic"
	"rashomon/rashomontest"
)

// TestAccuracy measures what contrasts alone find of each case when their weights are learnt from the other cases, without news: an estimate of
// what they find in cases that nobody has read.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	cases, err := filepath.Glob("../../testdata/cases/*")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	paraphrased, err := filepath.Glob("../../testdata/paraphrased/[a-z]*")
	if err != nil || len(paraphrased) == 0 {
		t.Fatal("no cases told in other words", err)
	}
	folders := append(cases, paraphrased...)
	var lessons []*lesson
	for _, folder := range append(folders, "../../../examples/dam") {
		l, err := read(folder)
		if err != nil {
			t.Fatal(err)
		}
		lessons = append(lessons, l)
	}
	var out strings.Builder
	for i, held := range lessons {
		found, given := held.found(contrasting(slices.Delete(slices.Clone(lessons), i, i+1), nil))
		fmt.Fprintf(&out, "%-9s %2d of %2d, %2d given\n", held.name, found, len(held.differences), given)
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", []byte(out.String()))
}

// found counts the differences of the key that contrasts find by some weights, and the contrasts that are given.
func (l *lesson) found(weights []float64) (found, given int) {
	var weighed []*point.Contrast
	for _, c := range l.contrasts {
		again := *c
		if again.Odds = logistic.Odds(weights, c.Signs()[:len(weights)]); again.Odds >= point.LeastOdds {
			weighed = append(weighed, &again)
		}
	}
	chosen := point.Choose(l.ground, weighed, func(func(a, b *rashomon.Passage) bool) {}, nil)
	all := map[int]bool{}
	for _, d := range chosen {
		for _, difference := range l.differing(d.A, d.B) {
			all[difference] = true
		}
	}
	return len(all), len(chosen)
}
