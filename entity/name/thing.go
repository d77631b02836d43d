package name

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rashomon"
)

//go:embed data/things.txt
var thingFile string

// A thing is the words of a name that is known everywhere, as tokens, and what it names.
type thing struct {
	words []string
	kind  rashomon.EntityType
}

// things are those of data/things.txt by their first words, the longest first.
var things = sync.OnceValue(func() map[string][]thing {
	known := map[string][]thing{}
	for line := range strings.Lines(thingFile) {
		kind, names, found := strings.Cut(line, "|")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.SplitSeq(names, ";") {
			words := strings.Fields(strings.ReplaceAll(name, "-", " - "))
			known[words[0]] = append(known[words[0]], thing{words, rashomon.EntityType(strings.TrimSpace(kind))})
		}
	}
	for _, same := range known {
		slices.SortStableFunc(same, func(a, b thing) int { return len(b.words) - len(a.words) })
	}
	return known
})

// thingRule is the rule of what is known everywhere by its name.
const thingRule = "name/thing"

// withThings adds the things that are known everywhere. One that is a part of a longer name is left to it.
func withThings(names []Name, forms []string) []Name {
	for i := 0; i < len(forms); i++ {
		for _, known := range things()[forms[i]] {
			span := rashomon.Span{Start: i, End: i + len(known.words)}
			if span.End <= len(forms) && slices.Equal(forms[i:span.End], known.words) {
				names = place(names, Name{Span: span, Type: known.kind, Share: 1, Rule: thingRule})
				i = span.End - 1
				break
			}
		}
	}
	return names
}
