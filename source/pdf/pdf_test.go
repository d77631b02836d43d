package pdf_test

import (
	"bytes"
	"encoding/ascii85"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/source/pdf"
)

// paragraphsOf returns the paragraphs of a file, "kind: text" each.
func paragraphsOf(t testing.TB, data []byte) []string {
	t.Helper()
	doc, err := pdf.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var paragraphs []string
	for _, paragraph := range doc.Paragraphs {
		paragraphs = append(paragraphs, string(paragraph.Kind)+": "+paragraph.Text)
	}
	return paragraphs
}

func compare(t *testing.T, data []byte, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, paragraphsOf(t, data)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// onePage returns a PDF of one page.
func onePage(lines ...textLine) []byte {
	var w writer
	return w.bytes(plainFonts, w.addStream("", pageContent(lines...)))
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		lines []textLine
		want  []string
	}{
		{
			"lines of one paragraph",
			setLines(700, "The ferry left the harbour of Vessany at six in the morning and\nwas to reach the island before noon, as it does on every day of\nthe year."),
			[]string{"body: The ferry left the harbour of Vessany at six in the morning and was to reach the island before noon, as it does on every day of the year."},
		},
		{
			"hyphen at a line's end",
			setLines(700, "The ferry left the harbour of Vessany at six in the morn-\ning, and the well-known pilot of the line was on the bridge."),
			[]string{"body: The ferry left the harbour of Vessany at six in the morning, and the well-known pilot of the line was on the bridge."},
		},
		{
			"hyphen of the word",
			setLines(700, "The well-known pilot of the ferry line was on the bridge, a well-\nknown man of the island, when the lights of the ship went out."),
			[]string{"body: The well-known pilot of the ferry line was on the bridge, a well-known man of the island, when the lights of the ship went out."},
		},
		{
			"gap between paragraphs",
			append(setLines(700, "The ferry left the harbour of Vessany at six in the morning,\nand no one on the quay saw anything that was unusual that day."),
				setLines(660, "The mayor of the town said that the crew had been warned of\nthe storm by the station on the island.")...),
			[]string{
				"body: The ferry left the harbour of Vessany at six in the morning, and no one on the quay saw anything that was unusual that day.",
				"body: The mayor of the town said that the crew had been warned of the storm by the station on the island.",
			},
		},
		{
			"a short last line",
			setLines(700, "The ferry left the harbour of Vessany at six in the morning,\nas ever.\nThe mayor of the town said that the crew had been warned of\nthe storm by the station on the island."),
			[]string{
				"body: The ferry left the harbour of Vessany at six in the morning, as ever.",
				"body: The mayor of the town said that the crew had been warned of the storm by the station on the island.",
			},
		},
		{
			"headline, heading, items",
			[]textLine{
				{72, 740, "F1", 20, "What the Inquiry Found"},
				{72, 700, "F2", 10, "The crew"},
				{72, 688, "F1", 10, "The crew of the ferry had worked for fourteen hours when it left."},
				{72, 676, "F1", 10, "\x95 The pilot was ill."},
				{72, 664, "F1", 10, "\x95 The mate had no licence."},
			},
			[]string{
				"headline: What the Inquiry Found", "heading: The crew",
				"body: The crew of the ferry had worked for fourteen hours when it left.",
				"item: • The pilot was ill.", "item: • The mate had no licence.",
			},
		},
		{
			"two columns",
			append(setLines(700, "The left column tells that the ferry\nleft the harbour in the morning and"),
				textLine{320, 700, "F1", 10, "then sailed for the island, where"}, textLine{320, 688, "F1", 10, "nobody waited for it on the quay."}),
			[]string{"body: The left column tells that the ferry left the harbour in the morning and then sailed for the island, where nobody waited for it on the quay."},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			compare(t, onePage(test.lines...), test.want...)
		})
	}
}

