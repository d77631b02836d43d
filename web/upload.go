package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"mime/multipart"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"rashomon"
	"rashomon/source"
)

// Bounds of what is handed in.
const (
	mostUploaded = 256 << 20               // bytes of one request: five of the largest documents, or an archive of pages
	mostSpooled  = 4 * mostUploaded        // bytes of all requests that lie on the disk, to be read
	mostFiles    = 100                     // of one request
	mostParts    = 2 * mostFiles           // of its form, fields among them
	longestText  = 4 << 20                 // bytes of a text that is pasted: as much as the text of any document may have
	stallTime    = 30 * time.Second        // within which the next bytes must come
	uploadTime   = 10 * time.Minute        // within which all must have come
	pastedName   = "pasted text"           // what a document is called that came without a name
	pastedField  = "text"                  // of the form: a text that is pasted
	fileField    = "file"                  // of the form: a file, any number of times
	nameless     = "a file without a name" // what a file is called that came without
)

// An upload is what was handed in with one request, before it is read.
type upload struct {
	folder string // of the files, which are called by their numbers
	names  []string
	text   string // that was pasted
	given  map[rashomon.Field]string
	size   int64
	spool  *atomic.Int64 // of all requests
}

// Handing is a request that hands documents in. Its body is taken as it comes, and never held in memory.
type Handing struct {
	ContentType string `header:"Content-Type"`
	body        io.Reader
	deadline    func(time.Time) error
}

// Resolve keeps the body for whoever takes it.
func (h *Handing) Resolve(ctx huma.Context) []error {
	h.body, h.deadline = ctx.BodyReader(), ctx.SetReadDeadline
	return nil
}

// A patient reader gives each read some time, and all of them together some more: one that drips forever ends.
type patient struct {
	io.Reader
	deadline func(time.Time) error
	end      time.Time
}

func (p *patient) Read(b []byte) (int, error) {
	next := time.Now().Add(stallTime) // the clock of the connection, whatever that of the archive
	if next.After(p.end) {
		next = p.end
	}
	if err := p.deadline(next); err != nil {
		return 0, err
	}
	return p.Reader.Read(b)
}

// receive takes what a request hands in. Whatever goes wrong, nothing is left of it.
func (s *Server) receive(h *Handing) (up *upload, err error) {
	kind, parameters, err := mime.ParseMediaType(h.ContentType)
	if err != nil || kind != "multipart/form-data" || parameters["boundary"] == "" {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorUnsupported, Place: "header.Content-Type", Cause: "documents are handed in as multipart/form-data",
			Remedy: "as in: curl -F file=@report.pdf -F source='Coastline News'",
		}
	}
	folder, err := os.MkdirTemp("", "rashomon-upload-")
	if err != nil {
		return nil, err
	}
	up = &upload{folder: folder, given: map[rashomon.Field]string{}, spool: &s.spooled}
	bounded := &io.LimitedReader{R: &patient{h.body, h.deadline, time.Now().Add(uploadTime)}, N: mostUploaded + 1}
	err = up.receive(multipart.NewReader(bounded, parameters["boundary"]))
	if err != nil && bounded.N == 0 {
		err = tooMuch(fileField, "more than 256 MiB at once", "hand them in one by one, or name them to `rashomon read`")
	}
	if err != nil {
		up.release()
		return nil, received(err)
	}
	return up, nil
}

// received gives an error of the connection or the disk its kind.
func received(err error) error {
	var ours *rashomon.Error
	var disk *os.PathError
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return &rashomon.Error{Kind: rashomon.ErrorFull, Cause: "the disk for what is handed in is full",
			Remedy: "try again when some of it is read", Err: err}
	case errors.As(err, &ours), errors.As(err, &disk):
		return err
	case errors.Is(err, os.ErrDeadlineExceeded):
		return huma.NewError(408, "it came too slowly: the next bytes must come within 30 seconds, and all within ten minutes")
	}
	return &rashomon.Error{
		Kind: rashomon.ErrorUsage, Place: "body", Cause: "what was sent ends early or is no form: " + err.Error(),
		Remedy: "send it again", Err: err,
	}
}

// receive takes one part of the form after the other.
func (u *upload) receive(form *multipart.Reader) error {
	for range mostParts {
		part, err := form.NextPart()
		switch {
		case err == io.EOF:
			return u.check()
		case err != nil:
			return err
		}
		if part.FormName() == fileField {
			err = u.file(part)
		} else {
			err = u.field(part)
		}
		if err != nil {
			return err
		}
	}
	return tooMuch(fileField, fmt.Sprintf("more than %d parts of a form", mostParts), "send less at once")
}

func tooMuch(field, cause, remedy string) error {
	return &rashomon.Error{Kind: rashomon.ErrorTooLarge, Place: "body." + field, Cause: cause, Remedy: remedy}
}

