package frame

import (
	"strings"

	"rashomon"
)

// masthead reads the outlet or office at the very top. A line of capitals alone is one only if a date or section stands
// under it without an empty line, and a headline follows; one that is known for an outlet by its words needs less.
func (f *framing) masthead(lines []headLine) {
	if len(lines) == 0 || !f.open(0) || lines[0].sure || f.hasMarkupTitle() {
		return
	}
	first := f.quote(0)
	if strings.Contains(first, "\n") || !isTitle(first) {
		return
	}
	end := f.runEnd(0)
	framed := f.isFramed(lines, 1, min(end, len(lines)))
	switch {
	case isOutlet(first) && (framed || f.isFramed(lines, 1, len(lines)) && f.hasCandidate(lines, 1)):
	case isCapitals(first) && framed && f.hasCandidate(lines, end):
	default:
		return
	}
	f.markMasthead(lines, 0)
	for i := 1; i < min(end, len(lines)); i++ {
		lines[i].accepted = lines[i].read && lines[i].matches[0].rule == ruleLabel
	}
	named := 0
	if outletWords()["states"].startOf(first) > 0 && end > 1 && len(lines) > 1 && isOutlet(f.quote(1)) && !lines[1].sure {
		f.markMasthead(lines, 1)
		named = 1
	}
	text := f.quote(named)
	f.add(tell(rashomon.FieldSource, text, 0, nameEnd(text)), f.doc.Parts[named].Extent.Start, ruleMasthead)
}

func (f *framing) markMasthead(lines []headLine, i int) {
	f.mark(i, rashomon.PartByline, ruleMasthead)
	lines[i] = headLine{}
}

func (f *framing) hasMarkupTitle() bool { return f.doc.Detail(rashomon.FieldTitle) != "" }

// runEnd returns the index behind the last part that follows a part without an empty line between.
func (f *framing) runEnd(i int) int {
	for i++; i < len(f.doc.Parts); i++ {
		if strings.Count(f.text[f.doc.Parts[i-1].Extent.End:f.doc.Parts[i].Extent.Start], "\n") > 1 {
			break
		}
	}
	return i
}

// isFramed reports whether among the lines there is one that goes with a masthead: a date, a section, a subtitle.
func (f *framing) isFramed(lines []headLine, start, end int) bool {
	for i := start; i < end; i++ {
		if outletWords()["subtitles"].startOf(f.quote(i)) > 0 {
			f.mark(i, rashomon.PartByline, ruleMasthead)
			return true
		}
		if !lines[i].read {
			continue
		}
		switch lines[i].matches[0].rule {
		case ruleDateLine, ruleLabel, "text/issue", ruleDocumentName, "text/speaker", "text/release":
			return true
		}
	}
	return false
}

// hasCandidate reports whether a line from start on can be the headline.
func (f *framing) hasCandidate(lines []headLine, start int) bool {
	for i := start; i < len(lines); i++ {
		if f.canHead(i) && (!lines[i].read || lines[i].titles() || lines[i].matches[0].rule == ruleByline && !lines[i].sure) {
			return true
		}
	}
	return false
}
