package source_test

import (
	"strings"
	"unicode"
)

// hasControls reports whether a text holds control characters, line breaks and tabs aside: of too many a reader may say
// that they are no text, and how many are too many depends on what else there is.
func hasControls(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' })
}
