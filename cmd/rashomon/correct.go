package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/view"
)

// correcting is what every command that corrects lets a user say.
type correcting struct{ author, reason string }

func (c *correcting) addFlags(cmd *cobra.Command, p program) {
	cmd.Flags().StringVar(&c.author, "author", p.getenv("USER"), "who corrects (default $USER)")
	cmd.Flags().StringVar(&c.reason, "reason", "", "why (kept with the correction)")
}

const correctingHelp = `What is found stays as it is: a correction is a record of its own, with who made
it, when and why, kept in the archive and its custody log, and applied whenever
documents of the archive are compared. It names the text that it speaks of, so
it holds for later readings too. ` + "`rashomon corrections`" + ` lists all, and
` + "`rashomon undo NUMBER`" + ` takes one back.`

// correct keeps a correction of what names mean, and tells its number.
func (p program) correct(cmd *cobra.Command, by correcting, correction rashomon.Correction, names ...string) error {
	correction.Author, correction.Reason = by.author, by.reason
	switch {
	case strings.TrimSpace(by.author) == "":
		return usage("nobody is named as the author", "say with --author who corrects")
	case strings.TrimSpace(by.reason) == "":
		return usage("no reason is given", "say with --reason why; it is kept with the correction")
	}
	return p.withArchive(cmd, false, func(ctx context.Context, a *archive.Archive) error {
		targets, err := view.Targets(ctx, a, nil, correction.Kind, names)
		if err != nil {
			return err
		}
		correction.Targets = targets
		if err := view.CheckCodes(correction); err != nil {
			return err
		}
		number, isNew, err := a.Correct(ctx, correction)
		if err != nil {
			return err
		}
		if !isNew {
			fmt.Fprintln(p.stderr, "rashomon: this was said before, and holds")
		}
		_, err = fmt.Fprintf(p.stdout, "correction %d: %s\n", number, correction.Describe())
		return err
	})
}

func (p program) mergeCommand() *cobra.Command {
	return p.pairCommand(rashomon.CorrectionMerge, "Say that two parties, or two happenings, are one", `Say that two parties, or two happenings, are one. A and B are ids that
`+"`rashomon compare`"+`, `+"`matrix`"+` or `+"`party`"+` print (p..., h...), or an entity or event of a
document as `+"`rashomon why`"+` takes it (9f2c/e3, 9f2c/v3): then the party or happening
that it is of.`, "  rashomon merge p3f09c1d27a44 p81b2 --reason \"his brother's name is a slip of the pen\"")
}

func (p program) splitCommand() *cobra.Command {
	return p.pairCommand(rashomon.CorrectionSplit, "Say that two parties, or two happenings, are not one", `Say that A and B are not one. To part what was taken for one party or happening,
name an entity or event of each side as `+"`rashomon why`"+` takes it (9f2c/e3, 9f2c/v3);
all else goes with the one that it was joined to more surely. Ids (p..., h...) of
two that are apart keep them apart.`, "  rashomon split 9f2c/e3 1c44/e1 --reason \"father and son\"")
}

func (p program) pairCommand(kind rashomon.CorrectionKind, short, long, example string) *cobra.Command {
	var by correcting
	command := &cobra.Command{
		Use: string(kind) + " A B --reason TEXT", Short: short, Long: long + "\n\n" + correctingHelp, Example: example,
		Args: exactly(2, "the names of two parties or two happenings"),
		RunE: func(cmd *cobra.Command, names []string) error {
			return p.correct(cmd, by, rashomon.Correction{Kind: kind}, names...)
		},
	}
	by.addFlags(command, p)
	return command
}

func (p program) redateCommand() *cobra.Command {
	var by correcting
	command := &cobra.Command{
		Use:   "redate NAME DAY --reason TEXT",
		Short: "Say on what day a document was published, or something happened",
		Long: `Say on what day a document was published, or something happened. NAME is the id
of a document, an event in it (9f2c/v3) or a happening (h...). The times that a
document tells from its day of publication, as "yesterday", move with that.

` + correctingHelp,
		Example: "  rashomon redate 9f2c 2015-04-03 --reason \"the stamp on the original\"\n  rashomon redate 9f2c/v3 2015-04-01 --reason \"the log of the harbour\"",
		Args:    exactly(2, "a name and a day"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.correct(cmd, by, rashomon.Correction{Kind: rashomon.CorrectionRedate, Day: args[1]}, args[0])
		},
	}
	by.addFlags(command, p)
	return command
}

