package frame_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
)

// What stands around the phrases of the case files.
const (
	caseHeadline  = "Fire destroys the old granary"
	caseParagraph = "The granary on the quay burned down in the night, and the harbour watch, which had been sent home " +
		"at ten, came too late to save the grain. Nobody was hurt."
)

// findFramed frames a phrase between two texts and returns the finding that its parts make: from the first to the last
// that was taken for a part of the frame, with the rule of the first and the details in them.
func findFramed(t testing.TB, before, phrase, after string) []rashomontest.Finding {
	doc, err := parse(before + phrase + after)
	if err != nil {
		t.Fatalf("%q: %v", phrase, err)
	}
	start, end := len(before), len(before)+len(phrase)
	var found []rashomontest.Finding
	for _, p := range doc.Parts {
		rule, framed := strings.CutPrefix(p.Rule, "text/")
		if p.Extent.Start < start || p.Extent.End > end || !framed {
			continue
		}
		if p.Kind == rashomon.PartHeadline || p.Kind == rashomon.PartBody {
			continue
		}
		if len(found) == 0 {
			found = []rashomontest.Finding{{Start: p.Extent.Start - start, Value: rule}}
		}
		found[0].End = p.Extent.End - start
	}
	for _, d := range doc.Details {
		if d.Extent.Empty() || d.Extent.Start < start || d.Extent.End > end || d.Field == rashomon.FieldTitle {
			continue
		}
		if len(found) == 0 {
			found = []rashomontest.Finding{{Start: d.Extent.Start - start, End: d.Extent.End - start, Value: "no part"}}
		}
		found[0].Value += fmt.Sprintf(" %s=%s", d.Field, d.Value)
	}
	return found
}

func TestCases(t *testing.T) {
	t.Parallel()
	for file, around := range map[string][2]string{
		"byline":      {caseHeadline + "\n\n", "\n\n" + caseParagraph + "\n\n" + caseParagraph},
		"date_line":   {caseHeadline + "\n\n", "\n\n" + caseParagraph + "\n\n" + caseParagraph},
		"masthead":    {"", "\n\n" + caseHeadline + "\n\n" + caseParagraph},
		"credit":      {caseHeadline + "\n\n" + caseParagraph + "\n\n", ""},
		"signature":   {caseHeadline + "\n\n" + caseParagraph + "\n\n", ""},
		"boilerplate": {caseHeadline + "\n\n" + caseParagraph + "\n\n", ""},
		"caption":     {caseHeadline + "\n\n" + caseParagraph + "\n\n", "\n\n" + caseParagraph},
	} {
		rashomontest.RunCases(t, filepath.Join("testdata", file+".cases"), func(c rashomontest.Case) []rashomontest.Finding {
			return findFramed(t, around[0], c.Phrase, around[1])
		})
	}
}

func TestDatelineCases(t *testing.T) {
	t.Parallel()
	const sentence = "Nobody was hurt when the granary burned, the mayor said."
	rashomontest.RunCases(t, "testdata/dateline.cases", func(c rashomontest.Case) []rashomontest.Finding {
		if c.Section == rashomontest.Must || c.Section == rashomontest.NotYet {
			return findFramed(t, caseHeadline+"\n\n", c.Phrase, " "+sentence)
		}
		return findFramed(t, caseHeadline+"\n\n", c.Phrase, "")
	})
}
