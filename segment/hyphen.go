package segment

import "strings"

// linkHyphen decides on a hyphen after the run that began at piece: most words are cut there, but for those of
// hyphens.txt, telephone numbers and words broken off (th- ...).
func (t *tokenizer) linkHyphen(start, piece, end int) (int, string) {
	next, _ := t.class(end + 1)
	switch {
	case isDigit(t.byte(start)) && next == digit:
		if stop := t.figures(start); stop > end {
			return stop, ruleNumber
		}
	case next.isWord() && t.keepsHyphen(start, piece, end):
		return t.run(end + 1), ruleHyphen
	case !next.isWord() && t.brokenOff(end):
		return end + 1, ruleHyphen
	}
	return end, ""
}

// keepsHyphen reports whether the lexicon has the word around the hyphen at end, or its beginning or ending.
func (t *tokenizer) keepsHyphen(start, piece, end int) bool {
	stop := t.run(end + 1)
	return piece == start && contains(hyphenated, t.text[start:end+1]) ||
		hyphenated[t.text[end:stop]] || contains(hyphenated, t.text[piece:stop])
}

// brokenOff reports whether the hyphen at end ends a word that the speaker did not finish. A hyphen before a
// conjunction is of another kind, and cut: two- and three-year-olds.
func (t *tokenizer) brokenOff(end int) bool {
	if c := classBefore(t.text, end); !c.isLetter() {
		return false
	}
	next := skipSpace(t.text, end+1, t.end)
	if next == end+1 {
		return next == t.end || strings.IndexByte(",.?!", t.text[next]) >= 0
	}
	if contains(conjunctions, t.text[next:t.run(next)]) {
		return end >= 2 && classBefore(t.text, end-1) == space // one letter is no word
	}
	return true
}

// figures returns where a telephone number or a day in digits that begins at start ends (944-3737, 1-800-555-0123,
// 2011-07-05, 20500-0003), or start. Other figures with hyphens are ranges, and cut.
func (t *tokenizer) figures(start int) int {
	var groups [5]int
	n, i := 0, start
	for n < len(groups) {
		groups[n] = digits(t.text[:t.end], i, 8)
		i += groups[n]
		n++
		if t.byte(i) != '-' || !isDigit(t.byte(i+1)) {
			break
		}
		i++
	}
	if c, _ := t.class(i); c.isWord() || t.byte(i) == '-' {
		return start
	}
	day := n == 3 && groups[0] == 4 && groups[1] == 2 && groups[2] == 2
	code := n == 2 && groups[0] == 5 && groups[1] == 4 // a ZIP+4 code of the United States' post
	// 500-1000 is a range, 555-0143 a telephone number.
	phone := n > 1 && groups[n-1] == 4 && groups[n-2] == 3 && (n > 2 || t.text[start+2] != '0')
	if day || phone || code || t.byte(start-1) == '+' {
		return i
	}
	return start
}
