package archive_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

// capitals draws the text of a document in capitals, and nothing of one without a title.
func capitals(version string) *archive.Drawing {
	return &archive.Drawing{Version: version, Draw: func(doc *rashomon.Document) ([]byte, error) {
		if doc.Detail(rashomon.FieldTitle) == "" {
			return nil, nil
		}
		return []byte(version + ": " + strings.ToUpper(doc.Text)), nil
	}}
}

// openDrawing opens an archive that keeps what a drawing draws.
func openDrawing(t testing.TB, path string, drawing *archive.Drawing) *archive.Archive {
	t.Helper()
	o := options()
	o.Drawing = drawing
	a, err := archive.Open(context.Background(), path, o)
	must(t, err)
	t.Cleanup(func() { must(t, a.Close()) })
	return a
}

func drawings(t testing.TB, a *archive.Archive) map[string]string {
	t.Helper()
	out := map[string]string{}
	for drawn, err := range a.Drawings(context.Background()) {
		must(t, err)
		out[drawn.Document] = string(drawn.Bytes)
	}
	return out
}

var (
	titled   = entry("The ferry sank.", "/a.txt", "1", rashomon.Detail{Field: rashomon.FieldTitle, Value: "Ferry", Rule: "given"})
	untitled = entry("Nobody came.", "/b.txt", "1")
)

// TestDrawings: what is drawn is kept with a reading, of another version it is drawn when it is asked for, and it goes with
// the document.
func TestDrawings(t *testing.T) {
	t.Parallel()
	ctx, path := context.Background(), rashomontest.Archive(t, "test.db")
	a := openDrawing(t, path, capitals("v1"))
	put(t, a, titled)
	put(t, a, untitled)
	want := map[string]string{titled.Document.ID: "v1: THE FERRY SANK.", untitled.Document.ID: ""}
	if diff := cmp.Diff(drawings(t, a), want); diff != "" {
		t.Errorf("kept (-got +want): %s", diff)
	}
	verified(t, a)
	if got := drawings(t, open(t, path)); len(got) > 0 {
		t.Errorf("got %v without a drawing", got)
	}
	later := openDrawing(t, path, capitals("v2"))
	if got := drawings(t, later); len(got) > 0 {
		t.Errorf("got %v of another version", got)
	}
	verified(t, later)
	for _, want := range []int{2, 0} {
		if got, err := later.Draw(ctx); got != want || err != nil {
			t.Errorf("got %d drawn, %v, want %d", got, err, want)
		}
	}
	if got := drawings(t, later)[titled.Document.ID]; got != "v2: THE FERRY SANK." {
		t.Errorf("got %q", got)
	}
	must(t, later.Remove(ctx, titled.Document.ID, "me", "a test"))
	if got := drawings(t, later); len(got) != 1 {
		t.Errorf("got %v after one was removed", got)
	}
	verified(t, later)
}

// TestDrawMany draws of more documents than are kept in one transaction.
func TestDrawMany(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "test.db")
	putGenerated(t, open(t, path), 150)
	a := openDrawing(t, path, capitals("v1"))
	if got, err := a.Draw(context.Background()); got != 150 || err != nil || len(drawings(t, a)) != 150 {
		t.Errorf("got %d drawn, %v, %d kept", got, err, len(drawings(t, a)))
	}
	if _, err := openToRead(t, path).Draw(context.Background()); err != nil {
		t.Errorf("got %v without a drawing", err)
	}
	verified(t, a)
}

// TestVerifyDrawings finds whatever is changed in a drawing, and drawing reports it where it can.
func TestVerifyDrawings(t *testing.T) {
	t.Parallel()
	for _, change := range []string{
		`UPDATE drawing SET sha256 = (SELECT hash FROM custody WHERE sequence = 1)`, `UPDATE drawing SET size = size + 1`, `UPDATE drawing SET checksum = 1`,
		`UPDATE drawing SET packed = (SELECT hash FROM custody WHERE sequence = 1)`, `UPDATE drawing SET reading = 1 WHERE size = 0`,
		`UPDATE drawing SET (sha256, size, packed, checksum) = (SELECT sha256, size, packed, checksum FROM body LIMIT 1)`,
	} {
		t.Run(change, func(t *testing.T) {
			t.Parallel()
			path := rashomontest.Archive(t, "test.db")
			a := openDrawing(t, path, capitals("v1"))
			put(t, a, titled)
			put(t, a, untitled)
			db := raw(t, path)
			withoutTriggers(t, db, func() { execute(t, db, change) })
			var found []string
			for problem, err := range a.Verify(context.Background(), nil) {
				must(t, err)
				found = append(found, problem.Cause)
			}
			if len(found) == 0 {
				t.Error("nothing was found")
			}
		})
	}
}

// TestVersion3 brings an archive without drawings up to date.
func TestVersion3(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "version3.db")
	a, err := archive.Open(context.Background(), path, options())
	must(t, err)
	putGenerated(t, a, 3)
	must(t, a.Close())
	db := raw(t, path)
	execute(t, db, `DROP TABLE drawing`)
	execute(t, db, `DROP TABLE composite`)
	execute(t, db, `DELETE FROM goose_db_version WHERE version_id >= 4`)
	_, err = archive.Open(context.Background(), path, archive.Options{ReadOnly: true})
	wantKind(t, err, rashomon.ErrorUnsupported)
	later := openDrawing(t, path, capitals("v1"))
	if got := drawings(t, later); len(got) > 0 {
		t.Errorf("got %v before anything was drawn", got)
	}
	if got, err := later.Draw(context.Background()); got != 3 || err != nil {
		t.Errorf("got %d, %v", got, err)
	}
	verified(t, later)
}

// TestDrawingFails: what cannot be drawn keeps the document out.
func TestDrawingFails(t *testing.T) {
	t.Parallel()
	failing := &archive.Drawing{Version: "v1", Draw: func(*rashomon.Document) ([]byte, error) { return nil, fmt.Errorf("no ink") }}
	a := openDrawing(t, rashomontest.Archive(t, "test.db"), failing)
	if _, err := a.Put(context.Background(), []archive.Entry{titled}); err == nil || !strings.Contains(err.Error(), "no ink") {
		t.Errorf("got %v", err)
	}
}
