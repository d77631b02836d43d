package report

import (
	"html/template"
	"strconv"
	"strings"
)

// Markup is HTML being written: of lines, tables and passages a page may have tens of thousands, for which the template would take
// a second.
type markup struct{ strings.Builder }

// signs turns what could be markup into references, the same as [template] does.
var signs = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "&", "&amp;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")

// put writes markup of ours and texts of others by turns.
func (m *markup) put(ours string, rest ...string) {
	m.WriteString(ours)
	for i, text := range rest {
		if i%2 == 0 {
			_, _ = signs.WriteString(m, text) // a builder takes all
		} else {
			m.WriteString(text)
		}
	}
}

func (m *markup) cite(number int) {
	digits := strconv.Itoa(number)
	m.put(`<a class="cite" href="#q`, digits, `">[`, digits, `]</a>`)
}

func (m *markup) line(l Line) {
	if l.To != "" {
		m.put(`<a href="#`, l.To, `">`, l.Text, `</a>`)
	} else {
		m.put(`<span dir="auto">`, l.Text, `</span>`)
	}
	for _, number := range l.Cites {
		m.put(" ")
		m.cite(number)
	}
}

func (m *markup) quote(q Quote) {
	m.put("\n<figure>\n<figcaption>")
	if q.Says != "" {
		m.put(`<span class="says" dir="auto">`, q.Says, `</span> · `)
	}
	m.put(`<span>`, q.Whose, `</span> `)
	m.cite(q.Cite)
	m.put("</figcaption>\n<blockquote dir=\"auto\">", q.Before, `<mark>`, q.Words, `</mark>`, q.After, "</blockquote>\n</figure>")
}

func (m *markup) table(t Table) {
	m.put("\n"+`<div class="wide" tabindex="0" role="group" aria-label="`, t.Caption, "\"><table>\n<caption>", t.Caption,
		"</caption>\n<thead><tr>")
	for _, head := range t.Head {
		m.put(`<th scope="col" dir="auto">`, head, `</th>`)
	}
	m.put("</tr></thead>\n<tbody>")
	for _, row := range t.Rows {
		m.row(row)
	}
	m.put("\n</tbody></table></div>")
}

func (m *markup) row(r Row) {
	if r.ID == "" {
		m.put("\n<tr>")
	} else {
		m.put("\n<tr id=\"", r.ID, `">`)
	}
	for i, cell := range r.Cells {
		if i == 0 {
			m.put(`<th scope="row">`)
			m.line(cell)
			m.put(`</th>`)
			continue
		}
		if cell.Kind == "" {
			m.put(`<td>`)
		} else {
			m.put(`<td class="`, cell.Kind, `">`)
		}
		m.line(cell)
		m.put(`</td>`)
	}
	m.put(`</tr>`)
}

func (m *markup) passages(all []Passage) {
	for _, p := range all {
		number := strconv.Itoa(p.Number)
		m.put("\n"+`<article class="passage" id="q`, number, "\">\n<h3>[", number, `] <span>`, p.Whose, "</span></h3>\n<blockquote dir=\"auto\">",
			p.Before, `<mark>`, p.Words, `</mark>`, p.After, "</blockquote>\n"+`<p><a href="#`, p.Document, `">document `, p.Document,
			`</a>, bytes `, p.At, `: <code>rashomon why `, p.Document, "/", p.At, "</code></p>\n</article>")
	}
}

// marked lets the template ask for what is written here.
func marked[T any](write func(*markup, T)) func(T) template.HTML {
	return func(of T) template.HTML {
		var m markup
		write(&m, of)
		return template.HTML(m.String()) // ours, but for what signs have gone over
	}
}
