package entity

import (
	"bytes"
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/conllu"
	"rashomon/entity/name"
	"rashomon/rashomontest"
)

// TestTexts finds the entities of the treebanks in testdata, whose names are listed there, and compares every finding with
// the golden file beside it.
func TestTexts(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/*.conllu")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			doc := treebank(t, path)
			doc.Entities, doc.Mentions = find(doc, listedNames(t, doc))
			if err := doc.Check(); err != nil {
				t.Error(err)
			}
			rashomontest.Golden(t, strings.TrimSuffix(path, ".conllu")+".golden", found(t, doc))
		})
	}
}

// found prints the findings of this package's layers.
func found(t *testing.T, doc *rashomon.Document) []byte {
	t.Helper()
	var all bytes.Buffer
	if err := rashomon.Print(&all, doc); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for line := range strings.Lines(all.String()) {
		if strings.HasPrefix(line, "e") || strings.HasPrefix(line, "m") {
			out.WriteString(line)
		}
	}
	return out.Bytes()
}

func treebank(t testing.TB, path string) *rashomon.Document {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	docs, err := conllu.Read(path, file)
	if err != nil || len(docs) != 1 {
		t.Fatalf("%s: %d documents, %v", path, len(docs), err)
	}
	return docs[0]
}

// listedNames finds the names of testdata/names.txt in a document, the longest at each place.
func listedNames(t testing.TB, doc *rashomon.Document) []name.Name {
	t.Helper()
	content, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []name.Name
	for line := range strings.Lines(string(content)) {
		kind, text, isName := strings.Cut(strings.TrimSpace(line), " | ")
		if isName && !strings.HasPrefix(line, "#") {
			names = append(names, occurrences(doc, rashomon.EntityType(kind), text)...)
		}
	}
	slices.SortFunc(names, func(a, b name.Name) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	end := 0
	return slices.DeleteFunc(names, func(n name.Name) bool {
		overlaps := n.Span.Start < end
		end = max(end, n.Span.End)
		return overlaps
	})
}

func occurrences(doc *rashomon.Document, kind rashomon.EntityType, text string) []name.Name {
	var out []name.Name
	for at := 0; ; {
		next := strings.Index(doc.Text[at:], text)
		if next < 0 {
			return out
		}
		extent := rashomon.Extent{Start: at + next, End: at + next + len(text)}
		if span := doc.Span(extent); doc.Extent(span) == extent {
			out = append(out, name.Name{Span: span, Type: kind, Share: 1, Rule: "listed"})
		}
		at = extent.End
	}
}

// TestDataFiles loads every data file: a line that does not fit fails here, not at work.
func TestDataFiles(t *testing.T) {
	t.Parallel()
	if err := eachLine("pronouns", 6, func(columns []string) error { return readPronoun(map[string]pronoun{}, columns) }); err != nil {
		t.Error(err)
	}
	known := map[string]kind{}
	if err := eachLine("kinds", 3, func(columns []string) error {
		for _, noun := range strings.Fields(columns[2]) {
			if other, twice := known[noun]; twice {
				t.Errorf("%q is of two kinds, %s and %s", noun, other.name, columns[0])
			}
		}
		if columns[1] != "one" && columns[1] != "many" {
			t.Errorf("kind %q: got %q, want one or many", columns[0], columns[1])
		}
		return readKind(known, columns)
	}); err != nil {
		t.Error(err)
	}
	for _, name := range []string{kindCompany, kindVessel} {
		if !slices.ContainsFunc(slices.Collect(maps.Values(known)), func(k kind) bool { return k.name == name }) {
			t.Errorf("data/kinds.txt has no kind %q", name)
		}
	}
	genderOf := map[string]string{}
	if err := eachLine("genders", 2, func(columns []string) error {
		for _, word := range strings.Fields(columns[1]) {
			if other := genderOf[word]; other != "" && other != columns[0] {
				t.Errorf("%q is of both genders", word)
			}
			genderOf[word] = columns[0]
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
	for class, words := range map[string]map[string]bool{
		"quantifier": quantifiers(), "definite": definites(), "identifying": identifying(), "identifying persons": identifyingPersons(), "identifying events": identifyingEvents(), "outside": outside(), "distancing": distancings(),
		"taking up": takingUp(), "taking up place": takingUpPlaces(), "taking up country": takingUpCountries(), "within names": nameLinks(),
		"ships": ships(), "saint": saintTitles(), "any body": anyBody(),
	} {
		if len(words) == 0 {
			t.Errorf("data/words.txt has no class %q", class)
		}
	}
}

func TestSlips(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"gaddafi", "gadaffi", true}, {"haftar", "haftat", true}, {"misrata", "misrat", true}, {"idlib", "idilb", true},
		{"osterna", "osterna", false}, {"brand", "brands", false}, {"iran", "iraq", false}, {"niger", "nigeria", false},
		{"austria", "australia", false}, {"boeing7", "boeing8", false},
	} {
		if got := test.a != test.b && slip(test.a, test.b); got != test.want {
			t.Errorf("%s, %s: got %v", test.a, test.b, got)
		}
	}
}

// within returns the place whose name is the end of another name.
func within(outer name.Name, start int) name.Name {
	span := rashomon.Span{Start: start, End: outer.Span.End}
	return name.Name{Span: span, Type: rashomon.EntityPlace, Share: 1, Rule: "within", Inner: true}
}

// TestNameWithinName: a place in the name of a council is a place of its own, whatever is said of the council.
func TestNameWithinName(t *testing.T) {
	t.Parallel()
	doc := treebank(t, "testdata/party.conllu")
	var names []name.Name
	for _, n := range listedNames(t, doc) {
		names = append(names, n)
		if doc.QuoteSpan(n.Span) == "National Council of Velm" {
			names = append(names, within(n, n.Span.End-1))
		}
	}
	doc.Entities, doc.Mentions = find(doc, names)
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	places := 0
	for _, m := range doc.Mentions {
		if m.Rule == "within" {
			places++
			if place := doc.Entities[m.Entity]; place.Name != "Velm" || place.Type != rashomon.EntityPlace {
				t.Errorf("got %+v, want the place Velm", place)
			}
		}
	}
	if places == 0 {
		t.Error("no name within a name")
	}
}

// TestVotes: what several mentions of a name may be counts together, whatever each of them most likely is.
func TestVotes(t *testing.T) {
	t.Parallel()
	votes := map[string]map[rashomon.EntityType]float64{}
	for _, shares := range [][2]float64{{0.5, 0.4}, {0.5, 0.4}, {0.1, 0.8}} {
		n := name.Name{Type: rashomon.EntityPerson, Share: shares[0], Others: []name.Other{{Type: rashomon.EntityPlace, Share: shares[1]}}}
		voteFor(votes, "velm", n)
	}
	if got := elected(votes["velm"], rashomon.EntityPerson); got != rashomon.EntityPlace {
		t.Errorf("got %s, want PLACE", got)
	}
}

// Whatever is taken for a name, wherever heads hang: the layers fit together and every mention is of one entity.
func TestFindFitsTogether(t *testing.T) {
	t.Parallel()
	doc := treebank(t, "testdata/party.conllu")
	kinds := []rashomon.EntityType{rashomon.EntityPerson, rashomon.EntityPlace, rashomon.EntityOrganization, rashomon.EntityGroup}
	rapid.Check(t, func(t *rapid.T) {
		var names []name.Name
		for start := 0; start < len(doc.Tokens)-1; {
			start += rapid.IntRange(0, 9).Draw(t, "gap")
			end := min(start+rapid.IntRange(1, 4).Draw(t, "length"), len(doc.Tokens))
			if start < end && doc.SentenceOf(start) == doc.SentenceOf(end-1) {
				kind := rapid.SampledFrom(kinds).Draw(t, "type")
				outer := name.Name{Span: rashomon.Span{Start: start, End: end}, Type: kind, Rule: "drawn"}
				names = append(names, outer)
				if end-start > 1 && rapid.Bool().Draw(t, "a name within") {
					names = append(names, within(outer, rapid.IntRange(start+1, end-1).Draw(t, "begins")))
				}
			}
			start = max(end, start+1)
		}
		read := *doc
		read.Entities, read.Mentions = find(doc, names)
		if err := read.Check(); err != nil {
			t.Fatal(err)
		}
	})
}
