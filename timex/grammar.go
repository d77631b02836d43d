package timex

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// A grammar is the rules of a language, compiled.
type grammar struct {
	lexicon map[string][]lexeme
	asked   []condition // by term
	program []instruction
	rules   []rule
	starts  starts // of all rules
	alone   starts // of the rules that may go on with a word that the lexicon does not know, or end
}

// A rule is one line of the rules that finds something.
type rule struct {
	name  string
	entry int // of the program
}

//go:embed data/words.txt
var englishWords string

//go:embed data/rules.txt
var englishRules string

//go:embed data/holidays.txt
var englishHolidays string

// english is the one grammar there is. Its data is a part of the program, so that it cannot be wrong: a test loads it.
var english = sync.OnceValue(func() *grammar {
	g, err := newGrammar(englishWords, englishRules+"\n"+englishHolidays)
	if err != nil {
		panic(err)
	}
	return g
})

// newGrammar reads words and rules. The lines of the rules are, beside comments (#) and empty lines:
//
//	name: pattern => slot=value ...     finds what the pattern describes, or what stands in { } of it
//	<name>: pattern => slot=value ...   is a part of others; several lines of one name are alternatives
//
// A pattern is a sequence of words, of classes of words (in capitals), of parts (<name>), of COUNT, which is a number
// in digits or words, of groups with alternatives (a | b), each of them optional with a "?" behind it. "~" before
// something says that it touches what stands before; "*/NNS" is any word whose tag begins with these letters. A rule
// of the name "not" finds nothing, and thereby keeps others from it.
func newGrammar(words, rules string) (*grammar, error) {
	l := &lexicon{terms: map[string]term{}, classes: map[string]bool{}, words: map[string][]lexeme{}}
	if err := l.read(words); err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	c := &compiler{lexicon: l, parts: map[string][]node{}, entries: map[string]int{}}
	for number, line := range strings.Split(rules, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := c.line(line); err != nil {
			return nil, fmt.Errorf("rules: line %d: %w", number+1, err)
		}
	}
	return c.grammar()
}
