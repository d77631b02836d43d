package compare_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/examples"
	"rashomon/export"
	"rashomon/link"
	"rashomon/reader"
	"rashomon/source"
)

// printed compares documents and returns the comparison as it is printed.
func printed(t testing.TB, digests []*digest.Digest) string {
	t.Helper()
	var out bytes.Buffer
	if err := export.WriteComparison(&out, compare.Compare(ground.New(digests, link.Link(digests))), digests); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestOrderChangesNothing gives the same documents in any order.
func TestOrderChangesNothing(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	want := printed(t, digests)
	for seed := range uint64(5) {
		shuffled := slices.Clone(digests)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(shuffled), func(i, j int) {
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		})
		if got := printed(t, shuffled); got != want {
			t.Fatalf("seed %d: the order of the documents changes the comparison:\n%s", seed, cmp.Diff(want, got))
		}
	}
}

// TestFoldingChangesNothing: documents are compared as well where their clauses were put away.
func TestFoldingChangesNothing(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	folded := make([]*digest.Digest, len(digests))
	for i, d := range digests {
		var err error
		if folded[i], err = digest.Decode(digest.Encode(d)); err != nil {
			t.Fatal(err)
		}
		folded[i].Fold()
	}
	if want, got := printed(t, digests), printed(t, folded); got != want {
		t.Errorf("(-want +got):\n%s", cmp.Diff(want, got))
	}
}

// TestAnAccountDoesNotDifferFromItself compares each document with its copy under another id.
func TestAnAccountDoesNotDifferFromItself(t *testing.T) {
	t.Parallel()
	for _, d := range digesttest.Case(t) {
		digests := []*digest.Digest{d, digesttest.Copy(d)}
		for _, difference := range compare.Compare(ground.New(digests, link.Link(digests))).Differences {
			if difference.A.Document != difference.B.Document && difference.Scope == "" && !within(d, difference) {
				t.Errorf("%s: %s %q against %q: %s", d.Name, difference.Rule, d.Quote(difference.A.Extent), d.Quote(difference.B.Extent), difference.Why)
			}
		}
	}
}

// within reports whether the difference is found in the document alone: its own holders contradict each other.
func within(d *digest.Digest, of rashomon.Difference) bool {
	alone := []*digest.Digest{d}
	return slices.ContainsFunc(compare.Compare(ground.New(alone, link.Link(alone))).Differences, func(own rashomon.Difference) bool {
		return own.Rule == of.Rule && (own.A.Extent == of.A.Extent && own.B.Extent == of.B.Extent || own.A.Extent == of.B.Extent && own.B.Extent == of.A.Extent)
	})
}

// TestASilentAccountChangesNothing adds a document that tells of nothing the others tell of.
func TestASilentAccountChangesNothing(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	silent := digesttest.Read(t, "silent.txt", []byte("Bees in the garden\n\nThe bees came late that spring. The pear tree flowered in May, and the plums were small.\n"))
	before := compare.Compare(ground.New(digests, link.Link(digests)))
	with := append(slices.Clone(digests), silent)
	after := compare.Compare(ground.New(with, link.Link(with)))
	if diff := cmp.Diff(before.Differences, after.Differences); diff != "" {
		t.Errorf("differences change: %s", diff)
	}
	if diff := cmp.Diff(before.Agreements, after.Agreements); diff != "" {
		t.Errorf("agreements change: %s", diff)
	}
}

// TestExchangingTwoAccountsMirrorsTheResult gives each of two accounts the id of the other: what is found is the same,
// with the ids exchanged.
func TestExchangingTwoAccountsMirrorsTheResult(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	for i, a := range digests {
		for _, b := range digests[i+1:] {
			want := found([]*digest.Digest{a, b}, strings.NewReplacer())
			exchange := strings.NewReplacer(a.Document, b.Document, b.Document, a.Document)
			got := found([]*digest.Digest{named(a, b.Document), named(b, a.Document)}, exchange)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s and %s exchanged: %s", a.Name, b.Name, diff)
			}
		}
	}
}

