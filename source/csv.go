package source

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rashomon"
)

// csv yields every record of a table as an original: a table of its own, with a header and commas.
func (o *opener) csv(s stream, m misread) bool {
	s.skipMark()
	t := &table{in: s.Reader, limit: o.limit(), delimiter: delimiterOf(s.Reader), line: 1}
	header, err := o.header(t)
	if err == io.EOF {
		return true
	}
	if err != nil {
		return o.fail(fileError(s.address+":1", err))
	}
	for {
		record, err := t.next()
		if err == io.EOF {
			return true
		}
		place := s.address + ":" + strconv.Itoa(t.start)
		switch {
		case err != nil:
			return o.fail(fileError(place, err))
		case t.fault != nil:
			if !o.fail(placed(t.fault, place)) {
				return false
			}
		case !o.csvRecord(header, record, place, m):
			return false
		}
	}
}

// header reads the names of the columns. Those that are mapped to ours get our names.
func (o *opener) header(t *table) ([]string, error) {
	record, err := t.next()
	if err == nil {
		err = cmp.Or(t.fault, checkRecord(record, record))
	}
	if err != nil {
		return nil, err
	}
	header := slices.Clone(record)
	for _, field := range fieldNames() {
		name := o.theirName(field)
		i := column(record, name)
		switch {
		case i >= 0:
			header[i] = field
		case field == fieldText || name != field:
			return nil, &rashomon.Error{
				Kind:   rashomon.ErrorInvalid,
				Cause:  fmt.Sprintf("no column %q for the field %s among %s", name, field, strings.Join(record, ", ")),
				Remedy: "name the column with --field " + field + "=NAME",
			}
		}
	}
	return header, nil
}

// column returns the index of a column, whose name may be in capitals and amid spaces, or -1.
func column(header []string, name string) int {
	return slices.IndexFunc(header, func(title string) bool { return strings.EqualFold(strings.TrimSpace(title), name) })
}

// valuesOf returns what a record has in a column, or nothing.
func valuesOf(header, record []string, field string) []string {
	if i := column(header, field); i >= 0 {
		return record[i : i+1]
	}
	return nil
}

func (o *opener) csvRecord(header, record []string, place string, m misread) bool {
	if err := checkRecord(header, record); err != nil {
		return o.fail(placed(err, place))
	}
	name := place
	if i := column(header, fieldID); i >= 0 && strings.TrimSpace(record[i]) != "" {
		name = record[i]
	}
	m.note(place, func(field string) []string { return valuesOf(header, record, field) })
	data := writeRecord(writeRecord(nil, header), record)
	return o.hand(rashomon.Original{Bytes: data, Format: rashomon.FormatCSV, Name: name, Address: place})
}

func checkRecord(header, record []string) error {
	if len(record) != len(header) {
		return &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Cause: fmt.Sprintf("the record has %d fields, the header %d", len(record), len(header)),
			Remedy: "mend the record",
		}
	}
	for _, field := range record {
		if !utf8.ValidString(field) {
			return invalidUTF8([]byte(field))
		}
	}
	return nil
}

// writeRecord appends a record, its fields in quotes where RFC 4180 asks for them.
func writeRecord(out []byte, record []string) []byte {
	for i, field := range record {
		if i > 0 {
			out = append(out, ',')
		}
		if len(record) > 1 && !strings.ContainsAny(field, "\",\r\n") {
			out = append(out, field...)
			continue
		}
		out = append(out, '"')
		out = append(out, strings.ReplaceAll(field, `"`, `""`)...)
		out = append(out, '"')
	}
	return append(out, '\n')
}

// parseCSV reads a table of one record.
func parseCSV(doc *rashomon.Document, original rashomon.Original) error {
	t := &table{in: bufio.NewReader(bytes.NewReader(original.Bytes)), limit: DefaultLimit, delimiter: ',', line: 1}
	header, err := t.next()
	if err != nil {
		return fileError(original.Address, err)
	}
	record, err := t.next()
	if err == io.EOF {
		return noText(original.Address, Options{})
	}
	if err == nil {
		err = cmp.Or(t.fault, checkRecord(header, record))
	}
	if err != nil {
		return fileError(original.Address, err)
	}
	value := func(field string) []string { return valuesOf(header, record, field) }
	text := strings.Join(value(fieldText), "")
	if strings.TrimSpace(text) == "" {
		return noText(original.Address, Options{})
	}
	parseRecord(doc, text, value)
	return nil
}
