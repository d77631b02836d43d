package stance_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/network"
	"rashomon/rashomontest"
	"rashomon/stance"
)

func TestNewRefusesOtherNetworks(t *testing.T) {
	t.Parallel()
	var w network.Writer
	w.Strings("words", []string{"dam"})
	file, err := network.Read("other", w.File())
	if err != nil {
		t.Fatal(err)
	}
	vectors, err := network.EnglishVectors()
	if err != nil {
		t.Fatal(err)
	}
	if finder, err := stance.New(file, vectors); err == nil || finder != nil {
		t.Errorf("got %v and %v, want no finder and an error", finder, err)
	}
}

// A finder that many use at a time finds what it finds alone.
func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	finder, names := english(t), rashomontest.ListedNames(t)
	docs := rashomontest.ReadTrees(t, "testdata/persons.conllu")
	want := map[string][]rashomon.Stance{}
	for phrase, doc := range docs {
		rashomontest.AddEntities(doc, names)
		want[phrase] = finder.Find(doc)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for phrase, doc := range docs {
				if diff := cmp.Diff(want[phrase], finder.Find(doc)); diff != "" {
					t.Errorf("%q (-alone +beside others):\n%s", phrase, diff)
				}
			}
		})
	}
	group.Wait()
}

// What the text itself calls somebody decides, and who is called otherwise is judged by the network.
func TestLabelDecides(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document("The terrorists cheered for Brandt , a true hero .")
	for i, tag := range []string{"DET", "NOUN", "VERB", "ADP", "PROPN", "PUNCT", "DET", "ADJ", "NOUN", "PUNCT"} {
		doc.Tokens[i].UPOS, doc.Tokens[i].Relation = tag, "dep"
		doc.Tokens[i].Head = []int{1, 1, 0, 1, -2, 3, 2, 1, -4, -7}[i]
	}
	doc.Entities = []rashomon.Entity{
		{Name: "terrorists", Type: rashomon.EntityGroup, Rule: "given"}, {Name: "Brandt", Type: rashomon.EntityPerson, Rule: "given"},
	}
	doc.Mentions = []rashomon.Mention{
		{Span: rashomon.Span{Start: 0, End: 2}, Head: 1, Kind: rashomon.MentionNominal, Rule: "given", Antecedent: rashomon.None},
		{Span: rashomon.Span{Start: 4, End: 5}, Head: 4, Kind: rashomon.MentionName, Entity: 1, Rule: "given", Antecedent: rashomon.None},
	}
	doc.Labels = []rashomon.Label{{Entity: 0, Span: rashomon.Span{Start: 0, End: 2}, Valence: -1, Rule: "terrorist"}}
	got := english(t).Find(doc)
	if len(got) != 2 || got[0].Value != -1 || got[0].Rule != "stance/label" || got[1].Value != 1 || got[1].Rule != "stance/network" {
		t.Errorf("got %+v, want the label's -1 for the first and the network's 1 for the second", got)
	}
}
