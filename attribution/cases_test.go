package attribution_test

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/attribution"
	"rashomon/rashomontest"
)

// TestCases finds the statements of the phrases in testdata/*.cases. Their tags and trees stand in the file .conllu of the
// same name, so that no model is needed, and a case changes its outcome with this package alone.
func TestCases(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			doc, ok := trees[c.Phrase]
			if !ok {
				t.Errorf("%s:%d: %q has no tree: run go test ./attribution -run Trees -update", c.File, c.Line, c.Phrase)
				return nil
			}
			doc = withParts(doc, c.Given["parts"])
			rashomontest.AddEntities(doc, names)
			doc.Statements = attribution.Find(doc)
			if err := doc.Check(); err != nil {
				t.Errorf("%s:%d: %v", c.File, c.Line, err)
			}
			if len(doc.Statements) == 0 {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(doc.Text), Value: printed(doc)}}
		})
	}
}

// withParts returns a copy of a document whose parts are of the kinds given, with a space between them.
func withParts(doc *rashomon.Document, kinds string) *rashomon.Document {
	changed := *doc
	changed.Parts = slices.Clone(doc.Parts)
	for i, kind := range strings.Fields(kinds) {
		if i < len(changed.Parts) {
			changed.Parts[i].Kind = rashomon.PartKind(kind)
		}
	}
	return &changed
}

// printed tells statements in the form that testdata/direct.cases explains.
func printed(doc *rashomon.Document) string {
	statements := doc.Statements
	order := make([]int, len(statements))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(place(statements[a]), place(statements[b])) })
	var values []string
	for _, i := range order {
		s := statements[i]
		value := fmt.Sprintf("%s | %s | %s | %s %s", orDash(trim(doc.QuoteSpan(s.Source))), orDash(doc.QuoteSpan(s.Cue)),
			content(doc, s), s.Kind, orDash(string(s.Act)))
		if s.Within != rashomon.None {
			value += fmt.Sprintf(" < %d", slices.Index(order, s.Within)+1)
		}
		values = append(values, value)
	}
	return strings.Join(values, " ; ")
}

// place is where a statement stands among those of its phrase: at its cue, or at its content where it has none.
func place(s rashomon.Statement) int {
	if s.Cue.Empty() {
		return s.Content[0].Start
	}
	return s.Cue.Start
}

// content prints a content, a piece for each paragraph of each of its stretches.
func content(doc *rashomon.Document, s rashomon.Statement) string {
	var pieces []string
	for _, span := range s.Content {
		for piece := range strings.SplitSeq(doc.QuoteSpan(span), "\n\n") {
			pieces = append(pieces, trim(piece))
		}
	}
	return strings.Join(pieces, " … ")
}

// edge is what a piece of text may end with that changes nothing, before or behind its closing quotation marks.
var edge = regexp.MustCompile(`[\s,.:;–—-]*(["”’']*)[\s,.:;–—-]*$`)

func trim(piece string) string {
	return edge.ReplaceAllString(strings.TrimLeft(piece, " ,.:;–—-"), "$1")
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
