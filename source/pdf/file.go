package pdf

import (
	"bytes"
	"fmt"
	"slices"

	"rashomon"
)

const (
	// mostObjects is how many objects a file may have; books have some ten thousand.
	mostObjects = 500_000
	// mostPages is how many pages are read of one file.
	mostPages = 20_000
	// mostWork is how many bytes of streams are unpacked and read for one file: the text of some thousand pages. Pictures
	// are not unpacked.
	mostWork = 128 << 20
	// objectWork is the work that a byte of an object counts for: so much memory does it take, read.
	objectWork = 8
)

// A file is its objects. They are found by reading the file from its beginning to its end, without its table of
// cross references, which is where damaged and hostile files go wrong: the later of two objects of one number counts.
type file struct {
	objects map[int]any
	trailer dictionary
	work    int   // bytes that may still be unpacked and read
	err     error // the first limit that was passed
}

func readFile(data []byte) (*file, error) {
	file := &file{objects: map[int]any{}, trailer: dictionary{}, work: mostWork}
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
func (f *file) readObjects(data []byte) {
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
		lexer := lexer{data: data, at: end}
		value, _ := lexer.next()
		at = lexer.at
		f.spend((at - end) * objectWork)
		if dict, isDict := value.(dictionary); isDict {
			if stream, next, isStream := readStream(data, at, dict); isStream {
				value, at = stream, next
			}
		}
		f.put(number, value)
	}
}

func (f *file) put(number int, value any) {
	f.objects[number] = value
	if len(f.objects) > mostObjects {
		f.fail(fmt.Sprintf("the PDF has more than %d objects", mostObjects))
	}
}

func (f *file) fail(cause string) {
	if f.err == nil {
		const remedy = "split it, or save its text as plain text"
		f.err = &rashomon.Error{Kind: rashomon.ErrorTooLarge, Cause: cause, Remedy: remedy}
	}
}

// objectNumber reads the number of an object from what stands before "obj": two numbers and space.
func objectNumber(before []byte) (int, bool) {
	const longest = 32 // both numbers and the space around them
	before = before[max(0, len(before)-longest):]
	if len(before) == 0 || !isSpace(before[len(before)-1]) {
		return 0, false
	}
	words := bytes.FieldsFunc(before, func(r rune) bool { return r > 0xff || !isRegular(byte(r)) })
	if len(words) < 2 {
		return 0, false
	}
	number, isNumber := parseDigits(words[len(words)-2])
	_, isGeneration := parseDigits(words[len(words)-1])
	return number, isNumber && isGeneration
}

// largestNumber bounds the numbers of objects: PDF knows none above 8,388,607 (ISO 32000-1, annex C), and ten times this
// one still fits into 32 bits.
const largestNumber = 1 << 27

// parseDigits reads the number that a word of any bytes ends with.
func parseDigits(word []byte) (int, bool) {
	start := len(word)
	for start > 0 && '0' <= word[start-1] && word[start-1] <= '9' {
		start--
	}
	number := 0
	for _, digit := range word[start:] {
		if number = number*10 + int(digit-'0'); number > largestNumber {
			return 0, false
		}
	}
	return number, start < len(word)
}

// readStream reads the bytes behind a dictionary that "stream" follows, and where it ends.
func readStream(data []byte, at int, dict dictionary) (stream, int, bool) {
	lexer := lexer{data: data, at: at}
	if word, _ := lexer.next(); word != keyword("stream") {
		return stream{}, at, false
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
		if word, _ := lexer.next(); word == keyword("endstream") {
			return stream{dict: dict, raw: data[start:end]}, lexer.at, true
		}
	}
	end := bytes.Index(data[start:], []byte("endstream"))
	if end < 0 {
		return stream{dict: dict, raw: data[start:]}, len(data), true
	}
	return stream{dict: dict, raw: data[start : start+end]}, start + end, true
}

