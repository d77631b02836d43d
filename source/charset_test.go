package source

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"pgregory.net/rapid"

	"rashomon"
)

const (
	westernText = "The café on the quay – “the Anchor” – was closed on Tuesday, and nobody in the town knew why it was."
	russianText = "Паром вышел из гавани в шесть часов утра, и мэр города сказал, что никто из пассажиров не пострадал."
	germanText  = "Die Fähre verließ früh am Morgen den Hafen; der Bürgermeister hörte später, daß niemand über Bord gefallen war."
)

func encode(t testing.TB, e encoding.Encoding, text string) []byte {
	t.Helper()
	data, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDecodeText(t *testing.T) {
	t.Parallel()
	littleEndian := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	tests := []struct {
		name    string
		data    []byte
		charset string
		want    string
	}{
		{"UTF-8", []byte(westernText), "", westernText},
		{"UTF-8 with mark", []byte("\xef\xbb\xbf" + westernText), "", westernText},
		{"UTF-8, declared otherwise", []byte(westernText), "iso-8859-1", westernText},
		{"UTF-16 with mark", encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), westernText), "", westernText},
		{"UTF-16 without mark", encode(t, littleEndian, westernText), "", westernText},
		{"UTF-16, declared", encode(t, littleEndian, russianText), "utf-16le", russianText},
		{"UTF-32 with mark", encode(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), russianText), "", russianText},
		{"declared", encode(t, charmap.ISO8859_5, russianText), "iso-8859-5", russianText},
		{"declared wrongly as UTF-8", encode(t, charmap.Windows1252, westernText), "utf-8", westernText},
		{"declared with an unknown name", encode(t, charmap.Windows1252, westernText), "x-unknown", westernText},
		{"declared, of seven bits", encode(t, japanese.ISO2022JP, "船は港を出た"), "iso-2022-jp", "船は港を出た"},
		{"detected, Western", encode(t, charmap.Windows1252, westernText), "", westernText},
		{"detected, German", encode(t, charmap.Windows1252, germanText), "", germanText},
		{"detected, Cyrillic", encode(t, charmap.Windows1251, strings.Repeat(russianText+" ", 5)), "", strings.Repeat(russianText+" ", 5)},
		{"detected, Japanese", encode(t, japanese.ShiftJIS, strings.Repeat("船は朝六時に港を出ました。", 20)), "", strings.Repeat("船は朝六時に港を出ました。", 20)},
		{"one NUL in a long text", []byte(strings.Repeat(westernText, 20) + "\x00"), "", strings.Repeat(westernText, 20) + "\x00"},
		{"empty", nil, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := decodeText(test.data, test.charset)
			if err != nil || got != test.want {
				t.Errorf("got %q (%v), want %q", got, err, test.want)
			}
		})
	}
}

func TestDecodeTextErrors(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, data, charset string
		kind                rashomon.ErrorKind
		cause               string
	}{
		{"a byte amid UTF-8", "caf\u00e9, caf\u00e9, caf\u00e9: \xff caf\u00e9", "", rashomon.ErrorInvalid, "byte 21 (0xFF)"},
		{"cut within a character", "caf\u00e9, caf\u00e9, caf\xc3", "", rashomon.ErrorInvalid, "byte 17 (0xC3)"},
		{"odd UTF-16", "\xff\xfea\x00b\x00c", "", rashomon.ErrorInvalid, "UTF-16"},
		{"NUL bytes", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", "", rashomon.ErrorUnsupported, "NUL"},
		{"control characters", strings.Repeat("\x01\x02\x03word", 50), "", rashomon.ErrorUnsupported, "control characters"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := decodeText([]byte(test.data), test.charset)
			var known *rashomon.Error
			if !errors.As(err, &known) || known.Kind != test.kind || !strings.Contains(known.Cause, test.cause) || known.Remedy == "" {
				t.Errorf("got %q and error %v, want an error of kind %q that says %q", got, err, test.kind, test.cause)
			}
		})
	}
}

func TestMetaCharset(t *testing.T) {
	t.Parallel()
	tests := []struct{ page, want string }{
		{`<meta charset="utf-8">`, "utf-8"},
		{`<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=windows-1251">`, "windows-1251"},
		{`<?xml version="1.0" encoding="koi8-r"?><html>`, "koi8-r"},
		{`<p>charset=none`, ""},
		{strings.Repeat(" ", metaPrescan) + `<meta charset="utf-8">`, ""},
	}
	for _, test := range tests {
		if got := metaCharset([]byte(test.page)); got != test.want {
			t.Errorf("%.80q: got %q, want %q", test.page, got, test.want)
		}
	}
}

// TestDecodeTextLaw states that text in an encoding that is declared is read as it was.
func TestDecodeTextLaw(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z ,.äöüßéèñ]{1,60}`).Draw(t, "text")
		encodings := map[string]encoding.Encoding{"iso-8859-1": charmap.Windows1252, "macintosh": charmap.Macintosh, "utf-8": encoding.Nop}
		name := rapid.SampledFrom([]string{"iso-8859-1", "macintosh", "utf-8"}).Draw(t, "charset")
		data, err := encodings[name].NewEncoder().String(text)
		if err != nil || name != "utf-8" && utf8.ValidString(data) {
			return // ASCII, or by chance UTF-8, which goes before what is declared
		}
		if got, err := decodeText([]byte(data), name); got != text && !mostlyUTF8([]byte(data)) {
			t.Fatalf("%q in %s: got %q (%v)", text, name, got, err)
		}
	})
}

// FuzzCharset states that the result is sound UTF-8 that stays as it is when it is read again.
func FuzzCharset(f *testing.F) {
	for _, text := range []string{westernText, russianText, germanText} {
		f.Add([]byte(text), "")
		f.Add([]byte(text), "windows-1252")
		f.Add([]byte(text), "utf-16")
	}
	f.Add([]byte("\xff\xfea\x00"), "shift_jis")
	f.Fuzz(func(t *testing.T, data []byte, charset string) {
		text, err := decodeText(data, charset)
		if err != nil {
			var known *rashomon.Error
			if !errors.As(err, &known) || text != "" {
				t.Fatalf("got %q and error %v, want a *rashomon.Error and no text", text, err)
			}
			return
		}
		if !utf8.ValidString(text) {
			t.Fatalf("%q is not UTF-8", text)
		}
		if again, err := decodeText([]byte("\xef\xbb\xbf"+text), ""); err != nil || again != text {
			t.Fatalf("got %q (%v) of %q", again, err, text)
		}
	})
}

func BenchmarkDecodeText(b *testing.B) {
	tests := []struct {
		name string
		data []byte
	}{
		{"UTF-8", []byte(strings.Repeat(westernText+"\n", 100))},
		{"windows-1252", encode(b, charmap.Windows1252, strings.Repeat(westernText+"\n", 100))},
		{"windows-1251", encode(b, charmap.Windows1251, strings.Repeat(russianText+"\n", 100))},
	}
	for _, test := range tests {
		b.Run(test.name, func(b *testing.B) {
			b.SetBytes(int64(len(test.data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := decodeText(test.data, ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
