package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"rashomon/source/typography"
)

// A textLine is a line of text on a page.
type textLine struct {
	text      string
	x, end, y float64
	size      float64 // of its largest letters
	bold      bool    // all of it
}

const (
	// wordGap is the distance, in sizes, from which two runs are two words: type has spaces of a quarter to a third of
	// its size, a sixth where lines are justified tightly, and moves letters together by less than a tenth.
	wordGap = 0.15
	// sameLine is how far, in sizes, baselines of one line may lie apart: raised and lowered figures do.
	sameLine = 0.4
)

// linesOf joins the runs of a page into lines, in the order in which the page has them.
func linesOf(runs []textRun) []textLine {
	var lines []textLine
	for _, run := range runs {
		if strings.TrimSpace(run.text) == "" && len(lines) == 0 {
			continue
		}
		if last := len(lines) - 1; last >= 0 && lines[last].continues(run) {
			lines[last].add(run)
		} else if strings.TrimSpace(run.text) != "" {
			lines = append(lines, textLine{text: run.text, x: run.x, end: run.end, y: run.y, size: run.size, bold: run.bold})
		}
	}
	for i := range lines {
		lines[i].text = strings.Join(strings.Fields(lines[i].text), " ")
	}
	return slices.DeleteFunc(lines, func(line textLine) bool { return line.text == "" })
}

// continues reports whether a run stands on the line and behind it.
func (l *textLine) continues(run textRun) bool {
	size := max(l.size, run.size)
	return math.Abs(l.y-run.y) <= sameLine*size && run.x >= l.end-size
}

func (l *textLine) add(run textRun) {
	if run.x-l.end > wordGap*max(l.size, run.size) {
		l.text += " "
	}
	l.text += run.text
	l.end = max(l.end, run.end)
	l.bold = l.bold && run.bold
	if run.size > l.size {
		l.size, l.y = run.size, run.y
	}
}

// withoutRunningLines leaves out what stands at the head or foot of pages and is not of the text: page numbers, and
// lines that several pages repeat but for their numbers.
func withoutRunningLines(pages [][]textLine) [][]textLine {
	const fewest = 3      // pages that repeat a line
	type running struct { // a title in large letters may be repeated in small ones
		words string
		size  float64
	}
	count := map[running]int{}
	for _, page := range pages {
		for i, line := range page {
			if isEdge(page, i) {
				count[running{typography.PlainWords(line.text), line.size}]++
			}
		}
	}
	kept := make([][]textLine, len(pages))
	for number, page := range pages {
		for i, line := range page {
			words := typography.PlainWords(line.text)
			if !isEdge(page, i) || count[running{words, line.size}] < fewest && !isPageNumber(words) {
				kept[number] = append(kept[number], line)
			}
		}
	}
	return kept
}

// isEdge reports whether a line is one of the two highest or lowest of its page.
func isEdge(page []textLine, index int) bool {
	const most = 2
	above, below := 0, 0
	for _, line := range page {
		switch {
		case line.y > page[index].y:
			above++
		case line.y < page[index].y:
			below++
		}
		if above >= most && below >= most {
			return false
		}
	}
	return true
}

// isPageNumber reports whether a line, as plainWords gives it, is the number of a page and nothing else.
func isPageNumber(words string) bool {
	numbers := []string{" 0 ", " page 0 ", " page 0 of 0 ", " 0 of 0 ", " 0 0 "}
	return strings.Trim(words, " ivxl") == "" || slices.Contains(numbers, words)
}

func beginsLower(text string) bool {
	for _, r := range text {
		return unicode.IsLower(r)
	}
	return false
}
