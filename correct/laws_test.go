package correct_test

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/correct"
	"rashomon/digest"
	"rashomon/examples"
	"rashomon/export"
	"rashomon/link"
	"rashomon/reader"
	"rashomon/source"
)

// accounts are the embedded case, read once.
var accounts = sync.OnceValues(func() (documents []*rashomon.Document, err error) {
	formats := map[string]rashomon.Format{
		".txt": rashomon.FormatText, ".md": rashomon.FormatMarkdown, ".html": rashomon.FormatHTML, ".pdf": rashomon.FormatPDF,
	}
	err = fs.WalkDir(examples.Case(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(examples.Case(), name)
		if err != nil {
			return err
		}
		doc, err := source.Parse(rashomon.Original{Name: name, Bytes: content, Format: formats[path.Ext(name)]})
		if err != nil {
			return err
		}
		documents = append(documents, doc)
		return reader.New().Read(context.Background(), doc)
	})
	return documents, err
})

func embedded(t testing.TB) []*digest.Digest {
	t.Helper()
	documents, err := accounts()
	if err != nil {
		t.Fatal(err)
	}
	digests := make([]*digest.Digest, len(documents))
	for i, doc := range documents {
		digests[i] = digest.Of(doc)
	}
	return digests
}

// corrected returns the comparison of digests with corrections, and those that change nothing.
func corrected(digests []*digest.Digest, corrections []rashomon.Correction) (rashomon.Comparison, []*digest.Digest, map[int64]string) {
	r := correct.New(digests, corrections)
	c := r.Compared(compare.Compare(ground.New(r.Digests, r.Links())))
	return c, r.Digests, r.Unapplied()
}

