package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/view"
)

func (p program) correctionsCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "corrections",
		Short: "List what people corrected, and whether it applies",
		Long: `List what people corrected, in the order in which they did, with what it speaks of
and whether it holds, was undone, or finds nothing in the documents as they are
read now. Nothing is ever deleted from this list.`,
		Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				all, err := a.Corrections(ctx)
				if err != nil {
					return err
				}
				v, err := view.Open(ctx, a, view.Options{})
				if err != nil {
					return err
				}
				return p.listCorrections(v, all, asJSON)
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a correction")
	return command
}

// A correctionLine is what `corrections --json` prints.
type correctionLine struct {
	Number int64     `json:"number"`
	Time   time.Time `json:"time"`
	rashomon.Correction
	State string `json:"state"`
}

func (p program) listCorrections(v *view.View, all []rashomon.Correction, asJSON bool) error {
	if len(all) == 0 && !asJSON {
		fmt.Fprintln(p.stderr, "rashomon: nobody has corrected anything in this archive")
	}
	out := bufio.NewWriter(p.stdout)
	undone := rashomon.Undone(all)
	for _, c := range all {
		state := correctionState(c, undone[c.Number], v.Unapplied[c.Number])
		if asJSON {
			if err := json.NewEncoder(out).Encode(correctionLine{c.Number, c.Time, c, state}); err != nil {
				return err
			}
			continue
		}
		newSheet(p.style(), p.width()).correction(out, v, c, state)
	}
	return out.Flush()
}

// correctionState tells whether a correction applies.
func correctionState(c rashomon.Correction, undoneBy int64, unapplied string) string {
	switch {
	case undoneBy != 0:
		return fmt.Sprintf("undone by %d", undoneBy)
	case unapplied != "":
		return "not applied: " + unapplied
	}
	return "applied"
}

func (s sheet) correction(out io.Writer, v *view.View, c rashomon.Correction, state string) {
	what := c
	what.Targets = nil // which follow with their words
	s.entry(out, fmt.Sprintf("%d  %s", c.Number, what.Describe()), c.Time.Format(time.DateOnly))
	for _, target := range c.Targets {
		s.text(out, 4, describeTarget(v, target))
	}
	s.text(out, 4, c.Author+": "+c.Reason)
	s.text(out, 4, state)
}
