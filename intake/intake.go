// Package intake is the writing path: it has originals read, and keeps them in an archive.
//
//	originals ─ what is held already left out ─> reader ─ in batches ─> archive
//
// Where originals come from is the matter of package source, and who is told what became of each that of whoever calls: the command
// prints lines, the server sends events.
package intake

import (
	"context"
	"errors"
	"iter"

	"rashomon"
	"rashomon/archive"
	"rashomon/reader"
	"rashomon/source"
)

// A batch of documents goes into the archive in one transaction: so many, or so many bytes or tokens, whichever comes
// first. Larger batches are hardly faster, lose more work when the process is killed, and take more memory.
const (
	BatchDocuments = 500
	batchBytes     = 8 << 20
	batchTokens    = 500_000
)

// A Stage is how far an original has come.
type Stage string

// The stages of an original. One that is read is kept later, with its batch; the others are ends.
const (
	StageRead    Stage = "read"
	StageKept    Stage = "kept"
	StageKnown   Stage = "known" // the archive held this reading of it, as it came in, before
	StageRefused Stage = "refused"
)

// An Outcome tells what became of one original.
type Outcome struct {
	Stage    Stage
	Original rashomon.Original  // as far as it could be had
	Document *rashomon.Document // of one that is read or kept
	Err      error              // of one that is refused
}

// A Sum counts what became of originals.
type Sum struct {
	Added   int // readings that are new
	Known   int
	Refused int
	Words   int // of all that were read
}

// An Intake brings originals into an archive.
type Intake struct {
	Archive *archive.Archive
	Workers int                 // documents read at once
	Tell    func(Outcome) error // what became of each, one at a time; an error ends the intake
}

// Take has originals read and keeps them. When the context ends, what was read whole by then is kept, and nothing else: no document
// is ever kept in part. An original that cannot be read is refused, and the others go on; the error is one that concerns all.
func (in Intake) Take(ctx context.Context, originals iter.Seq2[rashomon.Original, error]) (Sum, error) {
	t := taking{Intake: in}
	err := t.all(ctx, originals)
	return t.sum, err
}

// A taking is one run of an intake.
type taking struct {
	Intake
	reader       *reader.Reader
	places       *Places // that were added to the archive; nil for none
	batch        []archive.Entry
	size, tokens int // of the batch: bytes of the originals, and tokens
	sum          Sum
}

func (t *taking) all(ctx context.Context, originals iter.Seq2[rashomon.Original, error]) (err error) {
	if t.reader, t.places, err = ReaderOf(ctx, t.Archive); err != nil {
		return err
	}
	for result := range t.reader.All(ctx, t.marked(ctx, originals), source.Parse, t.Workers) {
		if ctx.Err() != nil {
			break
		}
		if err := t.one(ctx, result); err != nil {
			return err
		}
	}
	if err := t.flush(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err = t.Archive.Draw(ctx) // of documents that an older version read
	return err
}

// errKnown stands in the place of the document of an original that the archive holds already.
var errKnown = errors.New("the archive holds it already")

// marked puts errKnown on what the archive holds already, as it came before. What a person stated of a place then still holds.
func (t *taking) marked(ctx context.Context, originals iter.Seq2[rashomon.Original, error]) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		for original, err := range originals {
			held := false
			if err == nil {
				original, err = t.Archive.Restated(ctx, original)
			}
			if err == nil {
				held, err = t.Archive.Holds(ctx, original, t.reader.Version())
			}
			if held && err == nil {
				err = errKnown
			}
			if !yield(original, err) {
				return
			}
		}
	}
}

// one takes the result of one original.
func (t *taking) one(ctx context.Context, result reader.Result) error {
	switch {
	case result.Err == errKnown:
		t.sum.Known++
		return t.Tell(Outcome{Stage: StageKnown, Original: result.Original})
	case result.Err != nil:
		t.sum.Refused++
		return t.Tell(Outcome{Stage: StageRefused, Original: result.Original, Err: result.Err})
	}
	t.batch = append(t.batch, archive.Entry{Original: result.Original, Document: result.Document})
	t.size += len(result.Original.Bytes)
	t.tokens += len(result.Document.Tokens)
	if err := t.Tell(Outcome{Stage: StageRead, Original: result.Original, Document: result.Document}); err != nil {
		return err
	}
	if len(t.batch) >= BatchDocuments || t.size >= batchBytes || t.tokens >= batchTokens {
		return t.flush(ctx)
	}
	return nil
}

// flush keeps the batch.
func (t *taking) flush(ctx context.Context) error {
	if len(t.batch) == 0 {
		return nil
	}
	if err := t.places.Failure(); err != nil {
		return err
	}
	added, err := t.Archive.Put(ctx, t.batch)
	if err != nil {
		return err
	}
	t.sum.Added += added
	t.sum.Known += len(t.batch) - added
	for _, entry := range t.batch {
		t.sum.Words += entry.Document.Words()
		if err := t.Tell(Outcome{Stage: StageKept, Original: entry.Original, Document: entry.Document}); err != nil {
			return err
		}
	}
	clear(t.batch)
	t.batch, t.size, t.tokens = t.batch[:0], 0, 0
	return nil
}
