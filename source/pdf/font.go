package pdf

import (
	"bytes"
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

//go:embed glyphs.txt
var glyphList string

// glyphs is read when the first font comes that names its glyphs.
var glyphs = sync.OnceValue(func() map[string]string { return readGlyphs(glyphList) })

// readGlyphs reads "name text" a line, the text as the number of its code point; "#" begins a comment.
func readGlyphs(list string) map[string]string {
	texts := map[string]string{}
	for line := range strings.Lines(list) {
		name, number, _ := strings.Cut(strings.TrimSpace(line), " ")
		if point, err := strconv.ParseUint(number, 16, 32); err == nil && name != "#" {
			texts[name] = string(rune(point))
		}
	}
	return texts
}

// The base encodings, as near as a character set of Windows and of the Macintosh come to them (ISO 32000-1, annex D).
var (
	winAnsiEncoding  = encodingOf(charmap.Windows1252)
	macRomanEncoding = encodingOf(charmap.Macintosh)
)

func encodingOf(set *charmap.Charmap) [256]string {
	var encoding [256]string
	for code := range encoding {
		encoding[code] = string(set.DecodeByte(byte(code)))
	}
	return encoding
}

// A typeface tells which text the codes of a string stand for, and how wide they are.
type typeface struct {
	twoBytes bool           // codes have two bytes, else one
	bold     bool           // by its name
	unicode  map[int]string // by the font's own table, which goes before its encoding
	encoding [256]string    // of codes of one byte
	widths   map[int]float64
	missing  float64 // width of a code without one, in thousandths of the size
}

// font reads a font's dictionary.
func (f *file) font(value any) *typeface {
	dict := f.dict(value)
	font := &typeface{widths: map[int]float64{}, missing: 500}
	name, _ := f.resolve(dict["BaseFont"]).(nameObject)
	font.bold = strings.Contains(string(name), "Bold")
	if stream, isStream := f.resolve(dict["ToUnicode"]).(stream); isStream {
		font.unicode = readCMap(f.decode(stream))
	}
	if dict["Subtype"] == nameObject("Type0") {
		font.twoBytes = true
		f.readWideWidths(font, f.array(dict["DescendantFonts"]))
		return font
	}
	f.readEncoding(font, dict)
	first := int(f.number(dict["FirstChar"]))
	widths := f.array(dict["Widths"])
	f.spend(len(widths))
	for i, width := range widths[:min(len(widths), len(font.encoding))] {
		font.widths[first+i] = f.number(width)
	}
	if name == "Courier" {
		font.missing = 600
	}
	return font
}

// readWideWidths reads the widths of a font with codes of two bytes (ISO 32000-1, 9.7.4.3): "first [w w w]" or
// "first last w".
func (f *file) readWideWidths(font *typeface, descendants []any) {
	font.missing = 1000
	if len(descendants) == 0 {
		return
	}
	dict := f.dict(descendants[0])
	if dict["DW"] != nil {
		font.missing = f.number(dict["DW"])
	}
	entries := f.array(dict["W"])
	f.spend(len(entries))
	for len(entries) >= 2 {
		first := int(f.number(entries[0]))
		if widths, isList := f.resolve(entries[1]).([]any); isList {
			f.spend(len(widths))
			for i, width := range widths {
				font.widths[first+i] = f.number(width)
			}
			entries = entries[2:]
			continue
		}
		if len(entries) < 3 {
			return
		}
		last := min(int(f.number(entries[1])), 0xffff)
		for code := max(0, first); code <= last; code++ {
			font.widths[code] = f.number(entries[2])
		}
		f.spend(max(0, last-first))
		entries = entries[3:]
	}
}

// readEncoding fills the table of a font with codes of one byte: the base encoding, which is the one built into the
// font where none is named, then the differences from it.
func (f *file) readEncoding(font *typeface, dict dictionary) {
	encoding := f.resolve(dict["Encoding"])
	differences, isDict := encoding.(dictionary)
	if isDict {
		encoding = f.resolve(differences["BaseEncoding"])
	}
	font.encoding = winAnsiEncoding
	if encoding == nameObject("MacRomanEncoding") {
		font.encoding = macRomanEncoding
	}
	if stream, isStream := f.resolve(f.dict(dict["FontDescriptor"])["FontFile"]).(stream); isStream && encoding == nil {
		font.readBuiltIn(f.decode(stream))
	}
	f.readDifferences(font, f.array(differences["Differences"]))
}

// readBuiltIn reads the encoding of a Type 1 font, lines such as "dup 12 /fi put" in the part that is not encrypted
// (Adobe Type 1 Font Format, 2.3).
func (f *typeface) readBuiltIn(program []byte) {
	program, _, _ = bytes.Cut(program, []byte("eexec"))
	lexer := lexer{data: program}
	var code, name any
	for {
		value, more := lexer.next()
		if !more {
			return
		}
		if value == keyword("put") {
			number, isNumber := code.(float64)
			glyph, isName := name.(nameObject)
			if isNumber && isName && 0 <= number && number < 256 {
				f.encoding[int(number)] = glyphText(string(glyph))
			}
		}
		code, name = name, value
	}
}

func (f *file) readDifferences(font *typeface, differences []any) {
	code := 0
	for _, difference := range differences {
		switch difference := f.resolve(difference).(type) {
		case float64:
			code = int(difference)
		case nameObject:
			if 0 <= code && code < len(font.encoding) {
				font.encoding[code] = glyphText(string(difference))
			}
			code++
		}
	}
}

// glyphText returns the text of a glyph by its name, by the rules of Adobe's glyph list specification: the part
// before a full stop counts, underscores join, "uni" is followed by code points. An accented letter is made of letter
// and accent.
func glyphText(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if strings.Contains(name, "_") {
		var text strings.Builder
		for part := range strings.SplitSeq(name, "_") {
			text.WriteString(glyphText(part))
		}
		return text.String()
	}
	if text, known := glyphs()[name]; known {
		return text
	}
	if len(name) == 1 {
		return name
	}
	for _, prefix := range []string{"uni", "u"} {
		if digits, found := strings.CutPrefix(name, prefix); found {
			if point, err := strconv.ParseUint(digits, 16, 32); err == nil && len(digits) >= 4 {
				return string(rune(point))
			}
		}
	}
	if name != "" {
		if accent, known := glyphs()["+"+name[1:]]; known {
			return norm.NFC.String(name[:1] + accent)
		}
	}
	return ""
}

// decode returns the text and the width, in thousandths of the size, of each code of a string.
func (f *typeface) decode(codes stringObject, glyph func(text string, width float64, space bool)) {
	step := 1
	if f.twoBytes {
		step = 2
	}
	for i := 0; i+step <= len(codes); i += step {
		code := int(codes[i])
		if f.twoBytes {
			code = code<<8 | int(codes[i+1])
		}
		text, known := f.unicode[code]
		if !known && !f.twoBytes {
			text = f.encoding[code]
		}
		width, known := f.widths[code]
		if !known {
			width = f.missing
		}
		glyph(text, width, step == 1 && code == ' ')
	}
}

// readCMap reads a font's table from codes to text (ISO 32000-1, 9.10.3).
func readCMap(data []byte) map[int]string {
	table := map[int]string{}
	lexer := lexer{data: data}
	var operands []any
	for {
		value, more := lexer.next()
		switch {
		case !more:
			return table
		case value == keyword("endbfchar"):
			addCharacters(table, operands)
		case value == keyword("endbfrange"):
			addRanges(table, operands)
		}
		if _, isOperator := value.(keyword); isOperator {
			operands = nil
		} else {
			operands = append(operands, value)
		}
	}
}

func addCharacters(table map[int]string, operands []any) {
	for ; len(operands) >= 2; operands = operands[2:] {
		code, isCode := cmapCode(operands[0])
		text, isText := operands[1].(stringObject)
		if isCode && isText {
			table[code] = decodeUTF16(text)
		}
	}
}

func addRanges(table map[int]string, operands []any) {
	for ; len(operands) >= 3; operands = operands[3:] {
		first, isFirst := cmapCode(operands[0])
		last, isLast := cmapCode(operands[1])
		if !isFirst || !isLast {
			continue
		}
		switch texts := operands[2].(type) {
		case stringObject:
			runes := []rune(decodeUTF16(texts))
			for code := first; code <= last && len(runes) > 0; code++ {
				table[code] = string(runes)
				runes[len(runes)-1]++
			}
		case []any:
			for i, text := range texts[:max(0, min(len(texts), last-first+1))] {
				if text, isText := text.(stringObject); isText {
					table[first+i] = decodeUTF16(text)
				}
			}
		}
	}
}

// cmapCode returns a code of one or two bytes.
func cmapCode(value any) (int, bool) {
	code, _ := value.(stringObject)
	switch len(code) {
	case 1:
		return int(code[0]), true
	case 2:
		return int(code[0])<<8 | int(code[1]), true
	}
	return 0, false
}

func decodeUTF16(text stringObject) string {
	units := make([]uint16, 0, len(text)/2)
	for i := 0; i+1 < len(text); i += 2 {
		units = append(units, uint16(text[i])<<8|uint16(text[i+1]))
	}
	return string(utf16.Decode(units))
}
