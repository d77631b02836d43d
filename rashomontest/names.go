package rashomontest

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rashomon"
)

// A ListedName is a line of testdata/names.txt: the name of somebody or something, or the noun by which somebody is
// spoken of.
type ListedName struct {
	kind  rashomon.EntityType
	name  string
	codes []string
}

// ListedNames reads testdata/names.txt: a type and a name on each line, and the codes that it has.
func ListedNames(t testing.TB) []ListedName {
	t.Helper()
	content, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []ListedName
	for line := range strings.Lines(string(content)) {
		kind, name, isName := strings.Cut(strings.TrimSpace(line), " | ")
		if isName && !strings.HasPrefix(line, "#") {
			name, codes, _ := strings.Cut(name, " | ")
			names = append(names, ListedName{rashomon.EntityType(kind), name, strings.Fields(codes)})
		}
	}
	return names
}

// AddEntities makes an entity of every listed name that stands in a document. An earlier name of the list takes its words
// from a later one.
func AddEntities(doc *rashomon.Document, names []ListedName) {
	taken, tree := make([]bool, len(doc.Tokens)), doc.Tree()
	for _, n := range names {
		kind, spans := rashomon.MentionName, occurrences(doc, n.name)
		if n.name == strings.ToLower(n.name) {
			kind, spans = rashomon.MentionNominal, nouns(doc, n.name)
		}
		entity := len(doc.Entities)
		for _, span := range spans {
			if slices.Contains(taken[span.Start:span.End], true) {
				continue
			}
			for i := span.Start; i < span.End; i++ {
				taken[i] = true
			}
			doc.Mentions = append(doc.Mentions, rashomon.Mention{
				Span: span, Head: tree.HeadOf(span), Kind: kind, Entity: entity, Rule: "listed", Antecedent: rashomon.None,
			})
			doc.Entities = append(doc.Entities[:entity], rashomon.Entity{
				Name: n.name, Type: n.kind, Codes: n.codes, Rule: "listed",
			})
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

// nouns returns where a noun stands in a document, in singular or plural.
func nouns(doc *rashomon.Document, lemma string) []rashomon.Span {
	var found []rashomon.Span
	for i, token := range doc.Tokens {
		if token.UPOS == "NOUN" && strings.EqualFold(token.Lemma, lemma) {
			found = append(found, rashomon.Span{Start: i, End: i + 1})
		}
	}
	return found
}
