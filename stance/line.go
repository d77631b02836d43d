package stance

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"rashomon"
)

// A Line is a sentence and those in it of whom is asked how it presents them, as a line of JSON Lines has them:
//
//	{"id": "…", "text": "…", "targets": [{"begin": 0, "end": 6, "stance": "negative"}]}
type Line struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Targets []Target `json:"targets"`
}

// A Target is a stretch of a line's text, in Unicode code points, and how the line presents whom it speaks of.
type Target struct {
	Begin       int     `json:"begin"`
	End         int     `json:"end"`
	Stance      string  `json:"stance,omitempty"` // negative, neutral or positive; "" where it is not known
	Probability float64 `json:"probability,omitempty"`
}

// names are the words for the values from -1 to 1.
var names = [Values]string{"negative", "neutral", "positive"}

// Name returns the word for a value.
func Name(value int) string { return names[value+1] }

// ValueOf returns the value that a word stands for.
func ValueOf(name string) (value int, known bool) {
	for i, known := range names {
		if known == name {
			return i - 1, true
		}
	}
	return 0, false
}

// ParseLine reads a line. The error is a *rashomon.Error of kind ErrorInvalid that does not know the place.
func ParseLine(data []byte) (Line, error) {
	if !utf8.Valid(data) {
		return Line{}, invalid("it is not valid UTF-8", "save the file as UTF-8")
	}
	var line Line
	if err := json.Unmarshal(data, &line); err != nil {
		cause := "it is no JSON of the form wanted: " + err.Error()
		return Line{}, invalid(cause, `write {"id", "text", "targets": [{"begin", "end"}]}`)
	}
	if strings.TrimSpace(line.Text) == "" {
		return Line{}, invalid(`it has no "text"`, `put the sentence under "text"`)
	}
	length := utf8.RuneCountInString(line.Text)
	for i, t := range line.Targets {
		if t.Begin < 0 || t.Begin >= t.End || t.End > length {
			cause := fmt.Sprintf("target %d is the characters %d to %d of a text of %d", i+1, t.Begin, t.End, length)
			return Line{}, invalid(cause, "count Unicode code points from 0; the end is behind the last")
		}
		if _, known := ValueOf(t.Stance); t.Stance != "" && !known {
			cause := fmt.Sprintf("the stance of target %d is %q", i+1, t.Stance)
			return Line{}, invalid(cause, "write negative, neutral or positive")
		}
	}
	return line, nil
}

func invalid(cause, remedy string) error {
	return &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: cause, Remedy: remedy}
}

// Document returns the text of a line as a document that is yet to be read.
func (l Line) Document() *rashomon.Document {
	original := rashomon.Original{Bytes: []byte(l.Text)}
	return &rashomon.Document{ID: original.ID(), SHA256: original.SHA256(), Name: l.ID, Text: l.Text}
}

// Span returns the tokens of the line's document of which a target holds a part; it is empty where the target holds
// none.
func (t Target) Span(doc *rashomon.Document) rashomon.Span {
	extent := rashomon.Extent{Start: byteOf(doc.Text, t.Begin), End: byteOf(doc.Text, t.End)}
	var span rashomon.Span
	for i, token := range doc.Tokens {
		if token.Extent.Start < extent.End && token.Extent.End > extent.Start {
			if span.Empty() {
				span.Start = i
			}
			span.End = i + 1
		}
	}
	return span
}

// byteOf returns where a code point of a text begins.
func byteOf(text string, point int) int {
	for at := range text {
		if point == 0 {
			return at
		}
		point--
	}
	return len(text)
}
