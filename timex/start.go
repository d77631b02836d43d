package timex

import (
	"fmt"
	"slices"
)

// starts are rules by what they begin with, in the order of the file.
type starts struct {
	term  [][]int // a term
	digit []int   // a class of digits
	count []int   // a number in digits or words
}

// index notes with what each rule may begin.
func (g *grammar) index() error {
	g.starts.term, g.alone.term = make([][]int, len(g.asked)), make([][]int, len(g.asked))
	for i, r := range g.rules {
		f := &firsts{grammar: g, rule: i}
		if !f.follow(r.entry, nil) {
			return fmt.Errorf("rules: %s may match nothing, or calls itself before it takes a word", r.name)
		}
	}
	return nil
}

// add notes that a rule may begin with a term, or with a number where that is given.
func (s *starts) add(rule int, asked condition, t term, count bool) {
	list := &s.term[t]
	switch {
	case count:
		list = &s.count
	case asked.digits != nil:
		list = &s.digit
	}
	if !slices.Contains(*list, rule) {
		*list = append(*list, rule)
	}
}

// firsts gathers what a rule may take first.
type firsts struct {
	grammar *grammar
	rule    int
}

// deepest is how deep parts of the grammar may be nested; one that calls itself before it takes a word is deeper.
const deepest = 20

// follow walks all ways from an instruction to the first atom that each takes, and reports whether all take one.
// callers are where to go on behind the parts that the way is in.
func (f *firsts) follow(at int, callers []int) bool {
	if len(callers) > deepest {
		return false
	}
	switch i := &f.grammar.program[at]; i.do {
	case doTerm, doCount:
		asked := f.grammar.asked[i.term]
		f.grammar.starts.add(f.rule, asked, i.term, i.do == doCount)
		if f.goesAlone(at+1, callers) {
			f.grammar.alone.add(f.rule, asked, i.term, i.do == doCount)
		}
		return true
	case doSplit:
		return f.follow(i.x, callers) && f.follow(i.y, callers)
	case doJump:
		return f.follow(i.x, callers)
	case doCall:
		return f.follow(i.x, append(slices.Clip(callers), at+1))
	case doReturn:
		return f.follow(callers[len(callers)-1], callers[:len(callers)-1])
	case doMatch:
		return false
	}
	return f.follow(at+1, callers)
}

// goesAlone reports whether from an instruction on the rule may end, or take any word of some tag.
func (f *firsts) goesAlone(at int, callers []int) bool {
	switch i := &f.grammar.program[at]; i.do {
	case doTerm:
		return f.grammar.asked[i.term].tag != ""
	case doCount:
		return false
	case doSplit:
		return f.goesAlone(i.x, callers) || f.goesAlone(i.y, callers)
	case doJump:
		return f.goesAlone(i.x, callers)
	case doCall:
		return f.goesAlone(i.x, append(slices.Clip(callers), at+1))
	case doReturn:
		return f.goesAlone(callers[len(callers)-1], callers[:len(callers)-1])
	case doMatch:
		return true
	}
	return f.goesAlone(at+1, callers)
}
