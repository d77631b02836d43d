package timex

import (
	"fmt"
	"strings"
)

// A node is a piece of a pattern.
type node struct {
	kind     nodeKind
	term     term
	part     string
	settings []setting
	children []node
}

type nodeKind uint8

const (
	nodeTerm nodeKind = iota
	nodeCount
	nodeTouch
	nodePart
	nodeSequence
	nodeAlternatives
	nodeOptional
	nodeFinding
	nodeSet
)

// A patternReader reads a pattern by recursive descent.
type patternReader struct {
	lexicon *lexicon
	words   []string
	at      int
}

// spacer sets the signs of a pattern apart from its words. Signs that are meant as words are in quotes.
var spacer = strings.NewReplacer(
	`"("`, ` "(" `, `")"`, ` ")" `, "(", " ( ", ")", " ) ", "|", " | ", "?", " ? ", "{", " { ", "}", " } ", "~", " ~ ",
)

func readPattern(l *lexicon, text string) (node, error) {
	r := &patternReader{lexicon: l, words: strings.Fields(spacer.Replace(text))}
	n, err := r.alternatives()
	if err == nil && r.at < len(r.words) {
		err = fmt.Errorf("%q is not expected", r.words[r.at])
	}
	return n, err
}

func (r *patternReader) peek() string {
	if r.at < len(r.words) {
		return r.words[r.at]
	}
	return ""
}

func (r *patternReader) alternatives() (node, error) {
	var all []node
	for {
		n, err := r.sequence()
		if err != nil {
			return node{}, err
		}
		all = append(all, n)
		if r.peek() != "|" {
			break
		}
		r.at++
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return node{kind: nodeAlternatives, children: all}, nil
}

func (r *patternReader) sequence() (node, error) {
	sequence := node{kind: nodeSequence}
	for !strings.Contains("|)}", r.peek()) || r.peek() == "~" {
		if r.peek() == "~" {
			r.at++
			sequence.children = append(sequence.children, node{kind: nodeTouch})
		}
		n, err := r.item()
		if err != nil {
			return node{}, err
		}
		if r.peek() == "?" {
			r.at++
			n = node{kind: nodeOptional, children: []node{n}}
		}
		sequence.children = append(sequence.children, n)
	}
	if len(sequence.children) == 0 {
		return node{}, fmt.Errorf("an empty pattern")
	}
	return sequence, nil
}

var closing = map[string]string{"(": ")", "{": "}"}

func (r *patternReader) item() (node, error) {
	word := r.peek()
	r.at++
	switch {
	case closing[word] != "":
		n, err := r.alternatives()
		if err == nil && r.peek() != closing[word] {
			err = fmt.Errorf("%q is not closed", word)
		}
		r.at++
		if word == "{" {
			n = node{kind: nodeFinding, children: []node{n}}
		}
		return n, err
	case word == "" || word == "?":
		return node{}, fmt.Errorf("nothing before %q", word)
	case word == "COUNT":
		return node{kind: nodeCount}, nil
	case strings.HasPrefix(word, "<"):
		return node{kind: nodePart, part: word}, nil
	case r.lexicon.classes[word]:
		return node{kind: nodeTerm, term: r.lexicon.term(word)}, nil
	case len(word) > 1 && word == strings.ToUpper(word) && word != strings.ToLower(word) && word[0] != '*':
		return node{}, fmt.Errorf("there is no class %s", word)
	}
	return node{kind: nodeTerm, term: r.lexicon.literal(strings.Trim(word, `"`))}, nil
}
