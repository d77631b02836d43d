package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rashomon/archive"
)

func (p program) listCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use: "list", Short: "List the documents of the archive, by day of publication",
		Example: "  rashomon list\n  rashomon list --json | jq .title",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				return p.list(ctx, a, asJSON)
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a document")
	return command
}

func (p program) list(ctx context.Context, a *archive.Archive, asJSON bool) error {
	listed := 0
	for summary, err := range a.List(ctx) {
		if err != nil {
			return err
		}
		if err := p.printSummary(summary, asJSON); err != nil {
			return err
		}
		listed++
	}
	if listed == 0 && !asJSON {
		fmt.Fprintln(p.stderr, "rashomon: the archive is empty; `rashomon read FILE...` fills it")
	}
	return nil
}

// printSummary prints a document as a line: id, day, source, title, and, where there is room, words.
func (p program) printSummary(s archive.Summary, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(p.stdout).Encode(s)
	}
	const outlet, words = 18, len("  100,000 words")
	title := p.width() - len("0123456789abcdef  2006-01-02    ") - outlet
	last := ""
	switch {
	case s.Language != "" && s.Language != "en":
		last = "not read (" + s.Language + ")"
	case p.width() >= 100:
		last = thousands(s.Words) + " words"
	}
	if last != "" {
		title -= words
		last = fmt.Sprintf("%*s", words, last)
	}
	line := fmt.Sprintf("%s  %s  %s  %s%s", s.ID, pad(day(s.Published), 10), pad(cut(orDash(s.Source), outlet), outlet), pad(cut(orDash(s.Title), title), title), last)
	_, err := fmt.Fprintln(p.stdout, strings.TrimRight(line, " "))
	return err
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
