package name

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"rashomon"
)

//go:embed data/designations.txt
var designationFile string

// designations are those of weapons, in small letters.
var designations = sync.OnceValue(func() map[string]bool { return readDesignations(designationFile) })

// readDesignations reads lines of letters and of the numbers that stand behind them: "MiG | 15 17 19 21". After the
// line "[plain]" they are also known without a hyphen between.
func readDesignations(file string) map[string]bool {
	known, plain := map[string]bool{}, false
	for line := range strings.Lines(file) {
		letters, numbers, found := strings.Cut(strings.ToLower(line), "|")
		if strings.HasPrefix(line, "[") {
			plain = strings.TrimSpace(line) == "[plain]"
		}
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for number := range strings.FieldsSeq(numbers) {
			known[strings.TrimSpace(letters)+"-"+number] = true
			if plain {
				known[strings.TrimSpace(letters)+number] = true
			}
		}
	}
	return known
}

// designationRule is the rule of a weapon that is known by its designation.
const designationRule = "name/designation"

// longestDesignation is the number of tokens of a designation: "F", "-", "16s".
const longestDesignation = 3

// designation returns the number of tokens of the longest designation at the beginning of words: "F-16", "F16",
// "AK-47s", "F-16C". It has a capital and a figure.
func designation(words []string) (length int) {
	if !startsUpper(words[0]) {
		return 0
	}
	var buffer [16]byte
	text := buffer[:0]
	for i, word := range words[:min(len(words), longestDesignation)] {
		if isHyphen(word) == (i%2 == 0) {
			break
		}
		text = appendSmall(text, word)
		if isDesignation(text) {
			length = i + 1
		}
	}
	return length
}

func isHyphen(form string) bool {
	return form == "-" || form == "‐" || form == "‑" || form == "–"
}

// appendSmall appends a word in small letters, as far as there is room.
func appendSmall(text []byte, word string) []byte {
	if isHyphen(word) {
		word = "-"
	}
	for i := 0; i < len(word) && len(text) < cap(text); i++ {
		text = append(text, byte(unicode.ToLower(rune(word[i]))))
	}
	return text
}

// isDesignation looks a text up, and without one letter behind the figures: a variant, or several.
func isDesignation(text []byte) bool {
	if designations()[string(text)] {
		return true
	}
	last := len(text) - 1
	return last > 0 && 'a' <= text[last] && text[last] <= 'z' && designations()[string(text[:last])]
}

// designated adds the designations among the words of a sentence.
func designated(names []Name, forms []string) []Name {
	for i := 0; i < len(forms); i++ {
		if length := designation(forms[i:]); length > 0 {
			span := rashomon.Span{Start: i, End: i + length}
			names = place(names, Name{Span: span, Type: rashomon.EntityWeapon, Share: 1, Rule: designationRule})
			i += length - 1
		}
	}
	return names
}
