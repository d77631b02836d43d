package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// split puts the tokens of the block into sentences. rule is that of the last one.
func (s *segmenter) split(rule string) {
	start := s.first
	for i := s.first; i < len(s.tokens); i++ {
		last, why := s.sentenceEnd(i)
		if why == "" || why == ruleTrailing && i == start {
			continue // an ellipsis in front says that something was left out before
		}
		s.sentence(start, last+1, why)
		start, i = last+1, last
	}
	if start < len(s.tokens) {
		s.sentence(start, len(s.tokens), rule)
	}
}

func (s *segmenter) sentence(start, end int, rule string) {
	s.sentences = append(s.sentences, rashomon.Sentence{Span: rashomon.Span{Start: start, End: end}, Rule: rule})
}

// sentenceEnd reports by which rule a sentence ends at token i, or "", and with which token: closing quotation marks and
// brackets and the numbers of notes belong to it. The end of the block is left to split.
func (s *segmenter) sentenceEnd(i int) (int, string) {
	rule := s.terminates(i)
	last := i
	if rule != "" {
		last = s.closing(i)
	}
	next := last + 1
	switch {
	case next >= len(s.tokens):
		return last, ""
	case s.broken(s.tokens[last].Extent.End, s.tokens[next].Extent.Start):
		return last, ruleLine
	case rule == "":
		return last, s.captionEnd(last)
	case !s.begins(i, last, next, rule):
		return last, ""
	}
	return last, rule
}

// terminates returns the rule by which token i may end a sentence, or "".
func (s *segmenter) terminates(i int) string {
	switch token := s.tokens[i]; token.Rule {
	case rulePunctuation:
		if isTerminator(s.quote(i)) {
			return ruleTerminator
		}
	case ruleEllipsis, ruleEmoticon:
		return ruleTrailing
	case ruleAbbreviation:
		return ruleShortened
	}
	return ""
}

// isTerminator reports whether a token ends sentences, in English or in the writing of another language.
func isTerminator(token string) bool {
	switch token {
	case ".", "?", "!", "。", "？", "！", "؟", "۔", "।", "‽", "⁇", "⁈", "⁉":
		return true
	}
	return false
}

// closing returns the last of the tokens after the terminator at i that belong to its sentence.
func (s *segmenter) closing(i int) int {
	for next := i + 1; next < len(s.tokens); next = i + 1 {
		glued := s.tokens[i].Extent.End == s.tokens[next].Extent.Start
		switch {
		case glued && (isCloser(s.quote(next)) || isTerminator(s.quote(next))), s.quote(next) == "”":
			i = next
		case s.noteEnd(next) > next:
			i = s.noteEnd(next)
		case s.isFace(next):
			i = next
		case s.isRaised(next, glued):
			i = next
		default:
			return i
		}
	}
	return i
}

// isCloser reports whether a text begins with a sign that closes a quotation or bracket.
func isCloser(text string) bool {
	for _, closer := range [...]string{`"`, "”", "’", "'", ")", "]", "}", "»", "›", "」", "』", "）"} {
		if strings.HasPrefix(text, closer) {
			return true
		}
	}
	return false
}

// noteEnd returns the last token of the bracketed note that begins with token i, or i: [17], [citation needed], [...].
func (s *segmenter) noteEnd(i int) int {
	const longest = 6
	if s.quote(i) != "[" {
		return i
	}
	for last := i + 1; last < min(i+longest, len(s.tokens)); last++ {
		c, _ := s.class(s.tokens[last].Extent.Start)
		switch {
		case s.quote(last) == "]":
			return last
		case c == upper && s.tokens[last].Extent.Len() > 3, isTerminator(s.quote(last)):
			return i
		}
	}
	return i
}

// isRaised reports whether token i is the raised number of a note that lost its height, as in "the end.4 The" or
// "the end. 4 The".
func (s *segmenter) isRaised(i int, glued bool) bool {
	const longest = 3 // digits
	return s.tokens[i].Rule == ruleNumber && s.spaceAfter(i) && (glued || s.tokens[i].Extent.Len() <= longest &&
		digits(s.quote(i), 0, longest) == s.tokens[i].Extent.Len() && !s.capitals && s.starts(s.tokens[i+1].Extent.Start))
}

// isFace reports whether token i is an emoticon or a picture, which belongs to the sentence before it.
func (s *segmenter) isFace(i int) bool {
	token := s.tokens[i]
	if token.Rule != ruleSymbol {
		return token.Rule == ruleEmoticon
	}
	r, _ := utf8.DecodeRuneInString(s.quote(i))
	return unicode.Is(unicode.So, r)
}

