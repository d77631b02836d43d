package prediction

import "strings"

// suffixes make nouns of verbs, or verbs; the longer one of two comes first. From the word formation of English (L. Bauer,
// English Word-Formation, 1983, chapter 7).
var suffixes = []string{"ation", "ate", "ment", "ance", "ence", "ing", "ion", "ure", "al"}

// shortestStem is how many letters a stem has at least.
const shortestStem = 4

// stem returns what a verb and the noun of its deed have in common: "evacu" of "evacuate" and "evacuation", "meet" of
// "meeting".
func stem(word string) string {
	for _, suffix := range suffixes {
		if bare, found := strings.CutSuffix(word, suffix); found && len(bare) >= shortestStem {
			return strings.TrimSuffix(bare, "e")
		}
	}
	return strings.TrimSuffix(word, "e")
}
