package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rashomon/view"
)

// signs are how cells are shown: told apart without colour.
var signs = map[view.Cell]string{
	view.CellTells: "●", view.CellDiffers: "≠", view.CellDenies: "✕", view.CellSilent: "○", view.CellNothing: "·",
}

const matrixLegend = "● tells   ≠ tells and differs   ✕ denies   ○ silent, and could have told   · nothing"

func (p program) matrixCommand() *cobra.Command {
	var c comparing
	top := 40
	command := &cobra.Command{
		Use:   "matrix [PLACE...]",
		Short: "Show which account tells, contests, denies or keeps silent on each happening",
		Long: `Show the happenings that two accounts or more tell of, a row each, and in a column
for each account whether it tells of it, differs from another, denies it, or keeps
silent though it could have told.

` + comparingHelp,
		Example: "  rashomon matrix\n  rashomon matrix a.html b.pdf\n  rashomon matrix --format csv > matrix.csv",
		RunE: func(cmd *cobra.Command, places []string) error {
			return p.compared(cmd, &c, places, func(out io.Writer, v *view.View) error {
				rows := v.Matrix()
				switch c.format {
				case "json":
					return json.NewEncoder(out).Encode(matrixRecords(v, rows))
				case "csv":
					return writeTable(out, matrixTable(v, rows))
				}
				newSheet(p.styleFor(c.format), p.width()).matrix(out, v, rows, top)
				return nil
			})
		},
	}
	c.addFlags(command)
	command.Flags().IntVar(&top, "top", top, "show at most this `NUMBER` of happenings")
	return command
}

// matrix writes the rows, the accounts numbered, and the accounts below.
func (s sheet) matrix(out io.Writer, v *view.View, rows []view.Row, top int) {
	if len(rows) == 0 {
		s.text(out, 0, "No happening is told by two accounts.")
		return
	}
	if s.isMarkdown {
		s.matrixMarkdown(out, v, first(rows, top))
		return
	}
	columns := len(v.Digests)
	title := max(s.width-3*columns-16, 24)
	fmt.Fprintf(out, "%s  %s\n", pad("", title), around(s.bold, numbers(columns), true))
	for _, row := range first(rows, top) {
		var cells strings.Builder
		for _, d := range v.Digests {
			cells.WriteString(" " + signs[row.Cell(d.Document)] + " ")
		}
		line := pad(cut(row.Title, title), title) + " " + cells.String() + " " + around(s.faint, row.ID, true)
		fmt.Fprintln(out, strings.TrimRight(line, " "))
	}
	if len(rows) > top {
		s.text(out, 0, plural(len(rows)-top, "more happening", "more happenings")+"; --top shows them")
	}
	fmt.Fprintf(out, "\n%s\n\n", matrixLegend)
	for i, d := range v.Digests {
		fmt.Fprintf(out, "%2d  %s, %s  %s\n", i+1, cut(v.Name(d.Document), s.width-len("10  , 2015-04-02  0123456789abcdef")), day(d.Published), d.Document)
	}
}

func numbers(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "%2d ", i+1)
	}
	return strings.TrimRight(out.String(), " ")
}

func (s sheet) matrixMarkdown(out io.Writer, v *view.View, rows []view.Row) {
	fmt.Fprint(out, "| happening |")
	for _, d := range v.Digests {
		fmt.Fprintf(out, " %s, %s |", escapeMarkdown(v.Name(d.Document)), day(d.Published))
	}
	fmt.Fprintf(out, "\n|---|%s\n", strings.Repeat("---|", len(v.Digests)))
	for _, row := range rows {
		fmt.Fprintf(out, "| %s `%s` |", escapeMarkdown(cut(row.Title, 80)), row.ID)
		for _, d := range v.Digests {
			fmt.Fprintf(out, " %s |", row.Cell(d.Document))
		}
		fmt.Fprintln(out)
	}
}

// A matrixRecord is a row as `matrix --format json` prints it: a cell for each document, by id.
type matrixRecord struct {
	Happening string               `json:"happening"`
	Title     string               `json:"title"`
	From      string               `json:"from,omitempty"`
	To        string               `json:"to,omitempty"`
	Cells     map[string]view.Cell `json:"cells"`
}

func matrixRecords(v *view.View, rows []view.Row) []matrixRecord {
	records := []matrixRecord{}
	for _, row := range rows {
		record := matrixRecord{row.ID, row.Title, row.From, row.To, map[string]view.Cell{}}
		for _, d := range v.Digests {
			record.Cells[d.Document] = row.Cell(d.Document)
		}
		records = append(records, record)
	}
	return records
}

func matrixTable(v *view.View, rows []view.Row) [][]string {
	head := []string{"happening", "title", "from", "to"}
	for _, d := range v.Digests {
		head = append(head, d.Document)
	}
	table := [][]string{head}
	for _, row := range rows {
		line := []string{row.ID, clean(row.Title), row.From, row.To}
		for _, d := range v.Digests {
			line = append(line, string(row.Cell(d.Document)))
		}
		table = append(table, line)
	}
	return table
}

func writeTable(out io.Writer, rows [][]string) error { return csv.NewWriter(out).WriteAll(rows) }

// compared sets documents side by side and writes what a command shows of them.
func (p program) compared(cmd *cobra.Command, c *comparing, places []string, write func(io.Writer, *view.View) error) error {
	if err := c.check("text", "json", "csv", "markdown"); err != nil {
		return err
	}
	v, err := p.view(cmd, c, places)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(p.stdout)
	if err := write(out, v); err != nil {
		return err
	}
	return out.Flush()
}

// styleFor returns the style of a format for people.
func (p program) styleFor(format string) style {
	if format == "markdown" {
		return markdown
	}
	return p.style()
}
