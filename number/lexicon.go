package number

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed data/words.txt
var wordsFile string

// A word is what the lexicon knows of a word.
type word struct {
	class string
	value float64
}

var words = readWords(wordsFile)

// readWords reads lines "class value word word ..."; a test sees that every line is one.
func readWords(file string) map[string]word {
	lexicon := map[string]word{}
	for line := range strings.Lines(file) {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[0] == "#" {
			continue
		}
		value, _ := strconv.ParseFloat(fields[1], 64)
		for _, form := range fields[2:] {
			lexicon[form] = word{fields[0], value}
		}
	}
	return lexicon
}

// longestWord is the length in bytes beyond which no word is looked up; a test holds the data to it.
const longestWord = 16

// lookup returns what the lexicon knows of a word in any case. It allocates nothing.
func lookup(text string) word {
	if len(text) > longestWord {
		return word{}
	}
	var lower [longestWord]byte
	for i := range len(text) {
		b := text[i]
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		lower[i] = b
	}
	return words[string(lower[:len(text)])]
}
