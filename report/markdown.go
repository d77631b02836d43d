package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Markdown writes a report as Markdown (CommonMark with tables). The same report gives the same bytes.
func (r *Report) Markdown(w io.Writer) error {
	m := sheet{bufio.NewWriter(w)}
	m.heading(1, "", r.Title)
	for _, line := range r.Lead {
		m.paragraph(m.line(line))
	}
	m.heading(2, "", "Contents")
	for _, s := range r.Sections {
		m.printf("- [%s](#%s)%s\n", escape(s.Title), s.ID, counted(s.Count))
	}
	m.printf("- [Every passage, with its place](#passages) (%d)\n\n", len(r.Passages))
	for _, s := range r.Sections {
		m.section(s)
	}
	m.passages(r.Passages)
	return m.out.Flush()
}

func counted(count string) string {
	if count == "" {
		return ""
	}
	return " (" + count + ")"
}

// A sheet is Markdown being written.
type sheet struct{ out *bufio.Writer }

func (m sheet) printf(format string, args ...any) { fmt.Fprintf(m.out, format, args...) }

func (m sheet) paragraph(text string) {
	if text != "" {
		m.printf("%s\n\n", text)
	}
}

// heading writes a heading, to which an id leads if there is one.
func (m sheet) heading(level int, id, text string) {
	anchor := ""
	if id != "" {
		anchor = `<a id="` + id + `"></a>`
	}
	m.printf("%s %s%s\n\n", strings.Repeat("#", level), anchor, escape(text))
}

func (m sheet) section(s Section) {
	m.heading(2, s.ID, s.Title)
	for _, note := range s.Note {
		m.paragraph("*" + escape(note) + "*")
	}
	for _, t := range s.Tables {
		m.table(t)
	}
	for i, e := range s.Entries {
		m.entry(i+1, e)
	}
	m.paragraph(escape(s.Rest))
}

func (m sheet) entry(number int, e Entry) {
	id := ""
	if e.ID != "" {
		id = " `" + e.ID + "`"
	}
	m.printf("### %d\\. %s%s\n\n", number, escape(e.Title), id)
	for _, line := range e.Lines {
		m.paragraph(m.line(line))
	}
	if e.Figures != nil {
		m.figures(*e.Figures)
	}
	for _, q := range e.Quotes {
		says := ""
		if q.Says != "" {
			says = "**" + escape(q.Says) + "** · "
		}
		m.printf("%s%s%s\n\n> %s\n\n", says, escape(q.Whose), cites([]int{q.Cite}), words(q.Before, q.Words, q.After))
	}
}

// words returns a passage in its sentence.
func words(before, passage, after string) string {
	return strings.TrimSpace(escape(before) + "**" + escape(passage) + "**" + escape(after))
}

func (sheet) line(l Line) string {
	text := escape(l.Text)
	if l.To != "" {
		text = "[" + text + "](#" + l.To + ")"
	}
	return text + cites(l.Cites)
}

func cites(numbers []int) string {
	var out strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&out, ` [\[%d\]](#q%d)`, n, n)
	}
	return out.String()
}

func (m sheet) table(t Table) {
	for _, head := range t.Head {
		m.printf("| %s ", escape(head))
	}
	m.printf("|\n%s|\n", strings.Repeat("|---", len(t.Head)))
	for _, row := range t.Rows {
		for i, cell := range row.Cells {
			anchor := ""
			if i == 0 && row.ID != "" {
				anchor = `<a id="` + row.ID + `"></a>`
			}
			m.printf("| %s%s ", anchor, m.line(cell))
		}
		m.printf("|\n")
	}
	m.printf("\n")
}

func (m sheet) figures(f Figures) {
	m.printf("| On whose word | Figure | Bounds | Used, or why not |\n|---|---|---|---|\n")
	for _, row := range f.Rows {
		m.printf("| %s%s | %s | %s | %s. %s |\n", escape(row.Whose), cites([]int{row.Cite}), escape(row.Words), escape(row.Bounds),
			row.Use, escape(row.Reason))
	}
	m.printf("\n")
}

func (m sheet) passages(all []Passage) {
	m.heading(2, "passages", "Every passage, with its place")
	for _, p := range all {
		m.printf("<a id=\"q%d\"></a>\\[%d\\] %s, [document %s](#%s), bytes %s: `rashomon why %s/%s`\n\n> %s\n\n",
			p.Number, p.Number, escape(p.Whose), p.Document, p.Document, p.At, p.Document, p.At, words(p.Before, p.Words, p.After))
	}
}

// escape keeps a text from being read as markup. Whatever is ASCII punctuation may be escaped; of the signs that are common in
// prose, only those are that mean something where they stand.
func escape(text string) string {
	var out strings.Builder
	for i, r := range text {
		if isMarkup(text, i, r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// isMarkup reports whether a sign could be markup: some anywhere, some only where a line begins, as after a number.
func isMarkup(text string, i int, r rune) bool {
	switch r {
	case '\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&', '!', '$', '^':
		return true
	case '+', '-', '=':
		return i == 0
	case '.':
		return isNumber(text[:i]) || strings.HasSuffix(strings.ToLower(text[:i]), "www")
	case ')':
		return isNumber(text[:i])
	case '@': // some readers make links of bare addresses
		return true
	case ':':
		return strings.HasPrefix(text[i:], "://")
	}
	return false
}

// isNumber reports whether a text may number an item of a list.
func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }
