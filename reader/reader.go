// Package reader is the chain of steps that fills the layers of a document. The order of the steps stands here and
// nowhere else.
package reader

import (
	"context"

	"rashomon"
	"rashomon/segment"
)

// Version names what the reader does to a document. It changes with every change that can change a reading, so that a
// reading in an archive says which reader made it and a better one makes a new reading beside it.
//
//	1: sentences and words
const Version = "1"

// A Reader reads documents. It is safe for concurrent use.
type Reader struct{}

// New returns a reader.
func New() *Reader { return &Reader{} }

// Read fills the layers of a document. One that is not English keeps its text and its details and is not read further.
// The only error is that of a context that has ended.
func (r *Reader) Read(ctx context.Context, doc *rashomon.Document) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	doc.Reading = Version
	if !doc.English() {
		return nil
	}
	doc.Sentences, doc.Tokens = segment.Find(doc)
	return nil
}
