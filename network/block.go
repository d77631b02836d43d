package network

import (
	"iter"

	"rashomon"
)

// A Block is the tokens that are read as one sequence: a sentence, or a part of one that is very long. Blocks make the
// work linear in the length of a text, whatever it is.
type Block struct {
	Start, End int  // tokens of the document
	Begins     bool // a sentence
}

// longestBlock is the number of tokens of the longest block. Of 74,789 sentences of the Security Council's resolutions
// and of the World Factbook, the longest of our field, 318 have more.
const longestBlock = 256

// chunkSize is about how many tokens go through the network together: enough for the matrix products to be fast, few
// enough for what passes between the layers to stay in the processor's cache.
const chunkSize = 512

// Chunks cuts a document into runs of blocks, each to go through a network together. A run is overwritten by the next.
func Chunks(doc *rashomon.Document) iter.Seq[[]Block] {
	return func(yield func([]Block) bool) {
		var chunk []Block
		size := 0
		for b := range Blocks(doc) {
			if size > 0 && size+b.End-b.Start > chunkSize {
				if !yield(chunk) {
					return
				}
				chunk, size = chunk[:0], 0
			}
			chunk = append(chunk, b)
			size += b.End - b.Start
		}
		if size > 0 {
			yield(chunk)
		}
	}
}

// Blocks cuts the sentences of a document into blocks.
func Blocks(doc *rashomon.Document) iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for _, sent := range doc.Sentences {
			for start := sent.Span.Start; start < sent.Span.End; {
				end := blockEnd(doc, start, sent.Span.End)
				if !yield(Block{start, end, start == sent.Span.Start}) {
					return
				}
				start = end
			}
		}
	}
}

// blockEnd returns where the block that begins at start ends: with the sentence or, if that is too long, behind the last
// semicolon, failing that the last comma, of the block's second half.
func blockEnd(doc *rashomon.Document, start, end int) int {
	if end-start <= longestBlock {
		return end
	}
	for _, sign := range []string{";", ","} {
		for last := start + longestBlock - 1; last > start+longestBlock/2; last-- {
			if doc.Quote(doc.Tokens[last].Extent) == sign {
				return last + 1
			}
		}
	}
	return start + longestBlock
}
