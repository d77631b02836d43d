package report

import (
	"crypto/sha256"
	_ "embed" // the page and its style
	"encoding/base64"
	"html/template"
	"io"
	"strconv"
)

var (
	//go:embed report.html
	page string
	//go:embed report.css
	style string
)

// policy lets the file do nothing but use its own style, which is known by its hash.
var policy = func() string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}()

var pageTemplate = template.Must(template.New("report").Funcs(template.FuncMap{
	"policy":   func() string { return policy },
	"style":    func() template.CSS { return template.CSS(style) }, // our own file
	"next":     func(i int) int { return i + 1 },
	"width":    func() int { return axisWidth },
	"number":   func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) },
	"cite":     marked((*markup).cite),
	"line":     marked((*markup).line),
	"quote":    marked((*markup).quote),
	"table":    marked((*markup).table),
	"passages": marked((*markup).passages),
	"minus":    func(a, b float64) string { return strconv.FormatFloat(max(a-b, 1), 'f', 1, 64) },
}).Parse(page))

// HTML writes a report as one page, which loads and runs nothing. The same report gives the same bytes.
func (r *Report) HTML(w io.Writer) error { return pageTemplate.Execute(w, r) }
