package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"rashomon/archive"
	"rashomon/view"
)

const defaultArchive = "rashomon.db"

func (p program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "rashomon",
		Short: "Read several accounts of the same events, and see what each says, on whose word",
		Long: `Rashomon reads what several people wrote about the same events and shows what
each of them says happened, on whose word. It takes no side and gives no verdict
on truth.

Begin with:
  rashomon demo                  the embedded case, start to end
  rashomon read FILE...          read documents into an archive
  rashomon compare               where the accounts differ, agree and keep silent
  rashomon compare A.html B.pdf  the same of files, without an archive

` + exitHelp,
		Version: release, SilenceUsage: true, SilenceErrors: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("unknown command \""+args[0]+"\"", "`rashomon help` lists the commands")
			}
			return cmd.Help()
		},
		Args: cobra.ArbitraryArgs,
	}
	root.PersistentFlags().String("archive", "", "the archive's `FILE`, or postgres://... (default $RASHOMON_ARCHIVE, else "+defaultArchive+" in this folder)")
	root.SetUsageTemplate(wrappedFlags.Replace(root.UsageTemplate()))
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage(err.Error(), "see `"+cmd.CommandPath()+" --help`")
	})
	root.AddCommand(
		p.readCommand(), p.annotateCommand(), p.listCommand(), p.showCommand(), p.searchCommand(), p.whyCommand(),
		p.verifyCommand(), p.custodyCommand(), p.removeCommand(), p.demoCommand(), p.versionCommand(),
		p.claimsCommand(), p.gazetteerCommand(), p.recodeCommand(), p.compareCommand(), p.matrixCommand(), p.timelineCommand(), p.changesCommand(), p.reportCommand(),
		p.serveCommand(), p.partyCommand(), p.rootsCommand(), p.figuresCommand(), p.corefCommand(), p.stanceCommand(),
		p.mergeCommand(), p.splitCommand(), p.redateCommand(), p.dismissCommand(), p.undoCommand(), p.correctionsCommand(),
	)
	return root
}

// helpWidth is how wide help is set: that of the narrowest terminal in use.
const helpWidth = 80

// wrappedFlags makes the flags in cobra's own template fit helpWidth.
var wrappedFlags = strings.NewReplacer(".FlagUsages", fmt.Sprintf(".FlagUsagesWrapped %d", helpWidth))

// exactly demands a number of arguments and says what they are.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usage(cmd.CommandPath()+" takes "+what+", not "+plural(len(args), "argument", "arguments"), "see `"+cmd.CommandPath()+" --help`")
		}
		return nil
	}
}

func atLeastOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usage(cmd.CommandPath()+" takes "+what, "see `"+cmd.CommandPath()+" --help`")
		}
		return nil
	}
}

// archivePath returns the archive that a command line means.
func (p program) archivePath(cmd *cobra.Command) string {
	if path, _ := cmd.Flags().GetString("archive"); path != "" {
		return path
	}
	if path := p.getenv("RASHOMON_ARCHIVE"); path != "" {
		return path
	}
	return defaultArchive
}

// withArchive opens the archive that a command line means, for reading or for writing, and closes it after use.
func (p program) withArchive(cmd *cobra.Command, readOnly bool, use func(ctx context.Context, a *archive.Archive) error) (err error) {
	options := archive.Options{Now: p.now, Version: version(), ReadOnly: readOnly, Drawing: view.Drawing(), Maker: maker}
	a, err := openArchive(cmd.Context(), p.archivePath(cmd), options)
	if err != nil {
		return err
	}
	defer func() {
		if closing := a.Close(); err == nil {
			err = closing
		}
	}()
	return use(cmd.Context(), a)
}

// cores is how many documents are read at once unless the user says otherwise.
func cores() int { return runtime.GOMAXPROCS(0) }
