// Package frame reads what a text says of itself as a publication: the masthead, bylines, lines of date and credit, the
// dateline, the headline, the signature and the boilerplate below the text. It looks at the head and the foot of a
// text, and at short parts between them; paragraphs are never searched.
//
// [Fill] goes through a document in this order:
//
//	captions    captions, requests to share, marks of an end: short parts anywhere        frame.go
//	trailer     the credit at the end of the last paragraph, cut off it                   lead.go
//	foot        the parts below the last paragraph, from the last one up                  foot.go
//	head        the parts above the first paragraph, and the masthead on top of them      head.go, masthead.go
//	dateline    what stands in front of the first sentence, cut off it                    lead.go, dateline.go
//	title       the headline
//
// A line is known by the templates in data, one of them a line: words, signs, and slots that the readers of names,
// places, dates, offices and outlets fill.
//
//	data/byline.txt ... ─ template.go ─> templates ─ press.go ─> match ─ slot.go ─> details
package frame

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/source/typography"
)

// Fill reads what the text of a document says of itself as a publication, whatever format it came in: it marks and cuts
// the parts that say so, and appends the details behind those that markup gave.
func Fill(doc *rashomon.Document) {
	f := &framing{doc: doc, text: strings.ReplaceAll(doc.Text, "\r\n", " \n")}
	f.captions()
	f.cutTrailer()
	f.headEnd = f.findHeadEnd()
	f.foot()
	f.head()
	f.dateline()
	f.dropQuoted()
	f.title()
	doc.Details = append(doc.Details, f.ordered()...)
}

// The rules of parts that were marked before and that Fill asks for.
const (
	RuleFirstBlock = "layout/first block" // a headline that is one by its place and look alone
	RuleFootnote   = "markdown/footnote"  // what stands at the end of a text without being of it
)

// A framing is the state of framing one document.
type framing struct {
	doc     *rashomon.Document
	text    string            // of the document, all line ends alike and every offset kept
	headEnd int               // index of the first part that is prose
	details []rashomon.Detail // found in the text
	writers []rashomon.Detail // whom the foot calls the author
	letter  bool              // the text opens with a salutation
}

// The bounds of where lines of credit are looked for.
const (
	mostHeadParts = 16  // above the first paragraph
	mostFootParts = 12  // below the last
	mostFootProse = 3   // paragraphs in the foot above which it does not go on: an appendix, a note, a quoted letter
	longestCredit = 700 // bytes of a part that can be boilerplate, a paragraph about the author being the longest
	longestLine   = 300 // bytes of a line of credit, a caption, a request to share
	shortestProse = 110 // bytes from which a part in the head is taken for the first paragraph, without a look at its end
	leastSentence = 8   // words from which a part that ends as a sentence does is taken for it
)

func (f *framing) quote(i int) string {
	e := f.doc.Parts[i].Extent
	return f.text[e.Start:e.End]
}

// size returns the length of a text in bytes, without the spaces that end its lines.
func size(text string) int { return len(text) - strings.Count(text, " \n") }

func (f *framing) mark(i int, kind rashomon.PartKind, rule string) {
	f.doc.Parts[i].Kind, f.doc.Parts[i].Rule = kind, rule
}

// open reports whether a part's kind may still be changed: what markup or an earlier rule says of it stands.
func (f *framing) open(i int) bool {
	switch f.doc.Parts[i].Kind {
	case rashomon.PartBody, rashomon.PartHeading, rashomon.PartItem:
		return true
	case rashomon.PartHeadline:
		return f.doc.Parts[i].Rule == RuleFirstBlock
	}
	return false
}

// add keeps details whose extents are within a part, or within a stretch that starts at an offset of the text.
func (f *framing) add(details []rashomon.Detail, start int, rule string) {
	for _, detail := range shifted(details, start) {
		detail.Rule = rule
		f.details = append(f.details, detail)
	}
}

