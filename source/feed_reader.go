package source

import (
	"io"
	"regexp"
	"strings"

	"rashomon"
)

// headLimit bounds what stands before the first entry of a feed; more than that is passed over.
const headLimit = 1 << 20

// A feedReader cuts a feed into entries.
type feedReader struct {
	markup   markupScanner
	limit    int64
	head     []byte // what stands before the first entry
	item     string // name of an entry's element, once the root is known
	start    int    // line on which the last entry begins
	overlong bool   // whether the last entry was longer than the limit
	entry    []byte
	frame    *feedFrame
}

func newFeedReader(s stream, limit int64) *feedReader {
	return &feedReader{markup: markupScanner{in: s.Reader, limit: limit, line: 1}, limit: limit}
}

// next returns the next entry with its tags, valid until the call after.
func (f *feedReader) next() ([]byte, error) {
	first := f.start == 0
	for {
		line := f.markup.line
		piece, err := f.markup.next()
		if err == io.EOF && f.item == "" {
			return nil, notFeed()
		}
		if err != nil {
			return nil, err
		}
		t := readTag(piece)
		if f.item == "" && t.opens {
			if f.item = itemName(t.name); f.item == "" {
				return nil, notFeed()
			}
		}
		if t.opens && !t.closes && t.name == f.item {
			f.start = line
			err := f.read(piece)
			return f.entry, err
		}
		if first && len(f.head)+len(piece) <= headLimit {
			f.head = append(f.head, piece...)
		}
	}
}

// read reads the rest of an entry that begins with a tag.
func (f *feedReader) read(piece []byte) error {
	f.entry, f.overlong = f.entry[:0], false
	for {
		f.overlong = f.overlong || f.markup.overlong || int64(len(f.entry)+len(piece)) > f.limit
		if !f.overlong {
			f.entry = append(f.entry, piece...)
		}
		if t := readTag(piece); t.closes && !t.opens && t.name == f.item {
			return nil
		}
		var err error
		if piece, err = f.markup.next(); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return err
		}
	}
}

// itemName returns the name of the element of an entry below a root: "item" in RSS, "entry" in Atom, with the root's
// prefix there; "" for a root that is none of a feed.
func itemName(root string) string {
	prefix, local, found := strings.Cut(root, ":")
	if !found {
		prefix, local = "", root
	}
	switch {
	case local == "feed" && found:
		return prefix + ":entry"
	case local == "feed":
		return "entry"
	case local == "rss", local == "RDF":
		return "item"
	}
	return ""
}

func notFeed() error {
	return &rashomon.Error{
		Kind: rashomon.ErrorUnsupported, Cause: "this XML is no feed", Remedy: "name its format with --as if it is a page",
	}
}

// framed returns a feed in UTF-8 that holds nothing but an entry. Control characters, which feeds hold now and then,
// are left to the parser.
func (f *feedReader) framed(entry []byte) ([]byte, error) {
	charset := xmlCharset(f.head)
	if f.frame == nil {
		head, err := decodeBytes(f.head, charset)
		if err != nil {
			return nil, err
		}
		f.frame = newFeedFrame(head)
	}
	text, err := decodeBytes(entry, charset)
	if err != nil {
		return nil, err
	}
	return f.frame.around(text), nil
}

var xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([A-Za-z0-9_:.\-]{1,40})`)

// xmlCharset returns the charset that an XML declaration names, or "". One of two bytes for each character is not taken
// at its word: the declaration could not be read byte by byte.
func xmlCharset(head []byte) string {
	found := xmlEncoding.FindSubmatch(head[:min(len(head), sniffLength)])
	if found == nil {
		return ""
	}
	charset := string(found[1])
	if declared := declaredEncoding(charset); declared == nil || !extendsASCII(declared) {
		return ""
	}
	return charset
}
