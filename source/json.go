package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"rashomon"
)

// A jsonRecord is an object of JSON. Names are compared exactly, and of two equal ones the last counts (RFC 8259 leaves
// it open; that is what most readers do).
type jsonRecord map[string]json.RawMessage

// jsonLines yields every line of JSON Lines (jsonlines.org) as an original.
func (o *opener) jsonLines(s stream, m misread) bool {
	s.skipMark()
	lines := &lineReader{in: s.Reader, limit: o.limit()}
	for {
		line, err := lines.next()
		if err != nil {
			return err == io.EOF || o.fail(fileError(s.address, err))
		}
		place := s.address + ":" + strconv.Itoa(lines.number)
		switch line = bytes.TrimSpace(line); {
		case lines.overlong:
			if !o.fail(tooLarge(place, o.limit())) {
				return false
			}
		case len(line) > 0 && !o.jsonRecord(line, place, m):
			return false
		}
	}
}

// jsonRecord yields one record. Its bytes are the line's, or written anew under our names where fields are mapped.
func (o *opener) jsonRecord(data []byte, place string, m misread) bool {
	record, err := readJSON(data)
	if err != nil {
		return o.fail(placed(err, place))
	}
	if len(o.Fields) == 0 {
		data = bytes.Clone(data)
	} else {
		data = record.rename(o.Options)
	}
	if _, found := record[o.theirName(fieldText)]; !found {
		return o.fail(noText(place, o.Options))
	}
	name := place
	if id := record.strings(o.theirName(fieldID)); len(id) == 1 && strings.TrimSpace(id[0]) != "" {
		name = id[0]
	}
	m.note(place, func(field string) []string { return record.strings(o.theirName(field)) })
	return o.hand(rashomon.Original{Bytes: data, Format: rashomon.FormatJSON, Name: name, Address: place})
}

// rename writes the record with the fields that are ours, under our names.
func (r jsonRecord) rename(o Options) []byte {
	var out bytes.Buffer
	for _, field := range fieldNames() {
		if raw, found := r[o.theirName(field)]; found {
			out.WriteString(map[bool]string{true: "{", false: ","}[out.Len() == 0])
			out.WriteString(strconv.Quote(field) + ":")
			out.Write(raw)
		}
	}
	out.WriteString("}")
	return out.Bytes()
}

// readJSON reads an object. Its errors carry no place.
func readJSON(data []byte) (jsonRecord, error) {
	if !utf8.Valid(data) {
		return nil, invalidUTF8(data)
	}
	var record jsonRecord
	err := json.Unmarshal(data, &record)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Cause: fmt.Sprintf("no JSON at byte %d: %s", syntax.Offset, syntax), Err: err,
			Remedy: "mend the line, or take it out",
		}
	case err != nil || record == nil:
		return nil, &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: "no JSON object but another value", Remedy: "write one object a line", Err: err}
	}
	return record, nil
}

// strings returns the strings of a field: itself, or those of a list. Numbers are taken as they are written; other
// values, and strings that are no text, give none.
func (r jsonRecord) strings(field string) []string {
	raw := r[field]
	var list []json.RawMessage
	if len(raw) == 0 || raw[0] != '[' || json.Unmarshal(raw, &list) != nil {
		list = []json.RawMessage{raw}
	}
	var values []string
	for _, item := range list {
		if value, ok := jsonScalar(item); ok {
			values = append(values, value)
		}
	}
	return values
}

func jsonScalar(raw json.RawMessage) (string, bool) {
	if len(raw) > 0 && (raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9') {
		return string(raw), true
	}
	value, err := jsonString(raw)
	return value, err == nil
}

// jsonString returns the text of a string. Half a surrogate pair is an error: it stands for no character, and
// encoding/json would put another in its place.
func jsonString(raw json.RawMessage) (string, error) {
	if len(raw) == 0 || raw[0] != '"' {
		return "", errors.New("it is no string")
	}
	if escape := loneSurrogate(raw); escape != "" {
		return "", fmt.Errorf("%s is half a surrogate pair", escape)
	}
	var value string
	err := json.Unmarshal(raw, &value)
	return value, err
}

// loneSurrogate returns the first escape of a string that is half a surrogate pair (RFC 8259, section 7), or "".
func loneSurrogate(raw []byte) string {
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		switch unit := surrogate(raw[i:]); {
		case unit == 0:
			i++
		case unit < 0xdc00 && surrogate(raw[i+6:]) >= 0xdc00:
			i += 11
		default:
			return string(raw[i : i+6])
		}
	}
	return ""
}

// surrogate returns the surrogate that an escape at the beginning stands for, or 0.
func surrogate(raw []byte) rune {
	const length = len(`\ud800`)
	if len(raw) < length || raw[0] != '\\' || raw[1] != 'u' {
		return 0
	}
	unit, err := strconv.ParseUint(string(raw[2:length]), 16, 16)
	if err != nil || unit < 0xd800 || unit > 0xdfff {
		return 0
	}
	return rune(unit)
}

// parseJSON reads a record: its text as it stands, and what else it says of the document.
func parseJSON(doc *rashomon.Document, original rashomon.Original) error {
	record, err := readJSON(original.Bytes)
	if err != nil {
		return placed(err, original.Address)
	}
	raw, found := record[fieldText]
	if !found {
		return noText(original.Address, Options{})
	}
	text, err := jsonString(raw)
	if err != nil {
		return &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: original.Address, Cause: "the text is not sound: " + err.Error(), Err: err,
			Remedy: "write it in UTF-8",
		}
	}
	if strings.TrimSpace(text) == "" {
		return emptyText(original.Address)
	}
	parseRecord(doc, text, record.strings)
	return nil
}
