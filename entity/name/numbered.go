package name

import (
	_ "embed"
	"sync"

	"rashomon"
)

//go:embed data/numbered.txt
var numberedFile string

// numberedWords are the types of what numbers tell apart, by its word.
var numberedWords = sync.OnceValue(func() map[string]rashomon.EntityType { return typesByWord(numberedFile) })

// numberedRule is the rule of what is known by the number behind its word.
const numberedRule = "name/numbered"

// withNumbered adds works and places that numbers tell apart, with capitals: "Pier 7", "Shaft Two".
func (s sentence) withNumbered(names []Name) []Name {
	for i := range len(s.forms) - 1 {
		kind := numberedWords()[s.forms[i]]
		if kind == "" || s.tokens[i+1].UPOS != "NUM" || !isFigure(s.forms[i+1]) && !startsUpper(s.forms[i+1]) {
			continue
		}
		names = place(names, Name{Span: rashomon.Span{Start: i, End: i + 2}, Type: kind, Share: 1, Rule: numberedRule})
	}
	return names
}
