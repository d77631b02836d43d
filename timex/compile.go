package timex

import (
	"fmt"
	"strings"
)

// An instruction is a step of the machine that matches rules.
type instruction struct {
	do      operation
	term    term
	x, y    int // where to go on: a jump goes to x, a split tries x, then y, a call goes to x
	setting setting
}

type operation uint8

const (
	doTerm   operation = iota // take an atom of a term
	doCount                   // take a number
	doTouch                   // the next atom touches the one before
	doSplit                   // two ways
	doJump                    // go on elsewhere
	doCall                    // into a part of the grammar
	doReturn                  // out of it
	doSet                     // fill a slot
	doOpen                    // what is found begins here
	doClose                   // and ends here
	doMatch                   // the rule has matched
)

// A compiler turns the lines of the rules into one program.
type compiler struct {
	lexicon *lexicon
	order   []string          // of the parts
	parts   map[string][]node // alternatives by name
	entries map[string]int    // of the parts in the program
	rules   []rule
	nodes   []node // of the rules
	program []instruction
}

func (c *compiler) line(line string) error {
	line, says, _ := strings.Cut(line, "=>")
	name, pattern, found := strings.Cut(line, ":")
	if !found {
		return fmt.Errorf("want name: pattern")
	}
	n, err := readPattern(c.lexicon, pattern)
	if err != nil {
		return err
	}
	settings, err := readSettings(says)
	if err != nil {
		return err
	}
	if len(settings) > 0 { // before the pattern, so that what the words say goes before what the rule says
		n = node{kind: nodeSequence, children: []node{{kind: nodeSet, settings: settings}, n}}
	}
	if name = strings.TrimSpace(name); !strings.HasPrefix(name, "<") {
		c.rules, c.nodes = append(c.rules, rule{name: name}), append(c.nodes, n)
		return nil
	}
	if c.parts[name] == nil {
		c.order = append(c.order, name)
	}
	c.parts[name] = append(c.parts[name], n)
	return nil
}

func readSettings(text string) ([]setting, error) {
	var settings []setting
	for _, pair := range strings.Fields(text) {
		name, value, _ := strings.Cut(pair, "=")
		s, err := newSetting(name, value)
		if err != nil {
			return nil, err
		}
		s.ruled = true
		settings = append(settings, s)
	}
	return settings, nil
}

func (c *compiler) grammar() (*grammar, error) {
	var calls []int
	for _, name := range c.order {
		c.entries[name] = len(c.program)
		c.emit(node{kind: nodeAlternatives, children: c.parts[name]}, &calls)
		c.add(instruction{do: doReturn})
	}
	for i, n := range c.nodes {
		c.rules[i].entry = len(c.program)
		c.emit(n, &calls)
		c.add(instruction{do: doMatch})
	}
	for _, call := range calls {
		name := c.program[call].setting.word
		entry, known := c.entries[name]
		if !known {
			return nil, fmt.Errorf("rules: there is no part %s", name)
		}
		c.program[call].x = entry
	}
	g := &grammar{
		lexicon: c.lexicon.words, asked: c.lexicon.asked, program: c.program, rules: c.rules,
	}
	return g, g.index()
}

func (c *compiler) add(i instruction) int {
	c.program = append(c.program, i)
	return len(c.program) - 1
}

// emit appends the instructions of a node; calls gathers the calls whose target is not known yet.
func (c *compiler) emit(n node, calls *[]int) {
	switch n.kind {
	case nodeTerm:
		c.add(instruction{do: doTerm, term: n.term})
	case nodeCount:
		c.add(instruction{do: doCount})
	case nodeTouch:
		c.add(instruction{do: doTouch})
	case nodePart:
		*calls = append(*calls, c.add(instruction{do: doCall, setting: setting{word: n.part}}))
	case nodeSet:
		for _, s := range n.settings {
			c.add(instruction{do: doSet, setting: s})
		}
	case nodeSequence:
		for _, child := range n.children {
			c.emit(child, calls)
		}
	case nodeFinding:
		c.add(instruction{do: doOpen})
		c.emit(n.children[0], calls)
		c.add(instruction{do: doClose})
	case nodeOptional:
		split := c.add(instruction{do: doSplit})
		c.emit(n.children[0], calls)
		c.program[split].x, c.program[split].y = split+1, len(c.program)
	case nodeAlternatives:
		c.emitAlternatives(n.children, calls)
	}
}

func (c *compiler) emitAlternatives(children []node, calls *[]int) {
	var ends []int
	for i, child := range children {
		split := -1
		if i+1 < len(children) {
			split = c.add(instruction{do: doSplit})
		}
		c.emit(child, calls)
		if split >= 0 {
			ends = append(ends, c.add(instruction{do: doJump}))
			c.program[split].x, c.program[split].y = split+1, len(c.program)
		}
	}
	for _, end := range ends {
		c.program[end].x = len(c.program)
	}
}
