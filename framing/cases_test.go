package framing_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rashomon"
	"rashomon/attribution"
	"rashomon/framing"
	"rashomon/rashomontest"
	"rashomon/reader"
)

// TestCases finds the labels, the loaded words or the agency of the phrases in testdata/*.cases, on trees that stand
// beside them, with the parties that testdata/names.txt lists.
func TestCases(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			doc, ok := trees[c.Phrase]
			if !ok {
				t.Errorf("%s:%d: %q has no tree: run go test ./framing -run Trees -update", c.File, c.Line, c.Phrase)
				return nil
			}
			copied := *doc
			addParties(&copied, names)
			value := printed(t, &copied, c)
			if err := copied.Check(); err != nil {
				t.Errorf("%s:%d: %v", c.File, c.Line, err)
			}
			if value == "" {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(copied.Text), Value: value}}
		})
	}
}

func TestTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}

// addParties fills a document that has trees with entities of listed names and statements.
func addParties(doc *rashomon.Document, names []rashomontest.ListedName) {
	doc.Entities, doc.Mentions = nil, nil
	rashomontest.AddEntities(doc, names)
	doc.Statements = attribution.Find(doc)
}

// printed tells what a case asks for in the form that its file explains.
func printed(t *testing.T, doc *rashomon.Document, c rashomontest.Case) string {
	switch filepath.Base(c.File) {
	case "agency.cases":
		doc.Events = []rashomon.Event{givenEvent(t, doc, c)}
		framing.SetAgency(doc)
		return string(doc.Events[0].Agency)
	case "loaded.cases":
		_, doc.LoadedWords = framing.Find(doc)
		return printLoaded(doc)
	}
	doc.Labels, doc.LoadedWords = framing.Find(doc)
	return printLabels(doc)
}

// printValence prints a valence with its sign: 0 has none.
func printValence(valence int) string {
	if valence == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", valence)
}

func printLabels(doc *rashomon.Document) string {
	var all []string
	for _, l := range doc.Labels {
		all = append(all, printValence(l.Valence)+" "+doc.QuoteSpan(l.Span)+" > "+doc.Entities[l.Entity].Name)
	}
	return strings.Join(all, " ; ")
}

func printLoaded(doc *rashomon.Document) string {
	var all []string
	for _, l := range doc.LoadedWords {
		one := printValence(l.Valence) + " " + doc.QuoteSpan(l.Span)
		if l.Statement != rashomon.None {
			one += " < " + strings.TrimRight(doc.QuoteSpan(doc.Statements[l.Statement].Source), " ,")
		}
		all = append(all, one)
	}
	return strings.Join(all, " ; ")
}

// givenEvent builds the event whose trigger, doer and recipient a case names.
func givenEvent(t *testing.T, doc *rashomon.Document, c rashomontest.Case) rashomon.Event {
	t.Helper()
	event := rashomon.Event{
		Type: "ASSAULT", Place: rashomon.None, Time: rashomon.None, Statement: rashomon.None,
		Status: rashomon.StatusActual, Rule: "hand",
	}
	for i, token := range doc.Tokens {
		if strings.EqualFold(doc.Quote(token.Extent), c.Given["trigger"]) {
			event.Trigger = rashomon.Span{Start: i, End: i + 1}
		}
	}
	if event.Trigger.Empty() {
		t.Fatalf("%s:%d: %q does not hold the trigger %q", c.File, c.Line, c.Phrase, c.Given["trigger"])
	}
	for i, entity := range doc.Entities {
		if entity.Name == c.Given["actor"] {
			event.Actors = append(event.Actors, i)
		}
		if entity.Name == c.Given["recipient"] {
			event.Recipients = append(event.Recipients, i)
		}
	}
	return event
}
