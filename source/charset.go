package source

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"rashomon"
)

// byteOrderMarks are the marks of the Unicode Standard, section 23.8, the longer before those that they begin with.
var byteOrderMarks = []struct {
	mark     string
	encoding encoding.Encoding
}{
	{"\x00\x00\xfe\xff", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xef\xbb\xbf", encoding.Nop},
}

// decodeText returns the bytes of a text as valid UTF-8, without a byte order mark. What the bytes prove of themselves
// (a mark, sound UTF-8) goes before the declared charset, which may be empty, and that before detection. Its errors
// carry no place.
func decodeText(data []byte, charset string) (string, error) {
	text, err := decodeBytes(data, charset)
	if err != nil {
		return "", err
	}
	if err := rejectBinary(text); err != nil {
		return "", err
	}
	return text, nil
}

func decodeBytes(data []byte, charset string) (string, error) {
	for _, b := range byteOrderMarks {
		if rest, found := bytes.CutPrefix(data, []byte(b.mark)); found {
			return decodeExactly(rest, b.encoding)
		}
	}
	declared := declaredEncoding(charset)
	switch {
	case declared != nil && !extendsASCII(declared):
		return decodeExactly(data, declared)
	case utf16Order(data) != nil:
		return decodeExactly(data, utf16Order(data))
	case utf8.Valid(data):
		return string(data), nil
	case mostlyUTF8(data):
		return "", invalidUTF8(data)
	}
	if declared != nil && declared != unicode.UTF8 {
		if text, ok := decodeWhole(data, declared); ok {
			return text, nil
		}
	}
	return decodeDetected(data)
}

// declaredEncoding returns nil for a name that the WHATWG Encoding Standard does not know.
func declaredEncoding(charset string) encoding.Encoding {
	if name := strings.ToLower(strings.TrimSpace(charset)); strings.HasPrefix(name, "utf-32") {
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	}
	declared, err := htmlindex.Get(charset)
	if err != nil || declared == encoding.Replacement {
		return nil
	}
	return declared
}

// extendsASCII reports whether ASCII text stands for itself in the encoding, so that sound UTF-8 may overrule it.
func extendsASCII(e encoding.Encoding) bool {
	const ascii = "~{A-Z}~ $B \\ plain"
	text, err := e.NewDecoder().String(ascii)
	name, _ := htmlindex.Name(e)
	return err == nil && text == ascii && name != "iso-2022-jp"
}

// decodeExactly decodes bytes whose encoding is certain; what it cannot read is an error.
func decodeExactly(data []byte, e encoding.Encoding) (string, error) {
	if e == encoding.Nop || e == unicode.UTF8 {
		if !utf8.Valid(data) {
			return "", invalidUTF8(data)
		}
		return string(data), nil
	}
	text, ok := decodeWhole(data, e)
	if !ok {
		return "", &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Cause: fmt.Sprintf("the text is not sound %v", e),
			Remedy: "save it as UTF-8",
		}
	}
	return text, nil
}

// decodeWhole decodes all bytes and reports whether the encoding explains every one of them: no replacement character
// and no control character of the block C1 comes out.
func decodeWhole(data []byte, e encoding.Encoding) (string, bool) {
	decoded, err := e.NewDecoder().Bytes(data)
	if err != nil || !utf8.Valid(decoded) {
		return "", false
	}
	text := string(decoded)
	const nextLine = 0x85 // the one character of C1 that texts have
	unexplained := func(r rune) bool { return r == utf8.RuneError || 0x80 <= r && r < 0xa0 && r != nextLine }
	return text, !strings.ContainsFunc(text, unexplained)
}

