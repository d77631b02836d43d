// Package examples carries an invented case, so that the program has something to show before it is given anything.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed dam/0*
var dam embed.FS

// Case returns the eight accounts of the case of the dam as they were published, without their key.
func Case() fs.FS {
	accounts, _ := fs.Sub(dam, "dam") // errs on a malformed path alone, and this one is a constant
	return accounts
}