// TestRunningLines checks that page numbers and the lines that all pages have go, and that a sentence goes on.
func TestRunningLines(t *testing.T) {
	t.Parallel()
	var w writer
	var contents []int
	for i, text := range []string{
		"The first page of the report ends within a sentence that tells\nhow the ferry left the harbour of the town in the morning and",
		"sailed for the island.\nThe second page ends with a sentence of its own, as it should,\nand with a full stop.",
		"The third page is the last page of the whole report on the loss\nof the ferry.",
	} {
		lines := append([]textLine{{72, 770, "F1", 8, "Inquiry into the loss of the Constance"}}, setLines(700, text)...)
		lines = append(lines, textLine{300, 40, "F1", 8, fmt.Sprintf("Page %d of 3", i+1)})
		contents = append(contents, w.addStream("", pageContent(lines...)))
	}
	compare(t, w.bytes(plainFonts, contents...),
		"body: The first page of the report ends within a sentence that tells how the ferry left the harbour of the town in the morning and sailed for the island.",
		"body: The second page ends with a sentence of its own, as it should, and with a full stop.",
		"body: The third page is the last page of the whole report on the loss of the ferry.")
}

// TestForms reads the same sentence in the ways in which files write it.
func TestForms(t *testing.T) {
	t.Parallel()
	const sentence = "The office of the harbour was flooded at the ﬁrst ﬂood."
	plain := "BT /F1 12 Tf 72 700 Td (The office of the harbour was flooded at the first flood.) Tj ET"
	var ascii bytes.Buffer
	encoder := ascii85.NewEncoder(&ascii)
	if _, err := encoder.Write([]byte(plain)); err != nil {
		t.Fatal(err)
	}
	if err := encoder.Close(); err != nil {
		t.Fatal(err)
	}
	wide := "/Font << /F1 << /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /DW 500 /W [1 [250 500] 3 90 500] >>] /ToUnicode 1 0 R >> >>"
	tests := []struct {
		name      string
		objects   func(w *writer) int // returns the content stream
		resources string
	}{
		{"plain", func(w *writer) int { return w.addStream("", plain) }, plainFonts},
		{"packed", func(w *writer) int { return w.addStream("/Filter /FlateDecode", deflate(t, plain)) }, plainFonts},
		{"hexadecimal", func(w *writer) int {
			return w.addStream("/Filter [/ASCIIHexDecode]", hex.EncodeToString([]byte(plain))+">")
		}, plainFonts},
		{"ASCII85", func(w *writer) int { return w.addStream("/Filter /ASCII85Decode", ascii.String()+"~>") }, plainFonts},
		{"predicted", func(w *writer) int {
			return w.addStream("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>", deflate(t, predict(plain, 4)))
		}, plainFonts},
		{"pieces with gaps", func(w *writer) int {
			return w.addStream("", "BT /F1 12 Tf 72 700 Td [(The of) 20 (fice) -300 (of the har) 5 (bour was)] TJ 15 TL 260 0 Td (flooded at the first flood.) Tj ET")
		}, plainFonts},
		{"next line operators", func(w *writer) int {
			return w.addStream("", "BT /F1 12 Tf 14 TL 72 700 Td (The office of the harbour was flooded) Tj (at the first flood.) ' ET")
		}, plainFonts},
		{"in a form", func(w *writer) int {
			w.addStream("/Subtype /Form /Resources << "+plainFonts+" >>", plain)
			return w.addStream("", "q 1 0 0 1 0 0 cm /X1 Do Q")
		}, "/XObject << /X1 1 0 R >>"},
		{"ligatures by name", func(w *writer) int {
			return w.addStream("", `BT /F1 12 Tf 72 700 Td (The o\001ce of the harbour was \003ooded at the \002rst \003ood.) Tj ET`)
		}, "/Font << /F1 << /Subtype /Type1 /Encoding << /Differences [1 /ffi /fi /fl] >> >> >>"},
		{"codes of two bytes", func(w *writer) int {
			w.addStream("", "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <0020> endbfchar 1 beginbfrange <0020> <007e> <0020> endbfrange endcmap")
			return w.addStream("", "BT /F1 12 Tf 72 700 Td <"+twoByteCodes("The office of the harbour was flooded at the first flood.")+"> Tj ET")
		}, wide},
		{"objects in a stream", func(w *writer) int {
			font := "<< /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
			w.addStream("/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode", deflate(t, "900 0 "+font))
			return w.addStream("", plain)
		}, "/Font << /F1 900 0 R >>"},
		{"damaged at the end", func(w *writer) int {
			packed := deflate(t, plain)
			return w.addStream("/Filter /FlateDecode", packed[:len(packed)-4])
		}, plainFonts},
	}
	want := strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl").Replace(sentence)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var w writer
			content := test.objects(&w)
			compare(t, w.bytes(test.resources, content), "body: "+want)
		})
	}
}

