package frame

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/agencies.txt
var agencyFile string

var agencyNames = sync.OnceValue(func() wordLists { return readWordLists(agencyFile) })

// readAgency returns the length of the name of a known news agency at the beginning of a text, or 0.
func readAgency(text string) int {
	length := agencyNames()["agencies"].startOf(text)
	if !isAgencyCase(text[:length]) {
		return 0
	}
	return length
}

// isAgency reports whether a phrase is the name of a known news agency and nothing more.
func isAgency(phrase string) bool {
	return agencyNames()["agencies"].has(phrase) && isAgencyCase(phrase)
}

// isAgencyCase reports whether a name is written as agencies are: capitalized, and short abbreviations in capitals, for
// "map" and "petra" are words and names.
func isAgencyCase(name string) bool {
	const longestShort = 5
	switch {
	case name == "":
		return false
	case len(name) <= longestShort && isShortAgency(name):
		return isCapitals(name)
	}
	return isCapitalized(name) || name[0] <= '9'
}

// isShortAgency reports whether a name is known as an abbreviation, in capitals, and not as a word.
func isShortAgency(name string) bool { return agencyAbbreviations()[strings.ToUpper(name)] }

var agencyAbbreviations = sync.OnceValue(func() map[string]bool { return readAbbreviations(agencyFile) })

func readAbbreviations(file string) map[string]bool {
	abbreviations := map[string]bool{}
	for _, s := range readSections(file) {
		for _, line := range s.lines {
			for name := range strings.SplitSeq(line, "|") {
				if name = strings.TrimSpace(name); isCapitals(name) {
					abbreviations[name] = true
				}
			}
		}
	}
	return abbreviations
}

// readAgencies reads one or more agencies at the beginning of a text: "AP/AFP", "AFP, Reuters", "TELAM-ANSA".
func readAgencies(text string) []naming {
	var agencies []naming
	for pos := 0; pos < len(text); {
		length := readAgency(text[pos:])
		if length == 0 {
			break
		}
		agencies = append(agencies, naming{pos, pos + length})
		pos += length
		joint := jointOf(text[pos:])
		if dash := strings.TrimLeft(text[pos:], " "); joint == 0 && strings.HasPrefix(dash, "-") {
			joint = len(text[pos:]) - len(strings.TrimLeft(dash[1:], " "))
		}
		if joint == 0 {
			break
		}
		pos += joint
	}
	return agencies
}
