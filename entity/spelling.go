package entity

import (
	"strings"
	"unicode/utf8"

	"rashomon"
)

// leastSpelled is the length of the shortest word whose spelling may vary: shorter ones are too often other words.
const leastSpelled = 5

// mostSpelled is how many names of a first letter and a number of words are compared with a further one, the latest: enough
// for any text but a telephone directory.
const mostSpelled = 500

// joinSpellings joins names that differ in the spelling of one word by a letter, by two that change places, or by letters
// that are doubled, as within one text only slips do. The first letter is the same.
func joinSpellings(c *clusters) {
	alike := map[string][]int{} // by number of words and first letter: names, each once
	seen := map[string]bool{}
	for i, d := range c.drafts {
		words := strings.Join(d.words, " ")
		if d.Kind != rashomon.MentionName || words == "" || d.Rule == ruleAdjective || seen[words] {
			continue
		}
		seen[words] = true
		group := strings.Repeat(" ", len(d.words)) + d.words[0][:1]
		for _, j := range alike[group][max(0, len(alike[group])-mostSpelled):] {
			if c.drafts[j].kind == d.kind && spelledAlike(c.drafts[j].words, d.words) {
				c.join(j, i, "another spelling")
			}
		}
		alike[group] = append(alike[group], i)
	}
}

// spelledAlike reports whether names have the same words but for one, which is spelled in two ways.
func spelledAlike(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	others := 0
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if others++; others > 1 || !slip(a[i], b[i]) {
			return false
		}
	}
	return others == 1
}

// slip reports whether two words differ by one letter more, less or other, by two that change places (Damerau 1964, "A
// technique for computer detection and correction of spelling errors"), or in what is doubled. Another first letter or
// digit is no slip, and an "s" more at the end is another word.
func slip(a, b string) bool {
	if min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) < leastSpelled || strings.ContainsAny(a+b, "0123456789") ||
		a[0] != b[0] || a+"s" == b || b+"s" == a {
		return false
	}
	if undoubled(a) == undoubled(b) {
		return true
	}
	x, y := different([]rune(a), []rune(b))
	switch {
	case len(x) <= 1 && len(y) <= 1:
		return true
	case len(x) == 2 && len(y) == 2:
		return x[0] == y[1] && x[1] == y[0]
	}
	return false
}

// different takes off what two words have in common at their beginnings and at their ends.
func different(x, y []rune) (restX, restY []rune) {
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return x, y
}

// undoubled returns a word with one letter for each run of the same.
func undoubled(word string) string {
	var out strings.Builder
	last := rune(-1)
	for _, r := range word {
		if r != last {
			out.WriteRune(r)
		}
		last = r
	}
	return out.String()
}