// predict puts PNG's filter "up" before rows of some columns.
func predict(data string, columns int) string {
	for len(data)%columns != 0 {
		data += " "
	}
	var out strings.Builder
	for row := 0; row < len(data); row += columns {
		out.WriteByte(2)
		for i := range columns {
			above := byte(0)
			if row > 0 {
				above = data[row-columns+i]
			}
			out.WriteByte(data[row+i] - above)
		}
	}
	return out.String()
}

func twoByteCodes(text string) string {
	var codes strings.Builder
	for _, r := range text {
		fmt.Fprintf(&codes, "%04x", r)
	}
	return codes.String()
}

func TestInfo(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, info string
		want       pdf.Info
	}{
		{
			"all of it", `/Title (What the Inquiry Found) /Author <FEFF0049006E00650073002000C90072006F0075>`,
			pdf.Info{Title: "What the Inquiry Found", Author: "Ines Érou"},
		},
		{"a file's name", `/Title (Microsoft Word - inquiry.doc)`, pdf.Info{}},
		{"space and control characters", "/Author (Ines\n\x01  Roe)", pdf.Info{Author: "Ines Roe"}},
		{"nothing", "", pdf.Info{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			w := writer{info: test.info}
			content := w.addStream("", pageContent(setLines(700, "The crew of the ferry had worked for fourteen hours when it left.")...))
			doc, err := pdf.Read(w.bytes(plainFonts, content))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, doc.Info); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	var picture, encrypted, wide writer
	sentence := pageContent(setLines(700, "The crew of the ferry had worked for fourteen hours.")...)
	encrypted.trailer = "/Encrypt << /Filter /Standard >>"
	encryptedFile := encrypted.bytes(plainFonts, encrypted.addStream("", sentence))
	whole := onePage(setLines(700, "The crew of the ferry had worked for fourteen hours.")...)
	tests := []struct {
		name  string
		data  []byte
		kind  rashomon.ErrorKind
		cause string
	}{
		{"no PDF", []byte("<html>"), rashomon.ErrorInvalid, "this is no PDF"},
		{"cut", whole[:len(whole)/2], rashomon.ErrorInvalid, "this PDF is cut"},
		{"picture of a page", picture.bytes("", picture.addStream("", "q 612 0 0 792 0 0 cm /Im1 Do Q")), rashomon.ErrorInvalid, "no text in this PDF"},
		{"encrypted", encryptedFile, rashomon.ErrorUnsupported, "encrypted"},
		{"no pages", []byte("%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF"), rashomon.ErrorInvalid, "no page"},
		{
			"fonts without a table",
			wide.bytes("/Font << /F1 << /Subtype /Type0 /Encoding /Identity-H >> >>", wide.addStream("", "BT /F1 12 Tf <00010002000300040005> Tj ET")),
			rashomon.ErrorUnsupported, "do not say which letters",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := pdf.Read(test.data)
			var known *rashomon.Error
			if !errors.As(err, &known) || known.Kind != test.kind || !strings.Contains(known.Cause, test.cause) || known.Remedy == "" {
				t.Errorf("got error %v, want one of kind %q that says %q", err, test.kind, test.cause)
			}
		})
	}
}

