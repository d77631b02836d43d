package source

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
)

// The objects of PDF (ISO 32000-1, 7.3). Numbers are float64, true and false bool, null nil, arrays []any.
type (
	pdfName      string
	pdfString    string // bytes
	pdfReference int    // the number of an object
	pdfOperator  string // any other word: an operator of a content stream, "obj", "stream" ...
	pdfDict      map[pdfName]any
	pdfStream    struct {
		dict pdfDict
		raw  []byte // before its filters
	}
)

// pdfDepth is how deep arrays and dictionaries may nest; what lies deeper is read as if it stood at this depth.
const pdfDepth = 64

// A pdfLexer reads objects from the bytes of a file or of a content stream.
type pdfLexer struct {
	data  []byte
	at    int
	depth int
}

// next returns the next object, and false at the end.
func (l *pdfLexer) next() (any, bool) {
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
		return pdfOperator(c), true
	}
	return l.word(), true
}

func (l *pdfLexer) peek() byte {
	if l.at < len(l.data) {
		return l.data[l.at]
	}
	return 0
}

func (l *pdfLexer) skipSpace() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case c == '%':
			end := bytes.IndexAny(l.data[l.at:], "\r\n")
			if end < 0 {
				end = len(l.data) - l.at
			}
			l.at += end
		case !isPDFSpace(c):
			return
		default:
			l.at++
		}
	}
}

func isPDFSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isPDFRegular(c byte) bool { return !isPDFSpace(c) && !strings.ContainsRune("()<>[]{}/%", rune(c)) }

func (l *pdfLexer) regular() string {
	start := l.at
	for l.at < len(l.data) && isPDFRegular(l.data[l.at]) {
		l.at++
	}
	return string(l.data[start:l.at])
}

// name reads a name behind its slash; "#20" stands for a byte.
func (l *pdfLexer) name() pdfName {
	word := l.regular()
	if !strings.Contains(word, "#") {
		return pdfName(word)
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
	return pdfName(name.String())
}

// word reads a number, a reference or an operator.
func (l *pdfLexer) word() any {
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
			return pdfReference(number)
		}
		return number
	}
	return pdfOperator(word)
}

// reference reads "0 R" behind a number, if it stands there.
func (l *pdfLexer) reference() bool {
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
func (l *pdfLexer) literal() pdfString {
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
				return pdfString(text)
			}
		}
		text = append(text, l.data[l.at])
	}
	return pdfString(text)
}

// escape reads what a backslash stands for and leaves the lexer at its last byte.
func (l *pdfLexer) escape(text []byte) []byte {
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
func (l *pdfLexer) hexadecimal() pdfString {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		end = len(l.data) - l.at
	}
	text := decodeHexadecimal(l.data[l.at : l.at+end])
	l.at = min(len(l.data), l.at+end+1)
	return pdfString(text)
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

func (l *pdfLexer) array() []any { return l.until("]") }

func (l *pdfLexer) dict() pdfDict {
	values := l.until(">")
	if l.peek() == '>' {
		l.at++
	}
	dict := pdfDict{}
	for i := 0; i+1 < len(values); i += 2 {
		if key, isName := values[i].(pdfName); isName {
			dict[key] = values[i+1]
		}
	}
	return dict
}

// until reads objects up to an operator that closes them.
func (l *pdfLexer) until(closing pdfOperator) []any {
	if l.depth >= pdfDepth {
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
