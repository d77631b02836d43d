package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"rashomon"
)

// A sqliteFile is the engine of an archive that is one file.
type sqliteFile struct {
	path    string
	options Options
	access  access

	mutex sync.Mutex
	file  fs.FileInfo // of the file that was opened; nil before it was looked at
}

func (s *sqliteFile) place() string { return s.path }

func (s *sqliteFile) check() error { return checkPath(s.path, s.options.ReadOnly) }

func (s *sqliteFile) migrations() (goose.Dialect, string) {
	return goose.DialectSQLite3, "migration/sqlite"
}

func (s *sqliteFile) open(ready func(*sql.DB) error) (err error) {
	for _, access := range accesses(s.options.ReadOnly, isWritable(s.path), isSettled(s.path)) {
		if err = s.openAs(access, ready); !isRefused(err) {
			return err
		}
	}
	return err
}

func (s *sqliteFile) openAs(as access, ready func(*sql.DB) error) (err error) {
	s.access = as
	if as == accessImmutable {
		if s.file, err = os.Stat(s.path); err != nil { // before the first look into it, see overtaken
			return err
		}
	}
	db, err := s.database()
	if err != nil {
		return err
	}
	return ready(db)
}

// database opens the file with what every connection needs:
//
//   - journal_mode WAL: readers and one writer at once, and a change that was cut off is undone at the next opening;
//   - synchronous FULL: a change that is done is on the disk, so that a loss of power takes nothing that was reported as
//     kept. With some hundred documents to a change that costs a few milliseconds each;
//   - secure_delete: what is removed is overwritten with zeros;
//   - page_size: the bodies of short reports, one to three kilobytes, leave a third less unused than at SQLite's 4096;
//   - cache_size in KiB: the upper levels of the indexes of a million documents.
func (s *sqliteFile) database() (*sql.DB, error) {
	absolute, err := filepath.Abs(s.path)
	if err != nil {
		return nil, err
	}
	query := url.Values{"_pragma": {
		fmt.Sprintf("busy_timeout(%d)", s.options.Wait.Milliseconds()), "foreign_keys(1)", "cache_size(-65536)",
	}}
	s.access.address(query)
	if s.options.ReadOnly {
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

func (s *sqliteFile) contents(ctx context.Context, db *sql.DB) (contents, error) {
	var id, tables, others int
	// What lies besides the migrator's own tables: nothing, where the process that created it was killed before the first
	// migration.
	const query = `SELECT (SELECT * FROM pragma_application_id), count(*),
		count(*) FILTER (WHERE tbl_name NOT IN ('goose_db_version', 'sqlite_sequence')) FROM sqlite_schema`
	err := db.QueryRowContext(ctx, query).Scan(&id, &tables, &others)
	return contents{isEmpty: tables == 0, isForeign: id != applicationID && others > 0}, err
}

// begin begins an immediate transaction, as database asks for: it waits here and nowhere later for others that write. It
// refuses where the file is no longer in its place: what is written to a file that was deleted is lost.
func (s *sqliteFile) begin(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	if err := s.inPlace(); err != nil {
		return nil, err
	}
	return db.BeginTx(ctx, nil)
}

func (s *sqliteFile) inPlace() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	info, err := os.Stat(s.path)
	if err == nil && s.file == nil {
		s.file = info
	}
	if err == nil && os.SameFile(info, s.file) {
		return nil
	}
	return &rashomon.Error{
		Kind: rashomon.ErrorNotFound, Place: s.path, Cause: "the archive was moved, replaced or deleted while it was in use",
		Remedy: "put it back and run the same again; what was kept before is in the file that was moved", Err: err,
	}
}

func (s *sqliteFile) snapshot(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	return db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
}

func (s *sqliteFile) text(t string) any { return t }

func (s *sqliteFile) nested(query string) string { return query }

func (s *sqliteFile) close() error { return s.overtaken() }

// overtaken returns an error where the file was changed while it was read as one that does not change.
func (s *sqliteFile) overtaken() error {
	if s.access != accessImmutable || s.file == nil {
		return nil
	}
	info, err := os.Stat(s.path)
	if err == nil && info.ModTime().Equal(s.file.ModTime()) && info.Size() == s.file.Size() {
		return nil
	}
	return &rashomon.Error{
		Kind: rashomon.ErrorBusy, Place: s.path, Cause: "the archive was changed while it was read, so that what was read may be wrong",
		Remedy: "try again", Err: err,
	}
}

func (s *sqliteFile) isBusy(err error) bool {
	code := resultCode(err)
	return code == sqlite3.SQLITE_BUSY || code == sqlite3.SQLITE_LOCKED
}

func (s *sqliteFile) failure(err error) error {
	if overtaken := s.overtaken(); overtaken != nil {
		return overtaken
	}
	var theirs *sqlite.Error
	if !errors.As(err, &theirs) {
		return nil
	}
	text, known := sqliteFailures[theirs.Code()]
	if !known {
		text, known = sqliteFailures[theirs.Code()&0xff]
	}
	if !known {
		return newError(rashomon.ErrorCorrupt, s.path, "the database says: "+theirs.Error(), remedyBroken, err)
	}
	return newError(text.kind, s.path, text.cause, text.remedy, err)
}

func (s *sqliteFile) index(c *change, row indexRow) error {
	_, err := c.exec(`INSERT INTO search (rowid, title, text) VALUES ($1, $2, $3)`, row.document, row.title, row.text)
	return err
}

func (s *sqliteFile) match(to *statement, q query) error {
	to.sql("search MATCH ").value(q.match())
	return nil
}

// score is BM25, as FTS5 computes it (sqlite.org/fts5.html, section 5.1.1).
func (s *sqliteFile) score(_ context.Context, _ *sql.DB, to *statement, _ query) error {
	to.sql("bm25(search)")
	return nil
}
