package framing_test

import (
	"testing"

	"rashomon/framing"
	"rashomon/rashomontest"
)

// TestRules demands that a label names the lines of the data, and what else, that its valence comes from.
func TestRules(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, test := range []struct{ file, phrase, rule string }{
		{"nouns", "The puppet regime has closed the port.", "labels.txt/puppet regime"},
		{"modifiers", "The corrupt and incompetent government raised the tax.", "labels.txt/corrupt; labels.txt/incompetent"},
		{"modifiers", "The Marenga-backed forces reached the coast.", "labels.txt/PARTY-backed"},
		{"modifiers", "The anti-imperialist movement has grown.", "labels.txt/imperialist, anti-"},
		{"distance", "The so-called rebels asked for money.", "labels.txt/so-called; labels.txt/rebel"},
		{"distance", "The “rebels” were paid in gold.", "labels.txt/rebel; quotation marks"},
		{"context", "The regime fell. Nobody missed the corrupt regime.", "labels.txt/regime; as the other labels"},
	} {
		doc := rashomontest.ReadTrees(t, "testdata/"+test.file+".conllu")[test.phrase]
		if doc == nil {
			t.Fatalf("%s.cases has no %q", test.file, test.phrase)
		}
		addParties(doc, names)
		labels, _ := framing.Find(doc)
		if len(labels) == 0 || labels[0].Rule != test.rule {
			t.Errorf("%q: got %+v, want the rule %q", test.phrase, labels, test.rule)
		}
	}
}
