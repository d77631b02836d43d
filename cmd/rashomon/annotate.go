package main

import (
	"bufio"
	"context"
	"io"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/conllu"
	"rashomon/export"
	"rashomon/reader"
)

// annotations are the forms in which `annotate` prints.
var annotations = map[string]func(io.Writer, reader.Result) error{
	"jsonl":  func(w io.Writer, read reader.Result) error { return export.WriteAnnotation(w, read.Document) },
	"conllu": writeTreebank,
	"text":   func(w io.Writer, read reader.Result) error { return rashomon.Print(w, read.Document) },
}

func writeTreebank(w io.Writer, read reader.Result) error {
	if read.Original.Format == conllu.Format {
		return conllu.WriteBack(w, read.Original, read.Document)
	}
	return conllu.Write(w, read.Document)
}

const treebankHelp = `

Treebanks (.conllu, or any name with --as conllu) are read too, after all other
places. Their sentences and words are kept as they are; tags, lemmas and trees
that they hold already are dropped and found anew, so that what is printed can
be measured against the treebank. With --format conllu the comments are kept.`

func (p program) annotateCommand() *cobra.Command {
	var in input
	var format string
	command := &cobra.Command{
		Use:   "annotate PLACE...",
		Short: "Print what is found in documents, without an archive",
		Long: "Read documents and print what is found in them, one JSON object a line (JSON\n" +
			"Lines). Offsets count Unicode code points.\n\n" + inputHelp + treebankHelp,
		Example: `  rashomon annotate report.html > report.jsonl
  rashomon annotate --format conllu - < notes.txt
  rashomon annotate --format conllu gold.conllu > parsed.conllu
  rashomon annotate --format text notes.txt      one finding a line, for people`,
		Args: atLeastOne("at least one place"),
		RunE: func(cmd *cobra.Command, places []string) error {
			write := annotations[format]
			if write == nil {
				return usage("--format "+format, "give jsonl, conllu or text")
			}
			return p.annotate(cmd.Context(), &in, places, write)
		},
	}
	in.addFlags(command)
	command.Flags().StringVar(&format, "format", "jsonl", "jsonl, conllu or text")
	return command
}

func (p program) annotate(
	ctx context.Context, in *input, places []string, write func(io.Writer, reader.Result) error,
) error {
	originals, err := in.annotated(ctx, p, places)
	if err != nil {
		return err
	}
	progress := p.newProgress("reading")
	defer progress.stop()
	out := bufio.NewWriterSize(p.stdout, 1<<20)
	var failed unread
	for result := range reader.New().All(ctx, originals, parse, in.workers) {
		if ctx.Err() != nil {
			break
		}
		if result.Err != nil {
			failed.add(result.Err)
			progress.failed()
			progress.print(func() { p.complain(result.Err) })
			continue
		}
		if !result.Document.English() {
			progress.print(func() { p.foreign(result.Original.Address, result.Document) })
		}
		if err := write(out, result); err != nil {
			return err
		}
		progress.done(result.Document.Words())
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return failed.failure()
}
