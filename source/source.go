// Package source turns outside input into documents, in two steps that never mix.
//
// First the places that a person names (files, folders, globs, zip archives, addresses, standard input) are opened and
// taken apart into originals, one for each document: a page of a WARC file, a message of a mail box, a line of JSON
// Lines. This step streams, so that a file of any size needs memory for one document of it.
//
//	place ─ Options.Originals ─> rashomon.Original
//
// Then one original is parsed, by its bytes alone, so that it can be done again from the archive and gives the same:
//
//	rashomon.Original ─ Parse ─> rashomon.Document with Details, Text and Parts
//
// What more than one format needs, or what is a matter of its own, has a package below this one:
//
//	pdf         the paragraphs of a PDF
//	frame       what a text says of itself as a publication, whatever format it came in
//	date        the forms in which people and machines write a day
//	language    the language of a text
//	typography  what a line is by the way it is written
//
// Everything that comes in is hostile: sizes, nesting, encodings, addresses and markup are bounded, and what cannot be
// read ends in a *rashomon.Error that names the place, the cause and what to do, while the rest goes on.
package source

import (
	"io"

	"rashomon"
)

// DefaultLimit is the size in bytes above which one original is refused: some eight million words, more than any report
// has, and small enough that a few of them fit into memory at once.
const DefaultLimit = 48 << 20

// Options tells how places are opened. The zero value works.
type Options struct {
	Limit int64 // bytes of one original; 0 stands for DefaultLimit
	// Format is how files are to be read, one of Formats; empty: as suffix and first bytes tell. Compression is undone
	// and zip archives are opened whatever it says.
	Format rashomon.Format
	// Fields maps names of ours (text, id, title, source, author, published, url, language) to the columns or keys of
	// CSV and JSON Lines files that call them otherwise.
	Fields map[string]string
	Given  []rashomon.Detail // put on every original
	Input  io.Reader         // what the place "-" stands for; nil: nothing
	Fetch  Fetcher           // how addresses are fetched
}

// A yield hands on an original, or the error that stands in its place, and reports whether to go on.
type yield func(rashomon.Original, error) bool

func (o Options) limit() int64 {
	if o.Limit > 0 {
		return o.Limit
	}
	return DefaultLimit
}
