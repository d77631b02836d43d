package conllu

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"rashomon"
)

// Format is the format of an original that holds one document of a treebank.
const Format rashomon.Format = "conllu"

// longestLine is the size in bytes of the longest line read; the longest of the treebanks have some thousand.
const longestLine = 1 << 20

// Originals cuts a treebank into its documents, holding one of them at a time. Every "# newdoc" begins one, with the
// comments before it; a file without any holds one document. The name of an original is what its "# newdoc" says, else
// that of the file, and its address is "path:line" with the line that its bytes begin at. Errors are *rashomon.Error:
// a document of more than limit bytes is refused and the next one yielded; any other error is the last.
func Originals(path string, r io.Reader, limit int64) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		s := splitter{path: path, limit: limit, yield: yield, first: 1}
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, longestLine)
		for lines.Scan() {
			s.line++
			if !s.take(lines.Bytes()) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(rashomon.Original{}, invalid(path, s.line+1, err))
			return
		}
		s.end()
	}
}

// A splitter gathers the lines of one document after the other.
type splitter struct {
	path  string
	limit int64
	yield func(rashomon.Original, error) bool

	line       int // number of the line in hand, from 1
	inSentence bool
	count      int // of documents so far

	name     string // as "# newdoc" says
	document []byte
	first    int  // number of its first line
	started  bool // whether it has more than comments
	overlong bool
	// head holds the comments before a sentence: those of the next document if "# newdoc" is among them.
	head     []byte
	headLine int
}

func (s *splitter) take(line []byte) bool {
	text := strings.TrimRight(string(line), "\r")
	switch {
	case text == "":
		s.inSentence = false
	case text[0] == '#' && !s.inSentence:
		return s.comment(text)
	default:
		s.inSentence = s.inSentence || strings.HasPrefix(text, "1\t")
		s.started = true
		s.keepHead()
	}
	if len(s.head) > 0 {
		s.keep(&s.head, text)
	} else {
		s.keep(&s.document, text)
	}
	return true
}

func (s *splitter) comment(text string) bool {
	if len(s.head) == 0 {
		s.headLine = s.line
	}
	s.keep(&s.head, text)
	key, value := readComment(text)
	if key != "newdoc" && key != "newdoc id" {
		return true
	}
	if s.started {
		if !s.hand() {
			return false
		}
		s.first, s.document, s.started, s.overlong = s.headLine, nil, false, false
	}
	s.name = value
	return true
}

// keep adds a line, unless the document is too long already.
func (s *splitter) keep(lines *[]byte, text string) {
	*lines = append(append(*lines, text...), '\n')
	if int64(len(s.document)+len(s.head)) > s.limit {
		s.overlong, s.document, s.head = true, nil, nil
	}
}

func (s *splitter) keepHead() {
	s.document = append(s.document, s.head...)
	s.head = nil
}

func (s *splitter) end() {
	s.keepHead()
	switch {
	case s.started || s.overlong:
		s.hand()
	case s.count == 0:
		s.yield(rashomon.Original{}, &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: s.path, Cause: "no sentence in it", Remedy: "leave it out, or get it again",
		})
	}
}

// hand yields the document.
func (s *splitter) hand() bool {
	s.count++
	address := fmt.Sprintf("%s:%d", s.path, s.first)
	if s.overlong {
		return s.yield(rashomon.Original{}, &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Place: address, Cause: fmt.Sprintf("one document of more than %d bytes", s.limit),
			Remedy: "split it, or raise the limit with --limit",
		})
	}
	name := s.name
	if name == "" {
		name = filepath.Base(s.path)
	}
	return s.yield(rashomon.Original{Bytes: s.document, Format: Format, Name: name, Address: address}, nil)
}

// readComment takes a line "# key = value" apart.
func readComment(line string) (key, value string) {
	key, value, _ = strings.Cut(line[1:], "=")
	return strings.TrimSpace(key), strings.TrimSpace(value)
}

func invalid(path string, line int, err error) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: fmt.Sprintf("%s:%d", path, line), Cause: err.Error(),
		Remedy: "see https://universaldependencies.org/format.html", Err: err,
	}
}
