package segment

// The speaker of a quotation is named behind it, in the same sentence:
//
//	“Who fired?” Orla Brandt asked.
//	“We will stay.” Harbour spokesman Tom Fell told reporters in Orlo.
//
// After a question or an exclamation a name and a verb are enough, whatever follows. After a full stop, they and no more
// than whom, where or when must be all that there is.

// isSpeaker reports whether the tokens from i are a name and a verb of saying: the sentence of the quotation goes on.
func (s *segmenter) isSpeaker(i int) bool {
	const longestName = 5
	for n := 0; n < longestName && i+n < len(s.tokens); n++ {
		if n > 0 && s.isSpeech(i+n) {
			return true
		}
		if c, _ := s.class(s.tokens[i+n].Extent.Start); c != upper {
			return false
		}
	}
	return false
}

func (s *segmenter) isSpeech(i int) bool {
	class := classOfWord(speech, s.quote(i))
	return class == "saying" || class == "speaking"
}

// isAttribution reports whether the tokens from i to the end of the sentence are a speaker and a verb of saying, and the
// token before them closes a quotation.
func (s *segmenter) isAttribution(i int) bool {
	const longest = 14 // tokens, punctuation counted
	if !isQuotationEnd(s.quote(i-1)) || !s.isUpper(i) {
		return false
	}
	end := i
	for end < len(s.tokens) && !isTerminator(s.quote(end)) && !s.broken(s.tokens[end-1].Extent.End, s.tokens[end].Extent.Start) {
		if end++; end-i > longest {
			return false
		}
	}
	for verb := i; verb < end; verb++ {
		if classOfWord(speech, s.quote(verb)) != "saying" {
			continue
		}
		if verb == i {
			return i+1 < end && s.isUpper(end-1) && s.isName(i+1, end)
		}
		return !s.isUpper(verb) && s.isName(i, verb) && s.isAddressee(verb+1, end)
	}
	return false
}

// isQuotationEnd reports whether a token closes a quotation. An apostrophe does, too.
func isQuotationEnd(token string) bool {
	switch token {
	case `"`, "”", "’", "'", "''", "»", "›":
		return true
	}
	return false
}

// isName reports whether the tokens from start to end name somebody, with titles and all: they end with a name, or with
// an apposition between commas, and no word among them begins a clause.
func (s *segmenter) isName(start, end int) bool {
	commas := 0
	for i := start; i < end; i++ {
		switch word := s.quote(i); {
		case word == ",":
			commas++
		case !s.isNominal(i, start):
			return false
		}
	}
	closed := s.quote(end-1) == ","
	return closed && commas == 2 || commas == 0 && s.isUpper(end-1)
}

// isNominal reports whether token i can be in a name that begins with token start: a word, and of the small words only
// those between nouns.
func (s *segmenter) isNominal(i, start int) bool {
	switch word := s.quote(i); word {
	case "The", "the", "of", "for", "at", "in", "on", "and", "a", "an", "-", "&", "'s", "’s":
		return i > start || word == "The"
	default:
		c, _ := s.class(s.tokens[i].Extent.Start)
		return c.isLetter() && classOfWord(starters, word) == ""
	}
}

// isAddressee reports whether the tokens from i to end tell no more of a saying than whom, where or when: names, and
// nouns behind a preposition.
func (s *segmenter) isAddressee(i, end int) bool {
	told := false // a preposition came, after which nouns need no capitals
	for ; i < end; i++ {
		switch word := s.quote(i); {
		case word == "on" || word == "in" || word == "at" || word == "to" || word == "during":
			told = true
		case word == "the" || s.isUpper(i) || classOfWord(speech, word) == "whom":
		case !told || !s.isNominal(i, 0):
			return false
		}
	}
	return true
}
