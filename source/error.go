package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"rashomon"
)

// fileError says what reading a place ran into.
func fileError(place string, err error) error {
	var known *rashomon.Error
	switch {
	case errors.As(err, &known):
		return placed(err, place)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	e := &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: place, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Kind, e.Cause, e.Remedy = rashomon.ErrorNotFound, "no such file", "check the name"
	case errors.Is(err, fs.ErrPermission):
		e.Kind, e.Cause, e.Remedy = rashomon.ErrorDenied, "permission denied", "ask its owner to let you read it"
	case errors.Is(err, io.ErrUnexpectedEOF):
		e.Cause, e.Remedy = "the file ends in the middle", "get it again; what came before is kept"
	default:
		e.Cause, e.Remedy = "it cannot be read: "+innermost(err).Error(), "check that it is a file and whole"
	}
	return e
}

// innermost returns the error at the end of a chain, whose text repeats no path.
func innermost(err error) error {
	for errors.Unwrap(err) != nil {
		err = errors.Unwrap(err)
	}
	return err
}

func tooLarge(place string, limit int64) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorTooLarge, Place: place, Cause: "one document of more than " + sizeText(limit),
		Remedy: "split it, or raise the limit with --limit",
	}
}

// sizeText writes a size as people do, where that is exact.
func sizeText(size int64) string {
	switch {
	case size%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", size>>20)
	case size%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", size>>10)
	}
	return fmt.Sprintf("%d bytes", size)
}
