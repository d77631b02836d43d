package rashomon

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// The stored form of a document: one line with the magic word and the version, then the document as JSON.
//
//	1: the first; no reader of its time filled more than details, parts, sentences and tokens
//	2: antecedents and titles of mentions, precision of locations, anchors of times, kinds of quantities
//	3: types of statements, kinds of source
//	4: events with the origins of their places and times, views and agency; loaded words
//	5: stances
//	6: the days of writing, and what they are deduced from
const (
	encodingMagic   = "rashomon-document "
	EncodingVersion = 6
)

// Encode returns the one stored form of a document, the same bytes for the same document.
func Encode(d *Document) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(encodingMagic + strconv.Itoa(EncodingVersion) + "\n")
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(d); err != nil {
		return nil, fmt.Errorf("document %s: %w", d.ID, err)
	}
	return out.Bytes(), nil
}

// Decode reads what Encode wrote. A later version is an error of kind ErrorNewer, anything else that does not fit,
// Document.Check included, one of kind ErrorCorrupt.
func Decode(data []byte) (*Document, error) {
	body, err := encodedBody(data)
	if err != nil {
		return nil, err
	}
	d := new(Document)
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(d); err != nil {
		return nil, corrupt("the stored document is not readable: " + err.Error())
	}
	if decoder.More() {
		return nil, corrupt("more than one stored document")
	}
	if err := d.Check(); err != nil {
		return nil, corrupt("the stored document is not sound: " + err.Error())
	}
	return d, nil
}

func encodedBody(data []byte) ([]byte, error) {
	head, body, found := bytes.Cut(data, []byte("\n"))
	number, magic := bytes.CutPrefix(head, []byte(encodingMagic))
	version, err := strconv.Atoi(string(number))
	switch {
	case !found || !magic || err != nil:
		return nil, corrupt("this is no stored document")
	case version > EncodingVersion:
		return nil, &Error{
			Kind: ErrorNewer, Cause: fmt.Sprintf("the stored document has version %d, this program reads up to %d", version, EncodingVersion),
			Remedy: "use a newer rashomon",
		}
	}
	return body, nil
}

func corrupt(cause string) error { return &Error{Kind: ErrorCorrupt, Cause: cause} }
