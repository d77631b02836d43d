package segment

// unit returns where the unit that is glued to a figure begins (430km, 6:00am, $5bn), or end.
func (t *tokenizer) unit(start, end int) int {
	i := end
	for i > start && !isDigit(t.text[i-1]) {
		i--
	}
	if i == start || i == end {
		return end
	}
	word := t.text[i:end]
	switch classOfWord(units, word) {
	case "any":
		return i
	case "money":
		if t.afterCurrency(start) {
			return i
		}
	}
	if units[word] == "exact" {
		return i
	}
	return end
}

// afterCurrency reports whether the token that ends at i is a currency's sign or code.
func (t *tokenizer) afterCurrency(i int) bool {
	if !t.glued(i) {
		return false
	}
	last := t.tokens[len(t.tokens)-1].Extent
	word := t.text[last.Start:last.End]
	return contains(currencies, word) || word[len(word)-1] == '$'
}

// marker returns where the marker of a list item that begins with the run from start to end ends (1. 2.1. 3) A. b)), or
// start.
func (t *tokenizer) marker(start, end int) int {
	c, _ := t.class(start)
	bracket := t.byte(end) == ')' && t.brackets == 0 && !t.glued(start) // never opened: 1) wherever it stands
	if end-start > 3 || !bracket && !t.leads(start) {
		return start
	}
	for c == digit && t.byte(end) == '.' && isDigit(t.byte(end+1)) {
		end = t.run(end + 1)
	}
	if c != digit && (end-start != 1 || bracket && c != lower && !t.leads(start)) {
		return start
	}
	switch t.byte(end) {
	case ')':
		if t.brackets > 0 {
			return start
		}
	case '.':
		if c != digit && t.initial(start, end) || !t.startsLine(end+1) {
			return start
		}
	default:
		return start
	}
	if next, _ := t.class(end + 1); next != space {
		return start
	}
	return end + 1
}

// startsLine reports whether what follows the white space at i looks like the beginning of a sentence or heading.
func (t *tokenizer) startsLine(i int) bool {
	next := skipSpace(t.text, i, t.end)
	c, _ := t.class(next)
	return next > i && next < t.end && c != lower && !t.broken(i, next)
}
