// Package archive keeps documents in an embedded database, one file that any SQLite program opens.
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
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // registers the driver "sqlite"

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
	path    string
	options Options
	access  access
	db      *sql.DB
	file    fs.FileInfo // of the file that was opened
	codec   *codec
}

// Open opens the archive at a path. It creates one where no file is, and brings one of an older version up to date,
// both unless options say ReadOnly. One of a later version is an error of kind ErrorNewer.
func Open(ctx context.Context, path string, options Options) (*Archive, error) {
	if options.Now == nil && !options.ReadOnly {
		return nil, &rashomon.Error{Kind: rashomon.ErrorUsage, Place: path, Cause: "no clock is given for the custody log"}
	}
	if options.Wait == 0 {
		options.Wait = DefaultWait
	}
	if err := checkPath(path, options.ReadOnly); err != nil {
		return nil, err
	}
	codec, err := newCodec()
	if err != nil {
		return nil, err
	}
	a := &Archive{path: path, options: options, codec: codec}
	if err := a.open(ctx); err != nil {
		_ = a.Close() // the first error is the one that matters
		return nil, a.failure(ctx, err)
	}
	return a, nil
}

// Path returns where the archive is.
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
	return a.overtaken()
}

// openAgain is how long to wait before an opening that met another is tried again.
const openAgain = 20 * time.Millisecond

// open opens the file, again and again while other processes create it or are the first to open it: where waiting might
// never end, SQLite says at once that a file is busy, whatever wait it is asked for (sqlite.org/c3ref/busy_handler.html).
func (a *Archive) open(ctx context.Context) error {
	patience := time.NewTimer(a.options.Wait)
	defer patience.Stop()
	for {
		err := a.openOnce(ctx)
		if !isBusy(err) {
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

func (a *Archive) openOnce(ctx context.Context) (err error) {
	for _, access := range accesses(a.options.ReadOnly, isWritable(a.path), isSettled(a.path)) {
		if a.db != nil {
			_ = a.db.Close() // it could not be opened
		}
		if err = a.openAs(ctx, access); !isRefused(err) {
			return err
		}
	}
	return err
}

func (a *Archive) openAs(ctx context.Context, as access) (err error) {
	a.access = as
	if as == accessImmutable {
		if a.file, err = os.Stat(a.path); err != nil { // before the first look into it, see overtaken
			return err
		}
	}
	if a.db, err = openDatabase(a.path, as, a.options); err != nil {
		return err
	}
	if err := a.identify(ctx); err != nil {
		return err
	}
	if err := a.migrate(ctx); err != nil {
		return err
	}
	if a.options.ReadOnly {
		return nil
	}
	if a.file, err = os.Stat(a.path); err != nil {
		return err
	}
	return a.write(ctx, (*change).begin)
}

// openDatabase opens the file with what every connection needs:
//
//   - journal_mode WAL: readers and one writer at once, and a change that was cut off is undone at the next opening;
//   - synchronous FULL: a change that is done is on the disk, so that a loss of power takes nothing that was reported as
//     kept. With some hundred documents to a change that costs a few milliseconds each;
//   - secure_delete: what is removed is overwritten with zeros;
//   - page_size: the bodies of short reports, one to three kilobytes, leave a third less unused than at SQLite's 4096;
//   - cache_size in KiB: the upper levels of the indexes of a million documents.
func openDatabase(path string, as access, options Options) (*sql.DB, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	query := url.Values{"_pragma": {
		fmt.Sprintf("busy_timeout(%d)", options.Wait.Milliseconds()), "foreign_keys(1)", "cache_size(-65536)",
	}}
	as.address(query)
	if options.ReadOnly {
		query.Add("_pragma", "query_only(1)")
	} else {
		query.Set("_txlock", "immediate")
		query.Set("_journal_mode", "wal") // after the page size, which it fixes
		query["_pragma"] = append(query["_pragma"], "page_size(8192)", "synchronous(full)", "secure_delete(1)")
	}
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(absolute), RawQuery: query.Encode()}
	return sql.Open("sqlite", address.String())
}

// applicationID is "Rash" in ASCII, as in the first migration.
const applicationID = 0x52617368

// identify refuses a database that another program made.
func (a *Archive) identify(ctx context.Context) error {
	var id, tables int
	row := a.db.QueryRowContext(ctx, `SELECT (SELECT * FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)`)
	if err := row.Scan(&id, &tables); err != nil {
		return err
	}
	if id != applicationID && tables > 0 && !a.unfinished(ctx) {
		return &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: a.path, Cause: "this is a database of another program",
			Remedy: "name an archive of Rashomon, or a file that does not exist yet",
		}
	}
	if tables == 0 && a.options.ReadOnly {
		return &rashomon.Error{
			Kind: rashomon.ErrorNotFound, Place: a.path, Cause: "the archive is empty: nothing has been read into it",
			Remedy: "read documents into it first",
		}
	}
	return nil
}
