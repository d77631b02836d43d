package petrarch

import "strings"

// The forms below are those that the manual promises for regular words, no more: the others stand in the files. They
// are spelling, not English: a form that nobody writes does no harm.

// plural returns the regular plural of a noun in capitals.
func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "Y") && !endsInVowel(noun[:len(noun)-1]):
		return noun[:len(noun)-1] + "IES"
	case hissing(noun):
		return noun + "ES"
	}
	return noun + "S"
}

// verbForms returns the regular forms of a verb in capitals, itself the first.
func verbForms(stem string) []string {
	third, past, present := plural(stem), stem+"ED", stem+"ING"
	switch {
	case strings.HasSuffix(stem, "EE"):
		past = stem + "D"
	case strings.HasSuffix(stem, "E"):
		past, present = stem+"D", stem[:len(stem)-1]+"ING"
	case strings.HasSuffix(stem, "Y") && !endsInVowel(stem[:len(stem)-1]):
		past = stem[:len(stem)-1] + "IED"
	}
	return []string{stem, third, past, present}
}

func hissing(word string) bool {
	for _, end := range []string{"S", "X", "Z", "CH", "SH"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

func endsInVowel(word string) bool {
	return word != "" && strings.IndexByte("AEIOU", word[len(word)-1]) >= 0
}
