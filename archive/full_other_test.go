//go:build !unix

package archive_test

import "errors"

// limitFiles has no way here; TestFullDisk, which needs it, is not built.
func limitFiles(int) error { return errors.ErrUnsupported }
