package frame

import (
	"strings"

	"rashomon"
	"rashomon/source/typography"
)

// foot reads the parts below the last paragraph, from the last one up, for what stands lower says what is above it.
func (f *framing) foot() {
	prose := 0
	for i := len(f.doc.Parts) - 1; i >= f.footStart() && prose < mostFootProse; i-- {
		if !f.open(i) && f.doc.Parts[i].Kind != rashomon.PartBoilerplate && f.doc.Parts[i].Kind != rashomon.PartByline {
			continue
		}
		if size(f.quote(i)) <= longestCredit {
			f.readFootLine(i)
		}
		if f.open(i) && size(f.quote(i)) >= shortestProse {
			prose++
		}
	}
	f.continueContact()
	f.signature()
}

// continueContact takes the short lines below how to reach the outlet for more of the same, if nothing else follows.
func (f *framing) continueContact() {
	first := len(f.doc.Parts)
	for i := first - 1; i >= f.footStart(); i-- {
		if f.doc.Parts[i].Rule == ruleContact {
			first = i
		} else if text := f.quote(i); f.open(i) && (size(text) > longestNameLine || typography.EndsSentence(text)) {
			break
		}
	}
	for i := first; i < len(f.doc.Parts); i++ {
		if f.open(i) {
			f.mark(i, rashomon.PartBoilerplate, ruleContact)
		}
	}
}

func (f *framing) footStart() int { return max(f.headEnd, len(f.doc.Parts)-mostFootParts) }

// readFootLine reads one part as a line of credit or as boilerplate.
func (f *framing) readFootLine(i int) {
	start := f.doc.Parts[i].Extent.Start
	m, ok := press()[zoneFoot].find(f.quote(i))
	if !ok || !m.sure || m.rule == ruleSignature {
		return
	}
	if m.rule == ruleAboutAuthor && !f.aboutAuthor(i, m) {
		return
	}
	f.mark(i, rashomon.PartKind(m.kind), m.rule)
	if m.rule != ruleAboutAuthor {
		f.add(m.details, start, m.rule)
	}
}

// aboutAuthor reports whether a part that tells of a person tells of the author: of nobody, that is, whom the text told
// of before, but in a line of nothing but the name.
func (f *framing) aboutAuthor(i int, m match) bool {
	if len(m.details) == 0 {
		return true
	}
	for j := i + 1; j < len(f.doc.Parts); j++ {
		if f.open(j) && f.doc.Parts[j].Rule != RuleFootnote {
			return false // the text goes on
		}
	}
	writer := shifted(m.details, f.doc.Parts[i].Extent.Start)[0]
	for pos := 0; pos < f.doc.Parts[i].Extent.Start; {
		found := strings.Index(f.text[pos:f.doc.Parts[i].Extent.Start], writer.Value)
		if found < 0 {
			break
		}
		if part := f.doc.PartOf(pos + found); part < 0 || size(f.quote(part)) > longestNameLine {
			return false
		}
		pos += found + len(writer.Value)
	}
	writer.Rule = ruleAboutAuthor
	f.writers = append(f.writers, writer)
	return true
}

// longestNameLine is how long a line is at most that holds a name and "By", a place, an outlet.
const longestNameLine = 90

const (
	ruleSignature = "text/signature"
	ruleContact   = "text/contact"
)

// signature reads the name under a letter, a statement or a column: a line of it under a farewell, over an office, or
// over a line that tells of the same person.
func (f *framing) signature() {
	end := len(f.doc.Parts)
	for end > f.footStart() && !f.open(end-1) {
		end--
	}
	for start := end - 1; start >= max(f.footStart(), end-3); start-- {
		from, to := f.doc.Parts[start].Extent.Start, f.doc.Parts[end-1].Extent.End
		if size(f.text[from:to]) > longestLine {
			break
		}
		m, ok := press()[zoneFoot].find(f.text[from:to])
		if !ok || m.rule != ruleSignature {
			continue
		}
		f.add(m.details, from, ruleSignature)
		for i := start; i < end; i++ {
			f.mark(i, rashomon.PartByline, ruleSignature)
		}
		return
	}
	f.namedSignature(end - 1)
}

// namedSignature reads a last line that is the name of whom the lines below it tell.
func (f *framing) namedSignature(i int) {
	if i < f.footStart() {
		return
	}
	for _, writer := range f.writers {
		if text := f.quote(i); strings.Trim(text, " *_-–—.") == writer.Value {
			start := strings.Index(text, writer.Value)
			f.add(tell(rashomon.FieldAuthor, text, start, start+len(writer.Value)), f.doc.Parts[i].Extent.Start, ruleSignature)
			f.mark(i, rashomon.PartByline, ruleSignature)
			return
		}
	}
}
