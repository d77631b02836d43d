package echo

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// A word is a run of letters or of digits in a text. Signs do not count, so that "4.20 a.m." and "4.20am" are the same
// words, and neither do the forms of quotation marks and apostrophes.
type word struct {
	form   string // in lower case, without apostrophes
	extent rashomon.Extent
}

// bytesPerWord is how many bytes of a text there are to a word, in hardly any text less.
const bytesPerWord = 5

// split returns the words of a text.
func split(text string) []word {
	out := make([]word, 0, len(text)/bytesPerWord)
	for at := 0; at < len(text); {
		end := wordEnd(text, at)
		if end == at {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		out = append(out, word{fold(text[at:end]), rashomon.Extent{Start: at, End: end}})
		at = end
	}
	return out
}

// wordEnd returns where the word ends that begins at a place, which is that place where none begins.
func wordEnd(text string, start int) int {
	digits, end := false, start
	for at, r := range text[start:] {
		switch {
		case unicode.IsDigit(r):
			if end > start && !digits {
				return end
			}
			digits = true
		case isWordRune(r):
			if end > start && digits {
				return end
			}
		case end > start && !digits && isApostrophe(r) && letterFollows(text[start+at+utf8.RuneLen(r):]):
			continue
		default:
			return end
		}
		end = start + at + utf8.RuneLen(r)
	}
	return end
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

func letterFollows(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func fold(form string) string {
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, form)
}

// A vocabulary gives words numbers, so that accounts are compared by numbers. Which number a word has tells nothing.
type vocabulary struct {
	numbers map[string]int32
	forms   []string
	hashes  []uint64
	names   map[nameAsWritten]*cited // each once, for texts of one matter name the same over and over
}

// A nameAsWritten tells one name from another.
type nameAsWritten struct {
	text          string
	named, person bool
}

func newVocabulary() *vocabulary {
	return &vocabulary{numbers: map[string]int32{}, names: map[nameAsWritten]*cited{}}
}

func (v *vocabulary) name(text string, named, person bool) *cited {
	key := nameAsWritten{text, named, person}
	n, known := v.names[key]
	if !known {
		n = newCited(newName(text, named, person))
		v.names[key] = n
	}
	return n
}

func (v *vocabulary) number(form string) int32 {
	n, known := v.numbers[form]
	if !known {
		n = int32(len(v.forms))
		form = strings.Clone(form)
		v.numbers[form] = n
		v.forms, v.hashes = append(v.forms, form), append(v.hashes, hashOf(form))
	}
	return n
}
