package source

import (
	"bytes"
	"fmt"
	"slices"

	"rashomon"
)

const (
	// pdfObjects is how many objects a file may have; books have some ten thousand.
	pdfObjects = 500_000
	// pdfPages is how many pages are read of one file.
	pdfPages = 20_000
	// pdfWork is how many bytes of streams are unpacked and read for one file: the text of some thousand pages. Pictures
	// are not unpacked.
	pdfWork = 128 << 20
	// pdfObjectWork is the work that a byte of an object counts for: so much memory does it take, read.
	pdfObjectWork = 8
)

// A pdfFile is a file's objects. They are found by reading the file from its beginning to its end, without its table of
// cross references, which is where damaged and hostile files go wrong: the later of two objects of one number counts.
type pdfFile struct {
	objects map[int]any
	trailer pdfDict
	work    int   // bytes that may still be unpacked and read
	err     error // the first limit that was passed
}

func readPDF(data []byte) (*pdfFile, error) {
	file := &pdfFile{objects: map[int]any{}, trailer: pdfDict{}, work: pdfWork}
	file.readObjects(data)
	file.readTrailers(data)
	if file.trailer["Encrypt"] != nil {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorUnsupported, Cause: "this PDF is encrypted", Remedy: "save a copy without a password",
		}
	}
	file.unpackObjects()
	return file, file.err
}

// readObjects finds "12 0 obj" and reads what follows.
func (f *pdfFile) readObjects(data []byte) {
	for at := 0; ; {
		found := bytes.Index(data[at:], []byte("obj"))
		if found < 0 || f.err != nil {
			return
		}
		end := at + found + len("obj")
		number, isObject := objectNumber(data[at : at+found])
		at = end
		if !isObject {
			continue
		}
		lexer := pdfLexer{data: data, at: end}
		value, _ := lexer.next()
		at = lexer.at
		f.spend((at - end) * pdfObjectWork)
		if dict, isDict := value.(pdfDict); isDict {
			if stream, next, isStream := readPDFStream(data, at, dict); isStream {
				value, at = stream, next
			}
		}
		f.put(number, value)
	}
}

func (f *pdfFile) put(number int, value any) {
	f.objects[number] = value
	if len(f.objects) > pdfObjects {
		f.fail(fmt.Sprintf("the PDF has more than %d objects", pdfObjects))
	}
}

func (f *pdfFile) fail(cause string) {
	if f.err == nil {
		const remedy = "split it, or save its text as plain text"
		f.err = &rashomon.Error{Kind: rashomon.ErrorTooLarge, Cause: cause, Remedy: remedy}
	}
}

// objectNumber reads the number of an object from what stands before "obj": two numbers and space.
func objectNumber(before []byte) (int, bool) {
	const longest = 32 // both numbers and the space around them
	before = before[max(0, len(before)-longest):]
	if len(before) == 0 || !isPDFSpace(before[len(before)-1]) {
		return 0, false
	}
	words := bytes.FieldsFunc(before, func(r rune) bool { return r > 0xff || !isPDFRegular(byte(r)) })
	if len(words) < 2 {
		return 0, false
	}
	number, isNumber := parseDigits(words[len(words)-2])
	_, isGeneration := parseDigits(words[len(words)-1])
	return number, isNumber && isGeneration
}

// parseDigits reads the number that a word of any bytes ends with.
func parseDigits(word []byte) (int, bool) {
	start := len(word)
	for start > 0 && '0' <= word[start-1] && word[start-1] <= '9' {
		start--
	}
	number := 0
	for _, digit := range word[start:] {
		if number = number*10 + int(digit-'0'); number >= 1<<31 {
			return 0, false
		}
	}
	return number, start < len(word)
}

// readPDFStream reads the bytes behind a dictionary that "stream" follows, and where it ends.
func readPDFStream(data []byte, at int, dict pdfDict) (pdfStream, int, bool) {
	lexer := pdfLexer{data: data, at: at}
	if word, _ := lexer.next(); word != pdfOperator("stream") {
		return pdfStream{}, at, false
	}
	start := lexer.at
	if start < len(data) && data[start] == '\r' {
		start++
	}
	if start < len(data) && data[start] == '\n' {
		start++
	}
	if length, direct := dict["Length"].(float64); direct && 0 <= length && length <= float64(len(data)-start) {
		end := start + int(length)
		lexer.at = end
		if word, _ := lexer.next(); word == pdfOperator("endstream") {
			return pdfStream{dict: dict, raw: data[start:end]}, lexer.at, true
		}
	}
	end := bytes.Index(data[start:], []byte("endstream"))
	if end < 0 {
		return pdfStream{dict: dict, raw: data[start:]}, len(data), true
	}
	return pdfStream{dict: dict, raw: data[start : start+end]}, start + end, true
}

