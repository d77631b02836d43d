package event_test

import (
	"fmt"
	"strings"
	"testing"

	"rashomon"
	"rashomon/attribution"
	"rashomon/event"
	"rashomon/rashomontest"
	"rashomon/reader"
)

// TestCases finds the events of the phrases in testdata/*.cases, on trees that stand beside them, with the parties that
// testdata/names.txt lists.
func TestCases(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			doc, ok := trees[c.Phrase]
			if !ok {
				t.Errorf("%s:%d: %q has no tree: run go test ./event -run Trees -update", c.File, c.Line, c.Phrase)
				return nil
			}
			copied := *doc
			findEvents(&copied, names)
			if err := copied.Check(); err != nil {
				t.Errorf("%s:%d: %v", c.File, c.Line, err)
			}
			if len(copied.Events) == 0 {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(copied.Text), Value: printed(&copied)}}
		})
	}
}

// findEvents fills a document that has trees with entities of listed names, statements and events.
func findEvents(doc *rashomon.Document, names []rashomontest.ListedName) {
	doc.Entities, doc.Mentions = nil, nil
	rashomontest.AddEntities(doc, names)
	doc.Statements = attribution.Find(doc)
	doc.Events = event.Find(doc)
}

func TestTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}

// printed tells events as "ASSAULT aerial | bombed | by NATO | to the village | at Velm", with " ; " between them.
func printed(doc *rashomon.Document) string {
	var all []string
	for _, e := range doc.Events {
		one := strings.TrimSpace(e.Type+" "+e.Mode) + " | " + doc.QuoteSpan(e.Trigger)
		if len(e.Actors) > 0 {
			one += " | by " + entityNames(doc, e.Actors)
		}
		if len(e.Recipients) > 0 {
			one += " | to " + entityNames(doc, e.Recipients)
		}
		if e.Place != rashomon.None && e.PlaceFrom == rashomon.OriginTree {
			one += " | at " + doc.Entities[e.Place].Name
		}
		all = append(all, one)
	}
	return strings.Join(all, " ; ")
}

func entityNames(doc *rashomon.Document, entities []int) string {
	var names []string
	for _, i := range entities {
		names = append(names, fmt.Sprint(doc.Entities[i].Name))
	}
	return strings.Join(names, ", ")
}
