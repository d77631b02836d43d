package archive

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"

	sqlite3 "modernc.org/sqlite/lib"

	"rashomon"
)

// A failureText is what an error of the database means to a person.
type failureText struct {
	kind          rashomon.ErrorKind
	cause, remedy string
}

const (
	causeFull     = "the disk takes no more: it is full, or over a quota or a limit on the size of files"
	causeNoBase   = "this is no archive: it does not begin as a database does"
	causeReadOnly = "the archive may only be read"
	remedyOther   = "name an archive, or a file that does not exist yet"
	remedySplit   = "split it into the documents that it holds"
	remedyBusy    = "wait until it is done, and try again; nothing is lost"
	remedyFull    = "make room and run the same again; what was kept before is whole"
	remedyDenied  = "ask for the permission to write the file and its folder, or name another"
	remedyFolder  = "ask for the permission to write the folder, or copy the archive to one that you may write"
	remedyBroken  = "keep this file, check the disk, and go back to a copy"
)

// sqliteFailures maps the result codes of SQLite (sqlite.org/rescode.html), extended ones first.
var sqliteFailures = map[int]failureText{
	sqlite3.SQLITE_IOERR_WRITE:   {rashomon.ErrorFull, causeFull, remedyFull},
	sqlite3.SQLITE_IOERR_FSYNC:   {rashomon.ErrorFull, "the disk does not keep what is written to it", remedyFull},
	sqlite3.SQLITE_IOERR_SHMSIZE: {rashomon.ErrorFull, causeFull, remedyFull},
	sqlite3.SQLITE_FULL:          {rashomon.ErrorFull, "the disk is full", remedyFull},
	sqlite3.SQLITE_BUSY:          {rashomon.ErrorBusy, "another process is writing to the archive", remedyBusy},
	sqlite3.SQLITE_LOCKED:        {rashomon.ErrorBusy, "another process is writing to the archive", remedyBusy},
	sqlite3.SQLITE_PERM:          {rashomon.ErrorDenied, "access is not permitted", remedyDenied},
	sqlite3.SQLITE_AUTH:          {rashomon.ErrorDenied, "access is not permitted", remedyDenied},
	sqlite3.SQLITE_READONLY:      {rashomon.ErrorDenied, causeReadOnly, remedyDenied},
	sqlite3.SQLITE_CANTOPEN:      {rashomon.ErrorDenied, "the file, or its -wal or -shm beside it, cannot be opened", remedyFolder},
	sqlite3.SQLITE_NOTADB:        {rashomon.ErrorCorrupt, causeNoBase, remedyOther},
	sqlite3.SQLITE_CORRUPT:       {rashomon.ErrorCorrupt, "the file is damaged", remedyBroken},
	sqlite3.SQLITE_IOERR:         {rashomon.ErrorCorrupt, "the disk does not give the file back", remedyBroken},
	sqlite3.SQLITE_TOOBIG:        {rashomon.ErrorTooLarge, "one document is larger than the database takes", remedySplit},
	sqlite3.SQLITE_PROTOCOL:      {rashomon.ErrorBusy, "too many processes want the archive at once", remedyBusy},
}

// failure turns an error of the database into one that names the archive, what is wrong and what to do. The end of the
// context is returned as it is.
func (a *Archive) failure(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ended := ctx.Err(); ended != nil {
		return ended
	}
	var ours *rashomon.Error
	if errors.As(err, &ours) {
		return err
	}
	if theirs := a.engine.failure(err); theirs != nil {
		return theirs
	}
	if errors.Is(err, sql.ErrNoRows) {
		return newError(rashomon.ErrorNotFound, a.path, "the document has been removed meanwhile", "", err)
	}
	return fileFailure(a.path, err)
}

// fileFailure turns an error of the file system into one of ours; any other stays as it is.
func fileFailure(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return newError(rashomon.ErrorNotFound, path, "the file is not there", "name another", err)
	case errors.Is(err, fs.ErrPermission):
		return newError(rashomon.ErrorDenied, path, "access is not permitted", remedyDenied, err)
	}
	var system *fs.PathError
	if errors.As(err, &system) {
		return newError(rashomon.ErrorInvalid, path, system.Err.Error(), "name another file", err)
	}
	return err
}

func newError(kind rashomon.ErrorKind, place, cause, remedy string, beneath error) error {
	return &rashomon.Error{Kind: kind, Place: place, Cause: cause, Remedy: remedy, Err: beneath}
}

// kindOf returns the kind of an error of ours, or "".
func kindOf(err error) rashomon.ErrorKind {
	var ours *rashomon.Error
	if errors.As(err, &ours) {
		return ours.Kind
	}
	return ""
}