// spaceAfter reports whether white space stands between token i and the next.
func (s *segmenter) spaceAfter(i int) bool {
	return i+1 < len(s.tokens) && s.tokens[i].Extent.End < s.tokens[i+1].Extent.Start
}

// begins reports whether a sentence begins at token next, after the terminator at end and the closing tokens up to last.
func (s *segmenter) begins(end, last, next int, rule string) bool {
	if !s.spaceAfter(last) && !s.spaceForgotten(end, next) {
		return false
	}
	lead := s.lead(next)
	c, _ := s.class(s.tokens[lead].Extent.Start)
	switch {
	case s.isAside(next) || s.isSignature(next):
		return false
	case rule == ruleShortened:
		return s.shortenedEnds(end, lead)
	case last > end && s.quote(end) != "." && s.isSpeaker(next):
		return false
	case last > end && s.isAttribution(next):
		return false
	case rule == ruleTrailing:
		return c == upper
	case c == lower:
		return s.beginsLower(end, last, next, lead)
	case c == symbol:
		return !isTerminator(s.quote(lead)) && strings.IndexByte(",;:)]", s.text[s.tokens[lead].Extent.Start]) < 0
	}
	return true
}

// lead returns the first token from i, but for opening quotation marks, brackets and dashes, that tells by its first
// letter whether a sentence begins.
func (s *segmenter) lead(i int) int {
	const openers = 3 // "(“‘" is as many as anybody writes
	for n := 0; n < openers && i+1 < len(s.tokens); n++ {
		switch s.quote(i) {
		case `"`, "“", "‘", "'", "``", "(", "[", "{", "«", "‹", "-", "–", "—", "―", "--", "•", "*", "¿", "¡":
			i++
		default:
			return i
		}
	}
	return i
}

// isAside reports whether the tokens from i are in brackets within a sentence that goes on after them: the mark before
// them belongs to a name, as in Who Fires? (1965) was shown.
func (s *segmenter) isAside(i int) bool {
	const longest = 12
	if s.quote(i) != "(" {
		return false
	}
	for last := i + 1; last < min(i+longest, len(s.tokens)-1); last++ {
		if s.quote(last) == ")" {
			return !isTerminator(s.quote(last-1)) && !isTerminator(s.quote(last+1)) && !s.isUpper(s.lead(last+1))
		}
	}
	return false
}

// isSignature reports whether a dash and a name are all that is left of the block: the speaker of what stands before.
func (s *segmenter) isSignature(i int) bool {
	const longestName = 6
	switch s.quote(i) {
	case "-", "–", "—", "―", "--":
		return len(s.tokens)-i <= longestName && !isTerminator(s.quote(len(s.tokens)-1))
	}
	return false
}

// spaceForgotten reports whether a terminator that is glued to the next token may end a sentence: ideographs are not
// spaced, and neither is the work of some typists (the end.The next).
func (s *segmenter) spaceForgotten(end, next int) bool {
	if s.tokens[end].Extent.Len() > 1 {
		return s.tokens[end].Rule == rulePunctuation
	}
	start := s.tokens[next].Extent.Start
	return s.classIs(start, upper) && classBefore(s.text, s.tokens[end].Extent.Start) == lower
}

// beginsLower reports whether a sentence begins with a word in lower case: one in brackets or quotation marks, a name
// such as iPhone, or any in a text that uses no capitals.
func (s *segmenter) beginsLower(end, last, next, lead int) bool {
	switch {
	case lead > next:
		return s.quote(end) == "." && (s.quote(next) == "(" || last == end)
	case strings.IndexFunc(s.quote(lead), unicode.IsUpper) > 0 && s.tokens[lead].Rule == ruleWord:
		return true
	}
	return s.quote(end) == "." && s.small()
}

// small reports whether the block begins without capitals, as if its author used none.
func (s *segmenter) small() bool {
	const enough = 200
	start := s.tokens[s.first].Extent.Start
	for _, r := range s.text[start:min(start+enough, s.end)] {
		if classOf(r) == upper {
			return false
		}
	}
	return true
}

// shortenedEnds reports whether the abbreviation at end is the last word of its sentence, told by the token at lead.
func (s *segmenter) shortenedEnds(end, lead int) bool {
	word := strings.TrimSuffix(s.quote(end), ".")
	class := classOfWord(abbreviations, word)
	switch class {
	case "end", "last", "month", "state":
	default:
		if !isDotted(word) || class == "inner" {
			return false
		}
	}
	start := s.tokens[lead].Extent.Start
	if s.starts(start) {
		return !s.endsInPeriod(start)
	}
	return class == "last" && !s.capitals && s.classIs(start, upper) && s.tokens[lead].Rule == ruleWord &&
		classOfWord(calendar, s.quote(lead)) == ""
}
