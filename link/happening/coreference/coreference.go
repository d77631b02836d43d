// Package coreference reads and writes the lines in which others give mentions of events and which of them speak of the
// same thing: one JSON object a document,
//
//	{"id": "a", "text": "...", "mentions": [{"begin": 4, "end": 9, "cluster": "1"}]}
//
// with begin and end in code points of the text. Clusters are named across all documents.
package coreference

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"rashomon"
)

// A Line is a document with the mentions of events in it.
type Line struct {
	ID       string    `json:"id"`
	Text     string    `json:"text,omitempty"`
	Mentions []Mention `json:"mentions"` // nil where the line has none, which is other than an empty list

	// Original is the line as the document that it is, for whoever reads documents.
	Original rashomon.Original `json:"-"`
}

// A Mention is the words that speak of an event, from one code point of the text up to another.
type Mention struct {
	Begin   int    `json:"begin"`
	End     int    `json:"end"`
	Cluster string `json:"cluster,omitempty"` // of the mentions that speak of the same; "" where that is not told
}

// lineLimit is the longest line, in bytes: a long book with every word a mention.
const lineLimit = 64 << 20

// Read yields the lines of a file, whose name stands in errors. A line that is wrong gives an error and the rest goes on;
// only a line beyond all measure and an error of the reader itself end it.
func Read(name string, r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		scanner := bufio.NewScanner(r)
		scanner.Buffer(make([]byte, 0, 1<<16), lineLimit)
		number := 0
		for scanner.Scan() {
			number++
			if len(scanner.Bytes()) == 0 {
				continue
			}
			line, err := Parse(fmt.Sprintf("%s:%d", name, number), scanner.Bytes())
			if !yield(line, err) {
				return
			}
		}
		if err := scanner.Err(); err != nil {
			yield(Line{}, broken(fmt.Sprintf("%s:%d", name, number+1), err))
		}
	}
}

func broken(place string, err error) error {
	known := &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: place, Cause: "it cannot be read", Remedy: "check that it is a file", Err: err}
	if errors.Is(err, bufio.ErrTooLong) {
		known.Kind, known.Cause = rashomon.ErrorTooLarge, fmt.Sprintf("a line of more than %d bytes", lineLimit)
		known.Remedy = "split its document"
	}
	return known
}

// Parse returns one line. The place stands in the error.
func Parse(place string, data []byte) (Line, error) {
	var line Line
	if err := json.Unmarshal(data, &line); err != nil {
		return Line{}, invalid(place, err, "it is no JSON object with an id, a text and mentions", `write {"id": ..., "text": ..., "mentions": [...]}`)
	}
	if line.ID == "" {
		return Line{}, invalid(place, nil, "it has no id", `name the document under "id"`)
	}
	line.Original = rashomon.Original{Bytes: bytes.Clone(data), Format: rashomon.FormatJSON, Name: line.ID, Address: place}
	length := utf8.RuneCountInString(line.Text)
	for i, m := range line.Mentions {
		if m.Begin < 0 || m.Begin >= m.End || m.End > length {
			cause := fmt.Sprintf("mention %d goes from %d to %d in a text of %d code points", i+1, m.Begin, m.End, length)
			return Line{}, invalid(place, nil, cause, "count code points from 0, and let every mention have a word")
		}
	}
	return line, nil
}

func invalid(place string, err error, cause, remedy string) error {
	return &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: place, Cause: cause, Remedy: remedy, Err: err}
}

// Write writes a line.
func Write(w io.Writer, line Line) error {
	if line.Mentions == nil {
		line.Mentions = []Mention{}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(line)
}

// Extents returns where the mentions stand, in bytes of the text.
func (l Line) Extents() []rashomon.Extent {
	starts := make([]int, 0, len(l.Text)+1)
	for i := range l.Text {
		starts = append(starts, i)
	}
	starts = append(starts, len(l.Text))
	extents := make([]rashomon.Extent, len(l.Mentions))
	for i, m := range l.Mentions {
		extents[i] = rashomon.Extent{Start: starts[m.Begin], End: starts[m.End]}
	}
	return extents
}

// Mentions returns extents of a text, in bytes, as mentions.
func Mentions(text string, extents []rashomon.Extent) []Mention {
	points := make([]int, len(text)+1) // of each byte: the code points before it
	count := 0
	for i := range text {
		points[i] = count
		count++
	}
	points[len(text)] = count
	mentions := make([]Mention, len(extents))
	for i, e := range extents {
		mentions[i] = Mention{Begin: points[e.Start], End: points[e.End]}
	}
	return mentions
}
