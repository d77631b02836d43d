package main

import (
	"fmt"
	"strconv"
	"strings"

	"rashomon"
)

// firstWithStatements is the version of the reader from which on readings have statements.
const firstWithStatements = 4

// hasVoice reports whether a finding stands in the text, and it is known which words of that text are laid to whom.
func hasVoice(doc *rashomon.Document, finding rashomon.Finding) bool {
	version, _, _ := strings.Cut(doc.Reading, "+")
	number, err := strconv.Atoi(version)
	return err == nil && number >= firstWithStatements && doc.English() && !finding.Extent.Empty()
}

func isStatement(finding rashomon.Finding) bool { return strings.HasPrefix(finding.Kind, "statement ") }

// chainOf returns on whose word a finding is told: a statement ends its own chain.
func chainOf(doc *rashomon.Document, finding rashomon.Finding) []int {
	if isStatement(finding) {
		return chainTo(doc, finding.Index())
	}
	return doc.Chain(finding.Extent)
}

// whyVoice tells whose voice a finding is in.
func (p program) whyVoice(out *strings.Builder, doc *rashomon.Document, finding rashomon.Finding) {
	text := "the author's own"
	if chain := doc.Chain(finding.Extent); len(chain) > 0 {
		text = fmt.Sprintf("%s (s%d)", doc.PrintChain(chain), chain[len(chain)-1]+1)
	} else if len(partly(doc, finding.Extent)) > 0 {
		text += ", but for what is laid to others, below"
	}
	name := "voice"
	for _, line := range wrap(text, p.width()-9) {
		fmt.Fprintf(out, "%-8s %s\n", name, line)
		name = ""
	}
}

// whyLaid lists the statements that only a part of a finding stands in.
func (p program) whyLaid(out *strings.Builder, doc *rashomon.Document, finding rashomon.Finding) {
	statements := partly(doc, finding.Extent)
	if len(statements) == 0 {
		return
	}
	out.WriteString("\nWhat is laid to others in it:\n\n")
	for _, i := range statements {
		p.showStatement(out, doc, i, 0)
	}
}

// partly returns the statements with words in an extent that does not lie wholly within them.
func partly(doc *rashomon.Document, extent rashomon.Extent) []int {
	var statements []int
	for i, statement := range doc.Statements {
		touches, holds := false, false
		for _, span := range statement.Content {
			content := doc.Extent(span)
			touches = touches || content.Start < extent.End && extent.Start < content.End
			holds = holds || content.Contains(extent)
		}
		if touches && !holds {
			statements = append(statements, i)
		}
	}
	return statements
}

// laid returns the ids of the statements that only a part of a finding stands in; of a statement, none.
func laid(doc *rashomon.Document, finding rashomon.Finding) []string {
	if isStatement(finding) {
		return nil
	}
	var ids []string
	for _, i := range partly(doc, finding.Extent) {
		ids = append(ids, fmt.Sprint("s", i+1))
	}
	return ids
}
