package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"io"
)

// decode undoes the filters of a stream (ISO 32000-1, 7.4). Of damaged data it gives what can be read; a filter that is
// for pictures, or that few programs write, gives nothing.
func (f *file) decode(stream stream) []byte {
	filters, parameters := f.list(stream.dict["Filter"]), f.list(stream.dict["DecodeParms"])
	data := stream.raw
	const most = 4 // filters in a row
	for i, filter := range filters[:min(most, len(filters))] {
		switch f.resolve(filter) {
		case nameObject("FlateDecode"), nameObject("Fl"):
			data = f.inflate(data)
		case nameObject("ASCIIHexDecode"), nameObject("AHx"):
			data = decodeHexadecimal(data)
		case nameObject("ASCII85Decode"), nameObject("A85"):
			data = decodeASCII85(data)
		default:
			return nil
		}
		if i < len(parameters) {
			data = f.unpredict(data, f.dict(parameters[i]))
		}
	}
	f.spend(len(data))
	return data
}

// list returns the elements of an array, or a single value as the only one.
func (f *file) list(value any) []any {
	switch value := f.resolve(value).(type) {
	case nil:
		return nil
	case []any:
		return value
	default:
		return []any{value}
	}
}

// inflate reads zlib data without its head and its checksum, which damaged files have wrong.
func (f *file) inflate(data []byte) []byte {
	const head = 2
	if len(data) < head {
		return nil
	}
	unpacked, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[head:])), int64(max(0, f.work))+1))
	return unpacked
}

func decodeASCII85(data []byte) []byte {
	if end := bytes.IndexByte(data, '~'); end >= 0 {
		data = data[:end]
	}
	data = bytes.TrimPrefix(data, []byte("<~"))
	decoded, _ := io.ReadAll(ascii85.NewDecoder(bytes.NewReader(data)))
	return decoded
}

// unpredict undoes the predictors of PNG, which writers put before compression (ISO 32000-1, 7.4.4.4).
func (f *file) unpredict(data []byte, parameters dictionary) []byte {
	const png = 10
	if f.number(parameters["Predictor"]) < png {
		return data
	}
	columns := 1
	if parameters["Columns"] != nil {
		columns = int(f.number(parameters["Columns"]))
	}
	if columns < 1 || columns > len(data) {
		return data
	}
	var rows []byte
	previous := make([]byte, columns)
	for ; len(data) > columns; data = data[columns+1:] {
		row := bytes.Clone(data[1 : columns+1])
		undoPNG(data[0], row, previous)
		rows = append(rows, row...)
		previous = row
	}
	return rows
}

// undoPNG undoes a filter of PNG (ISO 15948, 9.2) for pixels of one byte.
func undoPNG(filter byte, row, above []byte) {
	var left, aboveLeft byte
	for i := range row {
		switch filter {
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			row[i] += paeth(left, above[i], aboveLeft)
		}
		left, aboveLeft = row[i], above[i]
	}
}

func paeth(a, b, c byte) byte {
	distance := func(x byte) int { return max(int(a)+int(b)-int(c)-int(x), int(x)-int(a)-int(b)+int(c)) }
	switch {
	case distance(a) <= distance(b) && distance(a) <= distance(c):
		return a
	case distance(b) <= distance(c):
		return b
	}
	return c
}
