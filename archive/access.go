package archive

import (
	"errors"
	"net/url"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// An access is how SQLite opens the file: the value of mode in its address, or immutable (sqlite.org/uri.html).
type access string

const (
	// accessCreate makes the file where there is none.
	accessCreate access = "rwc"
	// accessWrite also serves those who only read, for the last to close the file then takes its -wal and -shm away.
	accessWrite access = "rw"
	// accessRead needs a -shm that is there already or can be made, and leaves it behind.
	accessRead access = "ro"
	// accessImmutable reads without locks and without files beside the archive. That is safe where the -wal is missing or
	// empty, for then the file by itself is all of the archive, and as long as nobody writes to the file meanwhile. Whoever
	// may write does so to the -wal first, which leaves the file as it was; should the changes be brought over into it
	// while it is read, then overtaken tells.
	accessImmutable access = "immutable"
)

// accesses returns how to open an archive, to be tried one after the other. That the file may be written does not tell
// that its folder may, in which SQLite needs two more files.
func accesses(readOnly, isWritable, isSettled bool) []access {
	switch {
	case !readOnly:
		return []access{accessCreate}
	case isWritable && isSettled:
		return []access{accessWrite, accessImmutable}
	case isWritable:
		return []access{accessWrite}
	case isSettled:
		return []access{accessImmutable}
	}
	return []access{accessRead}
}

// isWritable reports whether the file of an archive may be written.
func isWritable(path string) bool {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	return file.Close() == nil
}

// isSettled reports whether all changes of an archive are in its file, and none in the -wal beside it.
func isSettled(path string) bool {
	info, err := os.Stat(path + "-wal")
	return errors.Is(err, os.ErrNotExist) || err == nil && info.Size() == 0
}

// address adds what the access asks for to the query of an address.
func (a access) address(query url.Values) {
	switch a {
	case accessCreate, accessWrite, accessRead:
		query.Set("mode", string(a))
	case accessImmutable:
		query.Set("mode", "ro")
		query.Set("immutable", "1")
	}
}

// isRefused reports whether SQLite could not open the file, or those beside it, in the way that it was asked to.
func isRefused(err error) bool {
	code := resultCode(err)
	return code == sqlite3.SQLITE_CANTOPEN || code == sqlite3.SQLITE_READONLY
}

// resultCode returns SQLite's result code without what the extended code adds, or 0 for what is no error of SQLite.
func resultCode(err error) int {
	var theirs *sqlite.Error
	if !errors.As(err, &theirs) {
		return sqlite3.SQLITE_OK
	}
	return theirs.Code() & 0xff
}
