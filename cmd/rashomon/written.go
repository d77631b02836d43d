package main

import (
	"fmt"
	"strings"

	"rashomon"
)

// showWritten tells when a document may have been written that does not say it, and what leaves no other days.
func (p program) showWritten(out *strings.Builder, doc *rashomon.Document) {
	const margin = 11
	if len(doc.Written) == 0 {
		return
	}
	name := "written"
	for _, line := range wrap(writtenText(doc)+", deduced because", p.width()-margin) {
		fmt.Fprintf(out, "%-*s%s\n", margin, name, line)
		name = ""
	}
	for i, evidence := range doc.Evidence {
		for n, line := range wrap(evidence.Reason, p.width()-margin-5) {
			id := ""
			if n == 0 {
				id = fmt.Sprintf("g%d", i+1)
			}
			fmt.Fprintf(out, "%-*s%-5s%s\n", margin, "", id, line)
		}
	}
}

// writtenText lists the days on which a document may have been written.
func writtenText(doc *rashomon.Document) string {
	all := make([]string, len(doc.Written))
	for i, days := range doc.Written {
		all[i] = days.String()
	}
	return strings.Join(all, ", or ")
}

// whyWritten tells what is known of the days on which a document was written, and why.
func (p program) whyWritten(out *strings.Builder, doc *rashomon.Document) {
	out.WriteByte('\n')
	text := "The document does not tell when it was published. It was written on one of these days: " + writtenText(doc) + ", because:"
	for _, line := range wrap(text, p.width()) {
		out.WriteString(line + "\n")
	}
	out.WriteByte('\n')
	for i, evidence := range doc.Evidence {
		p.whyLine(out, fmt.Sprintf("g%d", i+1), fmt.Sprintf("%q: %s [%s]", clean(doc.QuoteSpan(evidence.Span)), evidence.Reason, evidence.Rule))
	}
}
