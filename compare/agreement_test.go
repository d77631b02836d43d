package compare_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"rashomon"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link"
	"rashomon/rashomontest"
)

// TestAgreements prints the agreements of invented stories, each a folder of accounts in testdata/stories. A reader of the
// golden file must accept four of five of those that rules tell.
func TestAgreements(t *testing.T) {
	t.Parallel()
	folders, err := filepath.Glob("testdata/stories/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no stories", err)
	}
	var out bytes.Buffer
	for _, folder := range folders {
		fmt.Fprintf(&out, "# %s\n", filepath.Base(folder))
		digests := readStory(t, folder)
		g := ground.New(digests, link.Link(digests))
		for _, agreement := range compare.Compare(g).Agreements {
			printAgreement(&out, g, agreement)
		}
	}
	rashomontest.Golden(t, "testdata/agreements.golden", out.Bytes())
}

func readStory(t *testing.T, folder string) []*digest.Digest {
	t.Helper()
	paths, err := filepath.Glob(folder + "/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var digests []*digest.Digest
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		digests = append(digests, digesttest.Read(t, filepath.Base(path), content))
	}
	return digests
}

func printAgreement(out *bytes.Buffer, g *ground.Ground, a rashomon.Agreement) {
	fmt.Fprintf(out, "%s %s, roots %d: %s\n", a.Kind, a.Rule, len(a.Roots), a.Why)
	for _, side := range a.Passages {
		d := g.Digest(side.Document)
		fmt.Fprintf(out, "\t%s %q\n", d.Name, d.Quote(side.Extent))
	}
}
