package rashomon

import "strings"

// An ErrorKind sorts errors by what a caller can do about them. The command line maps kinds to exit codes and the
// server to HTTP statuses, each in one table.
type ErrorKind string

// The kinds of error. An error without a kind is a bug of ours.
const (
	ErrorInvalid     ErrorKind = "invalid"     // the input cannot be read as what it claims to be
	ErrorUnsupported ErrorKind = "unsupported" // the input may be right, and Rashomon cannot read it
	ErrorTooLarge    ErrorKind = "too large"   // a limit on size, nesting or time
	ErrorNotFound    ErrorKind = "not found"
	ErrorDenied      ErrorKind = "denied"      // permission, or an address that may not be fetched
	ErrorUnreachable ErrorKind = "unreachable" // a network that does not answer
	ErrorBusy        ErrorKind = "busy"        // somebody else holds it; try again
	ErrorFull        ErrorKind = "full"        // no room on the disk
	ErrorNewer       ErrorKind = "newer"       // written by a later version of Rashomon
	ErrorCorrupt     ErrorKind = "corrupt"     // what was stored is not what was written
	ErrorUsage       ErrorKind = "usage"       // the words of a command or request are off
)

// An Error tells a person where something went wrong, why, and what to do about it.
type Error struct {
	Kind   ErrorKind
	Place  string // file, address, member, line: as exact as can be
	Cause  string
	Remedy string // what to do; may be empty
	Err    error  // the error beneath, if any; not printed: Cause says what matters of it
}

// Error returns "place: cause; remedy" on one line.
func (e *Error) Error() string {
	text := e.Cause
	if e.Place != "" {
		text = e.Place + ": " + text
	}
	if e.Remedy != "" {
		text += "; " + e.Remedy
	}
	return strings.Join(strings.Fields(text), " ")
}

// Unwrap returns the error beneath.
func (e *Error) Unwrap() error { return e.Err }
