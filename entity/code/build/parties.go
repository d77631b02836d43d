package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

const partiesHead = `# Political parties: type | codes | names |
# Made by entity/code/build from The World Factbook (public domain). Whether a party governs changes, so it is not said.
# Names of one word and short acronyms are left out, since most of them mean other things as well. Do not edit.
`

var (
	aParty = regexp.MustCompile(`^(\p{Lu}[\p{L}0-9'’ .–-]+?)(?: \(([^()]+)\))?(?: or ([A-Z][\p{L}-]{0,11}))?$`)
	// bornElsewhere are names that a party of the source shares with something that the news means by them.
	bornElsewhere = []string{
		"Congress Party", "For the People", "Muslim Brotherhood", "National People's Congress", "National Unity",
		"New Guinea", "Northern Ireland", "Popular Movement", "We Believe",
	}
	aHeader = regexp.MustCompile(`(?i)note|:|coalition of|includ|aka|formerly|legal part|banned|illegal`)
)

func partyLines(p profile, earlier knownNames) []string {
	if p.isDependent {
		return nil
	}
	var lines []string
	text := p.text("Government", "Political parties")
	for _, item := range regexp.MustCompile(`<br ?/?>|;`).Split(text, -1) {
		item = strings.TrimSpace(strings.ReplaceAll(plain(item), "’", "'"))
		parts := aParty.FindStringSubmatch(item)
		if parts == nil || aHeader.MatchString(item) {
			continue
		}
		names := partyNames(parts[1:])
		if names != nil && !slices.Contains(bornElsewhere, names[0]) && !earlier.has(p.code, names) {
			lines = append(lines, "ORGANIZATION | "+p.code+" PTY | "+join(names)+" |")
		}
	}
	return lines
}

func partyNames(found []string) []string {
	name, _, _ := strings.Cut(found[0], " or ")
	name, _, _ = strings.Cut(name, " - ")
	if name = strings.TrimPrefix(name, "The "); !isLong(name) {
		return nil
	}
	names := []string{name}
	other := strings.TrimSpace(found[1])
	isName := isLong(other) && aName.MatchString(other) && !strings.Contains(other, " or ")
	if isName && !slices.Contains(bornElsewhere, other) {
		names = append(names, other)
	}
	if acronym := found[2]; len(acronym) >= shortest && strings.ToUpper(acronym) == acronym {
		names = append(names, acronym)
	}
	return names
}

// shortest is how many letters an acronym must have: of four and fewer, too many are words or stand for other things.
const shortest = 5

// isLong tells of a name of two to eight words, the last of which has a capital.
func isLong(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && len(words) <= 8 && len(name) <= 80 && unicode.IsUpper([]rune(words[len(words)-1])[0])
}
