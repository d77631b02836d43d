package main

import (
	"fmt"
	"strings"

	"rashomon"
)

// whyEntity tells of an entity why each of its mentions was taken for one of it, and what else its place may be.
func (p program) whyEntity(out *strings.Builder, doc *rashomon.Document, i int) {
	out.WriteString("\nIts mentions, the rule that found each, and why each was taken for the same:\n\n")
	for j, mention := range doc.Mentions {
		if mention.Entity == i {
			p.whyMention(out, doc, j)
		}
	}
	location := doc.Entities[i].Location
	if location == nil {
		return
	}
	fmt.Fprintf(out, "\nWhere it lies:\n\n")
	p.whyLocation(out, *location)
	if len(location.Alternatives) > 0 {
		fmt.Fprintf(out, "\nOther places that it may be:\n\n")
	}
	for _, alternative := range location.Alternatives {
		p.whyLocation(out, alternative)
	}
}

func (p program) whyMention(out *strings.Builder, doc *rashomon.Document, j int) {
	p.whyLine(out, fmt.Sprintf("m%d", j+1), mentionText(doc, j))
}

// mentionText tells of a mention its words, the rule that found it, and why it was joined to another.
func mentionText(doc *rashomon.Document, j int) string {
	mention := doc.Mentions[j]
	line := fmt.Sprintf("%q [%s]", clean(doc.QuoteSpan(mention.Span)), mention.Rule)
	if mention.Antecedent != rashomon.None {
		line += fmt.Sprintf(", %s: m%d %q", mention.Reason, mention.Antecedent+1, clean(doc.QuoteSpan(doc.Mentions[mention.Antecedent].Span)))
	}
	if !mention.Title.Empty() {
		line += fmt.Sprintf(", title %q", clean(doc.QuoteSpan(mention.Title)))
	}
	if !mention.Distancing.Empty() {
		line += fmt.Sprintf(", held at a distance by %q", clean(doc.QuoteSpan(mention.Distancing)))
	}
	return line
}

func (p program) whyLocation(out *strings.Builder, l rashomon.Location) {
	p.whyLine(out, fmt.Sprintf("%.2f", l.Score), fmt.Sprintf("%s, %s [%s]", l.Name, locationText(&l), l.Rule))
}

// whyLine prints a line with something short in its margin.
func (p program) whyLine(out *strings.Builder, margin, text string) {
	const columns = 10
	for _, line := range wrap(text, p.width()-columns) {
		fmt.Fprintf(out, "    %-*s%s\n", columns-4, margin, line)
		margin = ""
	}
}
