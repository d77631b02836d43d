package archive_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

func TestMain(m *testing.M) {
	runChild() // does not return in a child process
	goleak.VerifyTestMain(m)
}

// noon is what the clock of every archive under test shows.
func noon() time.Time { return time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC) }

func options() archive.Options { return archive.Options{Now: noon, Version: "test"} }

// open opens an archive for the time of the test.
func open(t testing.TB, path string) *archive.Archive {
	t.Helper()
	a, err := archive.Open(context.Background(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

func empty(t testing.TB) *archive.Archive {
	t.Helper()
	return open(t, rashomontest.Archive(t, "test.db"))
}

// entry makes an entry by hand: the document has the text of the original, and every given detail.
func entry(text, address, version string, given ...rashomon.Detail) archive.Entry {
	doc := rashomontest.Document(text)
	doc.Name = filepath.Base(address)
	doc.Details = given
	doc.Reading = version
	return archive.Entry{
		Original: rashomon.Original{
			Bytes: []byte(text), Format: rashomon.FormatText, Name: doc.Name, Address: address, Given: given,
		},
		Document: doc,
	}
}

func given(field rashomon.Field, value string) rashomon.Detail {
	return rashomon.Detail{Field: field, Value: value, Rule: "given"}
}

func put(t testing.TB, a *archive.Archive, entries ...archive.Entry) {
	t.Helper()
	if _, err := a.Put(context.Background(), entries); err != nil {
		t.Fatal(err)
	}
}

// list returns the archive's summaries, one a line.
func list(t testing.TB, a *archive.Archive) string {
	t.Helper()
	var lines strings.Builder
	for summary, err := range a.List(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&lines, "%+v\n", summary)
	}
	return lines.String()
}
