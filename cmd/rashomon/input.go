package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/intake"
	"rashomon/source"
)

// input is what `read` and `annotate` let a user say about documents and how they are opened.
type input struct {
	given        map[rashomon.Field]*string
	fields       map[string]string
	format       string
	limit        int64
	allowPrivate bool
	workers      int
}

// inputHelp is told by both commands.
const inputHelp = `A place is a file, a folder, a glob, a zip archive, an address (http://,
https://) or - for standard input. Files may be text, Markdown, HTML, PDF, mail
(eml, mbox), feeds (RSS, Atom), WARC, JSON Lines, JSON, CSV or TSV, and any of
them compressed with gzip or zstd. Places are taken in the order of their names.
What a user states with a flag goes before what the document says of itself, and
it is kept who said so.`

func (in *input) addFlags(cmd *cobra.Command) {
	in.given = map[rashomon.Field]*string{}
	for _, flag := range intake.Stated {
		in.given[flag.Field] = cmd.Flags().String(string(flag.Field), "", "state `TEXT` as "+flag.Help)
	}
	cmd.Flags().StringToStringVar(&in.fields, "field", nil, "`OURS=THEIRS`: a column or key and what it is called, as text=body")
	cmd.Flags().Lookup("field").DefValue = ""
	cmd.Flags().StringVar(&in.format, "as", "", "take every file to be of this `FORMAT`: "+strings.Join(source.Formats(), " "))
	cmd.Flags().Int64Var(&in.limit, "limit", source.DefaultLimit, "the largest document, in `BYTES`")
	cmd.Flags().BoolVar(&in.allowPrivate, "allow-private", false, "fetch from private and loopback networks too")
	cmd.Flags().IntVarP(&in.workers, "workers", "j", cores(), "`NUMBER` of documents read at once")
}

// originals opens the places.
func (in *input) originals(ctx context.Context, p program, places []string) (iter.Seq2[rashomon.Original, error], error) {
	if in.workers < 1 {
		return nil, usage(fmt.Sprintf("--workers %d", in.workers), "give 1 or more")
	}
	if in.limit < 1 {
		return nil, usage(fmt.Sprintf("--limit %d", in.limit), "give 1 or more")
	}
	if in.format != "" && !slices.Contains(source.Formats(), in.format) {
		return nil, usage("--as "+in.format, "give one of "+strings.Join(source.Formats(), " "))
	}
	given, err := in.details()
	if err != nil {
		return nil, err
	}
	options := source.Options{
		Limit: in.limit, Fields: in.fields, Given: given, Input: p.stdin, Format: rashomon.Format(in.format),
		Fetch: source.Fetcher{AllowPrivate: in.allowPrivate, UserAgent: "rashomon/" + release},
	}
	return in.refuseTreebanks(options.Originals(ctx, places)), nil
}

func (in *input) details() ([]rashomon.Detail, error) {
	var details []rashomon.Detail
	for _, flag := range intake.Stated {
		value := strings.TrimSpace(*in.given[flag.Field])
		if value == "" {
			continue
		}
		detail, err := intake.State(flag.Field, value, "--"+string(flag.Field))
		var wrong *rashomon.Error
		if errors.As(err, &wrong) {
			return nil, usage("--"+string(flag.Field)+" "+wrong.Cause, wrong.Remedy)
		}
		details = append(details, detail)
	}
	return details, nil
}
