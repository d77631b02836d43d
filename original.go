package rashomon

import (
	"crypto/sha256"
	"encoding/hex"
)

// A Format names how the bytes of an original are to be read.
type Format string

// The formats of a single document. Containers (archives of pages, mail boxes, feeds, tables) are taken apart into
// these before anything else happens, so that an original always holds one document.
const (
	FormatText     Format = "text"
	FormatMarkdown Format = "markdown" // with YAML front matter where there is one
	FormatHTML     Format = "html"
	FormatPDF      Format = "pdf"
	FormatMail     Format = "mail"  // one RFC 5322 message
	FormatEntry    Format = "entry" // one entry of a feed: a feed document that holds nothing else
	FormatJSON     Format = "json"  // one JSON object with a "text", a line of JSON Lines
	FormatCSV      Format = "csv"   // a header line and one record
)

// An Original is one document as it arrived, before it is read: its bytes and what is known from outside of them.
type Original struct {
	Bytes   []byte
	Format  Format
	Name    string   // file name, or the id that a record gives itself
	Address string   // where it came from: a path, a path and a member ("a.zip!b.txt"), or a URL
	Charset string   // the encoding of the bytes, in the words of the server or message that sent them; empty: not told
	Given   []Detail // what the person who handed it in says of it; goes before anything found in the bytes
	Told    []Detail // what the server or archive that it came from says of it; goes behind what is found in the bytes
}

// SHA256 returns the hash of the bytes, in hexadecimal.
func (o Original) SHA256() string {
	sum := sha256.Sum256(o.Bytes)
	return hex.EncodeToString(sum[:])
}

// IDLength is how many hexadecimal digits of the hash make a document's id: with 64 bits, ten million documents share
// one by chance with a probability of 3 in a million.
const IDLength = 16

// ID returns the id that every output of Rashomon gives the document.
func (o Original) ID() string { return o.SHA256()[:IDLength] }
