package source_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/source"
)

func parsePage(page string) (*rashomon.Document, error) {
	return source.Parse(rashomon.Original{Bytes: []byte(page), Format: rashomon.FormatHTML, Address: "page.html"})
}

const paragraph = "<p>The ferry left the harbour of Vessany at six in the morning, and the mayor said that nobody was hurt.</p>\n"

// hostileSize is the size in bytes of the generated pages: the largest whose elements are not counted first.
const hostileSize = 2 << 20

func fill(unit string) string { return strings.Repeat(unit, hostileSize/len(unit)) }

func numbered(format string) string {
	var page strings.Builder
	for i := 0; page.Len() < hostileSize; i++ {
		fmt.Fprintf(&page, format, i)
	}
	return page.String()
}

// TestHostilePages reads pages that are made to cost time or memory. Each must end, in a document or in an error that
// names the page, within a time that a quadratic algorithm would pass a hundred times.
func TestHostilePages(t *testing.T) {
	const headline = "<title>Ferry sinks</title><h1>Ferry sinks</h1>"
	pages := []struct{ name, page string }{
		{"nested div", fill("<div>")},
		{"nested formatting", numbered("<b id=%d><p>x")},
		{"nested font, closed", strings.Repeat("<font>", 400) + paragraph + strings.Repeat("</font>", 400)},
		{"links never closed", fill("<a href=x>word ")},
		{"spans side by side", fill("<span>word </span>")},
		{"paragraphs", fill(paragraph)},
		{"empty elements", fill("<i></i>")},
		{"attributes", "<p " + fill("a ") + ">" + paragraph},
		{"one attribute", `<p class="` + fill("word-") + `">` + paragraph + "</p>"},
		{"one style", `<p style="` + fill("a : b;") + `">` + paragraph + "</p>"},
		{"one script", "<script>" + fill("document.write('<p>x');") + "</script>" + paragraph},
		{"script not closed", "<script>" + fill("if (a < b) ")},
		{"comment not closed", paragraph + "<!--" + fill("-- ")},
		{"nested comments", fill("<!--")},
		{"table cells", "<table>" + fill("<tr><td>cell")},
		{"text in tables", fill("<table>word")},
		{"closing tags", fill("</p></div>")},
		{"headlines", numbered("<h1>Ferry leaves harbour %d</h1>")},
		{"authors", numbered(`<meta name=author content="Jane Roe %d">`)},
		{"bylines", headline + strings.Repeat("<div class=author>", 400) + fill("<p class=author>Jane Roe</p>")},
		{"bylines side by side", headline + fill("<p class=byline>Nobody</p>")},
		{"lines under the headline", headline + fill("<p>By the pilots of the harbour</p>")},
		{"items", strings.Repeat("<div itemprop=author>", 400) + fill("<i></i>")},
		{"JSON-LD", `<script type="application/ld+json">` + fill("[") + "</script>" + paragraph},
		{"angle brackets", fill("<")},
		{"ampersands", fill("&amp")},
		{"lines", fill("word<br>")},
		{"templates", fill("<template>")},
		{"selects", fill("<select><option>")},
		{"frames", fill("<frameset>")},
		{"articles", fill("<article class=entry-content>word</article>")},
		{"one word", "<p>" + fill("word")},
	}
	for _, test := range pages {
		t.Run(test.name, func(t *testing.T) {
			began := time.Now()
			_, err := parsePage(test.page)
			var known *rashomon.Error
			if err != nil && (!errors.As(err, &known) || known.Place != "page.html") {
				t.Errorf("got error %v, want a *rashomon.Error that names the page", err)
			}
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			t.Log(time.Since(began), err)
		})
	}
}

// TestNestedElements reads pages that are deeper than a tree may be: their text is read, and an error is told only where
// there is none.
func TestNestedElements(t *testing.T) {
	t.Parallel()
	for _, element := range []string{"div", "b", "span", "blockquote", "section", "table", "svg"} {
		open := strings.Repeat("<"+element+">", 10_000)
		doc, err := parsePage(open + strings.Repeat("</"+element+">", 10_000) + strings.Repeat(paragraph, 3))
		if err != nil || strings.Count(doc.Text, "The ferry left") != 3 {
			t.Errorf("10,000 nested %s: got error %v, want the text behind them", element, err)
		}
		_, err = parsePage(open)
		var known *rashomon.Error
		if !errors.As(err, &known) || known.Kind != rashomon.ErrorInvalid || known.Place != "page.html" {
			t.Errorf("10,000 nested %s: got error %v, want one of kind %q that names the page", element, err, rashomon.ErrorInvalid)
		}
	}
}

// TestHostileMemory checks that a page of the largest size does not take memory by the gigabyte.
func TestHostileMemory(t *testing.T) {
	const limit = 1 << 30
	page := strings.Repeat("<i>", 400) + strings.Repeat("<p>a ", source.DefaultLimit/5)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := parsePage(page); err == nil {
		t.Error("got no error, want one for too many elements")
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > limit {
		t.Errorf("got %d MB allocated, want at most %d", got>>20, limit>>20)
	}
}
