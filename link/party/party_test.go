package party_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/party"
)

// fellows are named in every document of a test that adds them: they are the last entities.
var fellows = []string{"PERSON Ilmar Vostrup", "PLACE Dorenta"}

// TestGroups links documents, of which each is a list of entities, and tells which are one: "a1 b1" is the first of the
// first document with the first of the second. What stands alone is not told.
func TestGroups(t *testing.T) {
	t.Parallel()
	for title, test := range map[string]struct {
		documents [][]string
		want      string
	}{
		"a family name goes to the one with the title": {[][]string{
			{"PERSON Zhelan Torvik; title=Mr"}, {"PERSON Irena Torvik; title=Mrs"}, {"PERSON Torvik; title=Mrs"},
		}, "b1 c1"},
		"a family name of two stays alone": {[][]string{
			{"PERSON Zhelan Torvik"}, {"PERSON Irena Torvik"}, {"PERSON Torvik"},
		}, ""},
		"another spelling is another person where a document names both": {[][]string{
			{"PERSON Jonas Reve; title=Colonel"}, {"PERSON Jon Rewe", "PERSON Reve"},
		}, "a1 b2"},
		"an acronym is what its document says": {[][]string{
			{"ORGANIZATION People's Alliance for Renewal = PAR"}, {"ORGANIZATION Popular Action for Reform = PAR"},
			{"ORGANIZATION People's Alliance for Renewal", "ORGANIZATION PAR"},
		}, "a1 c1; b1 c2"},
		"an acronym is that of whoever stands beside it": {[][]string{
			{"ORGANIZATION People's Alliance for Renewal = PAR", "+PERSON Nadia Haddad"},
			{"ORGANIZATION Popular Action for Reform = PAR", "+PERSON Viktor Amsel"}, {"ORGANIZATION PAR", "+PERSON Viktor Amsel"},
		}, "b1 c1; b2 c2"},
		"the Ministry is the one that speaks": {[][]string{
			{"ORGANIZATION Ministry of Energy"},
			{"ORGANIZATION Ministry of Fisheries; source=yes", "ORGANIZATION Ministry of Energy", "ORGANIZATION Ministry"},
		}, "a1 b2; b1 b3"},
		"a by-name that one document explains": {[][]string{
			{"PLACE Lower Town"}, {"PLACE Slips Quarter"}, {"PLACE Slips Quarter", "~PLACE Lower Town"},
		}, "a1 b1 c1 c2"},
		"a station that speaks of itself": {[][]string{
			{"ORGANIZATION Orlo Public Radio; source=yes", "FACILITY ; nouns=this station"}, {"ORGANIZATION Orlo Public Radio"},
			{"FACILITY ; nouns=this station"},
		}, "a1 a2 b1"},
		"a town where the document was written": {[][]string{
			{"PLACE Velm; dateline=yes", "PLACE ; nouns=this market town"}, {"PLACE Velm"},
		}, "a1 a2 b1"},
		"a function": {[][]string{
			{"PERSON Nora Lindqvist; title=Interior Minister"}, {"PERSON Omar Brandt; title=Energy Minister"},
			{"PERSON ; nouns=the interior minister"}, {"PERSON ; nouns=the minister"},
		}, "a1 c1"},
		"a function of something": {[][]string{
			{"PERSON Nora Lindqvist; nouns=leader of the River Party"}, {"PERSON ; nouns=the leader of the Coal Party"},
			{"PERSON ; nouns=the leader of the River Party who fell ill"},
		}, "a1 c1"},
		"words of a name": {[][]string{
			{"FACILITY Velm District Hospital"}, {"FACILITY ; nouns=the district hospital"}, {"FACILITY ; nouns=the hospital"},
		}, "a1 b1"},
		"a wrong type": {[][]string{
			{"PERSON Mirela Charnik"}, {"PLACE Mirela Tcharnik", "PERSON Tcharnik; title=Ms"},
		}, "a1 b1 b2"},
		"a person and a place of one name": {[][]string{
			{"PERSON Orla Velm; title=Senator"}, {"PLACE Velm; country=ESP"},
		}, ""},
		"one entity missed twice in a document": {[][]string{
			{"PERSON Nora Lindqvist", "ORGANIZATION River Party", "PERSON Nora Lindqvist"}, {"ORGANIZATION River Party"},
		}, "a1 a3; a2 b1"},
		"a chain of parts does not join two that differ": {[][]string{
			{"ORGANIZATION Harbour Workers Union of Velm"}, {"ORGANIZATION Harbour Workers Union"}, {"ORGANIZATION Harbour Workers Union of Orlo"},
		}, "a1 b1"},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			var digests []*digest.Digest
			for i, lines := range test.documents {
				digests = append(digests, document(t, string(rune('a'+i)), slices.Concat(lines, fellows)...))
			}
			parties := slices.DeleteFunc(party.Link(digests), func(p rashomon.Party) bool {
				return len(p.Entities) == 1 || p.Name == "Ilmar Vostrup" || p.Name == "Dorenta"
			})
			if got := groups(parties); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestParty tells what is kept of one party.
func TestParty(t *testing.T) {
	t.Parallel()
	digests := []*digest.Digest{
		document(t, "a", "PERSON Nora Lindqvist; title=Minister; codes=GOV; nouns=the minister", "PLACE Dorenta", "PERSON Ilmar Vostrup"),
		document(t, "b", "PERSON NORA LINDKVIST = Lindkvist; codes=SWE GOV", "PLACE Dorenta", "PERSON Ilmar Vostrup"),
		document(t, "c", "PLACE Nora Lindqvist", "PLACE Dorenta", "PERSON Ilmar Vostrup"),
	}
	var got rashomon.Party
	for _, p := range party.Link(digests) {
		if p.Entities[0] == (rashomon.Element{Document: "a"}) {
			got = p
		}
	}
	a, b, c := rashomon.Element{Document: "a"}, rashomon.Element{Document: "b"}, rashomon.Element{Document: "c"}
	want := rashomon.Party{
		ID: a.ID("p"), Name: "Nora Lindqvist", Type: rashomon.EntityPerson, Codes: []string{"SWE", "GOV"},
		Spellings: []rashomon.Spelling{
			{Form: "Lindkvist", Kind: rashomon.MentionName, Documents: []string{"b"}},
			{Form: "NORA LINDKVIST", Kind: rashomon.MentionName, Documents: []string{"b"}},
			{Form: "Nora Lindqvist", Kind: rashomon.MentionName, Documents: []string{"a", "c"}},
			{Form: "the minister", Kind: rashomon.MentionNominal, Documents: []string{"a"}},
		},
		Entities: []rashomon.Element{a, b, c},
		Joins: []rashomon.Join{
			{A: a, B: b, Rule: "name/spelling", Reason: `"Nora Lindqvist" and "NORA LINDKVIST" are two spellings of one name`, Score: 1 - 0.15/9/2},
			{A: a, B: c, Rule: "name/same", Reason: `"Nora Lindqvist" and "Nora Lindqvist" are the same name`, Score: 1},
		},
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got, want: %s", diff)
	}
}
