package timex

import (
	"cmp"
	"slices"

	"rashomon"
)

// A finder finds meanings in a document, sentence by sentence: no expression crosses the border of one.
type finder struct {
	machine
	atomizer   atomizer
	candidates []candidate
	tried      []int // by rule: the last start, counted over the document, at which it was tried
	start      int
	found      []meaning
}

// A candidate is a rule that matches somewhere. start and end bound what it finds, in atoms; reach is how many atoms
// it looked at to find that.
type candidate struct {
	rule, start, end, reach int
	marked                  bool // it finds what stands in braces
	said                    []setting
}

func newFinder(g *grammar, doc *rashomon.Document) *finder {
	f := &finder{atomizer: atomizer{doc: doc, words: g.lexicon}, tried: make([]int, len(g.rules))}
	f.machine = machine{grammar: g, numbers: numberReader{doc: doc}}
	return f
}

func (f *finder) find() []meaning {
	for _, sentence := range f.numbers.doc.Sentences {
		f.atoms = f.atomizer.sentence(sentence.Span)
		f.candidates = f.candidates[:0]
		for i := range f.atoms {
			if f.atoms[i].first {
				f.begin(i)
			}
		}
		f.choose()
	}
	return f.found
}

// begin tries all rules that may begin with an atom. Most words are followed by one that no rule speaks of, and then
// only few rules are left to try: that doubles the speed of the whole.
func (f *finder) begin(at int) {
	f.start++
	a := &f.atoms[at]
	n, isNumber := f.numbers.at(a.token)
	starts := f.startsBefore(at + 1)
	for _, l := range a.lexemes {
		f.try(starts.term[l.term], at)
	}
	if a.digits > 0 {
		f.try(starts.digit, at)
	}
	if isNumber {
		next := at
		for next < len(f.atoms) && f.atoms[next].token < n.end {
			next++
		}
		f.try(f.startsBefore(next).count, at)
	}
}

// startsBefore returns the rules that may begin before an atom.
func (f *finder) startsBefore(next int) *starts {
	if next < len(f.atoms) {
		a := &f.atoms[next]
		if _, isNumber := f.numbers.at(a.token); isNumber || a.digits > 0 || len(a.lexemes) > 0 {
			return &f.grammar.starts
		}
	}
	return &f.grammar.alone
}

func (f *finder) try(rules []int, at int) {
	for _, r := range rules {
		if f.tried[r] == f.start {
			continue
		}
		f.tried[r] = f.start
		end, said, ok := f.match(f.grammar.rules[r], at)
		if !ok {
			continue
		}
		c := candidate{rule: r, start: at, end: end, reach: end - at, said: said}
		c.bound()
		f.candidates = append(f.candidates, c)
	}
}

// bound narrows a candidate to what it finds, where the rule says so.
func (c *candidate) bound() {
	for _, s := range c.said {
		switch {
		case s.slot == slotOpen && !c.marked:
			c.start, c.marked = int(s.number), true
		case s.slot == slotClose:
			c.end = int(s.number)
		}
	}
}

// choose takes the candidates that looked at most and do not overlap; among equals the longest, then the one that
// begins earlier, then the one whose rule stands first.
func (f *finder) choose() {
	slices.SortStableFunc(f.candidates, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(b.reach, a.reach), cmp.Compare(b.end-b.start, a.end-a.start),
			cmp.Compare(a.start, b.start), cmp.Compare(a.rule, b.rule),
		)
	})
	first := len(f.found)
	taken := make([]bool, len(f.atoms))
	for _, c := range f.candidates {
		if slices.Contains(taken[c.start:c.end], true) {
			continue
		}
		for i := c.start; i < c.end; i++ {
			taken[i] = true
		}
		if name := f.grammar.rules[c.rule].name; name != "not" {
			f.found = append(f.found, f.meanings(name, c)...)
		}
	}
	slices.SortFunc(f.found[first:], func(a, b meaning) int { return cmp.Compare(a.span.Start, b.span.Start) })
}

// meanings returns what a candidate has found: one meaning, or the two ends of a range. Of what stands outside the
// braces only what the rule itself says counts, the words there are context.
func (f *finder) meanings(rule string, c candidate) []meaning {
	var all []meaning
	common := meaning{rule: rule} // said outside of what is found
	current := &common
	for _, s := range c.said {
		switch s.slot {
		case slotOpen:
			all = append(all, meaning{rule: rule, span: rashomon.Span{Start: int(s.number)}})
			current = &all[len(all)-1]
		case slotClose:
			current.span = f.tokens(current.span.Start, int(s.number))
			current = &common
		default:
			if s.ruled || current != &common || !c.marked {
				current.fill(s)
			}
		}
	}
	if len(all) == 0 {
		common.span = f.tokens(c.start, c.end)
		return []meaning{common}
	}
	for i := range all {
		all[i].inherit(&common)
	}
	if len(all) == 2 {
		first := meaning{filled: all[0].filled, said: slices.Clone(all[0].said)}
		all[0].complete(&all[1])
		all[1].complete(&first)
	}
	return all
}
