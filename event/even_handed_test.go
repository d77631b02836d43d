package event_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/attribution"
	"rashomon/event"
	"rashomon/rashomontest"
)

// byName exchanges parties that differ in nothing but the name: organisations, presidents, ministers, countries. No
// other word of the cases has one of these within it.
var byName = strings.NewReplacer(
	"Dawn", "Red", "Red", "Dawn", "Front", "Column", "Column", "Front",
	"Brandt", "Kaduna", "Kaduna", "Brandt", "Iskar", "Orsolo", "Orsolo", "Iskar",
	"Marenga", "Osterna", "Osterna", "Marenga",
)

// bySide exchanges parties that are on two sides.
var bySide = strings.NewReplacer(
	"rebel", "soldier", "soldier", "rebel", "Rebel", "Soldier", "Soldier", "Rebel",
	"government", "opposition", "opposition", "government",
	"villager", "farmer", "farmer", "villager", "Villager", "Farmer", "Farmer", "Villager",
)

// TestEvenHanded exchanges the parties of every case for each other: the same must be found with the parties exchanged,
// whether or not it is what the case demands.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			docs := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
			named := rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), byName)
			sided := rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), bySide)
			for phrase, doc := range docs {
				want := foundInOrder(doc, names)
				if diff := cmp.Diff(foundInOrder(named[byName.Replace(phrase)], names), want); diff != "" {
					t.Errorf("%q (-names exchanged +as it is):\n%s", phrase, diff)
				}
				got := foundInOrder(sided[bySide.Replace(phrase)], names)
				if diff := cmp.Diff(withoutReasons(got), withoutReasons(want)); diff != "" {
					t.Errorf("%q (-sides exchanged +as it is):\n%s", phrase, diff)
				}
			}
		})
	}
}

// foundInOrder finds the events of a document in which, as in one read from text, entities are numbered as they are
// first mentioned, so that those of a text and of its exchange have the same numbers.
func foundInOrder(doc *rashomon.Document, names []rashomontest.ListedName) []rashomon.Event {
	copied := *doc
	rashomontest.AddEntities(&copied, names)
	number := make(map[int]int, len(copied.Entities))
	entities := make([]rashomon.Entity, 0, len(copied.Entities))
	for i, mention := range copied.Mentions {
		if _, known := number[mention.Entity]; !known {
			number[mention.Entity] = len(entities)
			entities = append(entities, copied.Entities[mention.Entity])
		}
		copied.Mentions[i].Entity = number[mention.Entity]
	}
	copied.Entities = entities
	copied.Statements = attribution.Find(&copied)
	return event.Find(&copied)
}

// withoutReasons leaves out the contexts, which differ between sides by the codebook (what soldiers of a state do is
// military, what rebels do is not), and the lines of the lexicon, some of which name a noun where others say "party".
func withoutReasons(events []rashomon.Event) []rashomon.Event {
	out := make([]rashomon.Event, 0, len(events))
	for _, e := range events {
		e.Contexts, e.Rule = nil, ""
		out = append(out, e)
	}
	return out
}
