package source

import (
	"strings"

	"rashomon"
)

// mailBlocks cuts the text of a message into blocks: what its author wrote, what is quoted (the marks in front of the
// lines go), the signature and the footer of a mailing list.
func mailBlocks(text string) []block {
	var blocks []block
	var run []string
	depth, foot := 0, ""
	end := func() {
		blocks = append(blocks, mailRun(strings.Join(run, "\n"), depth, foot)...)
		run = nil
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		lineDepth, content := quoteDepth(line)
		rule := footRule(line)
		switch {
		case rule != "":
			end()
			depth, foot = 0, rule
		case lineDepth != depth && foot == "":
			end()
			depth = lineDepth
		}
		if foot != "" {
			content = line
		}
		run = append(run, content)
	}
	end()
	return blocks
}

// quoteDepth returns how often a line is quoted, and it without the marks (RFC 3676, section 4.5). ">From" at the
// beginning of a line is a word that a mail box had to quote.
func quoteDepth(line string) (int, string) {
	depth := 0
	for strings.HasPrefix(line, ">") && !strings.HasPrefix(line, ">From ") {
		depth++
		line = strings.TrimPrefix(line[1:], " ")
	}
	return depth, line
}

// listRule is how many underscores Mailman and others draw over the footer of a list at least.
const listRule = 40

// footRule returns the rule by which a line begins what stands under a message, or "": "-- " before a signature
// (RFC 3676, section 4.3), a line of underscores before the footer of a list.
func footRule(line string) string {
	switch {
	case line == "-- ":
		return "mail/signature"
	case len(line) >= listRule && strings.Trim(line, "_") == "":
		return "mail/list footer"
	}
	return ""
}

// mailRun returns the blocks of lines that are of one kind.
func mailRun(text string, depth int, foot string) []block {
	if foot != "" {
		return []block{{kind: rashomon.PartBoilerplate, text: text, rule: foot}}
	}
	var blocks []block
	for _, p := range cutLines(text) {
		b := block{kind: p.Kind, text: text[p.Extent.Start:p.Extent.End], rule: p.Rule}
		if depth > 0 {
			b.kind, b.rule = rashomon.PartQuote, "mail/quoted"
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// unflow joins the lines of a paragraph that a program broke (RFC 3676): a line that ends in a space goes on in the
// next, if that is quoted as deep. The line in front of a signature, which ends in one too, does not.
func unflow(text string, deleteSpace bool) string {
	var out strings.Builder
	flowing, last := false, 0
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		depth, content := quoteDepth(line)
		if depth == 0 {
			content = strings.TrimPrefix(content, " ") // RFC 3676, section 4.4: space-stuffing
		}
		switch {
		case flowing && depth == last && content != "-- ":
		case out.Len() > 0:
			out.WriteString("\n")
			fallthrough
		default:
			out.WriteString(strings.Repeat(">", depth))
			if depth > 0 {
				out.WriteString(" ")
			}
		}
		flowing, last = strings.HasSuffix(content, " ") && content != "-- ", depth
		if flowing && deleteSpace {
			content = strings.TrimSuffix(content, " ")
		}
		out.WriteString(content)
	}
	return out.String()
}
