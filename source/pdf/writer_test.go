package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
)

// A writer makes small PDFs for the tests: objects are numbered from 1 as they are added.
type writer struct {
	objects []string
	info    string // keys of the information dictionary
	trailer string // further keys of the trailer
}

// add returns the number of an object.
func (w *writer) add(object string) int {
	w.objects = append(w.objects, object)
	return len(w.objects)
}

func (w *writer) addStream(keys, data string) int {
	return w.add(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", keys, len(data), data))
}

// bytes returns the file. Pages are objects with the content streams given.
func (w *writer) bytes(resources string, contents ...int) []byte {
	var kids strings.Builder
	for _, content := range contents {
		page := w.add(fmt.Sprintf("<< /Type /Page /Contents %d 0 R >>", content))
		fmt.Fprintf(&kids, "%d 0 R ", page)
	}
	pages := w.add(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] /Resources << %s >> >>", len(contents), &kids, resources))
	root := w.add(fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R >>", pages))
	info := w.add("<< " + w.info + " >>")
	var file bytes.Buffer
	file.WriteString("%PDF-1.4\n")
	for i, object := range w.objects {
		fmt.Fprintf(&file, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	fmt.Fprintf(&file, "trailer\n<< /Root %d 0 R /Info %d 0 R %s >>\nstartxref\n0\n%%%%EOF\n", root, info, w.trailer)
	return file.Bytes()
}

const plainFonts = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> " +
	"/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>"

// A textLine is a line of a page: where it begins, in points, its font's name and size.
type textLine struct {
	x, y float64
	font string
	size float64
	text string
}

// pageContent returns the content stream of lines.
func pageContent(lines ...textLine) string {
	escape := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "’", "\x92", "–", "\x96", "é", "\xe9")
	var content strings.Builder
	for _, line := range lines {
		fmt.Fprintf(&content, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", line.font, line.size, line.x, line.y, escape.Replace(line.text))
	}
	return content.String()
}

// setLines sets a text in lines of 10 points from a height downwards.
func setLines(top float64, text string) []textLine {
	var lines []textLine
	for i, line := range strings.Split(text, "\n") {
		lines = append(lines, textLine{x: 72, y: top - 12*float64(i), font: "F1", size: 10, text: line})
	}
	return lines
}

func deflate(t testing.TB, data string) string {
	t.Helper()
	var packed bytes.Buffer
	zlibWriter := zlib.NewWriter(&packed)
	if _, err := zlibWriter.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := zlibWriter.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.String()
}
