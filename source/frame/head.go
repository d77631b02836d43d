package frame

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/source/date"
	"rashomon/source/typography"
)

// A headLine is what one part above the first paragraph was read as.
type headLine struct {
	matches  []located // one for each segment of the part that a template matches
	read     bool      // all of its segments were matched
	sure     bool      // and one of them by a template that is sure
	dated    bool      // one of them is a date line
	accepted bool
}

// A located match is a match and where in the document's text the text began that it matched.
type located struct {
	match
	start int
}

// head reads the parts above the first paragraph.
func (f *framing) head() {
	lines := make([]headLine, f.headEnd)
	for i := range lines {
		if f.open(i) || f.doc.Parts[i].Kind == rashomon.PartByline {
			lines[i] = f.readHeadLine(i)
		}
	}
	f.readDays(lines)
	f.readDiary(lines)
	f.masthead(lines)
	f.acceptLines(lines)
	if len(lines) > 0 && f.doc.Parts[0].Rule == RuleFirstBlock && f.isTranscript(0) {
		f.mark(0, rashomon.PartBody, "text/speaker turn")
	}
	for i, line := range lines {
		if line.accepted {
			f.keepLine(i, line)
		}
	}
	f.moveHeadline(lines)
}

// readHeadLine reads one part: as a whole, or else segment by segment.
func (f *framing) readHeadLine(i int) headLine {
	start, text := f.doc.Parts[i].Extent.Start, f.quote(i)
	if size(text) > longestLine {
		return headLine{}
	}
	if m, ok := press()[zoneHead].find(text); ok {
		return lineOf([]located{{m, start}}, true)
	}
	var matches []located
	cuts := segments(text)
	for _, cut := range cuts {
		if m, ok := press()[zoneHead].find(text[cut.start:cut.end]); ok {
			matches = append(matches, located{m, start + cut.start})
		}
	}
	return lineOf(matches, len(cuts) > 1 && len(matches) == len(cuts))
}

func lineOf(matches []located, read bool) headLine {
	line := headLine{matches: matches, read: read}
	for _, m := range matches {
		line.sure = line.sure || m.sure
		line.dated = line.dated || m.rule == ruleDateLine
	}
	line.sure = line.sure && read
	return line
}

// The rules that other rules ask for.
const (
	ruleByline       = "text/byline"
	ruleDateLine     = "text/date line"
	ruleLabel        = "text/label"
	ruleDocumentName = "text/document name"
	ruleMasthead     = "text/masthead"
	ruleAboutAuthor  = "text/about the author"
)

// The kinds of templates whose lines keep the kind that they have.
const (
	kindDocument   = "document"
	kindSalutation = "salutation"
)

// readDays reads, where no line is known to tell when the text was published, the day at the end of one that stands directly under
// the first, among the lines at the very top: "Official record, 4 May 2012".
func (f *framing) readDays(lines []headLine) {
	if slices.ContainsFunc(lines, headLine.tellsDay) {
		return
	}
	for i := 1; i < min(f.runEnd(0), len(lines)); i++ {
		start := f.doc.Parts[i].Extent.Start
		if details := dayAtEnd(f.quote(i)); len(details) > 0 && f.open(i) {
			lines[i] = lineOf([]located{{match{dayLine, details}, start}}, true)
			return
		}
	}
}

// dayLine is what stands for the template of a line that ends with a day.
var dayLine = &template{rule: ruleDateLine, kind: string(rashomon.PartByline), sure: true}

// tellsDay reports whether a line is sure to tell when the text was published.
func (l headLine) tellsDay() bool {
	return l.sure && slices.ContainsFunc(l.matches, func(m located) bool {
		return slices.ContainsFunc(m.details, func(d rashomon.Detail) bool { return d.Field == rashomon.FieldPublished })
	})
}

// dayAtEnd returns the day, with its year, that a short line ends with behind a comma.
func dayAtEnd(text string) []rashomon.Detail {
	if size(text) > longestDayLine {
		return nil
	}
	for pos := range text {
		if !strings.HasPrefix(text[pos:], ", ") {
			continue
		}
		start := pos + len(", ")
		value, length := date.Read(text[start:])
		if length > 0 && start+length == len(strings.TrimRight(text, ".")) && !strings.HasPrefix(value, "XXXX") {
			return shifted(fillDate(text[start:], rashomon.FieldPublished)[0].details, start)
		}
	}
	return nil
}

// longestDayLine is the length in bytes of the longest line that tells what a text is and its day.
const longestDayLine = 100

// readDiary forgets the date lines of a text that has further ones between its paragraphs: they are its headings, and
// none of them tells when it was published.
func (f *framing) readDiary(lines []headLine) {
	const ahead = 24 // parts: some pages of a diary
	for i := f.headEnd; i < len(f.doc.Parts)-1 && i < f.headEnd+ahead; i++ {
		if f.doc.Parts[i].Kind != rashomon.PartHeading {
			continue
		}
		text := f.quote(i)
		if _, length := date.Read(text); length == 0 || length < len(text) {
			continue
		}
		for j := range lines {
			if lines[j].dated && len(lines[j].matches) == 1 && len(lines[j].matches[0].details) <= 1 {
				lines[j] = headLine{}
			}
		}
		return
	}
}