// captions marks the captions, the requests to share and the marks of an end, which stand anywhere.
func (f *framing) captions() {
	for i := range f.doc.Parts {
		if size(f.quote(i)) > longestLine || !f.open(i) {
			continue
		}
		if m, ok := press()[zoneAnywhere].find(f.quote(i)); ok {
			f.mark(i, rashomon.PartKind(m.kind), m.rule)
		}
	}
}

// findHeadEnd returns the index of the first part that is prose.
func (f *framing) findHeadEnd() int {
	for i, p := range f.doc.Parts {
		if i == mostHeadParts {
			return i
		}
		switch p.Kind {
		case rashomon.PartQuote, rashomon.PartItem, rashomon.PartDateline:
			return i
		case rashomon.PartBody:
			text := f.quote(i)
			if size(text) >= shortestProse || isSentence(text) {
				return i
			}
			if d, ok := readDateline(text, true); ok && (i > 0 || !d.colon) {
				return i
			}
		}
	}
	return len(f.doc.Parts)
}

// isSentence reports whether a short text ends as a sentence does and has its words.
func isSentence(text string) bool {
	return typography.EndsSentence(text) && typography.CountWords(text, leastSentence) >= leastSentence
}

// dropQuoted forgets what the foot says of place, day and author where the head says it, too: then it is the foot of a
// statement that the text quotes. Where nobody else is named, the author is whom the foot tells of.
func (f *framing) dropQuoted() {
	dated, credited, named := false, false, false
	for _, detail := range f.details {
		inHead := f.headEnd < len(f.doc.Parts) && detail.Extent.Start < f.doc.Parts[f.headEnd].Extent.End
		dated = dated || inHead && detail.Field == rashomon.FieldPublished
		credited = credited || inHead && detail.Field == rashomon.FieldAgency
		named = named || inHead && detail.Field == rashomon.FieldAuthor
	}
	f.details = slices.DeleteFunc(f.details, func(d rashomon.Detail) bool {
		inHead := f.headEnd < len(f.doc.Parts) && d.Extent.Start < f.doc.Parts[f.headEnd].Extent.End
		return !inHead && (d.Rule == ruleDateLine && dated || d.Rule == ruleSignature && (credited || named))
	})
	if !slices.ContainsFunc(f.details, func(d rashomon.Detail) bool { return d.Field == rashomon.FieldAuthor }) {
		f.details = append(f.details, f.writers...)
	}
}

// ordered returns the details field by field in the order of the vocabulary, each value once. Within a field they stand
// as in the text, but for a day without a year and for what is said of another publication, which come last.
func (f *framing) ordered() []rashomon.Detail {
	slices.SortStableFunc(f.details, func(a, b rashomon.Detail) int {
		return cmp.Or(
			cmp.Compare(fieldOrder(a.Field), fieldOrder(b.Field)),
			cmp.Compare(doubt(a), doubt(b)),
			cmp.Compare(a.Extent.Start, b.Extent.Start),
		)
	})
	var details []rashomon.Detail
	for _, detail := range f.details {
		if !slices.ContainsFunc(details, func(d rashomon.Detail) bool {
			return d.Field == detail.Field && strings.EqualFold(d.Value, detail.Value)
		}) {
			details = append(details, detail)
		}
	}
	return details
}

var detailOrder = []rashomon.Field{
	rashomon.FieldTitle, rashomon.FieldSource, rashomon.FieldAuthor,
	rashomon.FieldAgency, rashomon.FieldPlace, rashomon.FieldPublished,
}

func fieldOrder(field rashomon.Field) int { return slices.Index(detailOrder, field) }

// doubt sorts details of one field by how well they tell of this publication.
func doubt(detail rashomon.Detail) int {
	switch {
	case detail.Rule == "text/taken from":
		return 2
	case detail.Field == rashomon.FieldPublished && strings.HasPrefix(detail.Value, "XXXX"):
		return 1
	}
	return 0
}
