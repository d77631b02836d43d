// Package reader is the chain of steps that fills the layers of a document. The order of the steps stands here and
// nowhere else.
package reader

import (
	"context"
	"fmt"

	"rashomon"
	"rashomon/segment"
)

// Version names what the reader does to a document. It changes with every change that can change a reading, so that a
// reading in an archive says which reader made it and a better one makes a new reading beside it.
//
//	1: sentences and words
const Version = "1"

// TokenLimit is how many tokens one document may have: more than the longest novel has, and few enough that a text made
// of signs alone does not fill the memory (a token takes 128 bytes).
const TokenLimit = 1_000_000

// A Reader reads documents. It is safe for concurrent use.
type Reader struct{}

// New returns a reader.
func New() *Reader { return &Reader{} }

// Read fills the layers of a document. One that is not English keeps its text and its details and is not read further.
// The error is that of a context that has ended, or of kind ErrorTooLarge for a text of more tokens than TokenLimit.
func (r *Reader) Read(ctx context.Context, doc *rashomon.Document) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !doc.English() {
		doc.Reading = Version
		return nil
	}
	sentences, tokens := segment.Find(doc)
	if len(tokens) > TokenLimit {
		return &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Place: doc.Name,
			Cause:  fmt.Sprintf("%d words and signs, of which one document may have %d", len(tokens), TokenLimit),
			Remedy: "split it into the documents that it holds",
		}
	}
	doc.Sentences, doc.Tokens, doc.Reading = sentences, tokens, Version
	return nil
}
