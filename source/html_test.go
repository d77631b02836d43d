package source_test

import (
	"bytes"
	"errors"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/source"
)

// pages returns the files of testdata/html.
func pages(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/html/*.html")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no pages in testdata/html (%v)", err)
	}
	return paths
}

func readPage(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPages(t *testing.T) {
	t.Parallel()
	for _, path := range pages(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			doc, err := parsePage(readPage(t, path))
			if err != nil {
				t.Fatal(err)
			}
			doc.ID, doc.SHA256 = "", "" // of the bytes, and so of no interest here
			var out bytes.Buffer
			if err := rashomon.Print(&out, doc); err != nil {
				t.Fatal(err)
			}
			rashomontest.Golden(t, strings.TrimSuffix(path, ".html")+".golden", out.Bytes())
		})
	}
}

func TestPagesWithoutArticle(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, page string }{
		{"empty body", "<html><body></body></html>"},
		{"script alone", "<script>document.write('news')</script>"},
		{"menu alone", "<nav><a href=/>Home</a> <a href=/news>News</a></nav>"},
		{"notices in boxes", strings.Repeat("<div class=cookie><p>We use cookies. Do you agree to them?</p></div>", 3)},
		{"script needed", "<noscript><div><b>" + strings.Repeat("Scripts are needed to read the news. ", 10) + "</b></div></noscript>"},
		{"space", " \n\t "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := parsePage(test.page)
			var known *rashomon.Error
			if !errors.As(err, &known) || known.Kind != rashomon.ErrorInvalid || known.Place != "page.html" || known.Remedy == "" {
				t.Errorf("got error %v, want one of kind %q with place and remedy", err, rashomon.ErrorInvalid)
			}
		})
	}
}

// metadata wraps markup in a page with an article, so that its details can be looked at.
func metadata(head string) string {
	return "<html><head>" + head + "</head><body><article>" + strings.Repeat(paragraph, 3) + "</article></body></html>"
}

func TestMetadata(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, head string
		field      rashomon.Field
		want       string // values, joined by "|"
	}{
		{"title with outlet", `<title>Ferry sinks - The Courier</title><meta property=og:site_name content="The Courier">`, rashomon.FieldTitle, "Ferry sinks"},
		{"title with host", `<title>Ferry sinks | Courier</title><link rel=canonical href="https://www.courier.example/a">`, rashomon.FieldTitle, "Ferry sinks"},
		{"outlet of a title", `<title>Ferry sinks | Courier</title><meta property=og:title content="Ferry sinks">`, rashomon.FieldSource, "Courier"},
		{"title with a dash of its own", `<title>Ferry sinks - nine missing</title>`, rashomon.FieldTitle, "Ferry sinks - nine missing"},
		{"headline alone", `<h1>Ferry sinks</h1>`, rashomon.FieldTitle, "Ferry sinks"},
		{"two headlines alone", `<h1>The Courier</h1><h1>Ferry sinks</h1>`, rashomon.FieldTitle, ""},
		{"title in entities", `<meta property=og:title content="Harbour &amp;amp; town">`, rashomon.FieldTitle, "Harbour & town"},
		{"two authors in one", `<meta name=author content="By Ines Harrow and Tom Quill">`, rashomon.FieldAuthor, "Ines Harrow|Tom Quill"},
		{"author with degree", `<meta name=author content="Ines Harrow, PhD">`, rashomon.FieldAuthor, "Ines Harrow, PhD"},
		{"author is an address", `<meta property=article:author content="https://social.example/ines">`, rashomon.FieldAuthor, ""},
		{"better source of authors", `<meta name=author content="Web Desk"><script type="application/ld+json">{"@type":"NewsArticle","author":"Ines Harrow"}</script>`, rashomon.FieldAuthor, "Ines Harrow"},
		{"times of one moment", `<meta property=article:published_time content="2018-10-09T18:05:00+01:00"><meta name=date content=2018-10-01>`, rashomon.FieldPublished, "2018-10-09T18:05:00+01:00"},
		{"time never set", `<meta property=article:published_time content="0001-01-01T00:00:00Z">`, rashomon.FieldPublished, ""},
		{"no time", `<title>Ferry sinks</title>`, rashomon.FieldPublished, ""},
		{"modified is not published", `<meta property=article:modified_time content="2018-10-10">`, rashomon.FieldPublished, ""},
		{"JSON-LD with line breaks", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\nsinks\"}</script>", rashomon.FieldTitle, "Ferry sinks"},
		{"JSON-LD that is none", `<script type="application/ld+json">{"@type":</script><title>Ferry sinks</title>`, rashomon.FieldTitle, "Ferry sinks"},
		{"JSON-LD of a list", `<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Another"}]}</script>`, rashomon.FieldTitle, ""},
		{"address", `<link rel=canonical href="/relative"><meta property=og:url content="https://courier.example/a">`, rashomon.FieldURL, "https://courier.example/a"},
		{"source is an address", `<meta property=og:site_name content="https://courier.example">`, rashomon.FieldSource, ""},
		{"language of the text", `</head></html><html lang=fr-FR>`, rashomon.FieldLanguage, "en"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc, err := parsePage(metadata(test.head))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, detail := range doc.Details {
				if detail.Field == test.field && !strings.HasPrefix(detail.Rule, "text/") || test.field == rashomon.FieldLanguage && detail.Field == test.field {
					got = append(got, detail.Value)
				}
			}
			if joined := strings.Join(got, "|"); joined != test.want {
				t.Errorf("%s: got %s %q, want %q", test.head, test.field, joined, test.want)
			}
		})
	}
}

func TestShownDate(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, head, want string }{
		{"beside the headline", `<div><h1>Ferry sinks</h1><div class="article-date">October 9, 2018</div></div>`, "2018-10-09"},
		{"behind a label", `<div><h1>Ferry sinks</h1><p class=published>Published 7:07 PM EST Oct 9, 2018</p></div>`, "2018-10-09"},
		{"a change", `<div><h1>Ferry sinks</h1><p class=date>Updated: Oct 9, 2018</p></div>`, ""},
		{"at the head of the page", `<div class=date>November 20, 2019</div><div><div><div><div><h1>Ferry sinks</h1></div></div></div></div>`, ""},
		{"without a name", `<div><h1>Ferry sinks</h1><p class=place>October 9, 2018</p></div>`, ""},
		{"without a year", `<div><h1>Ferry sinks</h1><p class=date>October 9</p></div>`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc, err := parsePage("<title>Ferry sinks</title>" + test.head + "<div>" + strings.Repeat(paragraph, 3) + "</div>")
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, detail := range doc.Details {
				if detail.Field == rashomon.FieldPublished && detail.Rule == "html/shown" {
					got = detail.Value
				}
			}
			if got != test.want {
				t.Errorf("%s: got %q, want %q", test.head, got, test.want)
			}
		})
	}
}

// FuzzHTML states that a page ends in an error with a place, or in a document that is sound and whose text, put into a
// page of paragraphs, is read again; with control characters in it, such a page may count as no text.
func FuzzHTML(f *testing.F) {
	for _, path := range pages(f) {
		f.Add(readPage(f, path))
	}
	f.Add("<p>\x00<svg><title>x</title></svg>" + paragraph)
	f.Add("<table><p>" + paragraph + "<select><article class=entry-content>" + paragraph)
	f.Add("<b>" + strings.Repeat(paragraph, 3) + strings.Repeat("<blockquote><p>", 300))
	f.Add("<div class=comment><b>" + strings.ReplaceAll(strings.Repeat(paragraph, 3), "p>", "i>") + "</b></div><svg><a>")
	f.Fuzz(func(t *testing.T, page string) {
		doc, err := parsePage(page)
		if err != nil {
			var known *rashomon.Error
			if !errors.As(err, &known) || known.Place == "" {
				t.Fatalf("got error %v, want a *rashomon.Error with a place", err)
			}
			return
		}
		checkParts(t, doc)
		if hasControls(doc.Text) {
			return
		}
		again, err := parsePage(pageOf(doc))
		if err != nil {
			t.Fatalf("the text %q: %v", doc.Text, err)
		}
		if again.Text != doc.Text {
			t.Fatalf("got %q of a page of the text %q", again.Text, doc.Text)
		}
	})
}

// pageOf returns a page that holds the paragraphs of a text and nothing else.
func pageOf(doc *rashomon.Document) string {
	paragraphs := strings.Split(html.EscapeString(doc.Text), "\n\n")
	return "<div class=entry-content><p>" + strings.Join(paragraphs, "</p><p>") + "</p></div>"
}

// checkParts states the laws of a parsed document: sound UTF-8, and parts that tile the text but for white space.
func checkParts(t testing.TB, doc *rashomon.Document) {
	t.Helper()
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	if !utf8.ValidString(doc.Text) {
		t.Fatalf("the text %q is not UTF-8", doc.Text)
	}
	end := 0
	for _, part := range doc.Parts {
		if between := doc.Text[end:part.Extent.Start]; strings.TrimSpace(between) != "" {
			t.Fatalf("%q stands between two parts", between)
		}
		end = part.Extent.End
	}
	if rest := doc.Text[end:]; strings.TrimSpace(rest) != "" {
		t.Fatalf("%q stands behind the last part", rest)
	}
}

// BenchmarkHTML reads a page as they are, and one with much else than its article.
func BenchmarkHTML(b *testing.B) {
	article := "<p>" + strings.ReplaceAll(rashomontest.Article(), "\n\n", "</p><p>") + "</p>"
	menu := strings.Repeat(`<li class="menu-item"><a href="/section/page" title="A section">A section of the paper</a></li>`, 500)
	script := "<script>" + strings.Repeat("window.settings = {a: 1, b: [2, 3]};", 2000) + "</script>"
	tests := []struct{ name, page string }{
		{"small", readPage(b, "testdata/html/news.html")},
		{"large", "<nav><ul>" + menu + "</ul></nav>" + script + "<article>" + article + "</article><footer>" + menu + "</footer>"},
	}
	for _, test := range tests {
		b.Run(test.name, func(b *testing.B) {
			original := rashomon.Original{Bytes: []byte(test.page), Format: rashomon.FormatHTML, Address: test.name}
			b.SetBytes(int64(len(original.Bytes)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := source.Parse(original); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
