package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/export"
	"rashomon/view"
)

func (p program) changesCommand() *cobra.Command {
	var c comparing
	command := &cobra.Command{
		Use:   "changes [PLACE...]",
		Short: "Show how what is told changed: first report, later report, correction",
		Long: `Show how what is told changed from report to report. Figures change over the days
of publication, whoever tells them: the first report of a day, later ones that
tell another number, and the corrections by which a source puts its own right.
All else changes within one source: a later report, a correction, a retraction.
What nobody dates is left out.

` + comparingHelp,
		Example: "  rashomon changes\n  rashomon changes --known-on 2011-04-01 a.html b.pdf\n  rashomon changes --format csv",
		RunE: func(cmd *cobra.Command, places []string) error {
			return p.compared(cmd, &c, places, func(out io.Writer, v *view.View) error {
				switch c.format {
				case "json":
					return export.WriteChanges(out, v.Changes(), v.Digests)
				case "csv":
					return writeTable(out, changeTable(v))
				}
				newSheet(p.styleFor(c.format), p.width()).changes(out, v)
				return nil
			})
		},
	}
	c.addFlags(command)
	return command
}

func (s sheet) changes(out io.Writer, v *view.View) {
	changes := v.Changes()
	if len(changes) == 0 {
		s.text(out, 0, "Nothing that is told changed, as far as these documents are dated.")
	}
	for i, c := range changes {
		if i > 0 {
			fmt.Fprintln(out)
		}
		s.entry(out, fmt.Sprintf("%2d  %s", i+1, c.Question), c.ID)
		s.reports(out, v, c)
	}
}

// reports writes the reports of a change with their sentences.
func (s sheet) reports(out io.Writer, v *view.View, c rashomon.Change) {
	for _, r := range c.Reports {
		s.text(out, 4, reported(c, r))
		s.side(out, v, r.Side)
	}
}

// reportKinds says what a report is.
var reportKinds = map[rashomon.ReportKind]string{
	rashomon.ReportFirst: "first report", rashomon.ReportLater: "later report", rashomon.ReportCorrection: "correction",
	rashomon.ReportRetraction: "retraction",
}

// reported tells what a report is, what it tells and which one of its own source it takes the place of.
func reported(c rashomon.Change, r rashomon.Report) string {
	text := r.Published + "  " + reportKinds[r.Kind]
	if r.Value != "" {
		text += ": " + r.Value
	}
	if r.Replaces != rashomon.None && len(c.Reports) > 2 {
		text += ", where its source had told " + c.Reports[r.Replaces].Value + " on " + c.Reports[r.Replaces].Published
	}
	return text
}

// changesInShort writes the changes without the sentences of the reports.
func (s sheet) changesInShort(out io.Writer, v *view.View, limit int) {
	changes := v.Changes()
	if len(changes) == 0 {
		return
	}
	s.title(out, fmt.Sprintf("How what is told changed (%s)", counted(len(changes), limit/2)))
	for i, c := range first(changes, limit/2) {
		s.entry(out, fmt.Sprintf("%2d  %s", i+1, c.Question), c.ID)
		s.text(out, 4, sentence(c.Why))
		if r := c.Reports[len(c.Reports)-1]; r.Value == "" {
			s.side(out, v, r.Side)
		}
		fmt.Fprintln(out)
	}
}

func changeTable(v *view.View) [][]string {
	table := [][]string{{
		"change", "kind", "happening", "question", "report", "published", "value", "replaces", "document", "name", "text",
	}}
	for _, c := range v.Changes() {
		for _, r := range c.Reports {
			replaces := ""
			if r.Replaces != rashomon.None {
				replaces = strconv.Itoa(r.Replaces)
			}
			table = append(table, []string{
				c.ID, string(c.Kind), c.Happening, c.Question, string(r.Kind), r.Published, r.Value, replaces,
				r.Document, v.Name(r.Document), clean(v.Digest(r.Document).Quote(r.Extent)),
			})
		}
	}
	return table
}
