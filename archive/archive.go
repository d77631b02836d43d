// Package archive keeps documents in an embedded database, one file that any SQLite program opens, or, for several who
// work together, in a schema of a PostgreSQL database.
//
// An original is kept under the SHA-256 of its bytes. Each way in which it came in is an arrival: the place, the name,
// the format and what the person who handed it in said of it. What one version of the reader made of one arrival is a
// reading. Nothing is overwritten, and nothing is deleted but by [Archive.Remove]:
//
//	custody    every step, each entry with the hash of the one before
//	body       originals and encoded readings, under their SHA-256
//	document   original ─ the reading that is shown
//	arrival    document ─ its entry in custody
//	reading    arrival, version ─ body, and the columns that lists show
//	search     full text of what is shown
//	gazetteer  a file of places that was added ─ its entry in custody
//	place      its places, with the forms of their names that they are found by
//	correction what a person corrected ─ its entry in custody
//	drawing    what is drawn from a reading alone, and can be again
//	composite  what is made of all of them together, and can be again
//
// Of several readings the archive shows that of the arrival of which something was said last by the person who handed
// it in; of the same arrival, or where nothing was said of any, that of the latest version; of the same version, the
// first in the order of their custody entries' details. So a person can correct what was said before, and no newer
// reader goes before a person's word; beyond that the order of arrival changes nothing that [Archive.Document] and
// [Archive.List] tell.
//
// The same bytes from the same place with the same said of them are the same arrival, which is kept once; unless
// something else was said of that place meanwhile: then the older statement, made anew, is a new arrival. What was said
// holds until something else is: see [Archive.Restated], by which a newer reader finds it.
//
// Every change is one transaction: it is there as a whole or not at all, whatever happens to the process. Several
// processes may use one archive at once; each change waits until the one before is done.
package archive

import (
	"context"
	"database/sql"
	"time"

	"rashomon"
)

// Options tells how an archive is opened.
type Options struct {
	Now      func() time.Time // the clock of the custody log; needed unless ReadOnly
	Version  string           // of the program, for the custody log
	ReadOnly bool
	Wait     time.Duration // for another process that writes; 0 stands for DefaultWait
	Drawing  *Drawing      // what is kept beside readings; nil for nothing

	// Maker returns a hash of the program: of what is made of all readings together, only what the same program made is taken. Nothing
	// is kept of it where nobody says which program it is.
	Maker func() []byte
}

// DefaultWait is how long a change waits for another process that writes. A batch of some hundred documents takes well
// under a second, so that a few writers at once get their turn.
const DefaultWait = 20 * time.Second

// An Archive is an open archive. It is safe for concurrent use.
type Archive struct {
	path    string // or the address, without a password
	options Options
	engine  engine
	db      *sql.DB
	codec   *codec
}

// Open opens the archive at a path, or at an address that begins with postgres://. It creates one where no file is, or
// where the schema of the database is empty, and brings one of an older version up to date, all unless options say
// ReadOnly. One of a later version is an error of kind ErrorNewer.
func Open(ctx context.Context, where string, options Options) (*Archive, error) {
	if options.Wait == 0 {
		options.Wait = DefaultWait
	}
	engine, err := newEngine(where, options)
	if err != nil {
		return nil, err
	}
	if options.Now == nil && !options.ReadOnly {
		return nil, &rashomon.Error{Kind: rashomon.ErrorUsage, Place: engine.place(), Cause: "no clock is given for the custody log"}
	}
	if err := engine.check(); err != nil {
		return nil, err
	}
	codec, err := newCodec()
	if err != nil {
		return nil, err
	}
	a := &Archive{path: engine.place(), options: options, engine: engine, codec: codec}
	if err := a.open(ctx); err != nil {
		_ = a.Close() // the first error is the one that matters
		return nil, a.failure(ctx, err)
	}
	return a, nil
}

// Path returns where the archive is, without a password.
func (a *Archive) Path() string { return a.path }

// Close closes the archive.
func (a *Archive) Close() error {
	a.codec.close()
	if a.db == nil {
		return nil
	}
	if err := a.db.Close(); err != nil {
		return a.failure(context.Background(), err)
	}
	return a.engine.close()
}

// openAgain is how long to wait before an opening that met another is tried again.
const openAgain = 20 * time.Millisecond

// open opens the database, again and again while other processes create it or are the first to open it: where waiting
// might never end, SQLite says at once that a file is busy, whatever wait it is asked for (sqlite.org/c3ref/busy_handler.html),
// and PostgreSQL while it starts.
func (a *Archive) open(ctx context.Context) error {
	patience := time.NewTimer(a.options.Wait)
	defer patience.Stop()
	for {
		err := a.engine.open(func(db *sql.DB) error { return a.ready(ctx, db) })
		if !a.engine.isBusy(err) {
			return err
		}
		select {
		case <-patience.C:
			return err
		case <-ctx.Done():
			return err
		case <-time.After(openAgain):
		}
	}
}

// ready makes of an opened database the archive's.
func (a *Archive) ready(ctx context.Context, db *sql.DB) error {
	if a.db != nil {
		_ = a.db.Close() // it could not be opened
	}
	a.db = db
	if err := a.identify(ctx); err != nil {
		return err
	}
	if err := a.migrate(ctx); err != nil || a.options.ReadOnly {
		return err
	}
	return a.write(ctx, (*change).begin)
}

// identify refuses a database that another program made.
func (a *Archive) identify(ctx context.Context) error {
	held, err := a.engine.contents(ctx, a.db)
	if err != nil {
		return err
	}
	if held.isForeign {
		return newError(rashomon.ErrorInvalid, a.path, "this is a database of another program",
			"name an archive of Rashomon, or a file or schema that holds nothing yet", nil)
	}
	if held.isEmpty && a.options.ReadOnly {
		return newError(rashomon.ErrorNotFound, a.path, "the archive is empty: nothing has been read into it",
			"read documents into it first", nil)
	}
	return nil
}
