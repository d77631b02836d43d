package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/view"
)

func (p program) rootsCommand() *cobra.Command {
	var c comparing
	command := &cobra.Command{
		Use:   "roots ID [PLACE...]",
		Short: "Show to whom a happening, an agreement or a difference goes back",
		Long: `Show through whom each passage on a happening, an agreement or a difference came
down, and count the independent roots: six accounts of one press release are one.
ID is what ` + "`rashomon compare`" + ` and ` + "`rashomon matrix`" + ` print at the end of a line, or
the first four digits of it.

` + comparingHelp,
		Example: "  rashomon roots h1f83\n  rashomon roots a09c2 a.html b.pdf",
		Args:    atLeastOne("the id of a happening, an agreement or a difference"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.compared(cmd, &c, args[1:], func(out io.Writer, v *view.View) error {
				passages, err := passagesOf(v, args[0])
				if err != nil {
					return err
				}
				chains := chainsOf(v, passages)
				switch c.format {
				case "json":
					return json.NewEncoder(out).Encode(chains)
				case "csv":
					return writeTable(out, chainTable(chains))
				}
				newSheet(p.styleFor(c.format), p.width()).roots(out, v, passages, chains)
				return nil
			})
		},
	}
	c.addFlags(command)
	return command
}

// passagesOf returns the passages that an id stands for.
func passagesOf(v *view.View, id string) ([]rashomon.Side, error) {
	happening, happenings := v.Happening(id)
	difference, differences := v.Difference(id)
	agreement, agreements := v.Agreement(id)
	switch happenings + differences + agreements {
	case 0:
		return nil, view.UnknownID(id)
	case 1:
	default:
		return nil, view.AmbiguousID(id)
	}
	switch {
	case happenings == 1:
		return v.Tellings(happening), nil
	case differences == 1:
		return []rashomon.Side{difference.A, difference.B}, nil
	}
	return agreement.Passages, nil
}

// A chainRecord is through whom a passage came down, as `roots --format json` prints it.
type chainRecord struct {
	Document string   `json:"document"`
	Text     string   `json:"text"`
	Chain    []string `json:"chain"` // from the account to its root
	Root     string   `json:"root"`
}

func chainsOf(v *view.View, sides []rashomon.Side) []chainRecord {
	records := []chainRecord{}
	for _, side := range sides {
		chain := v.Ground.Chain(side.Passage)
		records = append(records, chainRecord{side.Document, clean(v.Digest(side.Document).Quote(side.Extent)), chain, chain[len(chain)-1]})
	}
	return records
}

func chainTable(chains []chainRecord) [][]string {
	table := [][]string{{"document", "chain", "root", "text"}}
	for _, c := range chains {
		table = append(table, []string{c.Document, strings.Join(c.Chain, " <- "), c.Root, c.Text})
	}
	return table
}

func (s sheet) roots(out io.Writer, v *view.View, sides []rashomon.Side, chains []chainRecord) {
	passages := make([]rashomon.Passage, len(sides))
	for i, side := range sides {
		passages[i] = side.Passage
	}
	roots := v.Ground.Roots(passages)
	s.text(out, 0, fmt.Sprintf("%s, %s:", plural(len(documents(sides)), "account", "accounts"), plural(len(roots), "root", "roots")))
	fmt.Fprintln(out)
	for i, side := range sides {
		s.text(out, 0, strings.Join(chains[i].Chain, " <- "))
		s.side(out, v, side)
		fmt.Fprintln(out)
	}
}
