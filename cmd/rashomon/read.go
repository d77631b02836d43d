package main

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/reader"
	"rashomon/source"
)

// A batch of documents goes into the archive in one transaction: so many, or so many bytes of text, whichever comes
// first. Larger batches are hardly faster and lose more work when the process is killed.
const (
	batchDocuments = 500
	batchBytes     = 8 << 20
)

func (p program) readCommand() *cobra.Command {
	var in input
	var asJSON bool
	command := &cobra.Command{
		Use:   "read PLACE...",
		Short: "Read documents into the archive",
		Long: "Read documents, cut them into sentences and words, and keep them in the archive.\n\n" + inputHelp + `

Reading again what is there already adds nothing, so a read that was broken off is completed
by the same command. A document that is not English is kept and marked, and not read
further.`,
		Example: `  rashomon read report.html notes/ 'mail/*.eml'
  rashomon read --source "Coastline News" --published 2031-03-14 ferry.txt
  rashomon read --field text=body --field published=date articles.csv
  rashomon read https://example.org/report.html`,
		Args: atLeastOne("at least one place"),
		RunE: func(cmd *cobra.Command, places []string) error {
			return p.withArchive(cmd, false, func(ctx context.Context, a *archive.Archive) error {
				originals, err := in.originals(ctx, p, places)
				if err != nil {
					return err
				}
				intake := intake{program: p, archive: a, asJSON: asJSON, progress: p.newProgress("reading")}
				defer intake.progress.stop()
				return intake.run(ctx, originals, in.workers)
			})
		},
	}
	in.addFlags(command)
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a document")
	return command
}

// An intake brings documents into an archive and tells about each.
type intake struct {
	program  program
	archive  *archive.Archive
	asJSON   bool
	quiet    bool // no line a document
	progress *progress

	batch                []archive.Entry
	size                 int
	added, known, failed int
	words                int
}

func (in *intake) run(ctx context.Context, originals iter.Seq2[rashomon.Original, error], workers int) error {
	for result := range reader.New().All(ctx, in.fresh(ctx, originals), source.Parse, workers) {
		if ctx.Err() != nil {
			break
		}
		if result.Err != nil {
			in.fail(result.Err)
			continue
		}
		in.batch = append(in.batch, archive.Entry{Original: result.Original, Document: result.Document})
		in.size += len(result.Original.Bytes)
		if len(in.batch) >= batchDocuments || in.size >= batchBytes {
			if err := in.flush(ctx); err != nil {
				return err
			}
		}
	}
	if err := in.flush(context.WithoutCancel(ctx)); err != nil { // what was read before an interruption is kept
		return err
	}
	in.progress.stop()
	in.summarise()
	if err := ctx.Err(); err != nil {
		return err
	}
	if in.failed > 0 {
		return unread(in.failed)
	}
	return nil
}

// fresh leaves out what the archive holds already, as it came before.
func (in *intake) fresh(ctx context.Context, originals iter.Seq2[rashomon.Original, error]) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		for original, err := range originals {
			if err == nil {
				held, failure := in.archive.Holds(ctx, original, reader.Version)
				if held {
					in.known++
					continue
				}
				err = failure
			}
			if !yield(original, err) {
				return
			}
		}
	}
}

func (in *intake) fail(err error) {
	in.failed++
	in.progress.failed()
	in.progress.print(func() { fmt.Fprintln(in.program.stderr, "rashomon: "+describe(err)) })
}

func (in *intake) flush(ctx context.Context) error {
	if len(in.batch) == 0 {
		return nil
	}
	if _, err := in.archive.Put(ctx, in.batch); err != nil {
		return err
	}
	for _, entry := range in.batch {
		in.added++
		words := entry.Document.Words()
		in.words += words
		in.progress.done(words)
		if err := in.tell(entry); err != nil {
			return err
		}
	}
	in.batch, in.size = in.batch[:0], 0
	return nil
}

// tell prints what became of one document.
func (in *intake) tell(entry archive.Entry) (err error) {
	doc := entry.Document
	in.progress.print(func() {
		switch {
		case in.quiet:
		case in.asJSON:
			err = json.NewEncoder(in.program.stdout).Encode(newReadLine(entry))
		default:
			_, err = fmt.Fprintf(in.program.stdout, "%s  %-10s  %s\n", doc.ID, day(doc.Published()), cut(headline(doc), in.program.width()-30))
		}
	})
	if !doc.English() {
		in.progress.print(func() {
			fmt.Fprintf(in.program.stderr, "rashomon: %s: kept, but not read: it is not in English (%s)\n", entry.Original.Address, doc.Detail(rashomon.FieldLanguage))
		})
	}
	return err
}

// A readLine is what `read --json` says of a document.
type readLine struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Address   string `json:"address"`
	Title     string `json:"title,omitempty"`
	Source    string `json:"source,omitempty"`
	Published string `json:"published,omitempty"`
	Language  string `json:"language,omitempty"`
	Sentences int    `json:"sentences"`
	Words     int    `json:"words"`
}

func newReadLine(entry archive.Entry) readLine {
	doc := entry.Document
	return readLine{
		ID: doc.ID, Name: doc.Name, Address: entry.Original.Address, Title: doc.Detail(rashomon.FieldTitle),
		Source: doc.Detail(rashomon.FieldSource), Published: doc.Published(), Language: doc.Detail(rashomon.FieldLanguage),
		Sentences: len(doc.Sentences), Words: doc.Words(),
	}
}

func (in *intake) summarise() {
	fmt.Fprintf(in.program.stderr, "%s read, %s", plural(in.added, "document", "documents"), plural(in.words, "word", "words"))
	if in.known > 0 {
		fmt.Fprintf(in.program.stderr, "; %s known already", thousands(in.known))
	}
	if in.failed > 0 {
		fmt.Fprintf(in.program.stderr, "; %s could not be read", thousands(in.failed))
	}
	fmt.Fprintln(in.program.stderr)
}
