package source

import (
	"strings"

	"rashomon"
)

// A block is a paragraph that the reader of a markup format has cut out.
type block struct {
	kind rashomon.PartKind
	text string
	rule string
}

// assemble joins blocks into a text, an empty line between two, and gives the parts that they are there. Blocks of
// white space alone are left out.
func assemble(blocks []block) (string, []rashomon.Part) {
	var text strings.Builder
	var parts []rashomon.Part
	for _, b := range blocks {
		trimmed := strings.TrimSpace(b.text)
		if trimmed == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(trimmed)
		parts = append(parts, rashomon.Part{Extent: rashomon.Extent{Start: start, End: text.Len()}, Kind: b.kind, Rule: b.rule})
	}
	return text.String(), parts
}
