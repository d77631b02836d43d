package frame

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/places.txt
var placeFile string

var placeWords = sync.OnceValue(func() wordLists { return readWordLists(placeFile) })

// mostPlaceWords is how many words the name of a place has at most, particles counted.
const mostPlaceWords = 5

// readPlace returns the lengths that the name of a place at the beginning of a text can have, the shortest first: words
// with capitals and the small words between them. No list of the world's places is asked.
func readPlace(text string) []int {
	const article = "the "
	if len(text) > len(article) && strings.EqualFold(text[:len(article)], article) {
		if length := placeWords()["with the"].startOf(text); length > 0 && isPlaceWord(text[len(article):length]) {
			return []int{length}
		}
		return nil
	}
	var lengths []int
	last := 0
	for n, end := range wordEnds(text) {
		word := strings.TrimLeft(text[last:end], " \t\u00a0")
		joined := strings.TrimLeft(word, "/")
		if n >= mostPlaceWords || word == "" || strings.ContainsAny(text[last:end], ",;:()[]|–—\n\r") {
			break
		}
		switch {
		case n == 0 && placeWords()["not places"].has(joined):
			return nil
		case isPlaceWord(joined):
			if !placeWords()["not places"].has(oneSpace(text[:end])) {
				lengths = append(lengths, end)
			}
		case n == 0 || !placeWords()["particles"].has(word) && !isArticled(word):
			return lengths
		}
		last = end
	}
	return lengths
}

// isTown reports whether the name of a place cannot be that of a person or an office: it has one word, or one that is
// of places alone, as "Port" is.
func isTown(name string) bool {
	name, _, _ = strings.Cut(name, ",")
	known := false
	for word := range strings.FieldsSeq(name) {
		known = known || placeWords()["place words"].has(word)
		if outletWords()["last words"].has(word) {
			return false
		}
	}
	return known || readPerson(name, 2).end == 0
}

func isPlaceWord(word string) bool { return isCapitalized(word) && isLetters(word) }

// isArticled reports whether a word is a name with a small article joined to it: al-Bab.
func isArticled(word string) bool {
	before, after, joined := strings.Cut(word, "-")
	return joined && placeWords()["particles"].has(before) && isPlaceWord(after)
}
