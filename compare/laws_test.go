package compare_test

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/examples"
	"rashomon/export"
	"rashomon/link"
	"rashomon/reader"
	"rashomon/source"
)

// accounts are the digests of the embedded case, read once.
var accounts = sync.OnceValues(func() ([]*digest.Digest, error) {
	var digests []*digest.Digest
	err := fs.WalkDir(examples.Case(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(examples.Case(), name)
		if err != nil {
			return err
		}
		d, err := read(name, content)
		digests = append(digests, d)
		return err
	})
	return digests, err
})

var formats = map[string]rashomon.Format{
	".txt": rashomon.FormatText, ".md": rashomon.FormatMarkdown, ".html": rashomon.FormatHTML, ".pdf": rashomon.FormatPDF,
}

func read(name string, content []byte) (*digest.Digest, error) {
	original := rashomon.Original{Name: name, Bytes: content, Format: formats[path.Ext(name)]}
	doc, err := source.Parse(original)
	if err != nil {
		return nil, err
	}
	if err := reader.New().Read(context.Background(), doc); err != nil {
		return nil, err
	}
	return digest.Of(doc), nil
}

func embedded(t testing.TB) []*digest.Digest {
	t.Helper()
	digests, err := accounts()
	if err != nil {
		t.Fatal(err)
	}
	return digests
}

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
	digests := embedded(t)
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

// TestAnAccountDoesNotDifferFromItself compares each document with its copy under another id.
func TestAnAccountDoesNotDifferFromItself(t *testing.T) {
	t.Parallel()
	for _, d := range embedded(t) {
		copied := *d
		copied.Document = strings.Repeat("f", len(d.Document))
		digests := []*digest.Digest{d, &copied}
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
	digests := embedded(t)
	silent, err := read("silent.txt", []byte("Bees in the garden\n\nThe bees came late that spring. The pear tree flowered in May, and the plums were small.\n"))
	if err != nil {
		t.Fatal(err)
	}
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
