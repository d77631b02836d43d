package archive

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rashomon"
)

// magic is how every database of SQLite begins (its file format, section 1.2).
var magic = []byte("SQLite format 3\x00")

// checkPath tells before the database does, and in plainer words, what cannot be an archive.
func checkPath(path string, readOnly bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return checkMissing(path, readOnly)
	case err != nil:
		return fileFailure(path, err)
	case info.IsDir():
		return &rashomon.Error{
			Kind: rashomon.ErrorUsage, Place: path, Cause: "this is a folder, and an archive is a file",
			Remedy: "name a file in it, as " + filepath.Join(path, "rashomon.db"),
		}
	}
	if err := checkMagic(path); err != nil || readOnly || isWritable(path) {
		return err
	}
	return newError(rashomon.ErrorDenied, path, causeReadOnly, remedyDenied, nil)
}

func checkMissing(path string, readOnly bool) error {
	if readOnly {
		return &rashomon.Error{
			Kind: rashomon.ErrorNotFound, Place: path, Cause: "there is no archive here",
			Remedy: "read documents into it first, or name another",
		}
	}
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return &rashomon.Error{
			Kind: rashomon.ErrorNotFound, Place: path, Cause: "the folder " + folder + " does not exist",
			Remedy: "make it, or name another", Err: err,
		}
	}
	return nil
}

func checkMagic(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return fileFailure(path, err)
	}
	defer file.Close()
	head := make([]byte, len(magic))
	n, err := io.ReadFull(file, head)
	if n == 0 && errors.Is(err, io.EOF) || bytes.Equal(head, magic) {
		return nil
	}
	return &rashomon.Error{
		Kind: rashomon.ErrorCorrupt, Place: path, Cause: causeNoBase, Remedy: remedyOther,
	}
}
