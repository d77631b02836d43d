package party

import (
	"slices"
	"strings"
)

// sameBody compares two names of two words or more: of organisations, groups, places and things.
func sameBody(a, b *form) agreement {
	switch {
	case slices.Equal(a.words, b.words):
		return agreement{1, "name/same", a.text, b.text}
	case a.bag == b.bag:
		return agreement{scoreOrder, "name/order", a.text, b.text}
	case a.joined == b.joined, a.sound == b.sound && sameWords(a.words, b.words):
		return agreement{0.92, "name/spelling", a.text, b.text}
	}
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	if isShorter(a, b) || isWithoutTrade(a, b) {
		return agreement{scorePart, "name/part", a.text, b.text}
	}
	return agreement{}
}

// leastAlikeWord is how alike words of bodies must sound to be one: they are mostly words of English, which differ in a
// letter or two and mean something else.
const leastAlikeWord = 0.93

func sameWords(x, y []string) bool {
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] && (min(len(x[i]), len(y[i])) < shortWord || alike(x[i], y[i]) < leastAlikeWord) {
			return false
		}
	}
	return true
}

// isShorter reports whether a name leaves out words of another, but not the one that says what it is: "People's
// Alliance" for "People's Alliance for Renewal".
func isShorter(a, b *form) bool {
	if len(a.words) < 2 || len(a.words) >= len(b.words) || a.words[a.head] != b.words[b.head] {
		return false
	}
	if len(a.words) == 2 && inClass("generic", a.words[a.head]) {
		return false // "the Libyan government" is not the Libyan Government of National Accord
	}
	return !slices.ContainsFunc(a.words, func(word string) bool { return !slices.Contains(b.words, word) })
}

// isWithoutTrade reports whether a name leaves out the words by which another ends and says what kind of company it is:
// "Orlo Coal" for "Orlo Coal Holding".
func isWithoutTrade(a, b *form) bool {
	if len(a.words) < 2 || len(a.words) >= len(b.words) || !slices.Equal(a.words, b.words[:len(a.words)]) {
		return false
	}
	return !slices.ContainsFunc(b.words[len(a.words):], func(word string) bool { return !inClass("trade", word) })
}

// expands returns how well a name is what an acronym stands for: its first letters, or the same ones in another
// order, as translations have them.
func expands(full *form, acronym string) float64 {
	best := 0.0
	for _, initials := range full.initials() {
		switch {
		case acronym == initials.inOrder:
			return 1
		case len(acronym) > 2 && len(acronym) == len(initials.sorted) && letters(acronym) == initials.sorted:
			best = scoreTranslated
		}
	}
	return best
}

// scoreTranslated is how sure it is that an acronym stands for a name whose words begin with its letters in another
// order.
const scoreTranslated = 0.8

func letters(word string) string {
	sorted := []byte(word)
	slices.Sort(sorted)
	return string(sorted)
}

// adjectiveEndings are those by which English makes adjectives of places.
var adjectiveEndings = []string{"n", "an", "ian", "ese", "i", "ish"}

// isAdjectiveOf reports whether a word is the adjective of a place's name as English makes it: "lusenian" of "lusenia".
func isAdjectiveOf(adjective, place string) bool {
	for _, ending := range adjectiveEndings {
		if stem, found := strings.CutSuffix(adjective, ending); found && len(stem) > 3 {
			if stem == place || ending != "n" && ending != "i" && stem == strings.TrimRight(place, "aeiou") {
				return true
			}
		}
	}
	return false
}
