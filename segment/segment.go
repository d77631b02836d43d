// Package segment cuts a text into sentences and words by the conventions of English Universal Dependencies, as the
// GUM treebank has them (https://gucorpling.org/gum/, https://universaldependencies.org/en/).
//
//	Document.Text ─ blocks ─ lines ─ tokens ─ sentences
//
// A block is a part of the document, or what stands between empty lines: no sentence crosses its borders. A line break
// within a block is a hard wrap or a border, which the layout tells (line.go). The tokenizer then goes through the block
// once, from left to right (tokenizer.go): every file from word.go to symbol.go knows one kind of token. Last, the
// tokens are put into sentences (sentence.go).
//
// The engine knows no words: they stand in data, one file for each kind (lexicon.go). No step looks ahead further than a
// fixed number of bytes or than what it then consumes, so that the work is linear in the length of any text.
package segment

import "rashomon"

// Find returns the sentences and tokens of the document's text. It reads the text and the parts alone, and is safe for
// concurrent use.
func Find(doc *rashomon.Document) ([]rashomon.Sentence, []rashomon.Token) {
	s := segmenter{
		tokenizer: tokenizer{text: doc.Text, tokens: make([]rashomon.Token, 0, len(doc.Text)/bytesPerToken+1)},
		sentences: make([]rashomon.Sentence, 0, len(doc.Text)/bytesPerSentence+1),
	}
	for block := range blocks(doc) {
		s.block(block)
	}
	return s.sentences, s.tokens
}

// English prose has a token every 4.9 bytes and a sentence every 85, counted over GUM's training part; less here, so that
// one allocation is enough for nearly all texts.
const (
	bytesPerToken    = 4
	bytesPerSentence = 60
)

// A segmenter holds what Find has found so far.
type segmenter struct {
	tokenizer
	sentences []rashomon.Sentence
}

// block finds the tokens and the sentences of one block.
func (s *segmenter) block(b block) {
	s.begin(b.extent)
	s.breaks = lineBreaks(s.breaks[:0], s.text, b.extent)
	s.tokenize()
	s.split(b.rule)
}
