package pdf

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
)

// The objects of PDF (ISO 32000-1, 7.3). Numbers are float64, true and false bool, null nil, arrays []any.
type (
	nameObject   string
	stringObject string // bytes
	reference    int    // the number of an object
	keyword      string // any other word: an operator of a content stream, "obj", "stream" ...
	dictionary   map[nameObject]any
	stream       struct {
		dict dictionary
		raw  []byte // before its filters
	}
)

// mostDepth is how deep arrays and dictionaries may nest; what lies deeper is read as if it stood at this depth.
const mostDepth = 64

// A lexer reads objects from the bytes of a file or of a content stream.
type lexer struct {
	data  []byte
	at    int
	depth int
}

// next returns the next object, and false at the end.
func (l *lexer) next() (any, bool) {
	l.skipSpace()
	if l.at >= len(l.data) {
		return nil, false
	}
	switch c := l.data[l.at]; c {
	case '/':
		l.at++
		return l.name(), true
	case '(':
		l.at++
		return l.literal(), true
	case '[':
		l.at++
		return l.array(), true
	case '<':
		l.at++
		if l.peek() == '<' {
			l.at++
			return l.dict(), true
		}
		return l.hexadecimal(), true
	case ']', '>', '{', '}', ')':
		l.at++
		return keyword(c), true
	}
	return l.word(), true
}

func (l *lexer) peek() byte {
	if l.at < len(l.data) {
		return l.data[l.at]
	}
	return 0
}

func (l *lexer) skipSpace() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case c == '%':
			end := bytes.IndexAny(l.data[l.at:], "\r\n")
			if end < 0 {
				end = len(l.data) - l.at
			}
			l.at += end
		case !isSpace(c):
			return
		default:
			l.at++
		}
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isRegular(c byte) bool { return !isSpace(c) && !strings.ContainsRune("()<>[]{}/%", rune(c)) }

func (l *lexer) regular() string {
	start := l.at
	for l.at < len(l.data) && isRegular(l.data[l.at]) {
		l.at++
	}
	return string(l.data[start:l.at])
}

// name reads a name behind its slash; "#20" stands for a byte.
func (l *lexer) name() nameObject {
	word := l.regular()
	if !strings.Contains(word, "#") {
		return nameObject(word)
	}
	var name strings.Builder
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) {
			if b, err := hex.DecodeString(word[i+1 : i+3]); err == nil {
				name.Write(b)
				i += 2
				continue
			}
		}
		name.WriteByte(word[i])
	}
	return nameObject(name.String())
}

// word reads a number, a reference or an operator.
func (l *lexer) word() any {
	word := l.regular()
	switch word {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	if number, err := strconv.ParseFloat(word, 64); err == nil && strings.Trim(word, "0123456789+-.") == "" {
		if generation := l.reference(); generation && number >= 0 && number < 1<<31 {
			return reference(number)
		}
		return number
	}
	return keyword(word)
}

// reference reads "0 R" behind a number, if it stands there.
func (l *lexer) reference() bool {
	at := l.at
	for _, wanted := range []string{"0123456789", "R"} {
		l.skipSpace()
		if word := l.regular(); word == "" || strings.Trim(word, wanted) != "" || len(word) > 5 {
			l.at = at
			return false
		}
	}
	return true
}

// literal reads a string behind its opening parenthesis.
func (l *lexer) literal() stringObject {
	var text []byte
	for open := 1; l.at < len(l.data); l.at++ {
		switch c := l.data[l.at]; c {
		case '\\':
			text = l.escape(text)
			continue
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.at++
				return stringObject(text)
			}
		}
		text = append(text, l.data[l.at])
	}
	return stringObject(text)
}

// escape reads what a backslash stands for and leaves the lexer at its last byte. One at the end of the data stands for nothing.
func (l *lexer) escape(text []byte) []byte {
	if l.at+1 == len(l.data) {
		return text
	}
	l.at++
	c := l.peek()
	if i := strings.IndexByte("nrtbf", c); i >= 0 && c != 0 {
		return append(text, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\n':
		return text
	case c == '\r':
		if l.at+1 < len(l.data) && l.data[l.at+1] == '\n' {
			l.at++
		}
		return text
	case '0' <= c && c <= '7':
		value := 0
		for n := 0; n < 3 && '0' <= l.peek() && l.peek() <= '7'; n++ {
			value = value*8 + int(l.peek()-'0')
			l.at++
		}
		l.at--
		return append(text, byte(value))
	}
	return append(text, c)
}

// hexadecimal reads a string behind its "<".
func (l *lexer) hexadecimal() stringObject {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		end = len(l.data) - l.at
	}
	text := decodeHexadecimal(l.data[l.at : l.at+end])
	l.at = min(len(l.data), l.at+end+1)
	return stringObject(text)
}

func decodeHexadecimal(data []byte) []byte {
	digits := bytes.Map(func(r rune) rune {
		if strings.ContainsRune("0123456789abcdefABCDEF", r) {
			return r
		}
		return -1
	}, data)
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	text := make([]byte, len(digits)/2)
	n, _ := hex.Decode(text, digits)
	return text[:n]
}

func (l *lexer) array() []any { return l.until("]") }

func (l *lexer) dict() dictionary {
	values := l.until(">")
	if l.peek() == '>' {
		l.at++
	}
	dict := dictionary{}
	for i := 0; i+1 < len(values); i += 2 {
		if key, isName := values[i].(nameObject); isName {
			dict[key] = values[i+1]
		}
	}
	return dict
}

// until reads objects up to an operator that closes them.
func (l *lexer) until(closing keyword) []any {
	if l.depth >= mostDepth {
		return nil
	}
	l.depth++
	defer func() { l.depth-- }()
	var values []any
	for {
		value, more := l.next()
		if !more || value == closing {
			return values
		}
		values = append(values, value)
	}
}
