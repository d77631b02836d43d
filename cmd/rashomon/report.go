package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rashomon/archive"
	"rashomon/report"
)

// reporting is what `report` lets a user say.
type reporting struct {
	comparing
	file, title string
	most        int
}

func (p program) reportCommand() *cobra.Command {
	var r reporting
	command := &cobra.Command{
		Use:   "report -o FILE [PLACE...]",
		Short: "Write what stands between the accounts into one file, to be sent or printed",
		Long: `Write what stands between the accounts into one file that can be sent to somebody
or printed: what was read, where accounts differ and what they deny, with the
sentences and on whose word they stand, where they agree and from how many roots,
figures, happenings by accounts, silences, parties, what was foretold, what
people corrected. Every line leads to the sentences behind it. The file loads
nothing and runs nothing; it quotes sentences, not whole texts.

The name of the file tells the form, .html or .md; of standard output, -o -,
--format does.

` + comparingHelp,
		Example: `  rashomon report -o harun.html
  rashomon report -o harun.md --known-on 2017-04-01
  rashomon report -o - --format markdown a.html b.pdf`,
		RunE: func(cmd *cobra.Command, places []string) error {
			if err := r.check(); err != nil {
				return err
			}
			return p.writeReport(cmd, &r, places)
		},
	}
	r.addFlags(command)
	command.Flags().Lookup("format").Usage, command.Flags().Lookup("format").DefValue = "html or markdown", ""
	r.format = ""
	command.Flags().StringVarP(&r.file, "output", "o", "", "write to this `FILE`, or - for standard output")
	command.Flags().StringVar(&r.title, "heading", "", "head the report with this `TEXT`")
	command.Flags().IntVar(&r.most, "top", report.Most, "give at most this `NUMBER` of entries in each part")
	return command
}

// check refuses what names no file and no form.
func (r *reporting) check() error {
	switch suffix := strings.ToLower(filepath.Ext(r.file)); {
	case r.file == "":
		return usage("no file is named to write to", "say -o FILE.html, -o FILE.md, or -o - for standard output")
	case r.format != "":
	case suffix == ".html" || suffix == ".htm":
		r.format = "html"
	case suffix == ".md" || suffix == ".markdown":
		r.format = "markdown"
	case r.file == "-":
		return usage("nothing tells the form of the report", "say --format html or --format markdown")
	default:
		return usage("the name "+r.file+" does not tell the form of the report", "end it in .html or .md, or say --format html or --format markdown")
	}
	if r.most < 1 {
		return usage(fmt.Sprintf("--top %d", r.most), "give 1 or more")
	}
	return r.comparing.check("html", "markdown")
}

func (p program) writeReport(cmd *cobra.Command, r *reporting, places []string) error {
	v, err := p.view(cmd, &r.comparing, places)
	if err != nil {
		return err
	}
	about := report.About{
		Title: r.title, Made: p.now(), Program: version(), KnownOn: r.options.KnownOn, Happened: r.options.Happened, Most: r.most, Documents: r.read,
	}
	if len(places) == 0 {
		if err := p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error { return about.Kept(ctx, a) }); err != nil {
			return err
		}
	}
	return p.toFile(r.file, func(out io.Writer) error {
		if made := report.Of(v, about); r.format == "html" {
			return made.HTML(out)
		} else {
			return made.Markdown(out)
		}
	})
}

// toFile writes a file, or to standard output where it is named "-". Of one that cannot be written nothing is left.
func (p program) toFile(name string, write func(io.Writer) error) error {
	if name == "-" {
		out := bufio.NewWriter(p.stdout)
		if err := write(out); err != nil {
			return err
		}
		return out.Flush()
	}
	file, err := os.CreateTemp(filepath.Dir(name), ".rashomon-*")
	if err != nil {
		return fileError(name, err)
	}
	defer os.Remove(file.Name()) // fails where it has its name
	out := bufio.NewWriter(file)
	for _, step := range []func() error{
		func() error { return write(out) }, out.Flush, func() error { return file.Chmod(0o644) }, file.Close, func() error { return os.Rename(file.Name(), name) },
	} {
		if err := step(); err != nil {
			_ = file.Close()
			return fileError(name, err)
		}
	}
	return nil
}
