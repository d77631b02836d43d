package source

import (
	_ "embed"
	"strings"

	"rashomon"
	"rashomon/source/typography"
)

//go:embed html_lines.txt
var lineList string

var lineBeginnings = readLineBeginnings(lineList)

// A lineBeginning is what a line between paragraphs begins with that is not the article's.
type lineBeginning struct {
	words string // in lower case, a space before and behind each
	whole bool   // the line holds nothing else
}

// readLineBeginnings reads one entry a line; "#" begins a comment, and "$" at the end of an entry stands for the end of
// the line.
func readLineBeginnings(list string) []lineBeginning {
	var beginnings []lineBeginning
	for line := range strings.Lines(list) {
		line, _, _ = strings.Cut(line, "#")
		entry, whole := strings.CutSuffix(strings.TrimSpace(line), "$")
		if words := typography.PlainWords(entry); words != "" {
			beginnings = append(beginnings, lineBeginning{words: words, whole: whole})
		}
	}
	return beginnings
}

// withoutTitle leaves out the headline, which is the title among the details, and what stands above it.
func withoutTitle(blocks []htmlBlock, details []rashomon.Detail) []htmlBlock {
	const top = 10 // blocks
	for i, b := range blocks[:min(top, len(blocks))] {
		if hasValue(details, rashomon.Detail{Field: rashomon.FieldTitle, Value: b.text}) {
			return blocks[i+1:]
		}
	}
	return blocks
}

// withoutFurnitureLines leaves out the blocks that are not the article's by their own text: links alone, calls to
// follow or subscribe, labels, and headings that nothing follows.
func withoutFurnitureLines(blocks []htmlBlock) []block {
	var kept []block
	list := false // within a list that a left out line heads
	for _, b := range blocks {
		list = list && b.kind == rashomon.PartItem
		if list {
			continue
		}
		if isFurnitureLine(b) {
			list = b.kind != rashomon.PartItem
			continue
		}
		kept = append(kept, b.block)
	}
	return withoutEmptySections(kept)
}

func isFurnitureLine(b htmlBlock) bool {
	const mostLinks, longest = 0.8, 300
	if b.kind != rashomon.PartHeading && float64(b.links) > mostLinks*float64(len(b.text)) {
		return true
	}
	if len(b.text) > longest {
		return false
	}
	words := typography.PlainWords(b.text)
	if words == "" {
		return true
	}
	for _, beginning := range lineBeginnings {
		if beginning.whole && words == beginning.words || !beginning.whole && strings.HasPrefix(words, beginning.words) {
			return true
		}
	}
	return false
}

// withoutEmptySections leaves out the headings at the end.
func withoutEmptySections(blocks []block) []block {
	for len(blocks) > 0 && blocks[len(blocks)-1].kind == rashomon.PartHeading {
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}
