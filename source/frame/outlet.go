package frame

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"rashomon/source/typography"
)

//go:embed data/outlets.txt
var outletFile string

var outletWords = sync.OnceValue(func() wordLists { return readWordLists(outletFile) })

// mostOutletWords is how many words the name of an outlet or office has at most.
const mostOutletWords = 12

// domainName is the form of an outlet that goes by its address.
var domainName = regexp.MustCompile(`^(?:https?://)?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:/\S*)?$`)

// isOutlet reports whether a phrase is the name of an outlet or office: capitalized, and known by its first or last
// word, by being an agency, or by being an address; or all in capitals with its article, as papers print their own.
func isOutlet(phrase string) bool {
	if isAgency(phrase) || domainName.MatchString(phrase) {
		return true
	}
	if !isTitle(phrase) {
		return false
	}
	if strings.HasPrefix(phrase, "THE ") && phrase == strings.ToUpper(phrase) {
		return true
	}
	bare, _, _ := strings.Cut(phrase, " (")
	bare = strings.TrimPrefix(strings.TrimPrefix(bare, "The "), "THE ")
	lastWord := bare[strings.LastIndexAny(bare, " \n")+1:]
	if outletWords()["last words"].has(lastWord) && lastWord != bare {
		return true
	}
	start := outletWords()["first words"].startOf(bare)
	return start > 0 && start < len(bare)
}

// isTitle reports whether a phrase is written as a name: every word of it capitalized but the small ones, no sign of a
// sentence in it.
func isTitle(phrase string) bool {
	if strings.ContainsAny(phrase, ".;:?!\"“”|") || typography.CountWords(phrase, mostOutletWords) > mostOutletWords {
		return false
	}
	capitals := 0
	for word := range strings.FieldsSeq(phrase) {
		word = strings.Trim(word, "()[],'’‘")
		switch {
		case isCapitalized(word) || word == "&" || word != "" && word[0] >= '0' && word[0] <= '9':
			capitals++
		case !outletWords()["small words"].has(word):
			return false
		}
	}
	return capitals > 0 && isCapitalized(strings.TrimLeft(phrase, "‘'\"“("))
}

// isPublication reports whether a phrase can be the name of what a text first appeared in: a name, known or not.
func isPublication(phrase string) bool {
	if domainName.MatchString(phrase) {
		return true
	}
	return isTitle(strings.TrimPrefix(phrase, "the ")) && !personWords()["not names"].has(phrase)
}