// readTrailers reads the dictionaries that name the root of the objects, the last of each key.
func (f *pdfFile) readTrailers(data []byte) {
	for _, number := range f.numbers() {
		if stream, isStream := f.objects[number].(pdfStream); isStream && stream.dict["Type"] == pdfName("XRef") {
			f.addTrailer(stream.dict)
		}
	}
	const keyword = "trailer"
	for at := bytes.Index(data, []byte(keyword)); at >= 0; {
		lexer := pdfLexer{data: data, at: at + len(keyword)}
		if dict, _ := lexer.next(); dict != nil {
			if dict, isDict := dict.(pdfDict); isDict {
				f.addTrailer(dict)
			}
		}
		next := bytes.Index(data[lexer.at:], []byte(keyword))
		if next < 0 {
			return
		}
		at = lexer.at + next
	}
}

func (f *pdfFile) addTrailer(dict pdfDict) {
	for _, key := range []pdfName{"Root", "Info", "Encrypt"} {
		if dict[key] != nil {
			f.trailer[key] = dict[key]
		}
	}
}

// numbers returns the numbers of all objects in order.
func (f *pdfFile) numbers() []int {
	numbers := make([]int, 0, len(f.objects))
	for number := range f.objects {
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	return numbers
}

// unpackObjects reads the objects that lie within streams (ISO 32000-1, 7.5.7).
func (f *pdfFile) unpackObjects() {
	for _, number := range f.numbers() {
		stream, isStream := f.objects[number].(pdfStream)
		if !isStream || stream.dict["Type"] != pdfName("ObjStm") {
			continue
		}
		data := f.decode(stream)
		first := int(f.number(stream.dict["First"]))
		if first < 0 || first > len(data) {
			continue
		}
		index := pdfLexer{data: data[:first]}
		for f.err == nil {
			number, more := index.next()
			offset, _ := index.next()
			if !more {
				break
			}
			f.unpackObject(number, offset, data[first:])
		}
	}
}

func (f *pdfFile) unpackObject(number, offset any, data []byte) {
	n, isNumber := number.(float64)
	at, isOffset := offset.(float64)
	if !isNumber || !isOffset || n < 0 || n >= 1<<31 || at < 0 || at > float64(len(data)) {
		return
	}
	if _, known := f.objects[int(n)]; !known {
		lexer := pdfLexer{data: data, at: int(at)}
		value, _ := lexer.next()
		f.spend((lexer.at - int(at)) * pdfObjectWork)
		f.put(int(n), value)
	}
}

// spend takes work off what may still be done and reports whether there is some left.
func (f *pdfFile) spend(bytes int) bool {
	if f.work -= bytes + 1; f.work < 0 {
		f.fail(fmt.Sprintf("the text of the PDF takes more than %d MB unpacked", pdfWork>>20))
	}
	return f.err == nil
}

// resolve follows references.
func (f *pdfFile) resolve(value any) any {
	const longest = 32
	for range longest {
		reference, isReference := value.(pdfReference)
		if !isReference {
			return value
		}
		value = f.objects[int(reference)]
	}
	return nil
}

func (f *pdfFile) number(value any) float64 {
	number, _ := f.resolve(value).(float64)
	return number
}

// dict returns a dictionary, also that of a stream, or one without keys.
func (f *pdfFile) dict(value any) pdfDict {
	switch value := f.resolve(value).(type) {
	case pdfDict:
		return value
	case pdfStream:
		return value.dict
	}
	return nil
}

func (f *pdfFile) array(value any) []any {
	array, _ := f.resolve(value).([]any)
	return array
}

// pages returns the dictionaries of the pages in order, each with the resources that it inherits.
func (f *pdfFile) pages() []pdfDict {
	var pages []pdfDict
	visited := map[pdfReference]bool{}
	var walk func(node, resources any, depth int)
	walk = func(node, resources any, depth int) {
		if reference, isReference := node.(pdfReference); isReference {
			if visited[reference] {
				return
			}
			visited[reference] = true
		}
		dict := f.dict(node)
		if own := dict["Resources"]; own != nil {
			resources = own
		}
		if dict == nil || depth > pdfDepth || len(pages) >= pdfPages {
			return
		}
		kids := f.array(dict["Kids"])
		for _, kid := range kids {
			walk(kid, resources, depth+1)
		}
		if kids == nil {
			pages = append(pages, pdfDict{"Contents": dict["Contents"], "Resources": resources})
		}
	}
	walk(f.dict(f.trailer["Root"])["Pages"], nil, 0)
	return pages
}
