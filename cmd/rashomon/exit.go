package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"rashomon"
)

// exitCodes is the one table from what went wrong to the exit code. Zero is success, 1 a bug of ours.
var exitCodes = map[rashomon.ErrorKind]int{
	rashomon.ErrorUsage:       2,
	rashomon.ErrorInvalid:     3,
	rashomon.ErrorUnsupported: 3,
	rashomon.ErrorTooLarge:    3,
	rashomon.ErrorNotFound:    4,
	rashomon.ErrorDenied:      5,
	rashomon.ErrorUnreachable: 6,
	rashomon.ErrorBusy:        7,
	rashomon.ErrorFull:        8,
	rashomon.ErrorNewer:       9,
	rashomon.ErrorCorrupt:     10,
}

const (
	exitBug         = 1
	exitUnread      = 3   // some documents could not be read, for whatever reason; the others were
	exitInterrupted = 130 // as shells do for SIGINT
)

const exitHelp = `Exit codes:
  0  done                         6  an address does not answer
  1  a bug in rashomon            7  the archive is in use by somebody else
  2  the command's words are off  8  the disk is full
  3  input that cannot be read    9  the archive is of a newer rashomon
  4  not found                   10  what is stored is damaged
  5  permission denied          130  interrupted`

// An unread error says that documents were not read; each has been reported when it happened.
type unread struct {
	count int
	code  int // the exit code of all of them; exitUnread where they differ
}

func (u *unread) Error() string {
	return plural(u.count, "document was", "documents were") + " not read"
}

// add counts an error of one document.
func (u *unread) add(err error) {
	code := exitUnread
	var known *rashomon.Error
	if errors.As(err, &known) && known.Kind != "" {
		code = exitCodes[known.Kind]
	}
	if u.count > 0 && u.code != code {
		code = exitUnread
	}
	u.count, u.code = u.count+1, code
}

// failure returns the error, or nil where every document was read.
func (u *unread) failure() error {
	if u.count == 0 {
		return nil
	}
	return u
}

// report says on standard error what went wrong and returns the exit code.
func (p program) report(err error) int {
	if err == nil || errors.Is(err, syscall.EPIPE) { // whoever reads our output has had enough
		return 0
	}
	var documents *unread
	if errors.As(err, &documents) {
		return documents.code
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(p.stderr, "rashomon: interrupted; what was written so far is kept, and the same command goes on from there")
		return exitInterrupted
	}
	var known *rashomon.Error
	if !errors.As(err, &known) && isSystem(err) {
		err = fileError("standard output", err)
	}
	p.complain(err)
	if errors.As(err, &known) && known.Kind != "" {
		return exitCodes[known.Kind]
	}
	return exitBug
}

// isSystem reports whether an error comes from the operating system, which for an error that no package of ours has
// placed means: from writing results.
func isSystem(err error) bool {
	var number syscall.Errno
	return errors.As(err, &number)
}

// complain says an error in one line on standard error.
func (p program) complain(err error) { fmt.Fprintln(p.stderr, "rashomon: "+visible(err.Error())) }

// usage returns an error for words of a command line that are off.
func usage(cause, remedy string) error {
	return &rashomon.Error{Kind: rashomon.ErrorUsage, Cause: cause, Remedy: remedy}
}

// fileError gives an error of the file system its kind and the place.
func fileError(place string, err error) error {
	known := &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: place, Cause: "cannot be written", Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		known.Kind, known.Cause, known.Remedy = rashomon.ErrorNotFound, "no such file or folder", "make the folder first, or name another"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, os.ErrExist):
		known.Kind, known.Cause, known.Remedy = rashomon.ErrorDenied, "may not be written", "name another place"
	case errors.Is(err, syscall.ENOSPC):
		known.Kind, known.Cause, known.Remedy = rashomon.ErrorFull, "the disk is full", "make room, or name a place on another disk"
	}
	return known
}
