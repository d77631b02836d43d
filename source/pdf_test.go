package source_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/source"
)

// A report of one page, with an information dictionary.
const pdfReport = `%PDF-1.4
1 0 obj
<< /Length 84 >>
stream
BT /F1 10 Tf 72 700 Td (The crew of the ferry had worked for fourteen hours.) Tj ET
endstream
endobj
2 0 obj
<< /Kids [<< /Type /Page /Contents 1 0 R >>] /Resources << /Font << /F1 << /Subtype /Type1 >> >> >> >>
endobj
3 0 obj
<< /Pages 2 0 R >>
endobj
4 0 obj
<< /Title (What the Inquiry Found) /Author (Ines Roe and Tam Okonjo) /CreationDate (D:20181012093000+01'00') >>
endobj
trailer
<< /Root 3 0 R /Info 4 0 R >>
%%EOF
`

func parsePDF(data string) (*rashomon.Document, error) {
	return source.Parse(rashomon.Original{Bytes: []byte(data), Format: rashomon.FormatPDF, Address: "report.pdf"})
}

func TestPDFParts(t *testing.T) {
	t.Parallel()
	doc, err := parsePDF(pdfReport)
	if err != nil {
		t.Fatal(err)
	}
	const want = "The crew of the ferry had worked for fourteen hours."
	if len(doc.Parts) != 1 || doc.Quote(doc.Parts[0].Extent) != want || doc.Parts[0].Rule != "pdf/lines" {
		t.Errorf("got text %q in parts %v, want %q in one of rule pdf/lines", doc.Text, doc.Parts, want)
	}
}

func TestPDFDetails(t *testing.T) {
	t.Parallel()
	doc, err := parsePDF(pdfReport)
	if err != nil {
		t.Fatal(err)
	}
	want := []rashomon.Detail{
		{Field: rashomon.FieldTitle, Value: "What the Inquiry Found", Rule: "pdf/info"},
		{Field: rashomon.FieldAuthor, Value: "Ines Roe", Rule: "pdf/info"},
		{Field: rashomon.FieldAuthor, Value: "Tam Okonjo", Rule: "pdf/info"},
		{Field: rashomon.FieldLanguage, Value: "en", Rule: "text/function words"},
	}
	if diff := cmp.Diff(want, doc.Details); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestPDFOfAPage states that the day on which a page was printed is not that of its publication: the text tells, or
// nothing does.
func TestPDFOfAPage(t *testing.T) {
	t.Parallel()
	const printed = "/Creator (Chromium) /Producer (Skia/PDF m120) /CreationDate (D:20261121101500+00'00')"
	page := regexp.MustCompile(`/CreationDate [^>]*`).ReplaceAllLiteralString(pdfReport, printed)
	tests := []struct{ name, line, want string }{
		{"a day in the text", "VESSANY, Oct. 9, 2018 - The crew of the ferry had worked for fourteen hours.", "2018-10-09"},
		{"no day", "The crew of the ferry had worked for fourteen hours.", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc, err := parsePDF(strings.Replace(page, "The crew of the ferry had worked for fourteen hours.", test.line, 1))
			if err != nil {
				t.Fatal(err)
			}
			if got := doc.Detail(rashomon.FieldPublished); got != test.want {
				t.Errorf("%q: got published %q, want %q", test.line, got, test.want)
			}
		})
	}
}

func TestPDFErrorsNameTheFile(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"<html>", pdfReport[:len(pdfReport)/2], "%PDF-1.4\n%%EOF"} {
		_, err := parsePDF(data)
		var known *rashomon.Error
		if !errors.As(err, &known) || known.Place != "report.pdf" || known.Remedy == "" {
			t.Errorf("%.10q: got error %v, want a *rashomon.Error that names the file and what to do", data, err)
		}
	}
}
