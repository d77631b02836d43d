package segment

import (
	"iter"
	"strings"

	"rashomon"
)

// A block is a stretch of text that sentences do not leave.
type block struct {
	extent rashomon.Extent
	rule   string // of a sentence that ends because the block does
}

// blocks yields the blocks of a text in order: its parts and whatever stands between them, cut at empty lines. One
// within a part does not cut where a sentence goes on over it: the end of a page made it.
func blocks(doc *rashomon.Document) iter.Seq[block] {
	return func(yield func(block) bool) {
		start := 0
		for _, part := range doc.Parts {
			if !paragraphs(doc.Text, start, part.Extent.Start, ruleParagraph, yield) ||
				!paragraphs(doc.Text, part.Extent.Start, part.Extent.End, rulePart, yield) {
				return
			}
			start = part.Extent.End
		}
		paragraphs(doc.Text, start, len(doc.Text), ruleParagraph, yield)
	}
}

// paragraphs yields the stretches between empty lines, and reports whether to go on.
func paragraphs(text string, start, end int, rule string, yield func(block) bool) bool {
	for start = skipSpace(text, start, end); start < end; {
		stop := emptyLine(text, start, end)
		for rule == rulePart && stop < end && continues(text, stop, end) {
			stop = emptyLine(text, skipSpace(text, stop, end), end)
		}
		if !yield(block{rashomon.Extent{Start: start, End: stop}, rule}) {
			return false
		}
		start = skipSpace(text, stop, end)
	}
	return true
}

// continues reports whether a sentence goes on over the empty lines that begin at i: from a word or a comma to a word in
// lower case.
func continues(text string, i, end int) bool {
	before := strings.TrimRight(text[:i], " \t\r")
	next, _ := classAt(text, skipSpace(text, i, end))
	return next == lower && (classBefore(text, len(before)).isWord() || strings.HasSuffix(before, ","))
}

// emptyLine returns where the first empty line begins: at the line break that it follows, or the end.
func emptyLine(text string, start, end int) int {
	for {
		i := strings.IndexByte(text[start:end], '\n')
		if i < 0 {
			return end
		}
		lineBreak := start + i
		start = lineBreak + 1
		next := skipSpace(text, start, end)
		if next == end || strings.IndexByte(text[start:next], '\n') >= 0 {
			return lineBreak
		}
		start = next
	}
}
