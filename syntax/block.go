package syntax

import (
	"cmp"
	"iter"
	"slices"

	"rashomon"
)

// A block is the tokens that are parsed at once: a sentence, or a part of one that is very long. Blocks make the work
// linear in the length of a text, whatever it is.
type block struct {
	start, end int  // tokens of the document
	begins     bool // a sentence
}

// longestBlock is the number of tokens of the longest block. Of 74,789 sentences of the Security Council's resolutions and
// of the World Factbook, the longest of our field, 318 have more.
const longestBlock = 256

// chunkSize is about how many tokens go through the network together: enough for the matrix products to be fast, few enough for what
// passes between the layers to stay in the processor's cache.
const chunkSize = 512

// rootRelation is the relation of the root of a sentence.
const rootRelation = "root"

// chunks cuts a document into runs of blocks.
func chunks(doc *rashomon.Document) iter.Seq[[]block] {
	return func(yield func([]block) bool) {
		var chunk []block
		size := 0
		for b := range blocks(doc) {
			if size > 0 && size+b.end-b.start > chunkSize {
				if !yield(chunk) {
					return
				}
				chunk, size = chunk[:0], 0
			}
			chunk = append(chunk, b)
			size += b.end - b.start
		}
		if size > 0 {
			yield(chunk)
		}
	}
}

func blocks(doc *rashomon.Document) iter.Seq[block] {
	return func(yield func(block) bool) {
		for _, sent := range doc.Sentences {
			for start := sent.Span.Start; start < sent.Span.End; {
				end := blockEnd(doc, start, sent.Span.End)
				if !yield(block{start, end, start == sent.Span.Start}) {
					return
				}
				start = end
			}
		}
	}
}

// blockEnd returns where the block that begins at start ends: with the sentence or, if that is too long, behind the last semicolon,
// failing that the last comma, of the block's second half.
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

// hang puts the root of a block on the root of the sentence or, of a further block, on that of the first: clauses side by side
// are parataxis in Universal Dependencies.
func (b block) hang(token *rashomon.Token, index int, root *int) {
	if b.begins {
		*root = index
		token.Head, token.Relation = 0, rootRelation
		return
	}
	token.Head, token.Relation = *root-index, "parataxis"
}

// byLength orders sequences, the longest first.
func byLength(sequences []sequence) {
	slices.SortStableFunc(sequences, func(a, b sequence) int { return cmp.Compare(b.length, a.length) })
}
