package main

import (
	"bufio"
	"context"
	"io"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/compare"
	"rashomon/digest"
	"rashomon/export"
	"rashomon/link"
	"rashomon/reader"
)

func (p program) compareCommand() *cobra.Command {
	var in input
	var format string
	command := &cobra.Command{
		Use:   "compare PLACE...",
		Short: "Set accounts side by side: where they agree, differ, deny and keep silent",
		RunE: func(cmd *cobra.Command, places []string) error {
			digests, err := p.digests(cmd.Context(), &in, places)
			if err != nil {
				return err
			}
			return writeComparison(p.stdout, digests)
		},
	}
	in.addFlags(command)
	command.Flags().StringVar(&format, "format", "json", "json")
	return command
}

// digests reads places and returns the digests of what is read.
func (p program) digests(ctx context.Context, in *input, places []string) ([]*digest.Digest, error) {
	originals, err := in.originals(ctx, p, places)
	if err != nil {
		return nil, err
	}
	var digests []*digest.Digest
	known := map[string]bool{}
	var failed unread
	for result := range reader.New().All(ctx, originals, parse, in.workers) {
		if result.Err != nil {
			failed.add(result.Err)
			p.complain(result.Err)
			continue
		}
		if !known[result.Document.ID] {
			known[result.Document.ID] = true
			digests = append(digests, digest.Of(result.Document))
		}
	}
	return digests, failed.failure()
}

func writeComparison(w io.Writer, digests []*digest.Digest) error {
	var comparison rashomon.Comparison = compare.Compare(digests, link.Link(digests))
	out := bufio.NewWriter(w)
	if err := export.WriteComparison(out, comparison, digests); err != nil {
		return err
	}
	return out.Flush()
}
