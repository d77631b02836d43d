package stance

import (
	"slices"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
)

// Asked for are names and nouns of who can act, and places that do.
func TestTargets(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document("The Bergen Institute , rebels , it , Velm , Osterna and the bridge met Brandt .")
	mention := func(start, end int, kind rashomon.MentionKind, entityType rashomon.EntityType) {
		doc.Mentions = append(doc.Mentions, rashomon.Mention{
			Span: rashomon.Span{Start: start, End: end}, Head: end - 1, Kind: kind, Entity: len(doc.Entities), Rule: "given",
			Antecedent: rashomon.None,
		})
		doc.Entities = append(doc.Entities, rashomon.Entity{Name: "x", Type: entityType, Rule: "given"})
	}
	mention(1, 3, rashomon.MentionName, rashomon.EntityOrganization)  // Bergen Institute
	mention(1, 2, rashomon.MentionName, rashomon.EntityPerson)        // Bergen: within another name
	mention(4, 5, rashomon.MentionNominal, rashomon.EntityGroup)      // rebels
	mention(6, 7, rashomon.MentionPronoun, rashomon.EntityGroup)      // it
	mention(8, 9, rashomon.MentionName, rashomon.EntityPlace)         // Velm: does something
	mention(10, 11, rashomon.MentionName, rashomon.EntityPlace)       // Osterna
	mention(12, 14, rashomon.MentionNominal, rashomon.EntityFacility) // the bridge
	mention(15, 16, rashomon.MentionName, rashomon.EntityPerson)      // Brandt
	doc.Events = []rashomon.Event{{
		Trigger: rashomon.Span{Start: 14, End: 15}, Type: "CONSULT", Actors: []int{4}, Place: rashomon.None, Time: rashomon.None,
		Statement: rashomon.None, Status: rashomon.StatusActual, Rule: "met",
	}}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	var r reading
	r.read(doc)
	var got []int
	for i := range doc.Mentions {
		if r.isTarget(i) {
			got = append(got, i)
		}
	}
	if want := []int{0, 2, 4, 7}; !slices.Equal(got, want) {
		t.Errorf("got the mentions %v, want %v", got, want)
	}
}