func printed(t testing.TB, digests []*digest.Digest, corrections []rashomon.Correction) string {
	t.Helper()
	c, digests, _ := corrected(digests, corrections)
	var out bytes.Buffer
	if err := export.WriteComparison(&out, c, digests); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// uncorrected is the comparison as it is without this package.
func uncorrected(digests []*digest.Digest) rashomon.Comparison {
	return compare.Compare(ground.New(digests, link.Link(digests)))
}

// made numbers corrections and names an author.
func made(list ...rashomon.Correction) []rashomon.Correction {
	for i := range list {
		list[i].Number, list[i].Author, list[i].Reason = int64(i+1), "an editor", "of a letter to the desk"
	}
	return list
}

func one(d *digest.Digest, e rashomon.Extent) []rashomon.Passage {
	return []rashomon.Passage{{Document: d.Document, Extent: e}}
}

// drawn makes corrections of all kinds at random.
func drawn(random *rand.Rand, digests []*digest.Digest, c rashomon.Comparison) []rashomon.Correction {
	any := func() *digest.Digest { return digests[random.IntN(len(digests))] }
	party := func() rashomon.Target {
		d := any()
		return rashomon.Target{Kind: rashomon.TargetParty, Passages: one(d, d.Entities[random.IntN(len(d.Entities))].Mentions[0].Extent)}
	}
	event := func(kind rashomon.TargetKind) rashomon.Target {
		d := any()
		return rashomon.Target{Kind: kind, Passages: one(d, d.Events[random.IntN(len(d.Events))].Extent)}
	}
	difference := c.Differences[random.IntN(len(c.Differences))]
	return made(
		rashomon.Correction{Kind: rashomon.CorrectionMerge, Targets: []rashomon.Target{party(), party()}},
		rashomon.Correction{Kind: rashomon.CorrectionSplit, Targets: []rashomon.Target{party(), party()}},
		rashomon.Correction{Kind: rashomon.CorrectionMerge, Targets: []rashomon.Target{event("happening"), event("happening")}},
		rashomon.Correction{Kind: rashomon.CorrectionSplit, Targets: []rashomon.Target{event("happening"), event("happening")}},
		rashomon.Correction{Kind: rashomon.CorrectionRecode, Targets: []rashomon.Target{party()}, Type: "GROUP", Codes: []string{"REB"}},
		rashomon.Correction{Kind: rashomon.CorrectionRecode, Targets: []rashomon.Target{event("event")}, Status: rashomon.StatusDenied},
		rashomon.Correction{Kind: rashomon.CorrectionRedate, Targets: []rashomon.Target{event("event")}, Day: "2031-03-01"},
		rashomon.Correction{Kind: rashomon.CorrectionRedate, Targets: []rashomon.Target{event("happening")}, Day: "2031-03-02"},
		rashomon.Correction{Kind: rashomon.CorrectionRedate, Day: "2031-04-01", Targets: []rashomon.Target{
			{Kind: rashomon.TargetDocument, Passages: []rashomon.Passage{{Document: any().Document}}},
		}},
		rashomon.Correction{Kind: rashomon.CorrectionDismiss, Targets: []rashomon.Target{event("event")}},
		rashomon.Correction{Kind: rashomon.CorrectionDismiss, Targets: []rashomon.Target{
			{Kind: rashomon.TargetDifference, Rule: difference.Rule, Passages: []rashomon.Passage{difference.A.Passage, difference.B.Passage}},
		}},
	)
}

// TestUndoRestoresTheBytes: what was corrected and taken back leaves no trace, and the digests given are not touched.
func TestUndoRestoresTheBytes(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	before := uncorrected(digests)
	var out bytes.Buffer
	if err := export.WriteComparison(&out, before, digests); err != nil {
		t.Fatal(err)
	}
	want := out.String()
	if got := printed(t, digests, nil); got != want {
		t.Fatalf("without corrections: want - got +\n%s", cmp.Diff(want, got))
	}
	for seed := range uint64(3) {
		corrections := drawn(rand.New(rand.NewPCG(seed, 0)), digests, before)
		if got := printed(t, digests, corrections); got == want {
			t.Errorf("seed %d: the corrections change nothing", seed)
		}
		for _, c := range slices.Clone(corrections) {
			corrections = append(corrections, rashomon.Correction{
				Number: int64(len(corrections) + 1), Kind: rashomon.CorrectionUndo, Undoes: c.Number,
			})
		}
		if got := printed(t, digests, corrections); got != want {
			t.Errorf("seed %d: want - got +\n%s", seed, cmp.Diff(want, got))
		}
	}
}

// TestOrderOfDocumentsChangesNothing replays the same corrections over documents in any order.
func TestOrderOfDocumentsChangesNothing(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 1))
		corrections := drawn(random, digests, uncorrected(digests))
		want := printed(t, digests, corrections)
		shuffled := slices.Clone(digests)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := printed(t, shuffled, corrections); got != want {
			t.Errorf("seed %d: want - got +\n%s", seed, cmp.Diff(want, got))
		}
	}
}

// TestEveryElementStaysInOneGroup: whatever is joined and parted, each entity is of one party and each event that was not
// dismissed of one happening.
func TestEveryElementStaysInOneGroup(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	before := uncorrected(digests)
	for seed := range uint64(5) {
		corrections := drawn(rand.New(rand.NewPCG(seed, 2)), digests, before)
		c, _, _ := corrected(digests, corrections)
		entities, events := map[rashomon.Element]int{}, map[rashomon.Element]int{}
		for _, p := range c.Parties {
			for _, e := range p.Entities {
				entities[e]++
			}
		}
		ids := map[string]bool{}
		for _, h := range c.Happenings {
			ids[h.ID] = true
			for _, e := range h.Events {
				events[e]++
			}
		}
		dismissed := 1
		for _, d := range digests {
			for i := range d.Entities {
				if n := entities[rashomon.Element{Document: d.Document, Index: i}]; n != 1 {
					t.Errorf("seed %d: entity %d of %s is of %d parties", seed, i, d.Name, n)
				}
			}
			for i := range d.Events {
				if n := events[rashomon.Element{Document: d.Document, Index: i}]; n != 1 {
					dismissed--
				}
			}
		}
		if dismissed != 0 {
			t.Errorf("seed %d: got %d events too many without a happening, want one", seed, -dismissed)
		}
		for _, h := range c.Happenings {
			if h.PartOf != "" && !ids[h.PartOf] {
				t.Errorf("seed %d: %s is a part of %s, which is not there", seed, h.ID, h.PartOf)
			}
		}
	}
}
