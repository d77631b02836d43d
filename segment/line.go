package segment

import (
	"strings"

	"rashomon"
)

// A line break within a block is a hard wrap, which means nothing, or ends a heading, a line of an address, a list item.
// Who wraps by hand or by program fills the line: the next word would not have fitted in. So a break is a border when
// the line before it ends well before the longest line of the block and is not in the middle of wrapped prose, and what
// follows looks like a beginning.
const (
	// narrowest is the width in bytes of the narrowest column that prose is wrapped to; shorter blocks are lists.
	narrowest = 40
	// filled is the share of the width above which a line counts as filled: right margins are ragged.
	filled = 0.8
)

// lineBreaks appends to breaks the offsets of the line breaks within a block that end sentences.
func lineBreaks(breaks []int, text string, extent rashomon.Extent) []int {
	block := strings.TrimRight(text[extent.Start:extent.End], "\n")
	if strings.IndexByte(block, '\n') < 0 {
		return breaks
	}
	layout := layout{width: longestLine(block), mixed: hasLower(block), fresh: true}
	before, end := "", 0
	offset := extent.Start
	for line := range strings.Lines(block) {
		next := strings.TrimSpace(line)
		if before != "" && next != "" && layout.ends(before, next) {
			breaks = append(breaks, end)
		}
		if next != "" {
			before, end = next, offset+len(strings.TrimSuffix(line, "\n"))
		}
		offset += len(line)
	}
	return breaks
}

// A layout is what the look of a block tells of its lines.
type layout struct {
	width int  // of its longest line
	mixed bool // it has small letters
	fresh bool // the line at hand is not in the middle of wrapped prose
}

func longestLine(block string) int {
	longest := 0
	for line := range strings.Lines(block) {
		longest = max(longest, len(strings.TrimSpace(line)))
	}
	return longest
}

// ends reports whether the break between a line and the next is a border, and goes on to the next.
func (l *layout) ends(line, next string) bool {
	short := l.fresh && !l.isFilled(line, next)
	l.fresh = short || startsItem(next) || strings.IndexByte(".?!\"", line[len(line)-1]) >= 0
	return startsItem(next) || short && !goesOn(line) && l.isBeginning(line, next)
}

// isBeginning reports whether the next line looks as if it began something new: it is not in lower case, nor the second
// line of a headline in capitals.
func (l *layout) isBeginning(line, next string) bool {
	c, _ := classAt(next, 0)
	return c != lower && (!l.mixed || hasLower(line) || hasLower(next))
}

// isFilled reports whether the next line's first word would not have fitted into a line.
func (l *layout) isFilled(line, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return l.width >= narrowest && float64(len(line)+1+len(word)) > filled*float64(l.width)
}

// startsItem reports whether a line begins with the mark of a list item.
func startsItem(line string) bool {
	mark, _, spaced := strings.Cut(line, " ")
	if !spaced {
		return false
	}
	switch mark {
	case "-", "–", "—", "*", "•", "·", "◦", "▪", "●":
		return true
	}
	n := digits(mark, 0, 3)
	switch {
	case n == len(mark)-1 && n > 0:
		return mark[n] == '.' || mark[n] == ')'
	case len(mark) == 3:
		return mark[0] == '(' && isAlnum(mark[1]) && mark[2] == ')'
	case len(mark) == 2:
		return isAlnum(mark[0]) && mark[1] == ')'
	}
	return false
}

// goesOn reports whether the end of a line shows that its sentence goes on.
func goesOn(line string) bool {
	switch line[len(line)-1] {
	case ',', '-', '(', '[', '&':
		return true
	}
	return classOfWord(starters, line[strings.LastIndexByte(line, ' ')+1:]) != ""
}
