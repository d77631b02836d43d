package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile holds what steers a terminal or hides in it: an escape sequence, a bell, C1, bidirectional overrides, a zero
// width space, and bytes that are no UTF-8.
const hostile = "a\x1b[31mb\x1b]0;c\x07d\u009be\u202ef\u200bg\xffh \"i\" \\j\nk"

func TestNothingSteersTheTerminal(t *testing.T) {
	t.Parallel()
	for name, show := range map[string]func(string) string{
		"visible": visible, "clean": clean,
		"cut":  func(s string) string { return cut(s, 500) },
		"wrap": func(s string) string { return strings.Join(wrap(s, 500), "") },
	} {
		got := show(hostile)
		if strings.ContainsAny(got, "\x1b\x07\u009b\u202e\u200b\n") || !utf8.ValidString(got) {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got, want := visible(hostile), `a\x1b[31mb\x1b]0;c\ad\u009be\u202ef\u200bg\xffh "i" \j\nk`; got != want {
		t.Errorf("visible: got %s, want %s", got, want)
	}
}

func TestCutAndWrapKeepToTheWidth(t *testing.T) {
	t.Parallel()
	text := "The gates were shut at high water; überraschend " + strings.Repeat("x", 50)
	for columns := 1; columns < 120; columns++ {
		if got := cut(text, columns); utf8.RuneCountInString(got) > columns {
			t.Errorf("cut to %d: got %q", columns, got)
		}
		lines := wrap(text, columns)
		for _, line := range lines {
			if utf8.RuneCountInString(line) > columns {
				t.Errorf("wrapped at %d: got the line %q", columns, line)
			}
		}
		if got, want := letters(strings.Join(lines, " ")), letters(text); got != want {
			t.Errorf("wrapped at %d: got %q, want every word", columns, lines)
		}
	}
}

func letters(s string) string { return strings.ReplaceAll(s, " ", "") }

func TestNumbers(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", -1234567: "-1,234,567", 12345678: "12,345,678"} {
		if got := thousands(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
	if got, want := plural(1, "word", "words")+", "+plural(2000, "word", "words"), "1 word, 2,000 words"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
