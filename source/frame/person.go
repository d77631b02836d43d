package frame

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"rashomon/source/typography"
)

//go:embed data/names.txt
var nameFile string

var personWords = sync.OnceValue(func() wordLists { return readWordLists(nameFile) })

// A naming is one name within a text: where it stands.
type naming struct{ start, end int }

// mostNameWords is how many words the name of a person has at most in a line of credit, particles counted.
const mostNameWords = 6

// readPersons reads the names of persons at the beginning of a text: "A. B. Roe, C. D. Doe and E. Foe". It returns, for
// each length that a list of names can have, the names of that list.
func readPersons(text string) [][]naming {
	var lists [][]naming
	var persons []naming
	for pos := 0; len(persons) < 8; {
		person := readPerson(text[pos:], 2)
		if person.end == 0 {
			break
		}
		person.start, person.end = pos+person.start, pos+person.end
		persons = append(persons[:len(persons):len(persons)], person)
		lists = append(lists, persons)
		joint := jointOf(text[person.end:])
		if joint == 0 {
			break
		}
		pos = person.end + joint
	}
	return lists
}

// jointOf returns the length of what joins two names of a list at the beginning of a text, or 0.
func jointOf(text string) int {
	rest := strings.TrimLeft(text, " \t\n\r\u00a0")
	after := strings.TrimLeft(strings.TrimLeft(rest, ",;&/"), " \t\n\r\u00a0")
	if length := personWords()["joints"].startOf(after); length > 0 && length < len(after) {
		after = after[length:]
	} else if after == rest {
		return 0
	}
	return len(text) - len(strings.TrimLeft(after, " \t\n\r\u00a0"))
}

// readPerson reads one name at the beginning of a text, with at least so many words of its own. An honorific in front
// is passed over. The naming is empty where there is no name.
func readPerson(text string, least int) naming {
	start := 0
	person := naming{}
	own, whole, last := 0, 0, 0
	for n, end := range wordEnds(text) {
		gap := len(text[last:end]) - len(strings.TrimLeft(text[last:end], " \t\n\r\u00a0"))
		word := text[last+gap : end]
		if last+gap >= end || n > mostNameWords || n > 0 && strings.ContainsAny(text[last:last+gap], "\n\r") {
			break
		}
		switch {
		case own == 0 && start == last && isCapitalized(word) && personWords()["honorifics"].has(strings.TrimSuffix(word, ".")):
			start = end
		case isNameWord(word) || own == 1 && isFamilyName(text[start:last], word):
			if own == 0 {
				start = last + gap
			}
			own++
			if len(strings.Trim(word, ".")) > 1 && !strings.Contains(strings.Trim(word, "."), ".") {
				whole++
			}
			if own >= least && whole > 0 {
				person = naming{start, end - len(fullStop(word))}
			}
		case !personWords()["particles"].has(word) || person == (naming{}) && own == 0 && n > 2:
			return person
		case own == 0:
			start = last + gap
		}
		last = end
	}
	return person
}

// fullStop returns the stop behind a word that is no abbreviation of a name, as "J." and "Jr." are.
func fullStop(word string) string {
	const longestAbbreviation = len("Jr.")
	if len(word) > longestAbbreviation && strings.HasSuffix(word, ".") {
		return "."
	}
	return ""
}

// isGiven reports whether a name of two words begins with a common given name: then it is that of a person, whatever the
// other word means.
func isGiven(name string) bool {
	given, _, two := strings.Cut(oneSpace(name), " ")
	return two && personWords()["given names"].has(given) && typography.CountWords(name, 2) == 2
}

// isFamilyName reports whether a word that means something else is a family name, by the given name before it.
func isFamilyName(given, word string) bool {
	return isCapitalized(word) && isLetters(word) && personWords()["given names"].has(oneSpace(given)) &&
		(personWords()["family names"].has(word) || outletWords()["last words"].has(word) || roleWords()["writers"].has(word))
}

// isNameWord reports whether a word can be of a name: a capital and letters, or an article joined to them.
func isNameWord(word string) bool {
	if before, after, joined := strings.Cut(word, "-"); joined && personWords()["particles"].has(before) && after != "" {
		word = after
	}
	word = strings.TrimPrefix(strings.TrimPrefix(word, "d'"), "d’")
	if !isCapitalized(word) || !isLetters(word) {
		return false
	}
	word = strings.TrimSuffix(word, ".")
	return utf8.RuneCountInString(word) == 1 ||
		!personWords()["not names"].has(word) && !personWords()["honorifics"].has(word)
}
