package spelling

import (
	_ "embed"
	"strings"
)

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
