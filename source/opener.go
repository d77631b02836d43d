package source

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rashomon"
)

// An opener opens one place after the other and yields what is in them. Its methods report whether to go on.
type opener struct {
	Options
	ctx   context.Context
	yield yield
	count int // of originals and errors so far
}

// A stream is a file, a member of a container or the input, being read.
type stream struct {
	*bufio.Reader
	address string // what originals and errors call it
	name    string // file name; its suffix tells the format
	named   bool   // by the person: what cannot be read is an error rather than passed over
	file    *os.File
	nesting int // of containers around it
	// What the message that it is attached to says of it; the type is empty for what is attached to none.
	mediaType, charset string
	ration             *ration
}

const (
	// streamBuffer is how much is read at a time.
	streamBuffer = 64 << 10
	// sniffLength is how much of a stream may be looked at to tell its format: WHATWG's MIME sniffing takes 1445 bytes,
	// and an XML prologue with a license comment is longer.
	sniffLength = 4 << 10
	// maxNesting is how many containers may lie around a document: a mail box, gzipped, in a zip archive.
	maxNesting = 3
)

func (o *opener) open(p place) bool {
	before := o.count
	if !o.openPlace(p) {
		return false
	}
	if p.named && o.count == before {
		return o.fail(holdsNothing(p.path))
	}
	return true
}

func (o *opener) openPlace(p place) bool {
	switch {
	case p.err != nil:
		return o.fail(p.err)
	case p.path == standardInput && o.Input == nil:
		return o.fail(&rashomon.Error{Kind: rashomon.ErrorUsage, Place: p.path, Cause: "there is no input to read", Remedy: "name a file"})
	case p.path == standardInput:
		return o.read(o.stream(o.Input, stream{address: p.path, name: p.path, named: true}))
	case isAddress(p.path):
		return o.fetch(p.path)
	}
	return o.openFile(p)
}

func (o *opener) openFile(p place) bool {
	info, err := os.Stat(p.path)
	if err != nil {
		return o.fail(fileError(p.path, err))
	}
	if !info.Mode().IsRegular() && !isDescriptor(p.path, info) {
		return o.fail(&rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: p.path, Cause: "it is not a file but a device or pipe",
			Remedy: `pipe it in and name "-"`,
		})
	}
	file, err := os.Open(p.path)
	if err != nil {
		return o.fail(fileError(p.path, err))
	}
	defer file.Close()
	s := stream{address: p.path, name: filepath.Base(p.path), named: p.named}
	if info.Mode().IsRegular() {
		s.file = file
	}
	return o.read(o.stream(file, s))
}

// isDescriptor reports whether a path is that of a pipe which a shell has opened already, as in "rashomon read <(...)".
// To open any other pipe would wait, maybe for ever, until somebody writes into it.
func isDescriptor(path string, info fs.FileInfo) bool {
	folder := filepath.Dir(path)
	return info.Mode()&fs.ModeNamedPipe != 0 && (folder == "/dev/fd" || folder == "/proc/self/fd")
}

// stream completes a stream with its reader, which ends when the context does.
func (o *opener) stream(r io.Reader, s stream) stream {
	s.Reader = bufio.NewReaderSize(&contextReader{ctx: o.ctx, r: r}, streamBuffer)
	return s
}

type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c *contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// read tells the format of a stream and takes it apart.
func (o *opener) read(s stream) bool {
	head, err := s.Peek(sniffLength)
	if err != nil && err != io.EOF && len(head) == 0 {
		return o.fail(fileError(s.address, err))
	}
	if s.nesting > maxNesting {
		return o.fail(&rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Place: s.address,
			Cause:  fmt.Sprintf("more than %d containers lie within each other", maxNesting),
			Remedy: "unpack the outer ones",
		})
	}
	format := o.format(s, head)
	if len(head) == 0 && (s.named || format != "") {
		return o.fail(&rashomon.Error{Kind: rashomon.ErrorInvalid, Place: s.address, Cause: "the file is empty", Remedy: "leave it out, or get it again"})
	}
	return o.readAs(s, format)
}

func (o *opener) readAs(s stream, format rashomon.Format) bool {
	switch format {
	case formatZip:
		return o.zip(s)
	case formatGzip:
		return o.gzip(s)
	case formatZstd:
		return o.zstd(s)
	case formatWARC:
		return o.warc(s)
	case formatMbox:
		return o.mbox(s)
	case formatFeed:
		return o.feed(s)
	case formatJSONLines:
		return o.records(s, o.jsonLines)
	case rashomon.FormatJSON:
		return o.records(s, o.json)
	case rashomon.FormatCSV:
		return o.records(s, o.csv)
	case rashomon.FormatMail:
		return o.mail(s)
	case "":
		return o.unknown(s)
	}
	return o.document(s, format)
}

func (o *opener) unknown(s stream) bool {
	if !s.named {
		return true
	}
	return o.fail(&rashomon.Error{
		Kind: rashomon.ErrorUnsupported, Place: s.address,
		Cause:  "neither its name nor its first bytes tell of a format that can be read",
		Remedy: "name the format with --as if it has one of " + strings.Join(Formats(), ", "),
	})
}

// document yields a stream that holds one document.
func (o *opener) document(s stream, format rashomon.Format) bool {
	data, err := o.whole(s)
	if err != nil {
		return o.fail(err)
	}
	original := rashomon.Original{Bytes: slices.Clip(data), Format: format, Name: s.name, Address: s.address}
	if isEncoded(format) {
		original.Charset = s.charset
	}
	return o.hand(original)
}

// whole reads a stream that is to be held in memory.
func (o *opener) whole(s stream) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(s, o.limit()+1))
	if err != nil {
		return nil, fileError(s.address, err)
	}
	if int64(len(data)) > o.limit() {
		return nil, tooLarge(s.address, o.limit())
	}
	return data, nil
}

// hand yields an original, with what the person said of it.
func (o *opener) hand(original rashomon.Original) bool {
	if err := o.ctx.Err(); err != nil {
		return o.fail(err)
	}
	original.Given = o.Given
	o.count++
	return o.yield(original, nil)
}

// fail yields an error. That of an ended context is the last.
func (o *opener) fail(err error) bool {
	o.count++
	if ended := o.ctx.Err(); ended != nil {
		o.yield(rashomon.Original{}, context.Cause(o.ctx))
		return false
	}
	return o.yield(rashomon.Original{}, err)
}

// skipMark passes over a byte order mark of UTF-8.
func (s stream) skipMark() {
	if head, _ := s.Peek(3); bytes.Equal(head, []byte("\ufeff")) {
		s.Discard(3)
	}
}
