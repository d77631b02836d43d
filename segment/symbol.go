package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sign appends the token that begins with the ASCII sign at i.
func (t *tokenizer) sign(i int) int {
	if stop := t.emoticon(i); stop > i {
		return t.add(i, stop, ruleEmoticon)
	}
	switch b := t.text[i]; b {
	case '.':
		return t.dots(i)
	case '\'':
		return t.singleQuote(i, 1)
	case '"', '?', '!', ',', ';', ':', '`':
		return t.add(i, t.doubled(i), rulePunctuation)
	case '(', ')', '[', ']', '{', '}':
		return t.bracket(i)
	case '#', '@':
		return t.tag(i)
	case '+':
		if stop := t.telephone(i); stop > i {
			return t.add(i, stop, ruleNumber)
		}
	case '$', '%', '<', '>', '&':
		return t.add(i, i+1, ruleSymbol)
	}
	return t.add(i, t.repeated(i), ruleOfRepeated(t.text[i]))
}

func ruleOfRepeated(b byte) string {
	if b == '-' {
		return rulePunctuation
	}
	return ruleSymbol
}

// doubled returns where the sign at i ends: “ and ” are also typed as two grave accents or two apostrophes.
func (t *tokenizer) doubled(i int) int {
	if t.text[i] == '`' && t.byte(i+1) == '`' {
		return i + 2
	}
	return i + 1
}

// repeated returns where the repetition of the byte at i ends: --, ***, =====.
func (t *tokenizer) repeated(i int) int {
	stop := i + 1
	for t.byte(stop) == t.text[i] && stop < t.end {
		stop++
	}
	return stop
}

// dots appends the full stop, the ellipsis, or the number (.5) that begins at i.
func (t *tokenizer) dots(i int) int {
	stop := t.repeated(i)
	switch {
	case strings.HasPrefix(t.text[stop:t.end], "…"):
		return t.add(i, stop+len("…"), ruleEllipsis)
	case stop > i+1:
		return t.add(i, stop, ruleEllipsis)
	case isDigit(t.byte(stop)) && !t.glued(i):
		return t.cut(i, t.run(stop), ruleNumber)
	}
	return t.add(i, stop, rulePunctuation)
}

// telephone returns where the telephone number with a plus sign that begins at i ends, or i.
func (t *tokenizer) telephone(i int) int {
	const shortest, longest = 7, 15 // digits, by ITU-T E.164
	if n := digits(t.text[:t.end], i+1, longest); n < shortest || t.glued(i) {
		return i
	}
	return max(t.run(i+1), t.figures(i+1))
}

// bracket appends the bracket at i, or the one token that it begins: (a), [...].
func (t *tokenizer) bracket(i int) int {
	switch b := t.text[i]; b {
	case '(':
		if t.classIs(i+1, lower) && t.byte(i+2) == ')' && !t.glued(i) {
			return t.add(i, i+3, ruleMarker)
		}
		t.brackets++
	case ')':
		t.brackets = max(0, t.brackets-1)
	}
	return t.add(i, i+1, rulePunctuation)
}

// tag appends the #tag or @name that begins at i, or the sign alone.
func (t *tokenizer) tag(i int) int {
	if c, _ := t.class(i + 1); c.isLetter() && !classBefore(t.text, i).isWord() {
		return t.add(i, t.run(i+1), ruleTag)
	}
	return t.add(i, t.repeated(i), ruleSymbol)
}

// longestEmoticon is the length in bytes of the longest emoticon of the data.
const longestEmoticon = 13

// emoticon returns where the emoticon that stands between white space at i ends, or i.
func (t *tokenizer) emoticon(i int) int {
	if t.glued(i) {
		return i
	}
	for stop := i + 1; stop <= min(t.end, i+longestEmoticon); stop++ {
		c, _ := t.class(stop)
		if stop == t.end || c == space {
			if emoticons[t.text[i:stop]] {
				return stop
			}
			break
		}
	}
	return i
}

// singleQuote appends the token that begins with the apostrophe of the given size at i: a quotation mark, an ending ('s),
// a word that has lost letters ('em) or a decade ('90s).
func (t *tokenizer) singleQuote(i, size int) int {
	stop := t.run(i + size)
	word := t.text[i:stop]
	switch {
	case stop > i+size && t.clitic(i, size) && t.afterWord(i):
		if t.glued(i) {
			return t.join(i, stop, endingRule(word))
		}
		return t.add(i, stop, endingRule(word))
	case isDigit(t.byte(i+size)) && isDigit(t.byte(i+size+1)) && stop-i-size <= 3 && !t.glued(i):
		return t.add(i, stop, ruleElision)
	case t.contraction(i, stop) != nil:
		return t.cutAt(i, stop, t.contraction(i, stop))
	case stop > i+size && contains(elisions, word):
		if contains(elisions, t.text[i:stop+t.apostrophe(stop)]) {
			stop += t.apostrophe(stop)
		}
		return t.add(i, stop, ruleElision)
	case size == 1 && t.byte(i+1) == '\'':
		return t.add(i, i+2, rulePunctuation)
	}
	t.quoted = !t.quoted && size == 1 && stop > i+size && !t.glued(i)
	return t.add(i, i+size, rulePunctuation)
}

// afterWord reports whether the token before i is such that an ending may follow: glued on, or a word.
func (t *tokenizer) afterWord(i int) bool {
	if len(t.tokens) == t.first {
		return false
	}
	end := t.tokens[len(t.tokens)-1].Extent.End
	return end == i && !t.quoted || classBefore(t.text, end).isWord() && !t.quoted
}

// foreignSign appends the token that begins with the sign beyond ASCII at i.
func (t *tokenizer) foreignSign(i int) int {
	r, size := utf8.DecodeRuneInString(t.text[i:t.end])
	switch r {
	case '…':
		rest := t.text[i:t.end]
		return t.add(i, t.end-len(strings.TrimLeft(rest, "….")), ruleEllipsis)
	case '’':
		return t.singleQuote(i, size)
	case '‘':
		if stop := t.run(i + size); stop > i+size && contains(elisions, t.text[i:stop]) {
			return t.add(i, stop, ruleElision)
		}
		t.quoted = true
	}
	if unicode.IsPunct(r) {
		return t.add(i, i+size, rulePunctuation)
	}
	return t.add(i, t.picture(i+size), ruleSymbol)
}

const zeroWidthJoiner = "\u200d"

// picture returns where the picture or sign ends whose first character ends at i: skin tones, variants and what is joined
// to it belong to it.
func (t *tokenizer) picture(i int) int {
	for i < t.end {
		c, size := t.class(i)
		joined := strings.HasSuffix(t.text[:i], zeroWidthJoiner) && c == symbol
		r, _ := utf8.DecodeRuneInString(t.text[i:t.end])
		if c != mark && !joined && !unicode.Is(unicode.Sk, r) {
			break
		}
		i += size
	}
	return i
}
