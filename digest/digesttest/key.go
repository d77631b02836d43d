package digesttest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rashomon"
	"rashomon/digest"
)

// ReadKey reads the answer key of an invented case, the file truth.json of its folder, into a value that has the fields
// that are asked for.
func ReadKey(t testing.TB, folder string, key any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, "truth.json"))
	if err == nil {
		err = json.Unmarshal(data, key)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Keyed returns the digests of the documents of a case that has an answer key, each under the id that the key gives it.
func Keyed(t testing.TB, folder string) []*digest.Digest {
	t.Helper()
	var key struct {
		Documents []struct{ ID, File string }
	}
	ReadKey(t, folder, &key)
	var digests []*digest.Digest
	for _, document := range key.Documents {
		text, err := os.ReadFile(filepath.Join(folder, document.File))
		if err != nil {
			t.Fatal(err)
		}
		doc := read(t, document.File, text)
		doc.ID = document.ID
		digests = append(digests, digest.Of(doc))
	}
	return digests
}

// A Quotation is a passage of a key: where the quote stands more than once, the one in a context that stands once.
// Without a quote it is the document as a whole.
type Quotation struct {
	Document string // its id in the key
	Quote    string
	UniqueIn string `json:"unique_in"`
}

// In returns where the quotation stands in a text, and whether it does.
func (q Quotation) In(text string) (rashomon.Extent, bool) {
	if q.Quote == "" {
		return rashomon.Extent{End: len(text)}, true
	}
	context := q.UniqueIn
	if context == "" {
		context = q.Quote
	}
	at := strings.Index(text, context)
	if at < 0 {
		return rashomon.Extent{}, false
	}
	at += strings.Index(context, q.Quote)
	return rashomon.Extent{Start: at, End: at + len(q.Quote)}, true
}
