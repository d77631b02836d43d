package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// A style is how a sheet sets off what is not plain text.
type style struct {
	bold, faint, mark [2]string // before and after: headings, what is of less weight, the passage in its sentence
	heading           string    // before a heading
	isMarkdown        bool
}

var (
	plain    = style{mark: [2]string{"«", "»"}}
	coloured = style{bold: [2]string{"\x1b[1m", "\x1b[0m"}, faint: [2]string{"\x1b[2m", "\x1b[0m"}, mark: [2]string{"\x1b[4m", "\x1b[24m"}}
	markdown = style{bold: [2]string{"**", "**"}, mark: [2]string{"**", "**"}, heading: "## ", isMarkdown: true}
)

// style returns colours where standard output is a terminal that has them and nobody asks for none (no-color.org).
func (p program) style() style {
	file, isFile := p.stdout.(*os.File)
	if !isFile || p.getenv("NO_COLOR") != "" || p.getenv("TERM") == "dumb" || !term.IsTerminal(int(file.Fd())) {
		return plain
	}
	return coloured
}

// A sheet writes headings, entries and quotations for people, in lines that fit the terminal or as Markdown.
type sheet struct {
	style
	width int
}

func newSheet(s style, width int) sheet { return sheet{s, width} }

// title writes a heading of the whole.
func (s sheet) title(out io.Writer, text string) {
	fmt.Fprintf(out, "\n%s%s\n\n", s.heading, around(s.bold, strings.ToUpper(text), !s.isMarkdown))
}

func around(marks [2]string, text string, on bool) string {
	if !on {
		return text
	}
	return marks[0] + text + marks[1]
}

// entry writes the first line of an entry: what it is on the left, its id on the right.
func (s sheet) entry(out io.Writer, left, id string) {
	if s.isMarkdown {
		fmt.Fprintf(out, "\n### %s `%s`\n\n", left, id)
		return
	}
	gap := max(s.width-utf8.RuneCountInString(left)-len(id), 1)
	fmt.Fprintf(out, "%s%s%s\n", around(s.bold, left, true), strings.Repeat(" ", gap), around(s.faint, id, true))
}

// text writes a paragraph under an entry, indented by so many columns.
func (s sheet) text(out io.Writer, indent int, text string) {
	if s.isMarkdown {
		fmt.Fprintf(out, "%s\n\n", escapeMarkdown(clean(text)))
		return
	}
	for _, line := range wrap(text, s.width-indent) {
		fmt.Fprintf(out, "%s%s\n", strings.Repeat(" ", indent), line)
	}
}

// quote writes a sentence with a passage in it set off, under the line that tells whose word it is.
func (s sheet) quote(out io.Writer, indent int, whose, before, passage, behind string) {
	if s.isMarkdown {
		fmt.Fprintf(out, "- %s\n\n  > %s\n\n", escapeMarkdown(clean(whose)), s.marked(before, passage, behind, escapeMarkdown))
		return
	}
	s.text(out, indent, whose)
	for _, line := range strings.Split(s.wrapMarked(indent+2, before, passage, behind), "\n") {
		fmt.Fprintf(out, "%s%s\n", strings.Repeat(" ", indent+2), line)
	}
}

// longestContext is how many characters of a sentence are shown on each side of the passage that is meant.
const longestContext = 120

// marked joins a sentence whose passage is set off. A passage that is all there is needs no marks.
func (s sheet) marked(before, passage, behind string, show func(string) string) string {
	before, behind = show(lastOf(clean(before))), show(firstOf(clean(behind)))
	inner := show(clean(passage))
	if before != "" || strings.Trim(behind, ".!?”’\"') ") != "" {
		inner = s.mark[0] + inner + s.mark[1]
	}
	return strings.TrimSpace(space(before) + inner + behindOf(behind))
}

func space(before string) string {
	if before == "" || strings.HasSuffix(before, "(") || strings.HasSuffix(before, "“") {
		return before
	}
	return before + " "
}

func behindOf(behind string) string {
	if behind == "" || strings.ContainsAny(behind[:1], ".,;:!?)'\"") || strings.HasPrefix(behind, "”") || strings.HasPrefix(behind, "’") {
		return behind
	}
	return " " + behind
}

// lastOf shortens what stands before a passage, firstOf what stands behind it.
func lastOf(s string) string {
	runes := []rune(s)
	if len(runes) <= longestContext {
		return s
	}
	_, words, _ := strings.Cut(string(runes[len(runes)-longestContext:]), " ")
	return "… " + words
}

func firstOf(s string) string {
	if utf8.RuneCountInString(s) <= longestContext {
		return s
	}
	return cut(s, longestContext)
}

// wrapMarked breaks a sentence into lines; the marks of a terminal, which take no columns, are set on each line anew.
func (s sheet) wrapMarked(indent int, before, passage, behind string) string {
	const open, shut = "\x01", "\x02" // clean leaves no control characters in texts
	bare := sheet{style: style{mark: [2]string{open, shut}}}
	lines := wrapWith(bare.marked(before, passage, behind, func(s string) string { return s }), s.width-indent, open+shut)
	inside := false
	for i, line := range lines {
		var out strings.Builder
		if inside && s.mark != plain.mark {
			out.WriteString(s.mark[0])
		}
		for _, r := range line {
			switch string(r) {
			case open:
				inside = true
				out.WriteString(s.mark[0])
			case shut:
				inside = false
				out.WriteString(s.mark[1])
			default:
				out.WriteRune(r)
			}
		}
		if inside && s.mark != plain.mark {
			out.WriteString(s.mark[1])
		}
		lines[i] = out.String()
	}
	return strings.Join(lines, "\n")
}

// wrapWith breaks a cleaned text into lines between words; the signs given take no column.
func wrapWith(text string, columns int, signs string) []string {
	var lines []string
	line, length := "", 0
	for _, word := range strings.Fields(text) {
		size := utf8.RuneCountInString(strings.Trim(word, signs))
		if length > 0 && length+1+size > columns {
			lines, line, length = append(lines, line), "", 0
		}
		if length > 0 {
			line, length = line+" ", length+1
		}
		line, length = line+word, length+size
	}
	return append(lines, line)
}

var markdownSigns = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "[", `\[`, "]", `\]`, "#", `\#`, "|", `\|`)

// escapeMarkdown keeps the text of a document from being read as markup.
func escapeMarkdown(s string) string { return markdownSigns.Replace(s) }
