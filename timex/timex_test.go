package timex_test

import (
	"cmp"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/segment"
	"rashomon/timex"
)

// tagged is the notation of the cases for a word with a tag: "march_VBP".
var tagged = regexp.MustCompile(`(\S)_([A-Z]+)\b`)

// document builds the document of a case: published on a day, segmented, with the tags that the phrase gives. inPhrase
// turns an offset of its text into one of the phrase.
func document(phrase, published string) (doc *rashomon.Document, inPhrase func(int) int) {
	doc = &rashomon.Document{Text: tagged.ReplaceAllString(phrase, "$1")}
	if published != "" {
		doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: published, Rule: "given"}}
	}
	doc.Sentences, doc.Tokens = segment.Find(doc)
	marks := tagged.FindAllStringSubmatchIndex(phrase, -1)
	inPhrase = func(offset int) int {
		for _, mark := range marks {
			if mark[3] <= offset {
				offset += mark[1] - mark[3]
			}
		}
		return offset
	}
	for _, mark := range marks {
		for i := range doc.Tokens {
			if inPhrase(doc.Tokens[i].Extent.End) == mark[1] {
				doc.Tokens[i].XPOS = phrase[mark[4]:mark[5]]
			}
		}
	}
	return doc, inPhrase
}

// find returns what the cases ask for: type, value and modifier.
func find(c rashomontest.Case) []rashomontest.Finding {
	doc, inPhrase := document(c.Phrase, c.Given["published"])
	var found []rashomontest.Finding
	for _, t := range timex.Find(doc) {
		e := doc.Extent(t.Span)
		found = append(found, rashomontest.Finding{Start: inPhrase(e.Start), End: inPhrase(e.End), Value: value(t)})
	}
	return found
}

func value(t rashomon.Timex) string {
	return strings.TrimSpace(fmt.Sprintf("%s %s %s", t.Type, cmp.Or(t.Value, "?"), t.Mod))
}

var caseFiles = []string{
	"dates", "relative", "durations", "sets", "holidays", "references", "clock", "false_friends",
}

func TestCases(t *testing.T) {
	t.Parallel()
	for _, name := range caseFiles {
		rashomontest.RunCases(t, filepath.Join("testdata", name+".cases"), find)
	}
}

// TestTexts runs the cases that give more than one time, whose value is all of them.
func TestTexts(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"ranges", "story"} {
		rashomontest.RunCases(t, filepath.Join("testdata", name+".cases"), func(c rashomontest.Case) []rashomontest.Finding {
			doc, _ := document(c.Phrase, c.Given["published"])
			var values []string
			for _, found := range timex.Find(doc) {
				values = append(values, cmp.Or(found.Value, "?"))
			}
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: strings.Join(values, "; ")}}
		})
	}
}

// TestCarriers sets the phrases into sentences, in front of a noun, behind a comma, in brackets.
func TestCarriers(t *testing.T) {
	t.Parallel()
	carriers := []string{
		"The town was quiet (%s), people said.",
		"What they spoke of was %s, and nobody else knew it.",
		"“%s”, she wrote on the wall.",
	}
	for _, name := range caseFiles[:6] {
		rashomontest.RunCarriers(t, filepath.Join("testdata", name+".cases"), carriers, find)
	}
	rashomontest.RunCarriers(t, "testdata/clock.cases", []string{"The bells rang at %s, the miller said."}, find)
}
