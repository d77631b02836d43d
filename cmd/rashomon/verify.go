package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/intake"
	"rashomon/source"
)

func (p program) verifyCommand() *cobra.Command {
	var asJSON, quick bool
	command := &cobra.Command{
		Use:   "verify",
		Short: "Recompute everything in the archive and name what does not fit",
		Long: `Recompute everything in the archive and name what does not fit: the hashes of
the documents and readings, the chain of the custody log, every layer of every
reading, the search index; and read every document again, for the same reader
must give the same bytes. Readings by other versions of the reader cannot be
made again; how many there are is told.`,
		Example: "  rashomon verify\n  rashomon verify --quick        without reading again",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				return p.verify(ctx, a, quick, asJSON)
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a problem")
	command.Flags().BoolVar(&quick, "quick", false, "do not read the documents again")
	return command
}

// rereading returns how the reader of an archive makes the document of an original anew.
func rereading(ctx context.Context, a *archive.Archive) (*archive.Rereading, error) {
	r, places, err := intake.ReaderOf(ctx, a)
	if err != nil {
		return nil, err
	}
	read := func(original rashomon.Original) (*rashomon.Document, error) {
		doc, err := source.Parse(original)
		if err != nil {
			return nil, err
		}
		return doc, cmp.Or(r.Read(context.Background(), doc), places.Failure())
	}
	return &archive.Rereading{Version: r.Version(), Read: read}, nil
}

// verify tells what does not fit. Quick, it reads no document again.
func (p program) verify(ctx context.Context, a *archive.Archive, quick, asJSON bool) (err error) {
	var again *archive.Rereading
	if !quick {
		if again, err = rereading(ctx, a); err != nil {
			return err
		}
	}
	problems := 0
	for problem, err := range a.Verify(ctx, again) {
		if err != nil {
			return err
		}
		problems++
		if err := p.printProblem(problem, asJSON); err != nil {
			return err
		}
	}
	if problems > 0 {
		return &rashomon.Error{
			Kind: rashomon.ErrorCorrupt, Place: a.Path(), Cause: plural(problems, "problem", "problems"),
			Remedy: "keep this file, go back to a copy, and read what it lacks again",
		}
	}
	if asJSON {
		return nil
	}
	fmt.Fprintln(p.stderr, "verified: everything fits")
	if again == nil {
		return nil
	}
	return p.tellOthers(ctx, a, again.Version)
}

// tellOthers tells how many readings a version of the reader could not make again.
func (p program) tellOthers(ctx context.Context, a *archive.Archive, own string) error {
	versions, err := a.Versions(ctx)
	if err != nil {
		return err
	}
	others := 0
	for version, readings := range versions {
		if version != own {
			others += readings
		}
	}
	if others > 0 {
		fmt.Fprintf(p.stderr, "%s by other versions of the reader could not be made again; this is reader %s\n",
			plural(others, "reading", "readings"), own)
	}
	return nil
}

func (p program) printProblem(problem archive.Problem, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(p.stdout).Encode(problem)
	}
	_, err := fmt.Fprintf(p.stdout, "%s: %s\n", problem.Place, problem.Cause)
	return err
}
