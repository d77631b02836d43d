package source

import (
	"bytes"
	"io"
	"net/mail"
	"regexp"
	"strconv"
	"strings"

	"rashomon"
)

// mbox yields every message of a mail box (RFC 4155; the variants that its "mboxo" and "mboxrd" name differ in how they
// quote lines that look like the beginning of a message).
func (o *opener) mbox(s stream) bool {
	box := &mboxReader{lines: lineReader{in: s.Reader, limit: o.limit()}}
	for {
		message, err := box.next()
		if err == io.EOF {
			return true
		}
		place := s.address + ":" + strconv.Itoa(box.start)
		switch {
		case err != nil:
			return o.fail(fileError(place, err))
		case box.fault != nil:
			if !o.fail(placed(box.fault, place)) {
				return false
			}
		case !o.message(s.at(place), bytes.Clone(message), messageID(message, place)):
			return false
		}
	}
}

// at returns what is known of a stream for a part of it.
func (s stream) at(place string) stream {
	s.address = place
	return s
}

// messageID returns the identifier that a message gives itself, or a name to be used instead.
func messageID(message []byte, name string) string {
	parsed, err := mail.ReadMessage(bytes.NewReader(message))
	if err != nil {
		return name
	}
	if id := strings.Trim(strings.TrimSpace(parsed.Header.Get("Message-Id")), "<>"); id != "" {
		return id
	}
	return name
}

// A mboxReader cuts a mail box into messages.
type mboxReader struct {
	lines   lineReader
	start   int   // line on which the last message begins
	begun   bool  // whether the From line of the next message was read already
	fault   error // what is wrong with the last message alone: the next one can be read
	message []byte
}

var (
	// fromLine is the line in front of a message: its sender and the time of its delivery. A line of text that only
	// begins with the word is none.
	fromLine = regexp.MustCompile(`^From \S.*\d\d?:\d\d.*\d{4}`)
	// quotedFrom is a line of a message that would be taken for such a line, had it not been quoted.
	quotedFrom = regexp.MustCompile(`^>+From `)
)

// next returns the next message without its From line, valid until the call after.
func (m *mboxReader) next() ([]byte, error) {
	m.message, m.fault = m.message[:0], nil
	m.start = max(m.lines.number, 1)
	for blank := true; ; {
		line, err := m.lines.next()
		switch {
		case err == io.EOF && m.begun:
			m.begun = false
			return m.end(), nil
		case err != nil:
			return nil, err
		case blank && m.isFromLine(line):
			if m.begun {
				return m.end(), nil
			}
			m.begun, m.start = true, m.lines.number
			continue
		case !m.begun && len(bytes.TrimSpace(line)) > 0:
			return nil, &rashomon.Error{
				Kind: rashomon.ErrorInvalid, Cause: `no mail box: it does not begin with a line "From ..."`,
				Remedy: "if it is a single message, name it with the ending .eml",
			}
		}
		blank = len(bytes.TrimRight(line, "\r\n")) == 0
		m.keep(line)
	}
}

// isFromLine reports whether a line after an empty one begins a message. The first of a box is taken by its first word.
func (m *mboxReader) isFromLine(line []byte) bool {
	return bytes.HasPrefix(line, []byte("From ")) && (!m.begun || fromLine.Match(line))
}

func (m *mboxReader) keep(line []byte) {
	if m.lines.overlong || int64(len(m.message)+len(line)) > m.lines.limit {
		m.fault = tooLarge("", m.lines.limit)
	}
	if m.fault != nil {
		return
	}
	if quotedFrom.Match(line) {
		line = line[1:]
	}
	m.message = append(m.message, line...)
}

// end returns the message without the empty line that the box puts behind it.
func (m *mboxReader) end() []byte {
	for _, end := range []string{"\r\n", "\n"} {
		if message, found := bytes.CutSuffix(m.message, []byte(end+end)); found {
			return append(message, end...)
		}
	}
	return m.message
}
