package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/intake"
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
				return p.take(ctx, a, originals, telling{asJSON: asJSON}, in.workers)
			})
		},
	}
	in.addFlags(command)
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a document")
	return command
}

// A telling is what is printed of documents that come in.
type telling struct {
	program  program
	asJSON   bool
	quiet    bool // no line a document
	progress *progress
	unread   unread
}

// take brings originals into an archive and tells about each.
func (p program) take(
	ctx context.Context, a *archive.Archive, originals iter.Seq2[rashomon.Original, error], t telling, workers int,
) error {
	t.program, t.progress = p, p.newProgress("reading")
	defer t.progress.stop()
	sum, err := intake.Intake{Archive: a, Workers: workers, Tell: t.tell}.Take(ctx, originals)
	if err != nil && ctx.Err() == nil {
		return err
	}
	t.progress.stop()
	t.summarise(sum)
	return cmp.Or(err, t.unread.failure())
}

// tell prints what became of one document.
func (t *telling) tell(outcome intake.Outcome) error {
	switch outcome.Stage {
	case intake.StageRefused:
		t.unread.add(outcome.Err)
		t.progress.failed()
		t.progress.print(func() { t.program.complain(outcome.Err) })
	case intake.StageKept:
		t.progress.done(outcome.Document.Words())
		return t.kept(outcome)
	}
	return nil
}

func (t *telling) kept(outcome intake.Outcome) (err error) {
	doc := outcome.Document
	t.progress.print(func() {
		switch {
		case t.quiet:
		case t.asJSON:
			err = json.NewEncoder(t.program.stdout).Encode(newReadLine(outcome))
		default:
			_, err = fmt.Fprintf(t.program.stdout, "%s  %-10s  %s\n", doc.ID, day(doc.Published()), cut(headline(doc), t.program.width()-30))
		}
	})
	if !doc.English() {
		t.progress.print(func() { t.program.foreign(outcome.Original.Address, doc) })
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

func newReadLine(kept intake.Outcome) readLine {
	doc := kept.Document
	return readLine{
		ID: doc.ID, Name: doc.Name, Address: kept.Original.Address, Title: doc.Detail(rashomon.FieldTitle),
		Source: doc.Detail(rashomon.FieldSource), Published: doc.Published(), Language: doc.Detail(rashomon.FieldLanguage),
		Sentences: len(doc.Sentences), Words: doc.Words(),
	}
}

func (t *telling) summarise(sum intake.Sum) {
	stderr := t.program.stderr
	fmt.Fprintf(stderr, "%s read, %s", plural(sum.Added, "document", "documents"), plural(sum.Words, "word", "words"))
	if sum.Known > 0 {
		fmt.Fprintf(stderr, "; %s known already", thousands(sum.Known))
	}
	if t.unread.count > 0 {
		fmt.Fprintf(stderr, "; %s, named above", plural(t.unread.count, "problem", "problems"))
	}
	fmt.Fprintln(stderr)
}
