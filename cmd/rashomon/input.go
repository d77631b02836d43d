package main

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"rashomon"
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

// givenFlags are the details that a user can state, in the order of their flags.
var givenFlags = []struct {
	field rashomon.Field
	help  string
}{
	{rashomon.FieldTitle, "the title"},
	{rashomon.FieldSource, "the outlet, office or person that published it"},
	{rashomon.FieldAuthor, "the author"},
	{rashomon.FieldPlace, "where it was written"},
	{rashomon.FieldPublished, "when it was published: 2011, 2011-07, 2011-07-05, 2011-07-05T14:30 or RFC 3339"},
	{rashomon.FieldURL, "the address it was published at"},
	{rashomon.FieldLanguage, "the language, as ISO 639-1"},
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
	for _, flag := range givenFlags {
		in.given[flag.field] = cmd.Flags().String(string(flag.field), "", "state `TEXT` as "+flag.help)
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
	for _, flag := range givenFlags {
		value := strings.TrimSpace(*in.given[flag.field])
		if value == "" {
			continue
		}
		if flag.field == rashomon.FieldPublished && !isTime(value) {
			return nil, usage(fmt.Sprintf("--published %q is no time", value), "write it as 2011, 2011-07, 2011-07-05, 2011-07-05T14:30 or RFC 3339")
		}
		if flag.field == rashomon.FieldLanguage && !isLanguage(value) {
			return nil, usage(fmt.Sprintf("--language %q is no language", value), "give its two letters of ISO 639-1, as en")
		}
		details = append(details, rashomon.Detail{Field: flag.field, Value: value, Rule: "user/--" + string(flag.field)})
	}
	return details, nil
}

// isLanguage reports whether a value is a code of ISO 639-1.
func isLanguage(value string) bool {
	base, err := language.ParseBase(value)
	return err == nil && len(value) == 2 && base.String() == value
}

func isTime(value string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly, "2006-01-02T15:04", time.RFC3339} {
		if _, err := time.Parse(layout, value); err == nil {
			return true
		}
	}
	return false
}
