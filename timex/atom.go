package timex

import (
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// An atom is what rules are written in: a token, or a piece of one that mixes letters, digits and signs ("mid-2017" is
// "mid", "-", "2017"; "1980s" is "1980", "s").
type atom struct {
	token   int
	first   bool // of its token
	last    bool // of its token
	touches bool // nothing stands between it and the atom before
	capital bool
	digits  int // how many, where it is digits alone; else 0
	value   int // of the digits
	lexemes []lexeme
}

// maxDigits bounds the digits of a number that can be a part of a time, so that a value fits: the longest are the days
// of ISO 8601's basic form, "20110705".
const maxDigits = 8

// atomizer turns the tokens of a sentence into atoms.
type atomizer struct {
	doc   *rashomon.Document
	words map[string][]lexeme
	lower []byte // the word being looked up
	atoms []atom
}

// sentence returns the atoms of a span of tokens; they are valid until the next call.
func (a *atomizer) sentence(span rashomon.Span) []atom {
	a.atoms = a.atoms[:0]
	for i := span.Start; i < span.End; i++ {
		a.token(i, i > span.Start && a.doc.Tokens[i].Extent.Start == a.doc.Tokens[i-1].Extent.End)
	}
	return a.atoms
}

func (a *atomizer) token(i int, touches bool) {
	text := a.doc.Quote(a.doc.Tokens[i].Extent)
	start := len(a.atoms)
	if lexemes := a.lookUp(text); lexemes != nil || isWord(text) {
		a.add(i, text, lexemes)
	} else {
		for len(text) > 0 {
			length := pieceLength(text)
			a.add(i, text[:length], a.lookUp(text[:length]))
			text = text[length:]
		}
	}
	a.atoms[start].first, a.atoms[start].touches = true, touches
	a.atoms[len(a.atoms)-1].last = true
}

func (a *atomizer) add(token int, text string, lexemes []lexeme) {
	r, _ := utf8.DecodeRuneInString(text)
	added := atom{token: token, touches: true, capital: unicode.IsUpper(r), lexemes: lexemes}
	if len(text) <= maxDigits && isDigit(text[0]) && pieceLength(text) == len(text) {
		added.digits = len(text)
		for i := range len(text) {
			added.value = added.value*10 + int(text[i]-'0')
		}
	}
	a.atoms = append(a.atoms, added)
}

// lookUp returns what the lexicon knows of a word in whatever case.
func (a *atomizer) lookUp(text string) []lexeme {
	if len(text) > longestWord {
		return nil
	}
	a.lower = a.lower[:0]
	for _, r := range text {
		a.lower = utf8.AppendRune(a.lower, unicode.ToLower(r))
	}
	return a.words[string(a.lower)]
}

// longestWord is the length in bytes beyond which no word of the lexicon is; a test holds the lexicon to it.
const longestWord = 24

// isWord reports whether a text is letters alone.
func isWord(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < utf8.RuneSelf && !('a' <= c|0x20 && c|0x20 <= 'z') {
			return false
		}
	}
	return true
}

// pieceLength returns the length of the run of letters or digits at the beginning of a text, or of the one sign there.
func pieceLength(text string) int {
	length := 0
	for length < len(text) && isDigit(text[length]) {
		length++
	}
	if length > 0 {
		return length
	}
	for length < len(text) {
		r, size := utf8.DecodeRuneInString(text[length:])
		if !unicode.IsLetter(r) {
			break
		}
		length += size
	}
	if length > 0 {
		return length
	}
	_, size := utf8.DecodeRuneInString(text)
	return size
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
