package attribution_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rashomon"
)

// listedNames returns the types of the names of testdata/names.txt, and the names in their order.
func listedNames(t testing.TB) (names []string, types map[string]rashomon.EntityType) {
	t.Helper()
	content, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	types = map[string]rashomon.EntityType{}
	for line := range strings.Lines(string(content)) {
		kind, name, isName := strings.Cut(strings.TrimSpace(line), " | ")
		if isName && !strings.HasPrefix(line, "#") {
			names, types[name] = append(names, name), rashomon.EntityType(kind)
		}
	}
	return names, types
}

// addNames makes an entity of every listed name in a document, with a mention wherever it stands. An earlier name of the
// list takes its words from a later one.
func addNames(doc *rashomon.Document, names []string, types map[string]rashomon.EntityType) {
	taken := make([]bool, len(doc.Tokens))
	for _, name := range names {
		spans := slices.DeleteFunc(occurrences(doc, name), func(s rashomon.Span) bool {
			return slices.Contains(taken[s.Start:s.End], true)
		})
		for _, span := range spans {
			for i := span.Start; i < span.End; i++ {
				taken[i] = true
			}
			doc.Mentions = append(doc.Mentions, rashomon.Mention{
				Span: span, Head: headOf(doc, span), Kind: rashomon.MentionName, Entity: len(doc.Entities), Rule: "listed",
				Antecedent: rashomon.None,
			})
		}
		if len(spans) > 0 {
			doc.Entities = append(doc.Entities, rashomon.Entity{Name: name, Type: types[name], Rule: "listed"})
		}
	}
	slices.SortFunc(doc.Mentions, func(a, b rashomon.Mention) int { return a.Span.Start - b.Span.Start })
}

// occurrences returns where a name stands in a document as whole tokens.
func occurrences(doc *rashomon.Document, name string) []rashomon.Span {
	var found []rashomon.Span
	for at := 0; ; at += len(name) {
		next := strings.Index(doc.Text[at:], name)
		if next < 0 {
			return found
		}
		at += next
		extent := rashomon.Extent{Start: at, End: at + len(name)}
		if span := doc.Span(extent); doc.Extent(span) == extent {
			found = append(found, span)
		}
	}
}

// headOf returns the token of a span that hangs on none within it.
func headOf(doc *rashomon.Document, span rashomon.Span) int {
	for i := span.Start; i < span.End; i++ {
		if head := i + doc.Tokens[i].Head; head == i || head < span.Start || head >= span.End {
			return i
		}
	}
	return span.Start
}
