package network

import (
	_ "embed"
	"strings"
)

//go:embed data/irregular.txt
var irregularText string

// irregular has the lemmas of irregular forms, both in lower case.
var irregular = readIrregular(irregularText)

func readIrregular(text string) map[string]string {
	lemmas := map[string]string{}
	for line := range strings.Lines(text) {
		if words := strings.Fields(line); len(words) > 0 && words[0] != "#" {
			for _, form := range words[1:] {
				lemmas[form] = words[0]
			}
		}
	}
	return lemmas
}

// IrregularLemma returns the lemma of a form in lower case that is on the list of irregular ones, or "".
func IrregularLemma(form string) string { return irregular[form] }
