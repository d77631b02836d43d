package archive

import (
	"context"
	"database/sql"
	"iter"

	"rashomon"
)

// A Problem is something in an archive that does not fit.
type Problem struct {
	Place   string `json:"place"`   // the archive, and which document, reading or entry in it
	Cause   string `json:"cause"`   // what does not fit
	Meaning string `json:"meaning"` // what that means for whoever uses the archive
}

// Verify recomputes everything in the archive and yields what does not fit; nothing when all is well:
//
//   - the database is whole, its schema is the one that was made, and every reference leads somewhere;
//   - the chain of the custody log is unbroken; arrivals and readings have their entries, and entries what they speak of;
//   - originals and readings have the SHA-256 that they are kept under and that the custody log names;
//   - every reading can be decoded, is sound, and says what the columns of the list say;
//   - what is drawn of readings is what the drawing of the options draws from them;
//   - what is made of all readings together is what was kept;
//   - the index holds the words of the readings that are shown, and of no others;
//   - gazetteers have their entries in the custody log, and the places that these name;
//   - corrections have theirs, say what these say, and take back only what held;
//   - where a way is given to read an original again: what it reads is what the same version read before, byte for
//     byte. [Archive.Versions] tells how many readings are of others.
//
// What Verify sees is one state of the archive, whatever is written meanwhile. Only what keeps it from going on is an
// error; it ends the sequence.
func (a *Archive) Verify(ctx context.Context, again *Rereading) iter.Seq2[Problem, error] {
	return func(yield func(Problem, error) bool) {
		tx, err := a.engine.snapshot(ctx, a.db)
		if err != nil {
			yield(Problem{}, a.failure(ctx, err))
			return
		}
		defer tx.Rollback()
		v := &verification{archive: a, context: ctx, tx: tx, again: again, yield: yield}
		for _, check := range []func(){
			func() { a.engine.verifyDatabase(v) }, v.schema, v.chain, v.pairs, v.originals, v.readings, v.repeated, v.index, v.leftovers,
			v.gazetteers, v.corrections, v.composite,
		} {
			if !v.stopped {
				check()
			}
		}
	}
}

// A Rereading is a way to read originals again, as one version of the reader does.
type Rereading struct {
	Version string
	Read    func(rashomon.Original) (*rashomon.Document, error)
}

// A verification is one run of Verify.
type verification struct {
	archive *Archive
	context context.Context
	tx      *sql.Tx
	again   *Rereading
	yield   func(Problem, error) bool
	stopped bool
}

// What problems mean.
const (
	meansDamage  = "the file was damaged or changed from outside; go back to a copy, and read again what it lacks"
	meansLog     = "the custody log was changed from outside; of this and all before it can no longer be relied on"
	meansContent = "this is not what was kept; go back to a copy, or remove the document and read it again"
	meansIndex   = "searches may miss this document or find it wrongly; remove it and read it again"
	meansReader  = "the reading cannot be repeated: the reader changed without a new version, or the reading was changed"
)

// report yields a problem; where is the place within the archive.
func (v *verification) report(where, cause, meaning string) {
	place := v.archive.path
	if where != "" {
		place += ": " + where
	}
	if !v.stopped && !v.yield(Problem{Place: place, Cause: cause, Meaning: meaning}, nil) {
		v.stopped = true
	}
}

// fail reports an error. Damage is what Verify looks for, and it goes on with the next check; any other error ends it.
func (v *verification) fail(where string, err error) {
	if ours, ok := err.(*rashomon.Error); ok && ours.Kind == rashomon.ErrorCorrupt {
		v.report(where, ours.Cause, meansDamage)
		return
	}
	if !v.stopped {
		v.yield(Problem{}, err)
		v.stopped = true
	}
}

// each checks every row of a query. The check asks the database nothing: a transaction answers one question at a time.
func each[Row any](v *verification, query string, fields func(*Row) []any, check func(Row), args ...any) {
	for row, err := range scanAll(v.context, v.archive, v.tx, v.archive.engine.nested(query), fields, args...) {
		if err != nil {
			v.fail("", err)
			return
		}
		check(row)
		if v.stopped {
			return
		}
	}
}
