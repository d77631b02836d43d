package main

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/digest"
	"rashomon/export"
	"rashomon/intake"
	"rashomon/reader"
	"rashomon/view"
)

// comparing is what the commands that set documents side by side let a user say.
type comparing struct {
	input
	options  view.Options
	happened string
	format   string
	read     []archive.Summary // of the documents of the places, once they are read
}

const comparingHelp = `Without a place, all documents of the archive are compared. A place is what
` + "`rashomon read`" + ` takes: a file, a folder, a zip archive; then no archive is
looked at and none is made.`

func (c *comparing) addFlags(cmd *cobra.Command) {
	c.input.addFlags(cmd)
	cmd.Flags().StringVar(&c.options.KnownOn, "known-on", "", "compare only what had been published by this `DAY`, as 2011-07-05")
	cmd.Flags().StringVar(&c.happened, "happened", "", "show only what happened on these days, as `FROM..TO`")
	cmd.Flags().StringVar(&c.format, "format", "text", "text, json, csv or markdown")
}

// check refuses days that are none, and formats that there are not.
func (c *comparing) check(formats ...string) error {
	from, to, isRange := strings.Cut(c.happened, "..")
	if c.happened != "" && !isRange {
		to = from
	}
	c.options.Happened = view.Days{From: from, To: to}
	for _, day := range []string{c.options.KnownOn, from, to} {
		if day != "" && !intake.IsTime(day) {
			return usage(strconv.Quote(day)+" is no day", "write it as 2011, 2011-07 or 2011-07-05")
		}
	}
	for _, format := range formats {
		if c.format == format {
			return nil
		}
	}
	return usage("--format "+c.format, "give one of "+strings.Join(formats, ", "))
}

// view sets the documents side by side that a command line means: those of the places, else those of the archive.
func (p program) view(cmd *cobra.Command, c *comparing, places []string) (v *view.View, err error) {
	if len(places) == 0 {
		err = p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
			v, err = view.Open(ctx, a, c.options)
			return err
		})
		if err == nil && v.IsUnkept() {
			keep := func(ctx context.Context, a *archive.Archive) error { return v.Keep(ctx, a) }
			_ = p.withArchive(cmd, false, keep) // where it cannot be kept, the next command makes it again
		}
		return v, err
	}
	digests, err := p.digests(cmd.Context(), c, places)
	if err != nil {
		return nil, err
	}
	return view.New(digests, c.options), nil
}

// digests reads places and returns the digests of what is read. What cannot be read is told; the rest is compared.
func (p program) digests(ctx context.Context, c *comparing, places []string) ([]*digest.Digest, error) {
	originals, err := c.originals(ctx, p, places)
	if err != nil {
		return nil, err
	}
	progress := p.newProgress("reading")
	defer progress.stop()
	var digests []*digest.Digest
	var failed unread
	known := map[string]bool{}
	for result := range reader.New().All(ctx, originals, parse, c.workers) {
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case result.Err != nil:
			failed.add(result.Err)
			progress.failed()
			progress.print(func() { p.complain(result.Err) })
		case known[result.Document.ID]:
		case !result.Document.English():
			known[result.Document.ID] = true
			c.read = append(c.read, archive.Summarize(result.Document))
			progress.print(func() { p.foreign(result.Original.Address, result.Document) })
		default:
			known[result.Document.ID] = true
			c.read = append(c.read, archive.Summarize(result.Document))
			d := digest.Of(result.Document)
			d.Fold()
			digests = append(digests, d)
			progress.done(result.Document.Words())
		}
	}
	if len(digests) == 0 {
		return nil, failed.failure()
	}
	return digests, nil
}

func (p program) compareCommand() *cobra.Command {
	var c comparing
	var kind string
	limit := 20
	command := &cobra.Command{
		Use:   "compare [PLACE...]",
		Short: "Set accounts side by side: where they agree, differ, deny and keep silent",
		Long: `Set accounts side by side: what several tell, where they contradict each other,
with the sentences and on whose word they stand, where they agree and how many
independent roots that has, who keeps silent, what was foretold and what came of
it. No verdict is given on who is right.

` + comparingHelp,
		Example: `  rashomon compare                           all of the archive
  rashomon compare a.html b.pdf notes/       these, without an archive
  rashomon compare --kind figure --top 50
  rashomon compare --known-on 2011-07-05     what was known that day
  rashomon compare --format json > comparison.json`,
		RunE: func(cmd *cobra.Command, places []string) error {
			if err := c.check("text", "json", "csv", "markdown"); err != nil {
				return err
			}
			if kind != "" && !isPointKind(kind) {
				return usage("--kind "+kind, "give one of "+pointKinds())
			}
			v, err := p.view(cmd, &c, places)
			if err != nil {
				return err
			}
			out := bufio.NewWriter(p.stdout)
			if err := p.writeComparison(out, v, c.format, rashomon.PointKind(kind), limit); err != nil {
				return err
			}
			return out.Flush()
		},
	}
	c.addFlags(command)
	command.Flags().StringVar(&kind, "kind", "", "show only differences and agreements of this `KIND`: "+pointKinds())
	command.Flags().IntVar(&limit, "top", limit, "show at most this `NUMBER` of differences, and of all else")
	return command
}

func isPointKind(kind string) bool {
	return strings.Contains(" "+pointKinds()+" ", " "+kind+" ")
}

func pointKinds() string {
	kinds := make([]string, len(rashomon.PointKinds))
	for i, kind := range rashomon.PointKinds {
		kinds[i] = string(kind)
	}
	return strings.Join(kinds, " ")
}

func (p program) writeComparison(out io.Writer, v *view.View, format string, kind rashomon.PointKind, limit int) error {
	switch format {
	case "json":
		return export.WriteComparison(out, v.Comparison, v.Digests)
	case "csv":
		return writeDifferenceTable(out, v)
	case "markdown":
		return newSheet(markdown, p.width()).comparison(out, v, kind, limit)
	}
	return newSheet(p.style(), p.width()).comparison(out, v, kind, limit)
}