// named returns a digest under another id.
func named(d *digest.Digest, id string) *digest.Digest {
	copied := *d
	copied.Document = id
	return &copied
}

// TestExchangingNamesExchangesThemInTheResult reads the case with two names exchanged that the reader does not know,
// of one length and shape: what is found is the same, with the names exchanged.
func TestExchangingNamesExchangesThemInTheResult(t *testing.T) {
	t.Parallel()
	want := found(digesttest.Case(t), strings.NewReplacer())
	for _, names := range [][2]string{{"Halik", "Iskar"}, {"Dragan", "Brandt"}} {
		exchange := strings.NewReplacer(names[0], names[1], names[1], names[0])
		if diff := cmp.Diff(want, found(readExchanged(t, exchange), exchange)); diff != "" {
			t.Errorf("%s and %s exchanged: %s", names[0], names[1], diff)
		}
	}
}

// readExchanged reads the embedded case with words exchanged for others of their length.
func readExchanged(t *testing.T, exchange *strings.Replacer) []*digest.Digest {
	t.Helper()
	files, err := fs.Glob(examples.Case(), "*")
	if err != nil {
		t.Fatal(err)
	}
	formats := map[string]rashomon.Format{
		".txt": rashomon.FormatText, ".md": rashomon.FormatMarkdown, ".html": rashomon.FormatHTML, ".pdf": rashomon.FormatPDF,
	}
	var digests []*digest.Digest
	for _, name := range files {
		content, err := fs.ReadFile(examples.Case(), name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := source.Parse(rashomon.Original{Name: name, Bytes: content, Format: formats[path.Ext(name)]})
		if err != nil {
			t.Fatal(err)
		}
		doc.Text = exchange.Replace(doc.Text)
		for i := range doc.Details {
			doc.Details[i].Value = exchange.Replace(doc.Details[i].Value)
		}
		if err := reader.New().Read(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
		digests = append(digests, digest.Of(doc))
	}
	return digests
}

// found returns all that a comparison finds, as sorted lines in which nothing hangs on the order of ids: passages with
// their holders, in no order. The replacer takes back what was exchanged.
func found(digests []*digest.Digest, back *strings.Replacer) []string {
	g := ground.New(digests, link.Link(digests))
	c := compare.Compare(g)
	var lines []string
	add := func(what string, passages []string) {
		for i := range passages {
			passages[i] = back.Replace(passages[i])
		}
		slices.Sort(passages)
		lines = append(lines, what+" "+strings.Join(passages, " "))
	}
	for _, d := range c.Differences {
		add(fmt.Sprintf("difference %s %s %.6f %t", d.Kind, d.Rule, d.Strength, d.Scope != ""), sides(d.A, d.B))
	}
	for _, a := range c.Agreements {
		add(fmt.Sprintf("agreement %s %s %d", a.Kind, a.Rule, len(a.Roots)), sides(a.Passages...))
	}
	for _, e := range c.Echoes {
		passages := []string{"root:" + e.Root}
		for _, p := range e.Passages {
			passages = append(passages, fmt.Sprint(p))
		}
		add("echo "+string(e.Kind), passages)
	}
	for _, h := range c.Happenings {
		passages := append([]string{}, h.Silent...)
		for _, e := range h.Events {
			passages = append(passages, fmt.Sprint(e))
		}
		add("happening", passages)
	}
	for _, p := range c.Predictions {
		add("prediction "+string(p.Outcome), append(sides(p.Side), fmt.Sprint(len(p.ToldBy))))
	}
	for _, change := range c.Changes {
		var reports []rashomon.Side
		for _, r := range change.Reports {
			reports = append(reports, r.Side)
		}
		add("change "+change.Question, sides(reports...))
	}
	slices.Sort(lines)
	return lines
}

func sides(list ...rashomon.Side) []string {
	out := make([]string, len(list))
	for i, side := range list {
		out[i] = fmt.Sprint(side.Passage, strings.Join(side.Holders, "<-"))
	}
	return out
}
