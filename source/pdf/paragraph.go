package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/source/typography"
)

// A lineGroup is the lines of one paragraph.
type lineGroup struct {
	text string
	size float64
	bold bool
	last textLine
}

// paragraphsOf joins lines into paragraphs: larger type makes headings.
func paragraphsOf(pages [][]textLine) []Paragraph {
	body, bold := bodyType(pages)
	hyphenated := hyphenatedWords(pages)
	var text []Paragraph
	for i, group := range groupLines(pages, hyphenated) {
		text = append(text, Paragraph{Kind: partOfType(group, body, bold, i == 0), Text: group.text})
	}
	return text
}

// partOfType tells a headline and headings from the body by larger or bolder letters.
func partOfType(paragraph lineGroup, body float64, bold, first bool) rashomon.PartKind {
	const larger, longest = 1.15, 200
	switch {
	case beginsItem(paragraph.text):
		return rashomon.PartItem
	case len(paragraph.text) > longest || paragraph.size < larger*body && (!paragraph.bold || bold):
		return rashomon.PartBody
	case first && paragraph.size >= larger*body:
		return rashomon.PartHeadline
	}
	return rashomon.PartHeading
}

// bodyType returns the size that most of the text has, and whether most of it is bold.
func bodyType(pages [][]textLine) (float64, bool) {
	letters := map[float64]int{}
	var sizes []float64
	bold, all := 0, 0
	for _, page := range pages {
		for _, line := range page {
			if letters[line.size] == 0 {
				sizes = append(sizes, line.size)
			}
			letters[line.size] += len(line.text)
			all += len(line.text)
			if line.bold {
				bold += len(line.text)
			}
		}
	}
	best := 0.0
	for _, size := range sizes {
		if letters[size] > letters[best] {
			best = size
		}
	}
	return best, 2*bold > all
}

// groupLines joins the lines of all pages; a group may go on over the end of a column or page.
func groupLines(pages [][]textLine, hyphenated map[string]bool) []lineGroup {
	var paragraphs []lineGroup
	for _, page := range pages {
		spacing := lineSpacing(page)
		for i, line := range page {
			last := len(paragraphs) - 1
			if last >= 0 && goesOn(paragraphs[last].last, line, page, i == 0, spacing) {
				paragraphs[last].text = joinLines(paragraphs[last].text, line.text, hyphenated)
				paragraphs[last].last = line
				continue
			}
			paragraphs = append(paragraphs, lineGroup{text: line.text, size: line.size, bold: line.bold, last: line})
		}
	}
	return paragraphs
}

// goesOn reports whether a line continues the paragraph of the last one. On the page it does unless another size, a
// larger gap than the usual, an indent, or room that was left for its first word speaks against it; from one column or
// page to the next only within a sentence.
func goesOn(last, line textLine, page []textLine, newPage bool, spacing float64) bool {
	const sizes, gap, indent = 0.1, 1.3, 0.8
	if math.Abs(line.size-last.size) > sizes*last.size || line.bold != last.bold || beginsItem(line.text) {
		return false
	}
	down := last.y - line.y
	if newPage || down <= 0 {
		return !typography.EndsSentence(last.text) && beginsLower(line.text)
	}
	if down > gap*max(spacing, line.size) || leftRoom(last, line, page) {
		return false
	}
	return !typography.EndsSentence(last.text) || line.x <= last.x+indent*line.size
}

// beginsItem reports whether a line begins with the sign of a list's item.
func beginsItem(text string) bool {
	sign, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("•‣▪◦●■", sign)
}

// leftRoom reports whether the first word of a line would have fitted behind the last one, so that the line was ended
// on purpose.
func leftRoom(last, line textLine, page []textLine) bool {
	const space = 1.0 // sizes, for the space between the words and what justified lines vary
	edge := last.end
	for _, other := range page {
		if math.Abs(other.x-line.x) < 2*line.size {
			edge = max(edge, other.end)
		}
	}
	word, _, _ := strings.Cut(line.text, " ")
	width := (line.end - line.x) * float64(len(word)) / float64(len(line.text))
	return last.end+space*last.size+width < edge
}

// lineSpacing returns the usual distance of two lines of a page.
func lineSpacing(page []textLine) float64 {
	var distances []float64
	for i := 1; i < len(page); i++ {
		if down := page[i-1].y - page[i].y; down > 0 {
			distances = append(distances, down)
		}
	}
	if len(distances) == 0 {
		return 0
	}
	slices.Sort(distances)
	return distances[len(distances)/2]
}

// joinLines puts a line behind others. A hyphen at the end of a line goes where the word goes on in small letters,
// unless the document has the same word with its hyphen elsewhere.
func joinLines(text, line string, hyphenated map[string]bool) string {
	if soft, found := strings.CutSuffix(text, "\u00ad"); found {
		return soft + line
	}
	if cut, found := cutHyphen(text); found && beginsLower(line) {
		if hyphenated[strings.ToLower(wordBehind(text)+wordInFront(line))] {
			return text + line
		}
		return cut + line
	}
	if strings.HasSuffix(text, "-") && !strings.HasSuffix(text, " -") {
		return text + line
	}
	return text + " " + line
}

// cutHyphen takes the hyphen off a text that ends with one behind a letter.
func cutHyphen(text string) (string, bool) {
	for _, hyphen := range []string{"-", "\u2010"} {
		if cut, found := strings.CutSuffix(text, hyphen); found {
			letter, _ := utf8.DecodeLastRuneInString(cut)
			return cut, unicode.IsLetter(letter)
		}
	}
	return text, false
}

func wordBehind(text string) string { return text[strings.LastIndexByte(text, ' ')+1:] }

func wordInFront(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return strings.TrimRight(word, ".,;:!?)\"”’")
}

// hyphenatedWords returns the words that have a hyphen within a line.
func hyphenatedWords(pages [][]textLine) map[string]bool {
	words := map[string]bool{}
	for _, page := range pages {
		for _, line := range page {
			for word := range strings.FieldsSeq(line.text) {
				if word = strings.Trim(word, ".,;:!?()\"“”‘’"); strings.Contains(strings.Trim(word, "-"), "-") {
					words[strings.ToLower(word)] = true
				}
			}
		}
	}
	return words
}