// readTrailers reads the dictionaries that name the root of the objects, the last of each key.
func (f *file) readTrailers(data []byte) {
	for _, number := range f.numbers() {
		if stream, isStream := f.objects[number].(stream); isStream && stream.dict["Type"] == nameObject("XRef") {
			f.addTrailer(stream.dict)
		}
	}
	const keyword = "trailer"
	for at := bytes.Index(data, []byte(keyword)); at >= 0; {
		lexer := lexer{data: data, at: at + len(keyword)}
		if dict, _ := lexer.next(); dict != nil {
			if dict, isDict := dict.(dictionary); isDict {
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

func (f *file) addTrailer(dict dictionary) {
	for _, key := range []nameObject{"Root", "Info", "Encrypt"} {
		if dict[key] != nil {
			f.trailer[key] = dict[key]
		}
	}
}

// numbers returns the numbers of all objects in order.
func (f *file) numbers() []int {
	numbers := make([]int, 0, len(f.objects))
	for number := range f.objects {
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	return numbers
}

// unpackObjects reads the objects that lie within streams (ISO 32000-1, 7.5.7).
func (f *file) unpackObjects() {
	for _, number := range f.numbers() {
		stream, isStream := f.objects[number].(stream)
		if !isStream || stream.dict["Type"] != nameObject("ObjStm") {
			continue
		}
		data := f.decode(stream)
		first := int(f.number(stream.dict["First"]))
		if first < 0 || first > len(data) {
			continue
		}
		index := lexer{data: data[:first]}
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

func (f *file) unpackObject(number, offset any, data []byte) {
	n, isNumber := number.(float64)
	at, isOffset := offset.(float64)
	if !isNumber || !isOffset || n < 0 || n >= 1<<31 || at < 0 || at > float64(len(data)) {
		return
	}
	if _, known := f.objects[int(n)]; !known {
		lexer := lexer{data: data, at: int(at)}
		value, _ := lexer.next()
		f.spend((lexer.at - int(at)) * objectWork)
		f.put(int(n), value)
	}
}

// spend takes work off what may still be done and reports whether there is some left.
func (f *file) spend(bytes int) bool {
	if f.work -= bytes + 1; f.work < 0 {
		f.fail(fmt.Sprintf("the text of the PDF takes more than %d MB unpacked", mostWork>>20))
	}
	return f.err == nil
}

// resolve follows references.
func (f *file) resolve(value any) any {
	const longest = 32
	for range longest {
		reference, isReference := value.(reference)
		if !isReference {
			return value
		}
		value = f.objects[int(reference)]
	}
	return nil
}

func (f *file) number(value any) float64 {
	number, _ := f.resolve(value).(float64)
	return number
}

// dict returns a dictionary, also that of a stream, or one without keys.
func (f *file) dict(value any) dictionary {
	switch value := f.resolve(value).(type) {
	case dictionary:
		return value
	case stream:
		return value.dict
	}
	return nil
}

func (f *file) array(value any) []any {
	array, _ := f.resolve(value).([]any)
	return array
}

// pages returns the dictionaries of the pages in order, each with the resources that it inherits.
func (f *file) pages() []dictionary {
	var pages []dictionary
	visited := map[reference]bool{}
	var walk func(node, resources any, depth int)
	walk = func(node, resources any, depth int) {
		if reference, isReference := node.(reference); isReference {
			if visited[reference] {
				return
			}
			visited[reference] = true
		}
		dict := f.dict(node)
		if own := dict["Resources"]; own != nil {
			resources = own
		}
		if dict == nil || depth > mostDepth || len(pages) >= mostPages {
			return
		}
		kids := f.array(dict["Kids"])
		for _, kid := range kids {
			walk(kid, resources, depth+1)
		}
		if kids == nil {
			pages = append(pages, dictionary{"Contents": dict["Contents"], "Resources": resources})
		}
	}
	walk(f.dict(f.trailer["Root"])["Pages"], nil, 0)
	return pages
}
