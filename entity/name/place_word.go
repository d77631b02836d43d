package name

import (
	_ "embed"
	"strings"
	"sync"

	"rashomon"
)

//go:embed data/place_words.txt
var placeWordFile string

// placeWords are the words of data/place_words.txt.
var placeWords = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for line := range strings.Lines(placeWordFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(line) {
			known[word] = true
		}
	}
	return known
})

// withPlaceWord makes a place's name whole that was cut short behind its first word. last is where the name before it
// ends.
func (n *Name) withPlaceWord(forms []string, last int) {
	if first := n.Span.Start - 1; n.Type == rashomon.EntityPlace && first >= last && placeWords()[forms[first]] {
		n.Span.Start--
	}
}
