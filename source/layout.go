package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/source/typography"
)

// layout cuts a plain text into parts, by what its lines look like. The first part is the headline, or none is.
func layout(text string) []rashomon.Part {
	parts := cutLines(text)
	markHeadline(text, parts)
	return parts
}

// cutLines cuts a text into parts: every run of lines between two empty ones by itself, and then makes one of those that
// a page's end has cut in the middle of a sentence. So texts that are joined by an empty line are cut as they are alone,
// but for the two parts at the border, if the sentence of the first goes on in the second.
func cutLines(text string) []rashomon.Part { return joinContinued(text, cutRuns(text)) }

// cutRuns cuts a text into parts none of which goes over an empty line.
func cutRuns(text string) []rashomon.Part {
	lines := splitLines(text)
	removeMargin(lines)
	var parts []rashomon.Part
	for start := 0; start < len(lines); {
		if lines[start].blank() {
			start++
			continue
		}
		end := start
		for end < len(lines) && !lines[end].blank() {
			end++
		}
		parts = appendRun(parts, text, lines[start:end])
		start = end
	}
	return parts
}

// removeMargin takes away the indentation that all lines share.
func removeMargin(lines []line) {
	margin := -1
	for _, l := range lines {
		if !l.blank() && (margin < 0 || l.indent < margin) {
			margin = l.indent
		}
	}
	for i := range lines {
		lines[i].indent -= margin
	}
}

// quoteIndent is the indentation from which a paragraph that is indented as a whole is a block quotation: that of
// Markdown's code blocks and of typists.
const quoteIndent = 4

// appendRun appends the parts of a run of lines without an empty one among them.
func appendRun(parts []rashomon.Part, text string, lines []line) []rashomon.Part {
	if len(lines) > 1 && !slices.ContainsFunc(lines, func(l line) bool { return l.indent < quoteIndent }) {
		return append(parts, part(lines, rashomon.PartQuote, "layout/indented quote"))
	}
	r := run{text: text, lines: lines}
	r.measure()
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && !r.breaks(start, end) {
			end++
		}
		kind, rule := r.kind(start, end)
		parts = append(parts, part(lines[start:end], kind, rule))
		start = end
	}
	return parts
}

func part(lines []line, kind rashomon.PartKind, rule string) rashomon.Part {
	extent := rashomon.Extent{Start: lines[0].start, End: lines[len(lines)-1].end}
	return rashomon.Part{Extent: extent, Kind: kind, Rule: rule}
}

// A run is a run of lines without an empty one among them.
type run struct {
	text    string
	lines   []line
	marks   []mark // what each line starts with
	width   int    // of the longest plain line
	wrapped bool   // the lines were broken to fit a width, and not where paragraphs end
}

// The widths between which the lines of a hard-wrapped text lie: narrower are newspaper columns and verse, wider ones
// no editor wraps at.
const (
	narrowestWrap = 40
	widestWrap    = 120
)

// measure finds the marks of the lines and whether they are wrapped: no longer than a wrapped line can be, most of them
// filled, and at least one sign that a sentence goes on over a line's end.
func (r *run) measure() {
	full, sign := 0, false
	for _, l := range r.lines {
		r.marks = append(r.marks, markOf(r.text[l.start:l.end]))
		r.width = max(r.width, l.width)
	}
	for i := range len(r.lines) - 1 {
		if r.full(i) {
			full++
		}
		sign = sign || r.continues(i)
	}
	last := r.lines[len(r.lines)-1]
	sign = sign || typography.EndsSentence(r.line(len(r.lines)-1)) && !typography.EndsSentence(r.line(0)) && last.width <= r.width
	r.wrapped = sign && narrowestWrap <= r.width && r.width <= widestWrap && 2*full >= len(r.lines)-1
}

func (r *run) line(i int) string { return r.text[r.lines[i].start:r.lines[i].end] }

// full reports whether the first word of the next line would not have fitted behind line i.
func (r *run) full(i int) bool {
	next := r.line(i + 1)
	if end := strings.IndexFunc(next, unicode.IsSpace); end >= 0 {
		next = next[:end]
	}
	return r.lines[i].width+1+utf8.RuneCountInString(next) > r.width
}

// continues reports whether a sentence certainly goes on from line i to the next.
func (r *run) continues(i int) bool {
	if r.isTitleWithWriter() {
		return false
	}
	first, _ := utf8.DecodeRuneInString(r.line(i + 1))
	return unicode.IsLower(first) && r.lines[i].width <= widestWrap && !typography.EndsSentence(r.line(i))
}

// isTitleWithWriter reports whether the lines are a title and, under it, who wrote: "by Ilse Varro, teacher".
func (r *run) isTitleWithWriter() bool {
	if len(r.lines) != 2 || typography.EndsSentence(r.line(1)) {
		return false
	}
	writer, found := strings.CutPrefix(r.line(1), "by ")
	first, _ := utf8.DecodeRuneInString(writer)
	return found && unicode.IsUpper(first)
}

// breaks reports whether a part that started at line start ends before line i.
func (r *run) breaks(start, i int) bool {
	before, here := r.marks[i-1], r.marks[i]
	switch {
	case before == markQuote || here == markQuote:
		return before != here
	case before == markRule || here == markRule || before == markHeading || here == markHeading:
		return true
	case here == markItem && (r.marks[start] == markItem || typography.EndsClause(r.line(i-1))):
		return true
	case r.marks[start] == markItem && r.lines[i].indent > r.lines[start].indent:
		return false
	case r.lines[i].indent >= r.lines[i-1].indent+paragraphIndent && r.marks[start] != markItem:
		return true
	}
	return !r.continues(i-1) && !(r.wrapped && r.full(i-1))
}

// paragraphIndent is the least indentation by which a line starts a new paragraph.
const paragraphIndent = 2

// kind returns what the lines from start to end are, and the rule that says so.
func (r *run) kind(start, end int) (rashomon.PartKind, string) {
	switch r.marks[start] {
	case markQuote:
		return rashomon.PartQuote, "layout/quoted lines"
	case markRule:
		return rashomon.PartBoilerplate, "layout/ruled line"
	case markHeading:
		return rashomon.PartHeading, "layout/marked heading"
	}
	alone := end == start+1 && (len(r.lines) == 1 || r.leads(start))
	switch {
	case alone && looksLikeHeading(r.line(start)):
		return rashomon.PartHeading, "layout/heading"
	case r.marks[start] == markItem:
		return rashomon.PartItem, "layout/item"
	case end > start+1:
		return rashomon.PartBody, "layout/wrapped lines"
	case len(r.lines) > 1:
		return rashomon.PartBody, "layout/line"
	}
	return rashomon.PartBody, "layout/paragraph"
}

// leads reports whether a line stands directly on top of a paragraph, or is underlined.
func (r *run) leads(i int) bool {
	if i != 0 {
		return false
	}
	return r.marks[1] == markRule || r.lines[1].width > 2*r.lines[0].width && r.lines[1].width > narrowestWrap
}
