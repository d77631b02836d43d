package party

import (
	"slices"
	"strings"
)

// How alike two words of personal names must sound to be spellings of one: a letter in six may be another. In short
// ones every letter tells.
const (
	leastAlike      = 0.82
	leastAlikeShort = 0.9
	shortWord       = 5 // letters
	shortestSpelled = 4 // shorter ones have one spelling
)

// spelledAlike returns how alike two words of names sound, or 0 for too little.
func spelledAlike(a, b string) float64 {
	least := leastAlike
	switch length := min(len(a), len(b)); {
	case length < shortestSpelled && a != b:
		return 0
	case length < shortWord:
		least = leastAlikeShort
	}
	if score := alike(a, b); score >= least {
		return score
	}
	return 0
}

// What it tells that a given name is an initial on one side, or another of its forms, and how names differ besides.
const (
	scoreInitial = 0.85
	scoreGiven   = 0.95
	scoreSpelled = 0.92 // at most, of a family name alone that is spelled otherwise
	scoreOrder   = 0.97 // of the words of a body, which translations and headings change
	scorePart    = 0.9  // that one name is a part of the other
)

// givenAlike returns how alike two given names are, or 0.
func givenAlike(a, b string) float64 {
	switch {
	case a == b:
		return 1
	case isInitial(a) || isInitial(b):
		if a[0] == b[0] {
			return scoreInitial
		}
		return 0
	case sameGiven(a, b):
		return scoreGiven
	case a+"a" == b || b+"a" == a: // a man's and a woman's
		return 0
	case isCutShort(a, b) || isCutShort(b, a):
		return scoreGiven
	}
	return spelledAlike(a, b)
}

// isCutShort reports whether a given name is another without its end: "Piet" for "Pieter". A letter more makes another name
// of it ("Mila", "Milan"), and three letters begin too many.
func isCutShort(a, b string) bool {
	const shortest, left = 4, 2
	return len(a) >= shortest && len(b) >= len(a)+left && strings.HasPrefix(b, a)
}

// samePerson compares two full personal names, of two words or more.
func samePerson(a, b *form) agreement {
	x, y := a.words, b.words
	if slices.Equal(x, y) {
		return agreement{1, "name/same", a.text, b.text}
	}
	if len(x) > len(y) {
		a, b, x, y = b, a, y, x
	}
	given, family := givenAlike(x[0], y[0]), spelledAlike(x[len(x)-1], y[len(y)-1])
	switch {
	case given > 0 && family > 0 && middleFits(x[1:len(x)-1], y[1:len(y)-1]):
		return agreement{(given + family) / 2, personRule(x, y), a.text, b.text}
	case isPartOf(x, y):
		return agreement{scorePart, "name/part", a.text, b.text}
	case len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]:
		return agreement{scorePart, "name/order", a.text, b.text}
	}
	return agreement{}
}

func personRule(x, y []string) string {
	switch {
	case isInitial(x[0]) != isInitial(y[0]):
		return "name/initial"
	case x[0] != y[0] && (sameGiven(x[0], y[0]) || isCutShort(x[0], y[0]) || isCutShort(y[0], x[0])):
		return "name/given"
	case x[len(x)-1] == y[len(y)-1] && x[0] == y[0]:
		return "name/middle"
	}
	return "name/spelling"
}

// middleFits reports whether the words between the first and the last of two names can be of one person: each of the
// shorter is among the longer's, or its initial is, and the other way round where they are as many, so that it does not
// matter which name is first. Initials alone must be the same.
func middleFits(x, y []string) bool {
	if len(x) > 0 && !slices.ContainsFunc(slices.Concat(x, y), func(word string) bool { return !isInitial(word) }) {
		return slices.Equal(x, y)
	}
	return areAmong(x, y) && (len(x) < len(y) || areAmong(y, x))
}

// areAmong reports whether each of some words is one of others, or may be.
func areAmong(words, others []string) bool {
	for _, word := range words {
		if !slices.ContainsFunc(others, func(other string) bool { return givenAlike(word, other) > 0 }) {
			return false
		}
	}
	return true
}

// isPartOf reports whether the words of a name are the first or the last of a longer one.
func isPartOf(x, y []string) bool {
	if len(x) >= len(y) {
		return false
	}
	return spelledAlikeAll(x, y[:len(x)]) || spelledAlikeAll(x, y[len(y)-len(x):])
}

func spelledAlikeAll(x, y []string) bool {
	for i := range x {
		if spelledAlike(x[i], y[i]) == 0 {
			return false
		}
	}
	return true
}

// withoutServant returns what stands behind the first word of a name such as "Abdul Jalil".
func withoutServant(word string) string {
	for length := len(word) - 1; length > 2; length-- {
		if inClass("servant", word[:length]) {
			return word[length:]
		}
	}
	return word
}

// familyName returns how well one word stands for a person of a full name: as the last word, as a middle one of three
// ("Jalil"), or as the first where the family name stands there.
func familyName(word string, full *form) float64 {
	words := full.words
	best := 0.0
	if inClass("family first", words[0]) {
		best = spelledAlike(word, words[0])
	}
	for i, other := range words[1:] {
		score := max(spelledAlike(word, other), spelledAlike(word, withoutServant(other)))
		if word != other && word != withoutServant(other) {
			score = min(score, scoreSpelled)
		}
		if i+2 < len(words) {
			score *= scorePart
		}
		best = max(best, score)
	}
	return best
}
