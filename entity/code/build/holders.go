package main

import (
	"regexp"
	"strings"
	"time"
	"unicode"
)

const holdersHead = `# Present heads of state and of government: type | codes, office and term | names | day of death
# Made by entity/code/build from The World Factbook (public domain). Holders of the past, and other spellings, stand in
# persons.txt. Do not edit.
`

// aHolder is an office, a name with at least one word in capitals, and the day since which somebody holds it.
var aHolder = regexp.MustCompile(`^((?:(?:Interim|Acting|Supreme|State|Federal|Co-)? ?(?:` + offices + `))+) ` +
	`(?:(?:Gen\.|Sr\.|Dr\.|Lt\.|Col\.|Maj\.) ?)*([^();,]+?) \((?:[a-z ]*)?since ([0-9]{0,2} ?\w* ?[0-9]{4})\)`)

const offices = `President|Prime Minister|Chancellor|King|Queen|Emperor|Sultan|Amir|Emir|Leader|Premier|Taoiseach|` +
	`Grand Duke|Prince|Chief Executive|Governor[ -]General`

func holderLines(p profile, earlier knownNames) []string {
	if p.isDependent {
		return nil
	}
	var lines []string
	for _, field := range []string{"chief of state", "head of government"} {
		text := plain(p.text("Government", "Executive branch", field))
		parts := aHolder.FindStringSubmatch(text)
		if parts == nil {
			continue
		}
		names, since := holderNames(parts[2]), day(parts[3])
		if len(strings.Fields(names[0])) < 2 || !unicode.IsUpper([]rune(names[0])[0]) {
			continue
		}
		if since == "" || earlier.has("", names) {
			continue
		}
		lines = append(lines, "PERSON | "+p.code+" GOV "+strings.ToLower(parts[1])+" "+since+".. | "+join(names)+" |")
	}
	return lines
}

// holderNames returns the full name and, where it has more parts, the first with the surname, which is in capitals.
func holderNames(name string) []string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "Crown Prince "), "Sir ")
	words := strings.Fields(name)
	short := words[:1:1]
	for _, word := range words[1:] {
		if isShout(word) {
			short = append(short, word)
		}
	}
	if isShout(words[0]) || len(short) < 2 {
		return []string{holderName(name)}
	}
	return []string{holderName(name), holderName(strings.Join(short, " "))}
}

// holderName writes surnames as names are written, the Factbook having them in capitals, and leaves numbers of kings.
func holderName(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		if i == 0 || strings.Trim(word, "IVX") != "" {
			words[i] = capitalized(word)
		}
	}
	return strings.Join(words, " ")
}

// capitalized leaves the first capital of a word in capitals and of each part that a hyphen divides.
func capitalized(word string) string {
	first := true
	return strings.Map(func(r rune) rune {
		defer func() { first = !unicode.IsLetter(r) && r != '\'' && r != '’' }()
		if first || !isShout(word) {
			return r
		}
		return unicode.ToLower(r)
	}, word)
}

// isShout tells of a word in capitals, beside small particles: "al-ASAD".
func isShout(word string) bool {
	return len(word) > 1 && strings.ContainsFunc(word[1:], unicode.IsUpper)
}

// day returns a day or year of the Factbook in ISO 8601, "" if it is none.
func day(text string) string {
	for _, layout := range []struct{ from, to string }{
		{"2 January 2006", time.DateOnly}, {"2 Jan 2006", time.DateOnly}, {"January 2006", "2006-01"}, {"2006", "2006"},
	} {
		if when, err := time.Parse(layout.from, strings.TrimSpace(text)); err == nil {
			return when.Format(layout.to)
		}
	}
	return ""
}
