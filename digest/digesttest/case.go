// Package digesttest gives the tests of what compares digests the digests to compare: those of the embedded case, of
// phrases with trees, of invented cases that have an answer key, and of as many stories as are asked for.
package digesttest

import (
	"io/fs"
	"path"
	"strings"
	"sync"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/examples"
	"rashomon/reader"
	"rashomon/source"
)

var (
	reading  sync.Once
	accounts []*digest.Digest
)

// Case returns the digests of the accounts of the embedded case, read once a test run: they are not to be changed.
func Case(t testing.TB) []*digest.Digest {
	t.Helper()
	reading.Do(func() { accounts = readCase(t) })
	if len(accounts) == 0 {
		t.Fatal("the embedded case could not be read")
	}
	return accounts
}

func readCase(t testing.TB) []*digest.Digest {
	t.Helper()
	names, err := fs.Glob(examples.Case(), "*")
	if err != nil {
		t.Fatal(err)
	}
	var digests []*digest.Digest
	for _, name := range names {
		content, err := fs.ReadFile(examples.Case(), name)
		if err != nil {
			t.Fatal(err)
		}
		digests = append(digests, Read(t, name, content))
	}
	return digests
}

var formats = map[string]rashomon.Format{
	".txt": rashomon.FormatText, ".md": rashomon.FormatMarkdown, ".html": rashomon.FormatHTML, ".pdf": rashomon.FormatPDF,
}

// Read reads a document as the program does. What its name ends in tells its format.
func Read(t testing.TB, name string, content []byte) *digest.Digest {
	t.Helper()
	return digest.Of(read(t, name, content))
}

func read(t testing.TB, name string, content []byte) *rashomon.Document {
	t.Helper()
	doc, err := source.Parse(rashomon.Original{Name: name, Bytes: content, Format: formats[path.Ext(name)]})
	if err == nil {
		err = reader.New().Read(t.Context(), doc)
	}
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Copy returns a digest under another id.
func Copy(d *digest.Digest) *digest.Digest {
	copied := *d
	copied.Document = strings.Repeat("f", len(d.Document))
	return &copied
}
