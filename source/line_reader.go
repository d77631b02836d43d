package source

import (
	"bufio"
	"io"
)

// A lineReader cuts a stream into lines of bounded length and counts lines and bytes.
type lineReader struct {
	in       *bufio.Reader
	limit    int64
	number   int   // of the last line, from 1
	offset   int64 // of the byte after it
	overlong bool  // whether the last line was longer than the limit: what was returned is its beginning
	buffer   []byte
}

// next returns the next line with its line break, valid until the call after. Overlong lines are read to their end.
func (l *lineReader) next() ([]byte, error) {
	l.buffer, l.overlong = l.buffer[:0], false
	start := l.offset
	for {
		piece, err := l.in.ReadSlice('\n')
		l.offset += int64(len(piece))
		switch {
		case err == bufio.ErrBufferFull:
			l.keep(piece)
			continue
		case err != nil && (err != io.EOF || l.offset == start):
			return nil, err
		}
		l.number++
		if len(l.buffer) == 0 && int64(len(piece)) <= l.limit {
			return piece, nil
		}
		l.keep(piece)
		return l.buffer, nil
	}
}

func (l *lineReader) keep(piece []byte) {
	room := l.limit - int64(len(l.buffer))
	if int64(len(piece)) > room {
		l.overlong = true
		piece = piece[:room]
	}
	l.buffer = append(l.buffer, piece...)
}
