package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"rashomon/view"
)

func (p program) timelineCommand() *cobra.Command {
	var c comparing
	var all bool
	command := &cobra.Command{
		Use:   "timeline [PLACE...]",
		Short: "Show what happened by day, and when it was reported",
		Long: `Show the happenings that two accounts or more tell of, by the day on which they
are told to have happened, with the days on which they were first and last
reported. What no account dates stands in a place of its own.

` + comparingHelp,
		Example: "  rashomon timeline\n  rashomon timeline --happened 2011-03..2011-07\n  rashomon timeline --known-on 2011-04-01",
		RunE: func(cmd *cobra.Command, places []string) error {
			return p.compared(cmd, &c, places, func(out io.Writer, v *view.View) error {
				dated, undated := v.Timeline(all)
				switch c.format {
				case "json":
					return json.NewEncoder(out).Encode(timelineRecords(append(dated, undated...)))
				case "csv":
					return writeTable(out, timelineTable(append(dated, undated...)))
				}
				newSheet(p.styleFor(c.format), p.width()).timeline(out, v, dated, undated)
				return nil
			})
		},
	}
	c.addFlags(command)
	command.Flags().BoolVar(&all, "all", false, "show also what one account alone tells of")
	return command
}

func (s sheet) timeline(out io.Writer, v *view.View, dated, undated []view.Moment) {
	if len(dated)+len(undated) == 0 {
		s.text(out, 0, "No happening is told by two accounts; --all shows what one alone tells of.")
		return
	}
	last := ""
	for _, m := range dated {
		if days := days(m.From, m.To); days != last {
			s.title(out, days)
			last = days
		}
		s.moment(out, v, m)
	}
	if len(undated) > 0 {
		s.title(out, "no account tells the day")
	}
	for _, m := range undated {
		s.moment(out, v, m)
	}
}

func (s sheet) moment(out io.Writer, v *view.View, m view.Moment) {
	s.entry(out, cut(m.Title, s.width-16), m.ID)
	reported := "reported by undated accounts alone"
	if m.FirstReported != "" {
		reported = "reported " + days(day(m.FirstReported), day(m.LastReported))
	}
	s.text(out, 4, fmt.Sprintf("%s; told by %s", reported, s.names(v, m.Accounts)))
}

// days prints an interval: one day, or from one to the other.
func days(from, to string) string {
	if to == "" || from == to {
		return from
	}
	return from + " to " + to
}

// A timelineRecord is a happening as `timeline --format json` prints it.
type timelineRecord struct {
	Happening     string   `json:"happening"`
	Title         string   `json:"title"`
	From          string   `json:"from,omitempty"`
	To            string   `json:"to,omitempty"`
	FirstReported string   `json:"first_reported,omitempty"`
	LastReported  string   `json:"last_reported,omitempty"`
	Accounts      []string `json:"accounts"`
}

func timelineRecords(moments []view.Moment) []timelineRecord {
	records := []timelineRecord{}
	for _, m := range moments {
		records = append(records, timelineRecord{m.ID, m.Title, m.From, m.To, m.FirstReported, m.LastReported, m.Accounts})
	}
	return records
}

func timelineTable(moments []view.Moment) [][]string {
	table := [][]string{{"happening", "title", "from", "to", "first_reported", "last_reported", "accounts"}}
	for _, m := range moments {
		table = append(table, []string{m.ID, clean(m.Title), m.From, m.To, m.FirstReported, m.LastReported, strconv.Itoa(len(m.Accounts))})
	}
	return table
}