// TestHostileFiles reads files that are made to cost time or memory, or to overflow the stack.
func TestHostileFiles(t *testing.T) {
	loop := func(objects string) []byte {
		return []byte("%PDF-1.4\n" + objects + "\ntrailer << /Root 1 0 R >>\n%%EOF")
	}
	bomb := func(keys, unit string) []byte {
		var w writer
		return w.bytes(plainFonts, w.addStream("/Filter /FlateDecode "+keys, deflate(t, strings.Repeat(unit, (150<<20)/len(unit)))))
	}
	var forms writer
	for level := range 8 {
		forms.addStream(fmt.Sprintf("/Subtype /Form /Resources << /XObject << /X %d 0 R >> >>", level+2), strings.Repeat("/X Do ", 1000))
	}
	formFile := forms.bytes("/XObject << /X 1 0 R >>", forms.addStream("", "/X Do"))
	tests := []struct {
		name string
		data []byte
	}{
		{"nested arrays", loop("1 0 obj\n" + strings.Repeat("[", 5<<20))},
		{"nested dictionaries", loop("1 0 obj\n" + strings.Repeat("<</A", 1<<20))},
		{"pages within themselves", loop("1 0 obj << /Pages 2 0 R >> endobj 2 0 obj << /Kids [2 0 R 2 0 R] >> endobj")},
		{"a reference to itself", loop("1 0 obj 1 0 R endobj")},
		{"many objects", loop(strings.Repeat("1 0 obj 1 endobj ", 200_000))},
		{"strings never closed", loop(strings.Repeat("1 0 obj (", 200_000))},
		{"a backslash at the end", []byte("%PDF-1.4\n%%EOF\n1 0 obj (never closed \\")},
		{"streams never closed", loop(strings.Repeat("1 0 obj << >> stream ", 200_000))},
		{"a bomb of content", bomb("", "(a) Tj ")},
		{"a bomb of objects", bomb("/Type /ObjStm /N 1000000 /First 100000000", "1 0 ")},
		{"a bomb of text", bomb("", "BT /F1 12 Tf (word) Tj ET\n")},
		{"forms of forms", formFile},
		{"numbers without end", loop("1 0 obj << /Pages << /Kids [<< /Contents 3 0 R /Rotate 1e400 >>] >> >> endobj 3 0 obj << /Length 99999999999999999999 >> stream endstream")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			began := time.Now()
			_, err := pdf.Read(test.data)
			var known *rashomon.Error
			if !errors.As(err, &known) || known.Kind == "" {
				t.Errorf("got error %v, want a *rashomon.Error with a kind", err)
			}
			if took := time.Since(began); took > 30*time.Second {
				t.Errorf("took %v", took)
			}
			t.Log(time.Since(began), err)
		})
	}
}

// FuzzRead states that a file ends in an error that says what to do, or in paragraphs of sound text, and in the same ones
// each time.
func FuzzRead(f *testing.F) {
	f.Add(onePage(setLines(700, "The crew of the ferry had worked for fourteen hours.")...))
	var w writer
	w.addStream("/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode", deflate(f, "900 0 << /Subtype /Type0 /ToUnicode 2 0 R >>"))
	w.addStream("", "1 beginbfrange <0020> <007e> <0020> endbfrange")
	f.Add(w.bytes("/Font << /F1 900 0 R >>", w.addStream("", "BT /F1 12 Tf [<00410042> -300 <0043>] TJ ET")))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := pdf.Read(data)
		if err != nil {
			var known *rashomon.Error
			if !errors.As(err, &known) || known.Kind == "" || known.Remedy == "" {
				t.Fatalf("got error %v, want a *rashomon.Error with a kind and a remedy", err)
			}
			return
		}
		for _, paragraph := range doc.Paragraphs {
			if !utf8.ValidString(paragraph.Text) || strings.TrimSpace(paragraph.Text) == "" {
				t.Fatalf("got the paragraph %q, want UTF-8 and some text", paragraph.Text)
			}
		}
		if again, err := pdf.Read(data); err != nil || !cmp.Equal(again, doc) {
			t.Fatalf("the second reading differs (%v):\n%s", err, cmp.Diff(doc, again))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var w writer
	var contents []int
	for range 20 {
		text := strings.Repeat("The ferry left the harbour of Vessany at six in the morning, and\n", 50)
		contents = append(contents, w.addStream("/Filter /FlateDecode", deflate(b, pageContent(setLines(740, strings.TrimSpace(text))...))))
	}
	data := w.bytes(plainFonts, contents...)
	b.SetBytes(int64(len(strings.Join(paragraphsOf(b, data), "\n\n"))))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pdf.Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
