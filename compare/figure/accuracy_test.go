package figure_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/link"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/source"
)

// A key is what the answer key of a case holds of figures.
type key struct {
	Documents   []struct{ ID, File string }
	Differences []struct {
		Kind  rashomon.PointKind
		A, B  stretch
		AAlso []stretch `json:"a_also"`
		BAlso []stretch `json:"b_also"`
	}
	NotDifferences []struct{ A, B stretch } `json:"not_differences"`
	Agreements     []struct {
		Kind     rashomon.PointKind
		Passages []stretch
	}
}

// A stretch of a text: where the quote stands more than once, the one in a context that stands once.
type stretch struct {
	Document, Quote string
	UniqueIn        string `json:"unique_in"`
}

// TestAccuracy measures what is found of the figures of the cases with an answer key: their differences, agreements,
// and what is given though it is no contradiction.
func TestAccuracy(t *testing.T) {
	var out strings.Builder
	for _, folder := range []string{"../../examples/dam", rashomontest.Bench(t, "cases", "square")} {
		data, err := os.ReadFile(filepath.Join(folder, "truth.json"))
		if err != nil {
			t.Fatal(err)
		}
		var k key
		if err := json.Unmarshal(data, &k); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s\n", filepath.Base(folder))
		k.score(&out, k.read(t, folder))
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", []byte(out.String()))
}

// read returns the documents of a case, each with the id that the key gives it.
func (k key) read(t *testing.T, folder string) []*digest.Digest {
	t.Helper()
	var digests []*digest.Digest
	for _, document := range k.Documents {
		data, err := os.ReadFile(filepath.Join(folder, document.File))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := source.Parse(rashomon.Original{Bytes: data, Format: rashomon.FormatText, Name: document.File})
		if err == nil {
			err = reader.New().Read(t.Context(), doc)
		}
		if err != nil {
			t.Fatal(err)
		}
		doc.ID = document.ID
		digests = append(digests, digest.Of(doc))
	}
	return digests
}

func (k key) score(out *strings.Builder, digests []*digest.Digest) {
	g := ground.New(digests, link.Link(digests))
	differences, agreements := figure.Compare(g)
	differences = slices.DeleteFunc(differences, func(d rashomon.Difference) bool { return d.Scope != "" })
	reported := func(as, bs []stretch) bool {
		return slices.ContainsFunc(differences, func(d rashomon.Difference) bool {
			return touches(g, d.A, as) && touches(g, d.B, bs) || touches(g, d.A, bs) && touches(g, d.B, as)
		})
	}
	found, all := 0, 0
	for _, gold := range k.Differences {
		if gold.Kind == rashomon.PointFigure {
			all++
			found += one(reported(append(gold.AAlso, gold.A), append(gold.BAlso, gold.B)))
		}
	}
	fmt.Fprintf(out, "  differences found          %2d of %2d\n", found, all)
	wrong := 0
	for _, no := range k.NotDifferences {
		wrong += one(reported([]stretch{no.A}, []stretch{no.B}))
	}
	fmt.Fprintf(out, "  given, though of scope     %2d of %2d\n", wrong, len(k.NotDifferences))
	fmt.Fprintf(out, "  differences given          %2d\n", len(differences))
	found, all = 0, 0
	for _, gold := range k.Agreements {
		if gold.Kind != rashomon.PointFigure {
			continue
		}
		all++
		found += one(slices.ContainsFunc(agreements, func(a rashomon.Agreement) bool {
			told := map[string]bool{}
			for _, passage := range a.Passages {
				if touches(g, passage, gold.Passages) {
					told[passage.Document] = true
				}
			}
			return len(told) > 1
		}))
	}
	fmt.Fprintf(out, "  agreements found           %2d of %2d\n", found, all)
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// touches reports whether a side shares a byte with one of some stretches of its document.
func touches(g *ground.Ground, side rashomon.Side, stretches []stretch) bool {
	return slices.ContainsFunc(stretches, func(s stretch) bool {
		text := g.Digest(side.Document).Text
		context := s.Quote
		if s.UniqueIn != "" {
			context = s.UniqueIn
		}
		at := strings.Index(text, context)
		if s.Document != side.Document || at < 0 {
			return false
		}
		at += strings.Index(context, s.Quote)
		return side.Extent.Start < at+len(s.Quote) && at < side.Extent.End
	})
}
