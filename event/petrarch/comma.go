package petrarch

// dropBetweenCommas marks the tokens that the options have passed over: what stands before the first comma, after the
// last one, and between two, if it has as many words as they say.
func (s *sentence) dropBetweenCommas() {
	if (s.options.Begin == Range{} && s.options.Middle == Range{} && s.options.End == Range{}) {
		return
	}
	s.dropped = make([]bool, s.span.Len())
	start, commas := s.span.Start, 0
	for i := s.span.Start; i < s.span.End; i++ {
		if s.text(i) != "," {
			continue
		}
		limits := s.options.Middle
		if commas == 0 {
			limits = s.options.Begin
		}
		s.drop(start, i, limits)
		start, commas = i+1, commas+1
	}
	if commas > 0 {
		s.drop(start, s.span.End, s.options.End)
	}
}

func (s *sentence) drop(start, end int, limits Range) {
	words := 0
	for i := start; i < end; i++ {
		if s.doc.Tokens[i].UPOS != "PUNCT" {
			words++
		}
	}
	if !limits.holds(words) {
		return
	}
	for i := start; i < end; i++ {
		s.dropped[i-s.span.Start] = true
	}
}

func (s *sentence) isDropped(token int) bool {
	return s.dropped != nil && s.dropped[token-s.span.Start]
}
