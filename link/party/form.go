package party

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// A form is a name as it is written somewhere, taken apart.
type form struct {
	text    string
	words   []string // folded; of a person without titles and particles, of a body without small words and its place
	head    int      // of a body: index of the word that says what it is, which stands last or before "of"
	acronym string   // "nato", of a word in capitals; else ""
	joined  string   // the words of a body as one: "fishmarket"
	bag     key      // of its words in the order of their letters: in another order it is the same
	sound   key      // of the sounds of its words

	fellow      key   // what stands for whoever bears it, or 0 where it is too short
	full, short []key // what full names, and short ones, have in common with it: see key.go
}

// initials are the first letters of the words of a body's name, and the same sorted.
type initials struct{ inOrder, sorted string }

// personal takes a person's name apart: "Colonel Moammar al-Gadhafi Jr" is "moammar gadhafi", "Abdul Jalil" one word.
func personal(text string) form {
	if before, _, found := strings.Cut(text, " of "); found {
		text = before
	}
	var words []string
	isServant := false
	for word := range strings.FieldsSeq(fold(joinedArticle.ReplaceAllString(text, "$1 $2"))) {
		isLast := len(words) > 0 && inClass("generation", word)
		isParticle := inClass("particle", word) && !(len(words) == 0 && inClass("particle or given", word))
		if isParticle || isLast || len(words) == 0 && inClass("honorific", word) {
			continue
		}
		if isServant {
			words[len(words)-1] += word
		} else {
			words = append(words, word)
		}
		isServant = inClass("servant", word)
	}
	f := form{text: text, words: words, full: personKeys(words), short: familyKeys(words)}
	if len(words) > 0 {
		f.fellow = newKey(known().sounds.key(words[len(words)-1]))
	}
	return f
}

// joinedArticle is an article that is written as one word with the name behind it: "ElBaradei".
var joinedArticle = regexp.MustCompile(`\b(El|Al)(\p{Lu})`)

// isInitial reports whether a word of a name is its first letter alone.
func isInitial(word string) bool { return utf8.RuneCountInString(word) == 1 }

// body takes the name of an organisation, a group, a place or any other thing apart: "Ministry of the Interior" is
// "ministry interior", and its head "ministry".
func body(text string) form {
	f := form{text: text, acronym: acronym(text), head: rashomon.None}
	for word := range strings.FieldsSeq(fold(withoutKind(text))) {
		if inClass("small", word) {
			if f.head == rashomon.None && len(f.words) > 0 && word != "and" {
				f.head = len(f.words) - 1
			}
			continue
		}
		f.words = append(f.words, synonym(singular(word)))
	}
	if bare := withoutState(f.words); len(bare) == 1 && len(f.words) > 1 {
		f.words, f.head = bare, 0 // "Republic of Lusenia" is "Lusenia"
	}
	if f.head == rashomon.None {
		f.head = len(f.words) - 1
	}
	f.joined, f.bag, f.sound = strings.Join(f.words, ""), newKey(bag(f.words)), soundOf(f.words)
	f.fellow, f.full, f.short = bodyFellow(&f), bodyKeys(&f), wordKeys(&f)
	return f
}

func soundOf(words []string) key {
	sounds := make([]string, len(words))
	for i, word := range words {
		sounds[i] = known().sounds.key(word)
	}
	return newKey(sounds...)
}

// bodyFellow returns what stands for one who is no person: the sound of a single word, since a reader may take it for a
// person's, or all words; and 0 for a word that is too short.
func bodyFellow(f *form) key {
	const shortest = 3 // letters
	switch {
	case len(f.words) > 1:
		return f.bag
	case len(f.words) == 1 && len(f.words[0]) >= shortest:
		return newKey(known().sounds.key(f.words[0]))
	}
	return 0
}

// withoutKind returns a name without the nouns for what it is that stand before it in small letters: "Velm" for "river Velm".
func withoutKind(text string) string {
	first, rest, found := strings.Cut(text, " ")
	if found && inClass("kind", first) && startsUpper(rest) {
		return rest
	}
	return text
}

// withoutState returns words without those by which a name says that it is a state.
func withoutState(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return inClass("state", w) })
}

// isOfTrade reports whether a name ends with what a company deals in: "Orlo Coal".
func (f *form) isOfTrade() bool { return len(f.words) > 1 && inClass("trade", f.words[len(f.words)-1]) }

// isCompanyOf reports whether a name is a word and behind it what a company deals in: "Orlo Coal" of "orlo".
func (f *form) isCompanyOf(word string) bool {
	return len(f.words) == 2 && f.words[0] == word && f.isOfTrade()
}

// singular takes the s of the plural, and of the genitive, off a word.
func singular(word string) string {
	if len(word) > 4 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
		return word[:len(word)-1]
	}
	return word
}

// The lengths of acronyms.
const shortestAcronym, longestAcronym = 2, 6

// acronym returns a word of capitals in small letters, or "" for any other text: "U.N." is "un", "G20" none.
func acronym(text string) string {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "the "), "The ")
	letters := strings.ReplaceAll(text, ".", "")
	if n := utf8.RuneCountInString(letters); n < shortestAcronym || n > longestAcronym {
		return ""
	}
	for _, r := range letters {
		if !unicode.IsUpper(r) {
			return ""
		}
	}
	return strings.ToLower(letters)
}

// initials returns the first letters of the words of a body's name, of all and of those that are not small; none of a
// single word.
func (f *form) initials() []initials {
	if len(f.words) < 2 {
		return nil
	}
	var every, large strings.Builder
	for word := range strings.FieldsSeq(strings.TrimPrefix(fold(f.text), "the ")) {
		r, _ := utf8.DecodeRuneInString(word)
		every.WriteRune(r)
		if !inClass("small", word) {
			large.WriteRune(r)
		}
	}
	return []initials{{every.String(), letters(every.String())}, {large.String(), letters(large.String())}}
}

// bag returns words in the order of their letters, joined: names of the same words in another order have the same.
func bag(words []string) string {
	sorted := slices.Sorted(slices.Values(words))
	return strings.Join(sorted, " ")
}
