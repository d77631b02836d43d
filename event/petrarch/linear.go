package petrarch

const (
	// stepLimit is how many steps are taken to match one pattern: more than a sentence of a newspaper needs, and few
	// enough that a hostile one costs little.
	stepLimit = 2000
	// wordsLimit is how many words a phrase of a set may have before a verb; the longest in use has five.
	wordsLimit = 6
)

// A linearMatch is a pattern of the first version at a verb.
type linearMatch struct {
	*sentence
	pattern        *pattern
	source, target *mention
	end            int // the word where the verb's phrase ends
	steps          int
}

// matchLinear returns the pattern that fits the words before and after a verb best: the one with most words, then the
// one with most roles and with most words joined, then the first.
func (s *sentence) matchLinear(v foundVerb, end int) *linearMatch {
	var best *linearMatch
	for _, p := range v.block.patterns {
		if best != nil && p.weight <= best.pattern.weight {
			continue
		}
		m := &linearMatch{sentence: s, pattern: p, end: end}
		if m.fits(v) {
			best = m
		}
	}
	return best
}

func (m *linearMatch) fits(v foundVerb) bool {
	return m.match(m.pattern.after, m.wordOf(v.span.End), 1) && m.match(m.pattern.before, m.wordOf(v.span.Start)-1, -1)
}

// match matches elements, the one nearest to the verb first, from a word on in one direction. Nothing but articles may
// stand before a joined one.
func (m *linearMatch) match(elements []element, at, direction int) bool {
	if len(elements) == 0 {
		return true
	}
	e := elements[0]
	for p := at; p >= 0 && p < m.end && m.steps < stepLimit; p += direction {
		m.steps++
		if n := m.covers(e, p, direction); n > 0 && m.match(elements[1:], p+n*direction, direction) {
			return true
		}
		if e.joined && !classArticle.has(m.words[p].text) {
			return false
		}
	}
	return false
}

// covers returns how many words an element covers that begins, or before the verb ends, at a word; 0 where it does not
// fit.
func (m *linearMatch) covers(e element, at, direction int) int {
	switch e.role {
	case roleWord:
		return m.coversWords(e, at, direction)
	case roleSkip:
		return m.coversChunk(at, direction)
	}
	for i := range m.mentions {
		who := &m.mentions[i]
		start, end := m.wordOf(who.span.Start), m.wordOf(who.span.End)
		if (direction > 0 && at == start || direction < 0 && at == end-1) && m.take(e.role, who) {
			return end - start
		}
	}
	return 0
}

func (m *linearMatch) coversWords(e element, at, direction int) int {
	if direction > 0 {
		for _, words := range e.alternatives(m.words[at].text) {
			if at+len(words) <= m.end && m.equal(words, at) {
				return len(words)
			}
		}
		return 0
	}
	return m.endsAt(e, at)
}

// endsAt returns how many words an element covers that ends at a word; 0 where it does not fit.
func (s *sentence) endsAt(e element, at int) int {
	for n := 1; n <= min(at+1, wordsLimit); n++ {
		for _, words := range e.alternatives(s.words[at-n+1].text) {
			if len(words) == n && s.equal(words, at-n+1) {
				return n
			}
		}
	}
	return 0
}

func (s *sentence) equal(words []string, at int) bool {
	for i, text := range words {
		if s.words[at+i].text != text {
			return false
		}
	}
	return true
}

// coversChunk returns how many words of a noun phrase lie at a word and on.
func (m *linearMatch) coversChunk(at, direction int) int {
	nominal := m.nominal(m.words[at].token)
	if upos := m.doc.Tokens[nominal].UPOS; upos != "NOUN" && upos != "PROPN" && upos != "PRON" {
		return 0
	}
	n := 0
	for p := at; p >= 0 && p < m.end && m.nominal(m.words[p].token) == nominal; p += direction {
		n++
	}
	return n
}

// take gives a mention its role. Only several actors can be a compound.
func (m *linearMatch) take(r role, who *mention) bool {
	switch r {
	case roleSource:
		m.source = who
	case roleTarget:
		m.target = who
	case roleCompound:
		if len(who.codes) < 2 {
			return false
		}
		m.source, m.target = who, who
	}
	return true
}
