package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/reader"
	"rashomon/stance"
)

func (p program) stanceCommand() *cobra.Command {
	var in input
	command := &cobra.Command{
		Use:   "stance FILE...",
		Short: "Tell how sentences present those whom they speak of",
		Long: `Read sentences with targets and tell in what light each presents them: positive,
negative or neutral, whoever voices it. A line of the file is one sentence:

  {"id": "1", "text": "...", "targets": [{"begin": 0, "end": 6}]}

The targets are stretches of the text, counted in Unicode code points. The same
lines are printed, with the stance of every target and how probable it is; of a
target that holds no word nothing is said. A line that is off is reported, and
the rest is read.`,
		Example: `  rashomon stance sentences.jsonl > stances.jsonl
  rashomon stance --as jsonl - < sentences.jsonl`,
		Args: atLeastOne("at least one file"),
		RunE: func(cmd *cobra.Command, places []string) error {
			return p.stances(cmd.Context(), &in, places)
		},
	}
	in.addFlags(command)
	return command
}

func (p program) stances(ctx context.Context, in *input, places []string) error {
	finder, err := stance.English()
	if err != nil {
		return err
	}
	originals, err := in.originals(ctx, p, places)
	if err != nil {
		return err
	}
	progress := p.newProgress("judging")
	defer progress.stop()
	buffered := bufio.NewWriterSize(p.stdout, 1<<20)
	out := json.NewEncoder(buffered)
	out.SetEscapeHTML(false)
	var failed unread
	for result := range reader.New().All(ctx, originals, parseLine, in.workers) {
		if ctx.Err() != nil {
			break
		}
		if result.Err != nil {
			failed.add(result.Err)
			progress.failed()
			progress.print(func() { p.complain(result.Err) })
			continue
		}
		if err := out.Encode(judged(finder, result)); err != nil {
			return err
		}
		progress.done(result.Document.Words())
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return failed.failure()
}

// parseLine reads a line with targets as the document of its text.
func parseLine(original rashomon.Original) (*rashomon.Document, error) {
	if original.Format != rashomon.FormatJSON {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorUnsupported, Place: original.Address, Cause: "it is no line of JSON Lines",
			Remedy: "give sentences with targets as a file .jsonl",
		}
	}
	line, err := stance.ParseLine(original.Bytes)
	if err != nil {
		var known *rashomon.Error
		if errors.As(err, &known) {
			known.Place = original.Address
		}
		return nil, err
	}
	return line.Document(), nil
}

// judged returns the line of a document that was read, with the stances of its targets.
func judged(finder *stance.Finder, result reader.Result) stance.Line {
	line, _ := stance.ParseLine(result.Original.Bytes) // parseLine has read it
	for i := range line.Targets {
		target := &line.Targets[i]
		target.Stance, target.Probability = "", 0
		if span := target.Span(result.Document); !span.Empty() {
			value, probability := finder.Judge(result.Document, span)
			target.Stance, target.Probability = stance.Name(value), probability
		}
	}
	return line
}
