package main

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"sync/atomic"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/reader"
	"rashomon/source"
)

// A batch of documents goes into the archive in one transaction: so many, or so many bytes or tokens, whichever comes
// first. Larger batches are hardly faster, lose more work when the process is killed, and take more memory.
const (
	batchDocuments = 500
	batchBytes     = 8 << 20
	batchTokens    = 500_000
)

func (p program) readCommand() *cobra.Command {
	var in input
	var asJSON bool
	command := &cobra.Command{
		Use:   "read PLACE...",
		Short: "Read documents into the archive",
		Long: "Read documents, find their sentences, words and grammar, and keep them in the\narchive.\n\n" + inputHelp + `

Reading again what is there already adds nothing, so a read that was broken off
is completed by the same command. A newer version of the reader makes a new
reading beside the old one; what was stated of a document from the same place
holds until something else is. A document that is not English is kept and
marked, and not read further.`,
		Example: `  rashomon read report.html notes/ 'mail/*.eml'
  rashomon read --source "Coastline News" --published 2031-03-14 ferry.txt
  rashomon read --field text=body --field published=date articles.csv
  rashomon read https://example.org/report.html`,
		Args: atLeastOne("at least one place"),
		RunE: func(cmd *cobra.Command, places []string) error {
			originals, err := in.originals(cmd.Context(), p, places)
			if err != nil {
				return err
			}
			return p.withArchive(cmd, false, func(ctx context.Context, a *archive.Archive) error {
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

	reader *reader.Reader
	places *archivePlaces // that were added to the archive; nil for none

	batch        []archive.Entry
	size, tokens int // of the batch: bytes of the originals, and tokens
	added, words int
	known        atomic.Int64 // counted where originals are opened and where they are stored
	unread       unread
}

func (in *intake) run(ctx context.Context, originals iter.Seq2[rashomon.Original, error], workers int) (err error) {
	if in.reader, in.places, err = readerOf(ctx, in.archive); err != nil {
		return err
	}
	for result := range in.reader.All(ctx, in.fresh(ctx, originals), source.Parse, workers) {
		if ctx.Err() != nil {
			break
		}
		if result.Err != nil {
			in.fail(result.Err)
			continue
		}
		in.batch = append(in.batch, archive.Entry{Original: result.Original, Document: result.Document})
		in.size += len(result.Original.Bytes)
		in.tokens += len(result.Document.Tokens)
		if len(in.batch) >= batchDocuments || in.size >= batchBytes || in.tokens >= batchTokens {
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
	if _, err := in.archive.Draw(ctx); err != nil { // of documents that an older version read
		return err
	}
	return in.unread.failure()
}

// fresh leaves out what the archive holds already, as it came before. What a person stated of a place then still holds.
func (in *intake) fresh(ctx context.Context, originals iter.Seq2[rashomon.Original, error]) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		for original, err := range originals {
			if err == nil {
				original, err = in.archive.Restated(ctx, original)
			}
			if err == nil {
				held, failure := in.archive.Holds(ctx, original, in.reader.Version())
				if held {
					in.known.Add(1)
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
	in.unread.add(err)
	in.progress.failed()
	in.progress.print(func() { in.program.complain(err) })
}

func (in *intake) flush(ctx context.Context) error {
	if len(in.batch) == 0 {
		return nil
	}
	if err := in.places.failure(); err != nil {
		return err
	}
	added, err := in.archive.Put(ctx, in.batch)
	if err != nil {
		return err
	}
	in.added += added
	in.known.Add(int64(len(in.batch) - added))
	for _, entry := range in.batch {
		words := entry.Document.Words()
		in.words += words
		in.progress.done(words)
		if err := in.tell(entry); err != nil {
			return err
		}
	}
	clear(in.batch)
	in.batch, in.size, in.tokens = in.batch[:0], 0, 0
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
		in.progress.print(func() { in.program.foreign(entry.Original.Address, doc) })
	}
	return err
}

// foreign tells that a document is not English, and what becomes of it.
func (p program) foreign(address string, doc *rashomon.Document) {
	language := doc.Detail(rashomon.FieldLanguage)
	fmt.Fprintf(p.stderr, "rashomon: %s: not read further: it is not in English (%s)\n", visible(address), visible(language))
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
	if known := in.known.Load(); known > 0 {
		fmt.Fprintf(in.program.stderr, "; %s known already", thousands(int(known)))
	}
	if in.unread.count > 0 {
		fmt.Fprintf(in.program.stderr, "; %s, named above", plural(in.unread.count, "problem", "problems"))
	}
	fmt.Fprintln(in.program.stderr)
}