// acceptLines decides which lines count: those that are sure, and those beside them that are not. A name alone must
// stand beside a date, or be one that the foot calls the author; with a place or an outlet, below the headline is enough.
func (f *framing) acceptLines(lines []headLine) {
	for i := range lines {
		headline := f.doc.Parts[i].Kind == rashomon.PartHeadline
		lines[i].accepted = lines[i].accepted || lines[i].sure ||
			!headline && lines[i].read && (f.namesWriter(lines[i]) || f.namesReporter(i, lines[i]))
	}
	for changed := !opensLetter(lines); changed; {
		changed = false
		for i := range lines {
			if lines[i].accepted || !lines[i].read || f.doc.Parts[i].Kind == rashomon.PartHeadline {
				continue
			}
			if i > 0 && vouches(lines[i-1], lines[i]) || i+1 < len(lines) && vouches(lines[i+1], lines[i]) {
				lines[i].accepted, changed = true, true
			}
		}
	}
}

// opensLetter reports whether there is a salutation among the lines: names above it are of those who are written to.
func opensLetter(lines []headLine) bool {
	return slices.ContainsFunc(lines, func(l headLine) bool { return l.sure && l.matches[0].kind == kindSalutation })
}

// vouches reports whether a line that counts makes the one beside it count.
func vouches(known, other headLine) bool {
	if !known.accepted || known.titles() {
		return false
	}
	return known.dated || other.matches[0].rule != ruleByline
}

// titles reports whether a line stays what it is, a headline perhaps, whatever it tells.
func (l headLine) titles() bool {
	return len(l.matches) > 0 && l.matches[0].kind == string(rashomon.PartHeadline)
}

// namesDocument reports whether a line says what sort of document this is: its headline, where there is no other.
func (l headLine) namesDocument() bool { return l.read && l.matches[0].rule == ruleDocumentName }

// namesWriter reports whether a line is a name alone that the foot of the text calls the author.
func (f *framing) namesWriter(line headLine) bool {
	for _, m := range line.matches {
		for _, detail := range m.details {
			for _, writer := range f.writers {
				if detail.Field == rashomon.FieldAuthor && detail.Value == writer.Value {
					return true
				}
			}
		}
	}
	return false
}

// namesReporter reports whether a line directly below the headline is a name and, behind a comma, whence or for whom the
// report is. A common given name tells that the line is no place with its region.
func (f *framing) namesReporter(i int, line headLine) bool {
	if i == 0 || f.doc.Parts[i-1].Kind != rashomon.PartHeadline || line.matches[0].rule != ruleByline {
		return false
	}
	return strings.Contains(f.quote(i), ",") && slices.ContainsFunc(line.matches[0].details, func(d rashomon.Detail) bool {
		return d.Field == rashomon.FieldAuthor && isGiven(d.Value)
	})
}

// keepLine takes over what a line tells, and marks its part.
func (f *framing) keepLine(i int, line headLine) {
	for _, m := range line.matches {
		f.add(m.details, m.start, m.rule)
	}
	switch kind := line.matches[0].kind; kind {
	case string(rashomon.PartHeadline), kindDocument:
	case kindSalutation:
		f.letter = true
		f.mark(i, rashomon.PartBody, line.matches[0].rule)
	default:
		f.mark(i, rashomon.PartKind(kind), line.matches[0].rule)
	}
}

// moveHeadline looks for another headline where the first block was none.
func (f *framing) moveHeadline(lines []headLine) {
	if f.letter || len(f.doc.Parts) == 0 {
		return
	}
	if first := f.doc.Parts[0]; first.Kind == rashomon.PartHeadline || !strings.HasPrefix(first.Rule, "text/") {
		return
	}
	best := rashomon.None
	for i := range lines {
		switch {
		case !f.canHead(i) || lines[i].accepted && !lines[i].titles() && !lines[i].namesDocument():
		case best == rashomon.None, lines[best].namesDocument(),
			typography.CountWords(f.quote(best), 1) == 1 && isCapitals(f.quote(i)):
			best = i
		}
	}
	if best != rashomon.None {
		f.mark(best, rashomon.PartHeadline, "text/headline")
	}
}

// canHead reports whether a part can be the headline.
func (f *framing) canHead(i int) bool {
	switch f.doc.Parts[i].Kind {
	case rashomon.PartBody, rashomon.PartHeading, rashomon.PartHeadline:
		return typography.LooksLikeHeadline(f.quote(i))
	}
	return false
}

// title takes the headline as the title.
func (f *framing) title() {
	for i := range f.headEnd {
		if f.doc.Parts[i].Kind != rashomon.PartHeadline {
			continue
		}
		text := f.quote(i)
		start := typography.HeadingMark(text)
		f.add(tell(rashomon.FieldTitle, text, start, len(text)), f.doc.Parts[i].Extent.Start, "text/headline")
		return
	}
}