// utf16Order returns the encoding of UTF-16 text without a mark, or nil: in Latin text every other byte is zero, and
// the zeros all stand on one side.
func utf16Order(data []byte) encoding.Encoding {
	var zeros [2]int
	sample := data[:min(len(data), detectionSample)]
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	const share = 5 // of ten units; the others may be quotation marks, dashes, letters beyond Latin-1
	enough := len(sample) / 2 * share / 10
	switch {
	case len(data) < 4 || len(data)%2 != 0:
		return nil
	case zeros[0] == 0 && zeros[1] > enough:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[1] == 0 && zeros[0] > enough:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// mostlyUTF8 reports whether bytes that are not sound UTF-8 are so by damage only: read in another charset, their many
// good sequences would turn into pairs of wrong letters.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good > bad
}

func invalidUTF8(data []byte) error {
	offset := 0
	for offset < len(data) {
		r, size := utf8.DecodeRune(data[offset:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		offset += size
	}
	cause := "the text ends within a character"
	if offset < len(data) {
		cause = fmt.Sprintf("byte %d (0x%02X) is not UTF-8, and no other charset explains the text", offset, data[offset])
	}
	return &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: cause, Remedy: "save it as UTF-8"}
}

const (
	// detectionSample is as much as the detector looks at; more only costs time (it reads some 5 MB a second).
	detectionSample = 16 << 10
	// fewHighBytes is the share, one in so many, below which text is taken for a Western language with a few
	// quotation marks, dashes and accents. On so little the detector guesses Turkish or Baltic charsets.
	fewHighBytes = 20
	// detectionConfidence is the confidence from which the detector's word counts.
	detectionConfidence = 0.5
)

// decodeDetected decodes text that is neither UTF-8 nor in a declared charset.
func decodeDetected(data []byte) (string, error) {
	western, isWestern := decodeWhole(data, charmap.Windows1252)
	if isWestern && highBytes(data)*fewHighBytes < len(data) {
		return western, nil
	}
	start := max(0, bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }))
	result := chardet.Detect(data[start:min(len(data), start+detectionSample)])
	if detected := declaredEncoding(result.Encoding); detected != nil && result.Confidence >= detectionConfidence {
		if text, ok := decodeWhole(data, detected); ok {
			return text, nil
		}
	}
	if isWestern {
		return western, nil
	}
	return "", invalidUTF8(data)
}

func highBytes(data []byte) int {
	count := 0
	for _, b := range data {
		if b >= utf8.RuneSelf {
			count++
		}
	}
	return count
}

// rejectBinary returns an error for what is no text: one NUL in a thousand bytes, or one other control character in a
// hundred (without tab, line feed, vertical tab, form feed, carriage return, escape and the old end-of-file mark 0x1A).
// Fewer are damage, and the text around them is worth reading.
func rejectBinary(text string) error {
	const mostNULs, mostControls = 1000, 100
	nuls, controls := 0, 0
	for i := range len(text) {
		switch b := text[i]; {
		case b == 0:
			nuls++
		case b < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1a\x1b", rune(b)):
			controls++
		}
	}
	switch {
	case nuls*mostNULs > len(text):
		return binary(fmt.Sprintf("%d of %d bytes are NUL", nuls, len(text)))
	case controls*mostControls > len(text):
		return binary(fmt.Sprintf("%d of %d bytes are control characters", controls, len(text)))
	}
	return nil
}

func binary(cause string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorUnsupported, Cause: "this is no text: " + cause, Remedy: "name its format with --as",
	}
}

// metaPrescan is how far the declaration of a page's charset is looked for; the HTML standard asks for 1024 bytes,
// pages with long comments in front want more.
const metaPrescan = 8 << 10

var metaCharsetPattern = regexp.MustCompile(`(?i)<meta[^>]{0,200}\bcharset\s*=\s*["']?\s*([a-z0-9_:.\-]{1,40})` +
	`|<\?xml[^>]{0,200}\bencoding\s*=\s*["']([a-z0-9_:.\-]{1,40})`)

// metaCharset returns the charset that a page declares in its markup, or "".
func metaCharset(page []byte) string {
	match := metaCharsetPattern.FindSubmatch(page[:min(len(page), metaPrescan)])
	if match == nil {
		return ""
	}
	return string(match[1]) + string(match[2])
}

// placed returns an error of this package with the place put in that it lacks.
func placed(err error, place string) error {
	var known *rashomon.Error
	if errors.As(err, &known) && known.Place == "" {
		there := *known
		there.Place = place
		return &there
	}
	return err
}
