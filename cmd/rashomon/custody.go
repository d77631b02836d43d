package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os/user"
	"time"

	"github.com/spf13/cobra"

	"rashomon/archive"
)

func (p program) custodyCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "custody",
		Short: "Print the custody log: what came in, from where and when",
		Long: `Print the custody log. It is only ever added to, and every entry carries the
hash of the one before, so that nothing in it can be changed unseen;
` + "`rashomon verify`" + ` checks that.`,
		Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				for entry, err := range a.Custody(ctx) {
					if err != nil {
						return err
					}
					if err := p.printCustody(entry, asJSON); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object an entry, hashes included")
	return command
}

func (p program) printCustody(entry archive.Custody, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(p.stdout).Encode(entry)
	}
	_, err := fmt.Fprintf(p.stdout, "%6d  %s  %-8s  %s\n", entry.Sequence, entry.Time.Format(time.RFC3339), entry.Kind, cut(entry.Describe(), p.width()-40))
	return err
}

func (p program) removeCommand() *cobra.Command {
	var reason, by string
	command := &cobra.Command{
		Use:   "remove ID --reason TEXT",
		Short: "Remove a document; the custody log keeps why",
		Args:  exactly(1, "the id of a document"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if reason == "" {
				return usage("no reason given", "say with --reason why the document goes; the custody log keeps it")
			}
			return p.withArchive(cmd, false, func(ctx context.Context, a *archive.Archive) error {
				return a.Remove(ctx, args[0], by, reason)
			})
		},
	}
	command.Flags().StringVar(&reason, "reason", "", "why (kept in the custody log)")
	command.Flags().StringVar(&by, "by", userName(), "who")
	return command
}

// userName is who runs the command, as the system knows them.
func userName() string {
	if current, err := user.Current(); err == nil {
		return current.Username
	}
	return ""
}
