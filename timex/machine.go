package timex

import (
	"strings"

	"rashomon"
)

// A machine matches rules against the atoms of a sentence, by trying all ways: no pattern repeats anything without
// end, so that what begins at an atom costs no more than the grammar is large.
type machine struct {
	grammar  *grammar
	numbers  numberReader
	atoms    []atom
	threads  []thread // ways still to be tried
	frames   []frame
	settings []setting // of the way that is being tried, with marks where what is found opens and closes
}

// A thread is a way that is left to try.
type thread struct {
	at, atom, frame, settings int
}

// A frame is where to go on behind a part of the grammar.
type frame struct {
	caller, to int
}

// match returns the atom behind the longest match of a rule that begins at an atom, and what it says; ok is false
// where the rule does not match there.
func (m *machine) match(r rule, start int) (end int, said []setting, ok bool) {
	m.threads = append(m.threads[:0], thread{at: r.entry, atom: start, frame: -1})
	m.frames = m.frames[:0]
	for len(m.threads) > 0 {
		t := m.threads[len(m.threads)-1]
		m.threads = m.threads[:len(m.threads)-1]
		m.settings = m.settings[:t.settings]
		if reached := m.run(&t); reached && t.atom > end {
			end, said, ok = t.atom, append(said[:0], m.settings...), true
		}
	}
	return end, said, ok
}

// run follows one way until the rule has matched, or the way ends.
func (m *machine) run(t *thread) bool {
	for {
		i := &m.grammar.program[t.at]
		t.at++
		switch i.do {
		case doTerm:
			if t.atom == len(m.atoms) || !m.take(i.term, t.atom) {
				return false
			}
			t.atom++
			if m.grammar.asked[i.term].tag != "" { // the tag is of the whole word
				for !m.atoms[t.atom-1].last {
					t.atom++
				}
			}
		case doCount:
			if !m.count(t) {
				return false
			}
		case doTouch:
			if t.atom == len(m.atoms) || !m.atoms[t.atom].touches {
				return false
			}
		case doSplit:
			m.threads = append(m.threads, thread{i.y, t.atom, t.frame, len(m.settings)})
			t.at = i.x
		case doJump:
			t.at = i.x
		case doCall:
			m.frames = append(m.frames, frame{t.frame, t.at})
			t.frame, t.at = len(m.frames)-1, i.x
		case doReturn:
			t.at, t.frame = m.frames[t.frame].to, m.frames[t.frame].caller
		case doSet:
			m.settings = append(m.settings, i.setting)
		case doOpen:
			if t.atom == len(m.atoms) || !m.atoms[t.atom].first {
				return false
			}
			m.settings = append(m.settings, setting{slot: slotOpen, number: float64(t.atom)})
		case doClose:
			if !m.atoms[t.atom-1].last {
				return false
			}
			m.settings = append(m.settings, setting{slot: slotClose, number: float64(t.atom)})
		case doMatch:
			return m.atoms[t.atom-1].last
		}
	}
}

// take notes what an atom says when it satisfies a term.
func (m *machine) take(t term, at int) bool {
	a := &m.atoms[at]
	for _, l := range a.lexemes {
		if l.term == t && (!l.capital || a.capital) && m.tagged(a.token, l.tags) {
			if l.setting.slot != slotNone {
				m.settings = append(m.settings, l.setting)
			}
			return true
		}
	}
	asked := &m.grammar.asked[t]
	if asked.tag != "" {
		return strings.HasPrefix(m.numbers.doc.Tokens[a.token].XPOS, asked.tag)
	}
	class := asked.digits
	if class == nil || a.digits < class.short || a.digits > class.long || a.value < class.least || a.value > class.most {
		return false
	}
	if class.slot != slotNone {
		m.settings = append(m.settings, setting{slot: class.slot, number: float64(a.value)})
	}
	return true
}

// tagged reports whether the tag of a token begins with one of the letters; a token without a tag may be anything.
func (m *machine) tagged(token int, letters string) bool {
	tag := m.numbers.doc.Tokens[token].XPOS
	if letters == "" || tag == "" {
		return true
	}
	for i := range len(letters) {
		if letters[i] == tag[0] {
			return true
		}
	}
	return false
}

// count takes a number in digits or words.
func (m *machine) count(t *thread) bool {
	if t.atom == len(m.atoms) || !m.atoms[t.atom].first {
		return false
	}
	n, ok := m.numbers.at(m.atoms[t.atom].token)
	if !ok {
		return false
	}
	for t.atom < len(m.atoms) && m.atoms[t.atom].token < n.end {
		t.atom++
	}
	if m.atoms[t.atom-1].token != n.end-1 {
		return false // it reaches beyond the sentence
	}
	m.settings = append(m.settings, setting{slot: slotCount, number: n.low})
	if n.vague {
		m.settings = append(m.settings, setting{slot: slotVague, number: 1})
	}
	return true
}

// tokens returns the span of tokens that a range of atoms covers.
func (m *machine) tokens(start, end int) rashomon.Span {
	return rashomon.Span{Start: m.atoms[start].token, End: m.atoms[end-1].token + 1}
}