func (p program) dismissCommand() *cobra.Command {
	var by correcting
	command := &cobra.Command{
		Use:   "dismiss NAME --reason TEXT",
		Short: "Say that a finding is not to be shown",
		Long: `Say that a finding is not to be shown. NAME is the id of a difference (c...), an
agreement (a...) or an echo (k...), an event (9f2c/v3), how a document stands to
a party (9f2c/p3f09c1d27a44), or a prediction by its bytes (9f2c/120-240) or by
the statement that it is (9f2c/s5).

` + correctingHelp,
		Example: "  rashomon dismiss c1d27a443f09 --reason \"two ferries of one name\"",
		Args:    exactly(1, "the name of a finding"),
		RunE: func(cmd *cobra.Command, names []string) error {
			return p.correct(cmd, by, rashomon.Correction{Kind: rashomon.CorrectionDismiss}, names...)
		},
	}
	by.addFlags(command, p)
	return command
}

func (p program) undoCommand() *cobra.Command {
	var by correcting
	command := &cobra.Command{
		Use:   "undo NUMBER --reason TEXT",
		Short: "Take a correction back",
		Long: `Take a correction back, given by the number that ` + "`rashomon corrections`" + ` shows. Both
records stay; undoing the undoing lets the first hold again.`,
		Example: "  rashomon undo 12 --reason \"they were two after all\"",
		Args:    exactly(1, "the number of a correction"),
		RunE: func(cmd *cobra.Command, args []string) error {
			number, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil || number <= 0 {
				return usage(strconv.Quote(args[0])+" is no number of a correction", "`rashomon corrections` lists them")
			}
			return p.correct(cmd, by, rashomon.Correction{Kind: rashomon.CorrectionUndo, Undoes: number})
		},
	}
	by.addFlags(command, p)
	return command
}

// A correctedCode is what the second form of `recode` is told.
type correctedCode struct {
	by                       correcting
	kind, mode, status, code string
}

// addFlags adds what the flags of places lack: these have an author of their own, which is who corrects.
func (c *correctedCode) addFlags(cmd *cobra.Command) {
	cmd.Flags().Lookup("author").Usage = "state `TEXT` as the author; of a correction: who corrects (default $USER)"
	cmd.Flags().StringVar(&c.by.reason, "reason", "", "why a code is corrected (kept with the correction)")
	cmd.Flags().StringVar(&c.kind, "type", "", "correct the `TYPE`: of an event as PLOVER has it, of a party PERSON, GROUP ...")
	cmd.Flags().StringVar(&c.mode, "mode", "", "correct the `MODE` of an event")
	cmd.Flags().StringVar(&c.status, "status", "", "correct the `STATUS` of an event: actual, denied, possible, future, hypothetical")
	cmd.Flags().StringVar(&c.code, "codes", "", "correct the `CODES` of a party, as \"LBY GOV\"")
}

// isGiven reports whether the command line is that of a correction.
func (c *correctedCode) isGiven() bool {
	return c.by.reason != "" || c.kind != "" || c.mode != "" || c.status != "" || c.code != ""
}

// correctCode says that something has other codes than were found.
func (p program) correctCode(cmd *cobra.Command, c *correctedCode, names []string) error {
	if len(names) != 1 {
		return usage("a correction by recode takes one name, not "+strconv.Itoa(len(names)),
			"name one party or one event; without --type, --mode, --status, --codes and --reason, places are coded")
	}
	return p.correct(cmd, c.by, rashomon.Correction{
		Kind: rashomon.CorrectionRecode, Type: c.kind, Mode: c.mode, Status: rashomon.Status(c.status), Codes: strings.Fields(c.code),
	}, names...)
}
