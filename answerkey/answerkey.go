// Package answerkey reads invented cases that have an answer key: a folder with the accounts and a file truth.json, which tells
// what a careful reader finds in them (see the benches' README of cases for its form).
package answerkey

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rashomon"
	"rashomon/digest"
	"rashomon/reader"
	"rashomon/source"
)

// Read reads the key of a folder into a value that has the fields that are asked for.
func Read(folder string, key any) error {
	path := filepath.Join(folder, "truth.json")
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, key); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// Documents reads the accounts of a folder as the program does, each under the id that the key gives it.
func Documents(folder string) ([]*rashomon.Document, error) {
	var key struct {
		Documents []struct{ ID, File string }
	}
	if err := Read(folder, &key); err != nil {
		return nil, err
	}
	var documents []*rashomon.Document
	for _, account := range key.Documents {
		text, err := os.ReadFile(filepath.Join(folder, account.File))
		if err != nil {
			return nil, err
		}
		doc, err := source.Parse(rashomon.Original{Name: account.File, Bytes: text, Format: rashomon.FormatText})
		if err == nil {
			err = reader.New().Read(context.Background(), doc)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", account.File, err)
		}
		doc.ID = account.ID
		documents = append(documents, doc)
	}
	return documents, nil
}

// Digests returns the digests of the accounts of a folder.
func Digests(folder string) ([]*digest.Digest, error) {
	documents, err := Documents(folder)
	if err != nil {
		return nil, err
	}
	digests := make([]*digest.Digest, len(documents))
	for i, doc := range documents {
		digests[i] = digest.Of(doc)
	}
	return digests, nil
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

// longestSide is how many bytes a passage may have that is not much longer than the one of the key: whoever names whole
// texts finds nothing.
const longestSide = 400

// Touches reports whether an extent of a document shares a byte with the quotation, and is not much longer.
func (q Quotation) Touches(d *digest.Digest, extent rashomon.Extent) bool {
	if q.Document != d.Document {
		return false
	}
	own, stands := q.In(d.Text)
	return stands && extent.Start < own.End && own.Start < extent.End && extent.Len() <= max(longestSide, 3*own.Len())
}

// A Difference is one of a key, with the passages that say the same as each of its sides.
type Difference struct {
	Kind  rashomon.PointKind
	A, B  Quotation
	AAlso []Quotation `json:"a_also"`
	BAlso []Quotation `json:"b_also"`
}

// Sides returns all passages of either side.
func (d *Difference) Sides() [2][]Quotation {
	return [2][]Quotation{append([]Quotation{d.A}, d.AAlso...), append([]Quotation{d.B}, d.BAlso...)}
}

// An Agreement is one of a key: passages that say the same.
type Agreement struct{ Passages []Quotation }

// A Prediction is one of a key, with other passages that foretell the same, what came of it and the passages that tell that.
type Prediction struct {
	Quotation
	Also    []Quotation
	Outcome rashomon.Outcome
	ToldBy  []Quotation `json:"told_by"`
}
