package main

import (
	"context"
	"errors"

	"rashomon"
	"rashomon/archive"
)

// openArchive opens an archive. One of an older version, or whose making was cut off, is brought up to date first, also
// for a command that only reads it; where it may not be written, the error says what it lacks.
func openArchive(ctx context.Context, path string, options archive.Options) (*archive.Archive, error) {
	a, err := archive.Open(ctx, path, options)
	var ours *rashomon.Error
	if !options.ReadOnly || !errors.As(err, &ours) || ours.Kind != rashomon.ErrorUnsupported {
		return a, err
	}
	writing := options
	writing.ReadOnly = false
	upgraded, failed := archive.Open(ctx, path, writing)
	if failed != nil {
		return nil, err
	}
	if err := upgraded.Close(); err != nil {
		return nil, err
	}
	return archive.Open(ctx, path, options)
}
