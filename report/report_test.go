package report_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rashomon/archive"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/rashomontest"
	"rashomon/report"
	"rashomon/view"
)

// made is the day on which the reports of the tests are made.
var made = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// about is what the tests tell of a view.
func about(v *view.View) report.About {
	a := report.About{Made: made, Program: "rashomon 0.1, reader 9"}
	for _, d := range v.Digests {
		a.Documents = append(a.Documents, archive.Summary{ID: d.Document, SHA256: strings.Repeat(d.Document, 4), Title: d.Title,
			Source: d.Source, Published: d.Published, Words: 100, Reading: "9"})
	}
	return a
}

// written returns a report in both forms.
func written(t testing.TB, r *report.Report) (page, markdown []byte) {
	t.Helper()
	var html, md bytes.Buffer
	if err := r.HTML(&html); err != nil {
		t.Fatal(err)
	}
	if err := r.Markdown(&md); err != nil {
		t.Fatal(err)
	}
	return html.Bytes(), md.Bytes()
}

// TestCase holds the report on the embedded case fast, in both forms.
func TestCase(t *testing.T) {
	t.Parallel()
	v := view.New(digesttest.Case(t), view.Options{})
	a := about(v)
	a.Most = 6 // of each: what changes there must be read
	page, markdown := written(t, report.Of(v, a))
	rashomontest.Golden(t, filepath.Join("testdata", "dam.html"), page)
	rashomontest.Golden(t, filepath.Join("testdata", "dam.md"), markdown)
	checkPage(t, page)
}

// TestNothing makes a report on nothing.
func TestNothing(t *testing.T) {
	t.Parallel()
	page, _ := written(t, report.Of(view.New(nil, view.Options{}), report.About{Made: made}))
	checkPage(t, page)
	for _, want := range []string{"Nothing was found that cannot hold together.", "Nobody has corrected anything."} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("not in it: %q", want)
		}
	}
}

// TestRightToLeft keeps the direction of a name to itself: the day and the arrow behind it stand where they do behind others.
func TestRightToLeft(t *testing.T) {
	t.Parallel()
	v := view.New([]*digest.Digest{told("aaaa000000000001", "صحيفة النور", "The ferry sank"), told("aaaa000000000002", "The Sun", "The ferry sank")}, view.Options{})
	page, markdown := written(t, report.Of(v, about(v)))
	for _, written := range [][]byte{page, markdown} {
		if !bytes.Contains(written, []byte("\u2068صحيفة النور\u2069, 2015-04-02")) || bytes.Contains(written, []byte("\u2068The Sun")) {
			t.Errorf("the name is not kept apart, or another is:\n%s", written)
		}
	}
	checkPage(t, page)
}
