package frame

import (
	_ "embed"
	"strings"
	"sync"

	"rashomon/source/typography"
)

//go:embed data/roles.txt
var roleFile string

var roleWords = sync.OnceValue(func() wordLists { return readWordLists(roleFile) })

// mostRoleWords is how many words say at most what somebody is: "Chief Foreign Affairs Correspondent of The Harbour
// Post".
const mostRoleWords = 10

// isWriterRole reports whether a phrase says what a writer is to a paper: it ends with such a word, or one stands in it
// before a joint.
func isWriterRole(phrase string) bool {
	list := strings.Fields(strings.ToLower(phrase))
	for i, word := range list {
		if !roleWords()["writers"].has(strings.Trim(word, ",")) {
			continue
		}
		if i == len(list)-1 || strings.HasSuffix(word, ",") {
			return true
		}
		if roleWords()["joints"].has(list[i+1]) {
			return true
		}
	}
	return false
}

// isOffice reports whether a line names an office that somebody signs under: capitalized, with an office's
// word first or second: "Deputy Mayor of Orlo".
func isOffice(line string) bool {
	if !isCapitalized(line) || typography.EndsSentence(line) || typography.CountWords(line, mostRoleWords) > mostRoleWords {
		return false
	}
	list := strings.Fields(line)
	for _, word := range list[:min(len(list), 2)] {
		if roleWords()["offices"].has(strings.Trim(word, ",.")) {
			return true
		}
	}
	return false
}
