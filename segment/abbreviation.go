package segment

// period returns where the word from start to end with the period after it ends, and by which rule, when the period
// belongs to the word; else end.
func (t *tokenizer) period(start, end int) (int, string) {
	if t.byte(end) != '.' || t.byte(end+1) == '.' && t.byte(end+2) == '.' {
		return end, ""
	}
	switch {
	case t.initial(start, end):
		return end + 1, ruleInitial
	case t.abbreviation(start, end):
		return end + 1, ruleAbbreviation
	}
	return end, ""
}

// abbreviation reports whether the word from start to end is one that keeps the period after it.
func (t *tokenizer) abbreviation(start, end int) bool {
	word := t.text[start:end]
	if isDotted(word) {
		return true
	}
	next := skipSpace(t.text, end+1, t.end)
	switch classOfWord(abbreviations, word) {
	case "name":
		return t.capitals || end-start == 1 || !isCapitals(word) // RT is none of Rt.
	case "month":
		return t.text[start] < 'a'
	case "inner", "end", "last":
		return true
	case "number":
		return isDigit(t.byte(next)) || t.byte(next) == '#' || t.byte(start-1) == '('
	case "date":
		return isDigit(t.byte(next)) && classBefore(t.text, end) != digit && t.text[start] < 'a'
	case "state":
		return t.text[start] < 'a' && t.afterState(start)
	}
	return t.byte(end+1) == ',' && end-start <= 5 && !t.capitals && t.classIs(start, upper) // Wm., Thos.,
}

// afterState reports whether what stands before start is what an abbreviated state follows: Boston, Mass. (D-Wis.)
func (t *tokenizer) afterState(start int) bool {
	if len(t.tokens) == t.first {
		return false
	}
	before := t.quote(len(t.tokens) - 1)
	return before == "," || t.glued(start) && (before == "-" || before == "(" || before == "–")
}

// isDotted reports whether a word is of short pieces of letters with periods between: U.S, a.m, Ph.D.
func isDotted(word string) bool {
	piece, dots := 0, 0
	for i := range len(word) {
		switch c := asciiClass[word[i]&0x7f]; {
		case word[i] == '.' && piece > 0 && piece <= 2:
			piece, dots = 0, dots+1
		case c.isLetter():
			piece++
		default:
			return false
		}
	}
	return dots > 0 && piece > 0 && piece <= 3
}

// initial reports whether one letter with a period after it stands for a name: something follows, and it does not begin
// a sentence as in "Plan B. They".
func (t *tokenizer) initial(start, end int) bool {
	c, size := t.class(start)
	if c != upper || start+size != end || t.byte(end) != '.' {
		return false
	}
	next := skipSpace(t.text, end+1, t.end)
	if next == t.end {
		return false
	}
	if c, _ := t.class(next); !c.isLetter() {
		punctuated := c == symbol && t.byte(next) != '[' && next == end+1 && !isCloser(t.text[next:t.end])
		return punctuated || t.afterInitial(start)
	}
	return t.endsInPeriod(next) || !t.starts(next)
}

// afterInitial reports whether the token before start is an initial.
func (t *tokenizer) afterInitial(start int) bool {
	return len(t.tokens) > t.first && t.tokens[len(t.tokens)-1].Rule == ruleInitial && t.byte(start-1) == ' '
}

// endsInPeriod reports whether the letter at i is an initial too.
func (t *tokenizer) endsInPeriod(i int) bool {
	_, size := t.class(i)
	return t.byte(i+size) == '.'
}

// starts reports whether the word at i is written as one that begins a sentence.
func (t *tokenizer) starts(i int) bool {
	if !t.classIs(i, upper) {
		return false
	}
	switch classOfWord(starters, t.text[i:t.run(i)]) {
	case "strong":
		return true
	case "weak":
		return !t.capitals
	}
	return false
}

// quote returns the text of a token.
func (t *tokenizer) quote(token int) string {
	extent := t.tokens[token].Extent
	return t.text[extent.Start:extent.End]
}
