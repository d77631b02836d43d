package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/happening"
	"rashomon/link/happening/coreference"
	"rashomon/link/party"
	"rashomon/reader"
	"rashomon/source"
)

func (p program) corefCommand() *cobra.Command {
	workers := cores()
	command := &cobra.Command{
		Use:   "coref FILE.jsonl",
		Short: "Say which mentions of events speak of the same thing",
		Long: `Read JSON Lines of documents with mentions of events and print them with
clusters: mentions of one cluster, in one document or in several, speak of the
same thing in the world. A line is

  {"id": "a", "text": "...", "mentions": [{"begin": 4, "end": 9}]}

with begin and end in Unicode code points. Of a line without mentions, the
events that rashomon finds itself are taken. - is standard input.`,
		Example: `  rashomon coref mentions.jsonl > clusters.jsonl`,
		Args:    exactly(1, "one file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if workers < 1 {
				return usage(fmt.Sprintf("--workers %d", workers), "give 1 or more")
			}
			return p.coref(cmd.Context(), args[0], workers)
		},
	}
	command.Flags().IntVarP(&workers, "workers", "j", workers, "`NUMBER` of documents read at once")
	return command
}

func (p program) coref(ctx context.Context, path string, workers int) error {
	file := p.stdin
	if path != "-" {
		opened, err := os.Open(path)
		if err != nil {
			return unopened(path, err)
		}
		defer opened.Close()
		file = opened
	}
	lines, failed := p.corefLines(path, file)
	digests, err := p.corefDigests(ctx, lines, workers, &failed)
	if err != nil {
		return err
	}
	if err := writeClusters(p.stdout, lines, digests); err != nil {
		return err
	}
	return failed.failure()
}

// corefLines returns the lines that are sound, and says what is wrong with the others.
func (p program) corefLines(path string, file io.Reader) (lines []coreference.Line, failed unread) {
	known := map[string]bool{}
	for line, err := range coreference.Read(path, file) {
		if err == nil && known[line.ID] {
			err = &rashomon.Error{
				Kind: rashomon.ErrorInvalid, Place: line.Original.Address, Cause: fmt.Sprintf("the id %q stands in a line before", line.ID),
				Remedy: "give every document an id of its own",
			}
		}
		if err != nil {
			failed.add(err)
			p.complain(err)
			continue
		}
		known[line.ID] = true
		lines = append(lines, line)
	}
	return lines, failed
}

// corefDigests reads the documents of lines, and returns the digest of each: nil where it could not be read.
func (p program) corefDigests(
	ctx context.Context, lines []coreference.Line, workers int, failed *unread,
) ([]*digest.Digest, error) {
	progress := p.newProgress("reading")
	defer progress.stop()
	digests := make([]*digest.Digest, 0, len(lines))
	originals := func(yield func(rashomon.Original, error) bool) {
		for _, line := range lines {
			if !yield(line.Original, nil) {
				return
			}
		}
	}
	for result := range reader.New().All(ctx, originals, source.Parse, workers) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, err := corefDigest(lines[len(digests)], result)
		digests = append(digests, d)
		if err != nil {
			failed.add(err)
			progress.failed()
			progress.print(func() { p.complain(err) })
			continue
		}
		progress.done(result.Document.Words())
	}
	return digests, ctx.Err()
}

// corefDigest returns the digest of a document with the events that its line gives or, where it gives none, those found.
func corefDigest(line coreference.Line, result reader.Result) (*digest.Digest, error) {
	doc := result.Document
	switch {
	case result.Err != nil:
		return nil, result.Err
	case len(doc.Tokens) == 0:
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorUnsupported, Place: line.Original.Address, Cause: "its text is not English", Remedy: "leave the line out",
		}
	case line.Mentions == nil:
		return digest.Of(doc), nil
	}
	return digest.OfGiven(doc, line.Extents()), nil
}

// writeClusters links the events of the documents that were read, and writes each line with its clusters.
func writeClusters(w io.Writer, lines []coreference.Line, digests []*digest.Digest) error {
	clusters, err := clustersOf(slices.DeleteFunc(slices.Clone(digests), func(d *digest.Digest) bool { return d == nil }))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	for n, d := range digests {
		if d == nil {
			continue
		}
		line := coreference.Line{ID: lines[n].ID, Mentions: lines[n].Mentions}
		if line.Mentions == nil {
			line.Mentions = coreference.Mentions(d.Text, triggers(d))
		}
		for i := range line.Mentions {
			line.Mentions[i].Cluster = clusters[rashomon.Element{Document: d.Document, Index: i}]
		}
		if err := coreference.Write(out, line); err != nil {
			return err
		}
	}
	return out.Flush()
}

// clustersOf returns the id of the happening of each event.
func clustersOf(digests []*digest.Digest) (map[rashomon.Element]string, error) {
	index, err := happening.NewIndex(happening.Fine)
	if err != nil {
		return nil, err
	}
	for _, d := range digests {
		index.Add(d)
	}
	clusters := map[rashomon.Element]string{}
	for _, one := range index.Happenings(party.Link(digests)) {
		for _, event := range one.Events {
			clusters[event] = one.ID
		}
	}
	return clusters, nil
}

func triggers(d *digest.Digest) []rashomon.Extent {
	extents := make([]rashomon.Extent, len(d.Events))
	for i, event := range d.Events {
		extents[i] = event.Extent
	}
	return extents
}
