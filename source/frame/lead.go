package frame

import (
	"slices"
	"strings"
	"time"

	"rashomon"
	"rashomon/source/date"
	"rashomon/source/typography"
)

// mostLeads is how many paragraphs may stand above the one with the dateline: a summary, an editor's note.
const mostLeads = 3

// dateline cuts the dateline off one of the first paragraphs, as a part of its own.
func (f *framing) dateline() {
	seen := 0
	for i := f.headEnd; i < len(f.doc.Parts) && seen < mostLeads; i++ {
		if f.doc.Parts[i].Kind != rashomon.PartBody {
			continue
		}
		seen++
		text := f.quote(i)
		d, ok := readDateline(text[:min(len(text), longestCredit)], seen == 1)
		if !ok && seen == 1 {
			d, ok = f.readDay(i)
		}
		if !ok || d.colon && (i == 0 || f.isTranscript(i)) {
			continue
		}
		start := f.doc.Parts[i].Extent.Start
		f.add(d.details, start, "text/dateline")
		if d.end < len(text) {
			f.cut(i, start+d.end)
		}
		f.mark(i, rashomon.PartDateline, "text/dateline")
		return
	}
}

// readDay reads the day, with its year, that stands by itself in front of the first sentence: "4 May 2012. The granary burned." Where
// another paragraph begins so too, they are entries of a diary.
func (f *framing) readDay(i int) (dateline, bool) {
	day, length := dayInFront(f.quote(i))
	if length == 0 || f.doc.Detail(rashomon.FieldPublished) != "" {
		return dateline{}, false
	}
	for j := i + 1; j < len(f.doc.Parts); j++ {
		if _, other := dayInFront(f.quote(j)); other > 0 {
			return dateline{}, false
		}
	}
	return dateline{end: length, details: day}, true
}

// dayInFront returns the day in front of the first sentence of a paragraph, and where that begins.
func dayInFront(text string) ([]rashomon.Detail, int) {
	value, length := date.Read(text)
	if length == 0 || len(value) < len(time.DateOnly) || strings.HasPrefix(value, "XXXX") || !strings.HasPrefix(text[length:], ". ") {
		return nil, 0
	}
	return fillDate(text, rashomon.FieldPublished)[0].details, length + len(". ")
}

// isTranscript reports whether a later paragraph, too, starts with capitals and a colon: then these are speakers.
func (f *framing) isTranscript(i int) bool {
	const ahead = 12 // paragraphs, within which a second speaker has spoken
	if !hasSpeaker(f.quote(i)) {
		return false
	}
	for j := i + 1; j < len(f.doc.Parts) && j <= i+ahead; j++ {
		if hasSpeaker(f.quote(j)) {
			return true
		}
	}
	return false
}

func hasSpeaker(text string) bool {
	before, _, found := strings.Cut(text[:min(len(text), longestNameLine)], ":")
	return found && isCapitals(before)
}

// cut makes two parts of one, the second from the first sign at or behind an offset of the text that is no white space.
func (f *framing) cut(i, offset int) {
	first, second := f.doc.Parts[i], f.doc.Parts[i]
	second.Extent.Start = skipSpace(f.text, offset)
	first.Extent.End = first.Extent.Start + len(strings.TrimSpace(f.text[first.Extent.Start:offset]))
	f.doc.Parts = slices.Insert(f.doc.Parts, i+1, second)
	f.doc.Parts[i] = first
}

// cutTrailer cuts the credit off the end of the last paragraph: "... said. (Reporting by A. Roe)", "... said. - AFP".
func (f *framing) cutTrailer() {
	prose := 0
	for i := len(f.doc.Parts) - 1; i >= max(0, len(f.doc.Parts)-mostFootParts) && prose < mostFootProse; i-- {
		if f.doc.Parts[i].Kind != rashomon.PartBody {
			continue
		}
		prose++
		end := f.doc.Parts[i].Extent.End
		begin := max(f.doc.Parts[i].Extent.Start, end-longestLine)
		for _, start := range trailerStarts(f.text[begin:end]) {
			start += begin
			m, ok := press()[zoneFoot].find(f.text[start:end])
			if !ok || !m.sure && m.rule != "text/agency" || m.rule == ruleSignature || start == f.doc.Parts[i].Extent.Start {
				continue
			}
			f.cut(i, start)
			f.mark(i+1, rashomon.PartByline, m.rule)
			return
		}
	}
}

// trailerStarts returns where a credit at the end of a paragraph can start: at its last bracket, or at a dash, behind
// the end of a sentence.
func trailerStarts(text string) []int {
	var starts []int
	for _, sign := range []string{"(", "- ", "– ", "—", "--", "©"} {
		start := strings.LastIndex(text, sign)
		if start > 0 && typography.EndsSentence(strings.TrimSpace(text[:start])) {
			starts = append(starts, start)
		}
	}
	return starts
}
