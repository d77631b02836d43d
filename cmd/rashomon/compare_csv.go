package main

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/view"
)

// writeDifferenceTable writes a row for each difference, those of scope with their reason.
func writeDifferenceTable(out io.Writer, v *view.View) error {
	table := csv.NewWriter(out)
	rows := [][]string{{
		"id", "kind", "strength", "rule", "happening", "why", "scope",
		"a_document", "a_name", "a_published", "a_holders", "a_text", "b_document", "b_name", "b_published", "b_holders", "b_text",
	}}
	for _, d := range v.Comparison.Differences {
		row := []string{d.ID, string(d.Kind), strconv.FormatFloat(d.Strength, 'f', 2, 64), d.Rule, d.Happening, d.Why, d.Scope}
		rows = append(rows, append(append(row, sideCells(v, d.A)...), sideCells(v, d.B)...))
	}
	for _, row := range rows {
		if err := table.Write(row); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

func sideCells(v *view.View, s rashomon.Side) []string {
	d := v.Digest(s.Document)
	return []string{s.Document, v.Name(s.Document), d.Published, strings.Join(s.Holders, " <- "), clean(d.Quote(s.Extent))}
}
