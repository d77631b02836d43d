package segment

import "strings"

// word appends the token that begins with the letter or digit at start, or the words that it is cut into. It consists of
// runs of letters and digits, and of the signs between them that do not end it.
func (t *tokenizer) word(start int) int {
	end := t.run(start)
	if stop := t.address(start, end); stop > start {
		return t.add(start, stop, ruleAddress)
	}
	if stop := t.marker(start, end); stop > start {
		return t.add(start, stop, ruleMarker)
	}
	rule := ruleWord
	if c, _ := t.class(start); c == digit {
		rule = ruleNumber
	}
	for piece := start; ; {
		stop, why := t.link(start, piece, end)
		if stop == end {
			break
		}
		if why != "" {
			rule = why
		}
		piece, end = end+1, stop
	}
	if stop, why := t.period(start, end); stop > end {
		return t.add(start, stop, why)
	}
	return t.cut(start, end, rule)
}

// link returns where the word from start goes on to when the sign at end does not end it, with the rule if that makes
// one, or end when it does. The last run began at piece.
func (t *tokenizer) link(start, piece, end int) (int, string) {
	switch t.byte(end) {
	case '.':
		return t.linkPeriod(start, piece, end), ""
	case ',', ':':
		return t.linkFigures(piece, end), ""
	case '/':
		return t.linkSlash(start, piece, end), ""
	case '-':
		return t.linkHyphen(start, piece, end)
	case '&':
		return t.linkIf(end, classBefore(t.text, end) == upper && t.classIs(end+1, upper)), ""
	case '(':
		return t.linkBracket(end), ""
	case '!':
		if contains(slashed, t.text[start:end+1]) {
			return end + 1, ""
		}
	case '$':
		if end-start <= 3 && isCapitals(t.text[start:end]) {
			return end + 1, ruleSymbol
		}
	}
	if size := t.apostrophe(end); size > 0 {
		if c, _ := t.class(end + size); c.isLetter() && (!t.quoted || t.clitic(end, size)) {
			return t.run(end + size), ""
		}
	}
	return end, ""
}

// linkIf returns where the run after the one-byte sign at end ends, when the condition holds.
func (t *tokenizer) linkIf(end int, condition bool) int {
	if condition {
		return t.run(end + 1)
	}
	return end
}

func (t *tokenizer) classIs(i int, want class) bool {
	c, _ := t.class(i)
	return c == want
}

// linkPeriod decides on a period within a word: of a figure (1.5), of an abbreviation (U.S, Ph.D), of a name with dots
// (alt.culture). A period before a capital is otherwise one whose space was forgotten.
func (t *tokenizer) linkPeriod(start, piece, end int) int {
	next, _ := t.class(end + 1)
	last := classBefore(t.text, end)
	switch {
	case last == digit && next == digit:
		return t.linkIf(end, true)
	case !next.isLetter():
		return t.linkIf(end, next == digit && last == upper && piece > start) // PV.6 in a number of a file
	case end-piece == 1 || next == lower:
		return t.linkIf(end, last != digit || piece > start)
	}
	stop := t.run(end + 1)
	degree := end-piece == 2 && stop-end <= 3 && t.byte(stop) == '.'                         // Ph.D. M.Sc.
	ticker := stop-end == 2 && !t.capitals && next == upper && isCapitals(t.text[start:end]) // MSFT.O
	return t.linkIf(end, degree || ticker)
}

// linkFigures decides on a comma or colon: 40,000 and 20:00 are one token.
func (t *tokenizer) linkFigures(piece, end int) int {
	if !isDigit(t.byte(piece)) || !isDigit(t.byte(end-1)) {
		return end
	}
	n := digits(t.text[:t.end], end+1, 4)
	return t.linkIf(end, t.byte(end) == ':' && n > 0 || n == 3 && end-piece <= 3)
}

// linkSlash decides on a slash: 9/11, A/73 and a few words are one token.
func (t *tokenizer) linkSlash(start, piece, end int) int {
	next, _ := t.class(end + 1)
	last := classBefore(t.text, end)
	switch {
	case next == digit && (last == digit || last == upper), next == upper && last == digit && piece > start:
		return t.linkIf(end, true)
	case end-start > 2 || !next.isLetter():
		return end
	}
	stop := t.run(end + 1)
	return t.linkIf(end, contains(slashed, t.text[start:stop]))
}

// linkBracket decides on an opening bracket: party(s) and Re(a)d are one token.
func (t *tokenizer) linkBracket(end int) int {
	for _, plural := range [...]string{"(s)", "(es)", "(ies)"} {
		if strings.HasPrefix(t.text[end:t.end], plural) {
			return t.run(end + len(plural))
		}
	}
	if t.classIs(end+1, lower) && t.byte(end+2) == ')' && t.classIs(end+3, lower) {
		return t.run(end + 3)
	}
	return end
}

// isCapitals reports whether a word has no other letters than capitals of ASCII.
func isCapitals(word string) bool {
	for i := range len(word) {
		if word[i] < 'A' || word[i] > 'Z' {
			return false
		}
	}
	return word != ""
}
