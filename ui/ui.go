// Package ui holds the pages: a Svelte application under src, and what it is built into under dist, which is committed, so that
// nobody needs Node to run Rashomon. `npm run build` in this folder builds it.
package ui

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Pages returns the built files.
func Pages() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return files
}
