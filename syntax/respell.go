package syntax

import "strings"

// commonWords is how many words are sure to be words, and no names or slips: "backe" and "bombe" are in word vectors too.
const commonWords = 20_000

// verb returns the lemma of a verb that a lemma stands for: itself, or the common verb that it misspells. English spelling hides
// what stood before an ending, and a network of letters that cuts endings takes "backed" for a form of "backe", "sitting"
// for one of "sitt", "blaming" for one of "blam".
func (s *scorer) verb(lemma string) string {
	if s.encoder.IsCommon(lemma, commonWords) {
		return lemma
	}
	for _, spelling := range respellings(lemma) {
		if s.encoder.IsCommon(spelling, commonWords) {
			return spelling
		}
	}
	return lemma
}

// respellings returns what a lemma may misspell.
func respellings(lemma string) []string {
	bare := strings.TrimSuffix(lemma, "e")
	spellings := []string{lemma + "e", undoubled(bare)}
	if bare != lemma {
		spellings = append(spellings, bare)
	}
	if stem, found := strings.CutSuffix(lemma, "y"); found {
		spellings = append(spellings, stem+"ie") // "dying"
	}
	return spellings
}

// undoubled returns a word without the second of two equal letters at its end.
func undoubled(word string) string {
	if last := len(word) - 1; last > 0 && word[last] == word[last-1] {
		return word[:last]
	}
	return word
}
