package number

import (
	"strconv"
	"strings"
	"testing"
)

// TestWords loads the lexicon: every line is read, every word can be found, and its class is one that the engine asks
// for.
func TestWords(t *testing.T) {
	t.Parallel()
	classes := " unit teen tens hundred scale dozen score suffix metre plural loose ordinal part parts decade several few pair between " +
		"before many article " +
		"and of or to upon by minus determiner "
	for n, line := range strings.Split(wordsFile, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if len(fields) < 3 || !strings.Contains(classes, " "+fields[0]+" ") {
			t.Errorf("words.txt:%d: %q is no line of a class, a value and words", n+1, line)
			continue
		}
		value, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			t.Errorf("words.txt:%d: %v", n+1, err)
		}
		for _, form := range fields[2:] {
			if got := lookup(strings.ToUpper(form)); got != (word{fields[0], value}) {
				t.Errorf("words.txt:%d: got %v for %q, want %s %v", n+1, got, form, fields[0], value)
			}
		}
	}
}
