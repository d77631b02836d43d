// Package reader is the chain of steps that fills the layers of a document. The order of the steps stands here and
// nowhere else.
package reader

import (
	"context"
	"fmt"
	"sync"
	"unicode"

	"rashomon"
	"rashomon/segment"
	"rashomon/syntax"
)

// Version names what the reader does to a document. It changes with every change that can change a reading, so that a
// reading in an archive says which reader made it and a better one makes a new reading beside it.
//
//	1: sentences and words
//	2: tags, lemmas and trees
const Version = "2"

// SizeLimit is how many words and signs one document may have: more words than the longest novel has, and few enough
// that a text made of signs alone does not fill the memory (the token that each becomes takes 128 bytes).
const SizeLimit = 1_000_000

// A Reader reads documents. It is safe for concurrent use.
type Reader struct{}

// New returns a reader.
func New() *Reader { return &Reader{} }

// english returns the one parser of the program. Its model is loaded when it is first asked for, so that what needs
// none starts at once.
var english = sync.OnceValues(syntax.English)

// Read fills the layers of a document. One that comes with sentences keeps them and their tokens as they are: somebody
// else has segmented it, as in a treebank. One that is not English keeps what it comes with and is not read further.
// The error is that of a context that has ended, of a damaged model, or of kind ErrorTooLarge for a text of more words
// and signs than SizeLimit.
func (r *Reader) Read(ctx context.Context, doc *rashomon.Document) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !doc.English() {
		doc.Reading = Version
		return nil
	}
	if size := size(doc); size > SizeLimit {
		return &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Place: doc.Name,
			Cause:  fmt.Sprintf("%d words and signs, of which one document may have %d", size, SizeLimit),
			Remedy: "split it into the documents that it holds",
		}
	}
	parser, err := english()
	if err != nil {
		return err
	}
	if len(doc.Sentences) == 0 {
		doc.Sentences, doc.Tokens = segment.Find(doc)
	}
	parser.Parse(doc)
	doc.Reading = Version
	return nil
}

// Why tells why this version finds of a token, given by its index, what it does. It reads the sentence anew, whatever
// the document holds of it. The error is that of a damaged model.
func (r *Reader) Why(doc *rashomon.Document, token int) (syntax.Reason, error) {
	parser, err := english()
	if err != nil {
		return syntax.Reason{}, err
	}
	return parser.Why(doc, token), nil
}

// size counts the words and signs of a document: its tokens or, where there are none yet, about what segment makes
// tokens of, told before memory is taken for them.
func size(doc *rashomon.Document) int {
	if len(doc.Sentences) > 0 {
		return len(doc.Tokens)
	}
	return textSize(doc.Text)
}

// textSize counts runs of letters and digits, and every other character that is no space.
func textSize(text string) int {
	count := 0
	inWord := false
	for _, r := range text {
		isWord := unicode.IsLetter(r) || unicode.IsDigit(r)
		if isWord && !inWord || !isWord && !unicode.IsSpace(r) {
			count++
		}
		inWord = isWord
	}
	return count
}