// file puts a file on the disk.
func (u *upload) file(part *multipart.Part) error {
	if len(u.names) >= mostFiles {
		return tooMuch(fileField, fmt.Sprintf("more than %d files at once", mostFiles), "pack them into one zip archive")
	}
	file, err := os.Create(u.path(len(u.names)))
	if err != nil {
		return err
	}
	n, err := io.Copy(&spooling{file, u}, part)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil || n == 0 && part.FileName() == "" { // as browsers send a choice of no file
		return err
	}
	u.names = append(u.names, fileName(part.FileName()))
	return nil
}

// A spooling writer counts what lies on the disk.
type spooling struct {
	file *os.File
	*upload
}

func (s *spooling) Write(b []byte) (int, error) {
	s.size += int64(len(b))
	if s.spool.Add(int64(len(b))) > mostSpooled {
		return 0, &rashomon.Error{
			Kind: rashomon.ErrorBusy, Place: "body." + fileField, Cause: "much is being handed in at once",
			Remedy: "try again when some of it is read",
		}
	}
	return s.file.Write(b)
}

// fileName returns what a file is called, without the folders that some browsers tell, and without what cannot be seen.
func fileName(told string) string {
	name := told[strings.LastIndexAny(told, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 200 { // the end tells the format
		name = string(runes[len(runes)-200:])
	}
	if name = strings.TrimSpace(name); name == "" {
		return nameless
	}
	return name
}

// field takes a field that is no file.
func (u *upload) field(part *multipart.Part) error {
	name := part.FormName()
	limit := int64(longestText)
	if name != pastedField {
		if !isStated(name) {
			return &rashomon.Error{
				Kind: rashomon.ErrorUsage, Place: "body." + fileName(name), Cause: "there is no such field", Remedy: "file, text, " +
					strings.Join(statedNames(), ", "),
			}
		}
		limit = 4096 // more than what a detail may have: that is told exactly later
	}
	value, err := io.ReadAll(io.LimitReader(part, limit+1))
	if err != nil {
		return err
	}
	if int64(len(value)) > limit {
		return tooMuch(name, fmt.Sprintf("more than %d bytes", limit), "shorten it, or hand it in as a file")
	}
	if name == pastedField {
		u.text = string(value) // of several the last holds, as of the other fields
	} else {
		u.given[rashomon.Field(name)] = string(value)
	}
	return nil
}

// check refuses a request that hands nothing in.
func (u *upload) check() error {
	switch {
	case u.text != "" && !utf8.ValidString(u.text):
		return &rashomon.Error{Kind: rashomon.ErrorUsage, Place: "body." + pastedField, Cause: "it is not UTF-8",
			Remedy: "hand it in as a file"}
	case strings.TrimSpace(u.text) == "" && len(u.names) == 0:
		return &rashomon.Error{Kind: rashomon.ErrorUsage, Place: "body." + fileField, Cause: "nothing is handed in",
			Remedy: "give a file or a text"}
	}
	return nil
}

func (u *upload) path(number int) string { return filepath.Join(u.folder, strconv.Itoa(number)) }

// name is what a job is called that reads it.
func (u *upload) name() string {
	switch {
	case len(u.names) == 0:
		return pastedName
	case len(u.names) == 1 && u.text == "":
		return u.names[0]
	}
	return fmt.Sprintf("%s and %d more", u.names[0], len(u.names)-1+min(len(u.text), 1))
}

// originals opens what was handed in.
func (u *upload) originals(given []rashomon.Detail) originals {
	options := source.Options{Given: given}
	return func(ctx context.Context) iter.Seq2[rashomon.Original, error] {
		return func(yield func(rashomon.Original, error) bool) {
			if strings.TrimSpace(u.text) != "" {
				pasted := rashomon.Original{Bytes: []byte(u.text), Format: rashomon.FormatText, Name: pastedName, Address: pastedName,
					Given: given}
				if !yield(pasted, nil) {
					return
				}
			}
			for i, name := range u.names {
				if !u.open(ctx, options, i, name, yield) {
					return
				}
			}
		}
	}
}

// open yields what one file holds, and reports whether to go on.
func (u *upload) open(ctx context.Context, options source.Options, i int, name string,
	yield func(rashomon.Original, error) bool) bool {
	file, err := os.Open(u.path(i))
	if err != nil {
		return yield(rashomon.Original{}, err)
	}
	defer file.Close()
	for original, err := range options.Handed(ctx, file, name) {
		if !yield(original, err) {
			return false
		}
	}
	return true
}

// release takes it off the disk.
func (u *upload) release() {
	_ = os.RemoveAll(u.folder) // what cannot be removed is a matter of the system's folder for such files
	u.spool.Add(-u.size)
}
