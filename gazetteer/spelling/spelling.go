// Package spelling tells when two spellings are of one name: [Fold] joins those that differ in accents, capitals and
// signs, [Key] those that come of writing Arabic, Persian or Cyrillic letters in English.
package spelling

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the form in which names are compared: small letters without accents and apostrophes, one space between
// words, every other sign a space; a dot joins the letters of an abbreviation ("U.S." is "us"). "Saint" is "st" and
// "Mount" is "mt", as they are most often written.
func Fold(name string) string {
	var folded strings.Builder
	folded.Grow(len(name))
	isSpace := true // at the start, or after a space
	for _, r := range decompose(name) {
		letters := fold(r)
		switch {
		case letters == " " && isSpace, letters == "":
			continue
		}
		folded.WriteString(letters)
		isSpace = letters == " "
	}
	return shorten(strings.TrimSuffix(folded.String(), " "))
}

// decompose splits letters from their accents, where there can be any.
func decompose(name string) string {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return norm.NFD.String(name)
		}
	}
	return name
}

// fold returns what a code point leaves of itself: letters, a space or nothing.
func fold(r rune) string {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return ascii[r : r+1]
	case r >= 'A' && r <= 'Z':
		return ascii[r+'a'-'A' : r+'a'-'A'+1]
	case r == '.' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Lm, r) || strings.ContainsRune(apostrophes, r):
		return ""
	case r < utf8.RuneSelf:
		return " "
	}
	if plain, known := letters[unicode.ToLower(r)]; known {
		return plain
	}
	if unicode.IsLetter(r) || unicode.IsNumber(r) {
		return string(unicode.ToLower(r))
	}
	return " "
}

const apostrophes = "'`‘’‛′´"

// ascii holds every character at its own code, so that a piece of it needs no memory of its own.
var ascii = func() string {
	var all [utf8.RuneSelf]byte
	for i := range all {
		all[i] = byte(i)
	}
	return string(all[:])
}()

// letters holds those that no accent is split from.
var letters = map[rune]string{
	'ø': "o", 'ł': "l", 'ß': "ss", 'ı': "i", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ə': "a", 'ħ': "h",
}

var short = strings.NewReplacer(" saint ", " st ", " mount ", " mt ")

func shorten(folded string) string {
	if !strings.Contains(folded, "saint") && !strings.Contains(folded, "mount") {
		return folded
	}
	padded := short.Replace(" " + folded + " ")
	return padded[1 : len(padded)-1]
}

//go:embed data/key.txt
var keyData string

// rules are the lines of data/key.txt.
var rules = newRules(keyData)

// A ruleSet is what Key and Plain make of letters and words.
type ruleSet struct {
	divisions map[string]bool
	articles  map[string]bool
	replace   *strings.Replacer
	countries map[string]bool
}

func newRules(data string) ruleSet {
	set := ruleSet{divisions: map[string]bool{}, articles: map[string]bool{}, countries: map[string]bool{}}
	var pairs []string
	for line := range strings.Lines(data) {
		switch fields := strings.Fields(line); {
		case len(fields) == 0 || fields[0] == "#":
		case fields[0] == "article":
			addAll(set.articles, fields[1:])
		case fields[0] == "division":
			addAll(set.divisions, fields[1:])
		case fields[0] == "country":
			addAll(set.countries, fields[1:])
		default:
			for _, from := range fields[1:] {
				pairs = append(pairs, from, fields[0])
			}
		}
	}
	set.replace = strings.NewReplacer(pairs...)
	return set
}

func addAll(set map[string]bool, words []string) {
	for _, word := range words {
		set[word] = true
	}
}

// Plain returns the folded name of a province without the words for what it is: "kyiv" for "kyiv oblast". It is the name
// itself where nothing else is left.
func Plain(folded string) string {
	var kept []string
	for word := range strings.FieldsSeq(folded) {
		if !rules.divisions[word] {
			kept = append(kept, word)
		}
	}
	if len(kept) == 0 {
		return folded
	}
	return strings.Join(kept, " ")
}

// HasKeys reports whether names of a country (ISO 3166-1 alpha-3) come from letters that are written in English in many
// ways.
func HasKeys(country string) bool { return rules.countries[country] }

// Key returns what the spellings of one name in English have in common, from its folded form: the consonants, those that
// are taken for each other as one, doubled ones once, without articles and final h; a vowel only at the start of the
// name, all vowels alike. It is the idea of Soundex with the consonants of Arabic and Russian. It is "" for a name
// without a consonant.
func Key(folded string) string {
	var key strings.Builder
	for word := range strings.FieldsSeq(folded) {
		if rules.articles[word] {
			continue
		}
		writeSkeleton(&key, rules.replace.Replace(word))
	}
	if key.String() == "a" {
		return ""
	}
	return key.String()
}

func writeSkeleton(key *strings.Builder, word string) {
	const vowels = "aeiouy" // and w before a consonant, as in "Zawr"
	word = strings.TrimRight(word, "h")
	last := byte(0)
	for i := range len(word) {
		letter := word[i]
		isGlide := letter == 'w' && !(i+1 < len(word) && strings.IndexByte(vowels, word[i+1]) >= 0)
		switch {
		case isGlide || strings.IndexByte(vowels, letter) >= 0:
			if key.Len() == 0 {
				key.WriteByte('a')
			}
			last = 0
		case letter != last:
			key.WriteByte(letter)
			last = letter
		}
	}
}

// Alike returns how alike two folded names are without their articles, from 0 to 1: one less the edit distance
// (Levenshtein 1966) as a share of the longer's length.
func Alike(a, b string) float64 {
	a, b = withoutArticles(a), withoutArticles(b)
	if longest := max(len(a), len(b)); longest > 0 {
		return 1 - float64(distance(a, b))/float64(longest)
	}
	return 1
}

func withoutArticles(folded string) string {
	var bare strings.Builder
	for word := range strings.FieldsSeq(folded) {
		if !rules.articles[word] {
			bare.WriteString(word)
		}
	}
	return bare.String()
}

// distance returns how many bytes must be put in, taken out or changed to make b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
