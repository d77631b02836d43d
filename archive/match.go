package archive

import (
	"iter"

	"rashomon"
)

// A matcher finds in a text what a query wants. FTS5 has a function for that, highlight, which takes time with the
// square of the number of matches: seconds for a book.
type matcher struct {
	folding *folding
	phrases []phrase
	begins  [256]bool // the bytes with which the first word of a phrase begins
}

// A phrase is folded words that stand together in this order. The last may go on.
type phrase struct {
	words  []string
	prefix bool
}

// newMatcher returns a matcher for the wanted terms of a query's alternatives.
func newMatcher(q query) (*matcher, error) {
	folding, err := newFolding()
	if err != nil {
		return nil, err
	}
	m := &matcher{folding: folding}
	for _, alternative := range q {
		for _, term := range alternative.wanted {
			p := phrase{prefix: term.prefix}
			for _, form := range folding.from(term.text, 0) {
				p.words = append(p.words, string(form))
			}
			if len(p.words) > 0 {
				m.phrases = append(m.phrases, p)
				m.begins[p.words[0][0]] = true
			}
		}
	}
	return m, nil
}

// matches yields what matches and begins within a stretch of a text, in order. Matches that overlap are one.
func (m *matcher) matches(text string, within rashomon.Extent) iter.Seq[rashomon.Extent] {
	return func(yield func(rashomon.Extent) bool) {
		var found rashomon.Extent // not yielded yet: what begins within may make it longer
		for word, form := range m.folding.from(text, within.Start) {
			if found.End > 0 && word.Start >= found.End {
				if !yield(found) {
					return
				}
				found = rashomon.Extent{}
			}
			if word.Start >= within.End {
				break
			}
			if end := m.end(text, word, form); end > found.End {
				if found.End == 0 {
					found.Start = word.Start
				}
				found.End = end
			}
		}
		if found.End > 0 {
			yield(found)
		}
	}
}

// end returns where the longest match that begins with a word ends, or 0.
func (m *matcher) end(text string, word rashomon.Extent, form []byte) (end int) {
	if !m.begins[form[0]] {
		return 0
	}
	for _, p := range m.phrases {
		end = max(end, m.phraseEnd(p, text, word, form))
	}
	return end
}

// phraseEnd returns where a phrase that begins with a word ends, or 0 where it does not stand there.
func (m *matcher) phraseEnd(p phrase, text string, word rashomon.Extent, form []byte) int {
	for i, want := range p.words {
		if i > 0 {
			word, form = m.folding.next(text, word.End, nil)
		}
		isBeginning := len(form) >= len(want) && string(form[:len(want)]) == want
		if !isBeginning || len(form) > len(want) && !(p.prefix && i == len(p.words)-1) {
			return 0
		}
	}
	return word.End
}
