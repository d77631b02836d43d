package factuality_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/factuality"
	"rashomon/rashomontest"
	"rashomon/reader"
)

// TestCases judges the events of the phrases in testdata/*.cases: the words that the value of a case names.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			tree, ok := trees[c.Phrase]
			if !ok {
				t.Errorf("%s:%d: %q has no tree: run go test ./factuality -run Trees -update", c.File, c.Line, c.Phrase)
				return nil
			}
			doc := *tree
			prepare(t, &doc, c)
			factuality.Judge(&doc)
			if err := doc.Check(); err != nil {
				t.Errorf("%s:%d: %v", c.File, c.Line, err)
			}
			return []rashomontest.Finding{{Start: 0, End: len(doc.Text), Value: printed(&doc)}}
		})
	}
}

// TestTrees demands a tree for every phrase.
func TestTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}

// prepare gives a document the events, statements and times of a case.
func prepare(t *testing.T, doc *rashomon.Document, c rashomontest.Case) {
	t.Helper()
	if published := c.Given["published"]; published != "" {
		doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: published, Rule: "given"}}
	}
	if words, from, found := strings.Cut(c.Given["time"], " = "); found {
		doc.Timexes = []rashomon.Timex{{
			Span: spanOf(t, doc, words, 0), Type: rashomon.TimexDate, From: from, To: from, AnchorTimex: rashomon.None,
			Rule: "given",
		}}
	}
	addStatements(t, doc, c.Given["said"])
	from := 0
	for event := range strings.SplitSeq(c.Value, " ; ") {
		word, _, _ := strings.Cut(event, " ")
		span := spanOf(t, doc, strings.ReplaceAll(word, "_", " "), from)
		doc.Events = append(doc.Events, rashomon.Event{
			Trigger: span, Type: "ASSAULT", Place: rashomon.None, Time: rashomon.None, Rule: "given",
		})
		from = doc.Extent(span).End
	}
}

// addStatements adds statements in the form "source | cue | content | kind type act", with ";;" between two and "…"
// between two pieces of a content. Each stands within the one before it where that holds its cue.
func addStatements(t *testing.T, doc *rashomon.Document, given string) {
	t.Helper()
	for said := range strings.SplitSeq(given, " ;; ") {
		if said == "" {
			continue
		}
		columns := strings.Split(said, " | ")
		what := strings.Fields(columns[3])
		s := rashomon.Statement{
			Within: rashomon.None, Holder: rashomon.None, Cue: spanOf(t, doc, columns[1], 0),
			Kind: rashomon.StatementKind(what[0]), Type: rashomon.StatementType(what[1]), Rule: "given",
		}
		if what[2] != "-" {
			s.Act = rashomon.Act(what[2])
		}
		for piece := range strings.SplitSeq(columns[2], " … ") {
			s.Content = append(s.Content, spanOf(t, doc, piece, 0))
		}
		for i, outer := range doc.Statements {
			if outer.Content[0].Start <= s.Cue.Start && s.Cue.End <= outer.Content[0].End {
				s.Within = i
			}
		}
		doc.Statements = append(doc.Statements, s)
	}
}

// spanOf returns the tokens of some words, the first time that they stand behind a byte of the text as whole tokens.
func spanOf(t *testing.T, doc *rashomon.Document, words string, from int) rashomon.Span {
	t.Helper()
	for at := from; ; at++ {
		next := strings.Index(doc.Text[at:], words)
		if next < 0 {
			t.Fatalf("%q: no words %q", doc.Text, words)
		}
		at += next
		extent := rashomon.Extent{Start: at, End: at + len(words)}
		if span := doc.Span(extent); !span.Empty() && doc.Extent(span) == extent {
			return span
		}
	}
}

// printed tells events in the form that testdata/negation.cases explains.
func printed(doc *rashomon.Document) string {
	var events []string
	for _, event := range doc.Events {
		value := strings.ReplaceAll(doc.QuoteSpan(event.Trigger), " ", "_") + " " + string(event.Status)
		if event.Statement != rashomon.None {
			value += " < " + strconv.Itoa(event.Statement+1)
		}
		for _, view := range event.Views {
			holder := "author"
			if view.Statement != rashomon.None {
				holder = strconv.Itoa(view.Statement + 1)
			}
			value += fmt.Sprintf(" %s:%s", holder, view.Status)
		}
		events = append(events, value)
	}
	return strings.Join(events, " ; ")
}
