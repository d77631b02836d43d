package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"rashomon/compare/figure"
	"rashomon/view"
)

func (p program) figuresCommand() *cobra.Command {
	var c comparing
	command := &cobra.Command{
		Use:   "figures ID [PLACE...]",
		Short: "Reconcile the figures of a happening: low, best, high, and why",
		Long: `Reconcile what accounts give as figures of a happening: the lowest and highest
that are left, the best supported, every figure used and every one set aside,
with the reason. ID is the id of a happening.

` + comparingHelp,
		Example: "  rashomon figures h1f83\n  rashomon figures h1f83 --format csv",
		Args:    atLeastOne("the id of a happening"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.compared(cmd, &c, args[1:], func(out io.Writer, v *view.View) error {
				happening, count := v.Happening(args[0])
				switch {
				case count == 0:
					return view.UnknownID(args[0])
				case count > 1:
					return view.AmbiguousID(args[0])
				}
				found := figure.Reconcile(v.Ground, happening)
				switch c.format {
				case "json":
					return json.NewEncoder(out).Encode(figureRecords(v, found))
				case "csv":
					return writeTable(out, figureTable(v, found))
				}
				newSheet(p.styleFor(c.format), p.width()).figures(out, v, found)
				return nil
			})
		},
	}
	c.addFlags(command)
	return command
}

func (s sheet) figures(out io.Writer, v *view.View, found []figure.Reconciliation) {
	if len(found) == 0 {
		s.text(out, 0, "No account gives a figure of it.")
	}
	for _, r := range found {
		s.title(out, r.Question)
		s.text(out, 0, fmt.Sprintf("low %s, best %s, high %s. %s", number(r.Low), number(r.Best), number(r.High), sentence(r.Why)))
		s.figuresOf(out, v, "Used:", r.Used)
		s.figuresOf(out, v, "Set aside:", r.SetAside)
	}
}

func (s sheet) figuresOf(out io.Writer, v *view.View, title string, figures []figure.Figure) {
	if len(figures) == 0 {
		return
	}
	fmt.Fprintln(out)
	s.text(out, 0, title)
	for _, f := range figures {
		s.text(out, 2, fmt.Sprintf("%s  %s", f.Value, f.Reason))
		s.side(out, v, f.Side)
	}
}

// number writes a bound, "unknown" for none.
func number(bound *float64) string {
	if bound == nil {
		return "unknown"
	}
	return strconv.FormatFloat(*bound, 'f', -1, 64)
}

// A figureRecord is a figure as `figures --format json` prints it.
type figureRecord struct {
	Question string   `json:"question"`
	Use      string   `json:"use"` // used, set aside
	Value    string   `json:"value"`
	Low      *float64 `json:"low,omitempty"`
	High     *float64 `json:"high,omitempty"`
	Document string   `json:"document"`
	Holders  []string `json:"holders"`
	Reason   string   `json:"reason"`
	Text     string   `json:"text"`
}

func figureRecords(v *view.View, found []figure.Reconciliation) []figureRecord {
	records := []figureRecord{}
	add := func(question, use string, figures []figure.Figure) {
		for _, f := range figures {
			records = append(records, figureRecord{
				question, use, f.Value, f.Low, f.High, f.Document, append([]string{}, f.Holders...), f.Reason,
				clean(v.Digest(f.Document).Quote(f.Extent)),
			})
		}
	}
	for _, r := range found {
		add(r.Question, "used", r.Used)
		add(r.Question, "set aside", r.SetAside)
	}
	return records
}

func figureTable(v *view.View, found []figure.Reconciliation) [][]string {
	table := [][]string{{"question", "use", "value", "low", "high", "document", "reason", "text"}}
	for _, r := range figureRecords(v, found) {
		table = append(table, []string{r.Question, r.Use, r.Value, bound(r.Low), bound(r.High), r.Document, r.Reason, r.Text})
	}
	return table
}

func bound(b *float64) string {
	if b == nil {
		return ""
	}
	return number(b)
}
