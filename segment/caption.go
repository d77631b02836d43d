package segment

// Captions, credits and the lines of a date have no full stop, and lose their line break when a page is turned into text.
// What tells them apart is how they are made:
//
//	Figure 1.2 | The port from above
//	A crowd at the port | Photo: Ann Roe
//	Mayor denies fire | Tuesday, July 5, 2011
//	Tuesday, July 5, 2011 | The port of Orlo burned.

// longestDate is the number of tokens of "Tuesday, July 5, 2011".
const longestDate = 6

// captionEnd returns the rule of such a border after token i, or "".
func (s *segmenter) captionEnd(i int) string {
	next := i + 1
	switch {
	case next+1 < len(s.tokens) && s.text[s.tokens[next+1].Extent.Start] == ':' && s.isCaption(next, "credit"),
		i == s.first+1 && s.tokens[i].Rule == ruleNumber && s.isCaption(s.first, "figure") && s.isUpper(next):
		return ruleCaption
	case len(s.tokens)-next <= longestDate && s.dateEnd(next) == len(s.tokens),
		next-s.first <= longestDate && s.dateEnd(s.first) == next && s.isUpper(next):
		return ruleDate
	}
	return ""
}

// isCaption reports whether token i is a capitalised word of the given class of captions.txt.
func (s *segmenter) isCaption(i int, class string) bool {
	return s.isUpper(i) && classOfWord(captions, s.quote(i)) == class
}

func (s *segmenter) isUpper(i int) bool { return s.classIs(s.tokens[i].Extent.Start, upper) }

// dateEnd returns the token after the date that begins with token i, or -1: a weekday, a day and a month in either
// order, and a year, with or without commas.
func (s *segmenter) dateEnd(i int) int {
	if i >= len(s.tokens) || !s.isUpper(i) || classOfWord(calendar, s.quote(i)) != "weekday" {
		return -1
	}
	i = s.skipComma(i + 1)
	if i+2 >= len(s.tokens) {
		return -1
	}
	first, second := s.quote(i), s.quote(i+1)
	if !isDigit(first[0]) {
		first, second = second, first
	}
	year := s.skipComma(i + 2)
	if classOfWord(calendar, second) != "month" || !isDigit(first[0]) || year >= len(s.tokens) ||
		digits(s.quote(year), 0, 5) != 4 {
		return -1
	}
	return year + 1
}

func (s *segmenter) skipComma(i int) int {
	if i < len(s.tokens) && s.quote(i) == "," {
		return i + 1
	}
	return i
}
