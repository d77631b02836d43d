package segment

import (
	"embed"
	"strings"
)

//go:embed data
var data embed.FS

// What the engine knows of words, by file. All keys are in lower case but the emoticons and the units whose case counts.
var (
	abbreviations = classes("abbreviations.txt")
	starters      = classes("starters.txt")
	hyphenated    = words("hyphens.txt")
	calendar      = classes("calendar.txt")
	captions      = classes("captions.txt")
	units         = classes("units.txt")
	endings       = classes("endings.txt")
	contractions  = cuts("contractions.txt")
	conjunctions  = words("conjunctions.txt")
	schemes       = words("schemes.txt")
	speech        = classes("speech.txt")
	elisions      = words("elisions.txt")
	slashed       = words("slashes.txt")
	domains       = words("domains.txt")
	emoticons     = words("emoticons.txt")
	currencies    = words("currencies.txt")
)

// lines returns the lines of a data file but comments, which begin with "# ", and empty ones.
func lines(name string) []string {
	content, _ := data.ReadFile("data/" + name) // embedded; a test sees that all files are there and hold something
	var kept []string
	for line := range strings.Lines(string(content)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
			kept = append(kept, line)
		}
	}
	return kept
}

// words reads a file of words with white space between them.
func words(name string) map[string]bool {
	set := map[string]bool{}
	for _, line := range lines(name) {
		for _, word := range strings.Fields(line) {
			set[word] = true
		}
	}
	return set
}

// classes reads a file of lines "class: word word ..." into a map from the word to its class. A word stands under its
// first class alone.
func classes(name string) map[string]string {
	class := map[string]string{}
	for _, line := range lines(name) {
		label, rest, _ := strings.Cut(line, ": ")
		for _, word := range strings.Fields(rest) {
			if class[word] == "" {
				class[word] = label
			}
		}
	}
	return class
}

// cuts reads a file of lines "do nt" into a map from the whole word to the lengths of its parts but the last.
func cuts(name string) map[string][]int {
	parts := map[string][]int{}
	for _, line := range lines(name) {
		fields := strings.Fields(line)
		for _, field := range fields[:len(fields)-1] {
			whole := strings.Join(fields, "")
			parts[whole] = append(parts[whole], len(field))
		}
	}
	return parts
}

// longestKey is the length in bytes beyond which no word is looked up; a test holds the data to it.
const longestKey = 24

// A folded word is a word in the form of the lexicon's keys: ASCII lower case, straight apostrophes. It lives on the
// stack, so that looking up a word allocates nothing.
type folded struct {
	bytes  [longestKey]byte
	length int
}

// fold folds a word; what is longer than any key folds to the empty word.
func fold(word string) (f folded) {
	if len(word) > 2*longestKey {
		return f
	}
	for i := 0; i < len(word); i++ {
		if f.length == longestKey {
			return folded{}
		}
		b := word[i]
		switch {
		case 'A' <= b && b <= 'Z':
			b += 'a' - 'A'
		case b == "’"[0] && (strings.HasPrefix(word[i:], "’") || strings.HasPrefix(word[i:], "‘")):
			b, i = '\'', i+len("’")-1
		}
		f.bytes[f.length] = b
		f.length++
	}
	return f
}

func (f *folded) key() []byte { return f.bytes[:f.length] }

// classOfWord returns the class of a word in a lexicon, or "".
func classOfWord(lexicon map[string]string, word string) string {
	f := fold(word)
	return lexicon[string(f.key())]
}

// contains reports whether a lexicon has a word.
func contains(lexicon map[string]bool, word string) bool {
	f := fold(word)
	return lexicon[string(f.key())]
}
