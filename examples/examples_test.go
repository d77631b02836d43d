package examples_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"rashomon"
	"rashomon/examples"
	"rashomon/source"
)

func TestCaseHoldsTheAccountsAndNotTheKey(t *testing.T) {
	t.Parallel()
	got, err := fs.Glob(examples.Case(), "*")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"01-ministry-statement.txt", "02-free-valley.html", "03-newswire-report.txt", "04-southport-courier.html",
		"05-meridian-brief.md", "06-bakery-blog.md", "07-charter-watch.pdf", "08-newswire-correction.html",
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("files of the case (-got +want):\n%s", diff)
	}
}

// TestAccountsSayWhatTheirTextsSay holds every account in its published form to the plain text that the key counts in.
func TestAccountsSayWhatTheirTextsSay(t *testing.T) {
	t.Parallel()
	words := map[string]func(*testing.T, []byte) string{
		"txt": plainText, "html": articleText, "md": markdownText, "pdf": pdfText,
	}
	names, err := fs.Glob(examples.Case(), "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data, err := fs.ReadFile(examples.Case(), name)
			if err != nil {
				t.Fatal(err)
			}
			format := name[strings.LastIndexByte(name, '.')+1:]
			got, want := words[format](t, data), text(t, name[:2])
			if diff := cmp.Diff(strings.Fields(got), strings.Fields(want)); diff != "" {
				t.Errorf("words of %s (-got +want):\n%s", name, diff)
			}
		})
	}
}

func text(t *testing.T, document string) string {
	t.Helper()
	data, err := os.ReadFile("dam/text/" + document + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func plainText(_ *testing.T, data []byte) string { return string(data) }

// articleText returns the text of the page's one article element.
func articleText(t *testing.T, page []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var found strings.Builder
	for node := range root.Descendants() {
		if node.Type == html.TextNode && within(node, "article") {
			found.WriteString(node.Data)
		}
	}
	return found.String()
}

func within(node *html.Node, element string) bool {
	for ancestor := range node.Ancestors() {
		if ancestor.Data == element {
			return true
		}
	}
	return false
}

// markdownText takes off the front matter and the few marks that the accounts use.
func markdownText(_ *testing.T, data []byte) string {
	body := string(data)
	if rest, found := strings.CutPrefix(body, "---\n"); found {
		_, body, _ = strings.Cut(rest, "\n---\n")
	}
	return strings.NewReplacer("# ", "", "*", "").Replace(body)
}

func pdfText(t *testing.T, data []byte) string {
	t.Helper()
	doc, err := source.Parse(rashomon.Original{Bytes: data, Format: rashomon.FormatPDF, Address: "07"})
	if err != nil {
		t.Fatal(err)
	}
	return doc.Text
}

// TestQuotesStandWhereTheKeySays walks the whole key: every quote must be the stretch from begin to end, and must be
// found by itself or within its context at that one place.
func TestQuotesStandWhereTheKeySays(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("dam/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var key map[string]any
	if err := json.Unmarshal(data, &key); err != nil {
		t.Fatal(err)
	}
	// As many as there are today, rounded down: a walk that misses a branch of the key finds fewer.
	if got, want := checkQuotes(t, key, ""), 700; got < want {
		t.Errorf("got %d quotes in the key, want at least %d", got, want)
	}
}

// checkQuotes checks the quotes in a value of the key and returns how many there were. An object without a document of
// its own is of the document that it stands in.
func checkQuotes(t *testing.T, value any, document string) int {
	t.Helper()
	count := 0
	switch value := value.(type) {
	case []any:
		for _, element := range value {
			count += checkQuotes(t, element, document)
		}
	case map[string]any:
		if own, ok := value["document"].(string); ok {
			document = own
		}
		if _, ok := value["begin"]; ok {
			checkQuote(t, value, text(t, document), document)
			count++
		}
		for _, field := range value {
			count += checkQuotes(t, field, document)
		}
	}
	return count
}

func checkQuote(t *testing.T, span map[string]any, text, document string) {
	t.Helper()
	begin, end := int(span["begin"].(float64)), int(span["end"].(float64))
	runes := []rune(text)
	quote, ok := span["quote"].(string)
	if !ok { // an echo of the whole document
		if begin != 0 || end != len(runes) {
			t.Errorf("%s: got [%d, %d) without a quote, want the whole text [0, %d)", document, begin, end, len(runes))
		}
		return
	}
	if begin < 0 || end > len(runes) || begin > end || string(runes[begin:end]) != quote {
		t.Errorf("%s: %q does not stand at [%d, %d)", document, quote, begin, end)
	}
	context, ok := span["unique_in"].(string)
	if !ok {
		context = quote
	}
	if strings.Count(text, context) != 1 || strings.Count(context, quote) != 1 {
		t.Errorf("%s: %q in %q is not unique", document, quote, context)
	}
}
