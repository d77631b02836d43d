package report_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"rashomon"
	"rashomon/digest"
	"rashomon/report"
	"rashomon/view"
)

// checkPage checks that a page is well formed, loads and runs nothing, has no id twice, no link that leads nowhere and no passage
// that nothing leads to.
func checkPage(t testing.TB, page []byte) {
	t.Helper()
	checkNesting(t, page)
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids, style, policy := map[string]bool{}, "", ""
	var links []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains([]string{"script", "img", "iframe", "object", "embed", "link", "base", "form", "input", "video", "audio"},
			n.Data) {
			t.Errorf("there is a <%s>", n.Data)
		}
		if n.Data == "style" && n.FirstChild != nil {
			style += n.FirstChild.Data
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("twice the id %q", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href" || a.Key == "aria-labelledby":
				links = append(links, a.Val)
			case strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style":
				t.Errorf("there is %s=%q", a.Key, a.Val)
			case a.Key == "content" && strings.HasPrefix(a.Val, "default-src"):
				policy = a.Val
			}
		}
	}
	for id := range ids {
		if isPassage.MatchString(id) && !slices.Contains(links, "#"+id) {
			t.Errorf("nothing leads to the passage %s", id)
		}
	}
	for _, link := range links {
		if !ids[strings.TrimPrefix(link, "#")] {
			t.Errorf("nothing has the id that %q leads to", link)
		}
	}
	sum := sha256.Sum256([]byte(style))
	if want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; policy != want {
		t.Errorf("the policy is %q, not %q", policy, want)
	}
}

// isPassage fits the ids of passages.
var isPassage = regexp.MustCompile(`^q\d+$`)

// void are the elements that have no end.
var void = []string{"meta", "br", "rect", "line", "circle"}

// checkNesting checks that every element ends where it must, and that a parser neither adds nor moves any.
func checkNesting(t testing.TB, page []byte) {
	t.Helper()
	var open, written []string
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		name, _ := z.TagName()
		switch tag := string(name); kind {
		case html.StartTagToken:
			written = append(written, tag)
			if !slices.Contains(void, tag) {
				open = append(open, tag)
			}
		case html.SelfClosingTagToken:
			written = append(written, tag)
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != tag {
				t.Fatalf("</%s> ends %v", tag, open)
			}
			open = open[:len(open)-1]
		}
	}
	var parsed []string
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			parsed = append(parsed, n.Data)
		}
	}
	if len(open) > 0 || !slices.Equal(written, parsed) {
		t.Errorf("written %d elements, parsed %d; open at the end: %v", len(written), len(parsed), open)
	}
}

// hostile is text that would be markup, were it let.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</style><script>1</script>`, `</mark></blockquote>`,
	`{{.Title}} ${1}`, `[a](javascript:alert(1))`,
	"# no heading", "1. no list", "- no list", "> no quote", "a | b | c", "`code` *bold* _slant_ ~~out~~",
	"<https://example.org> https://example.org www.example.org a@b.example",
	"&lt;b&gt; &#x3c;", "two\n\nparagraphs\x00\x1b[31m \u202eturned", "\\", "![x](//h/y)", "=====", "+ plus", "~~~", "    code",
}

// told returns a digest of one sentence with one event, by somebody.
func told(id, by, text string) *digest.Digest {
	extent := rashomon.Extent{Start: 0, End: len(text)}
	return &digest.Digest{
		Document: id, Name: id, Source: by, Title: text, Published: "2015-04-02", Text: text,
		Sentences: []digest.Sentence{{Extent: extent, Statement: rashomon.None}},
		Entities: []digest.Entity{{Name: text, Type: rashomon.EntityGroup,
			Mentions: []digest.Mention{{Extent: extent, Kind: rashomon.MentionName, Head: "x", Text: text}}}},
		Labels: []digest.Label{{Entity: 0, Extent: extent, Valence: -1}},
	}
}

// TestTextIsNeverMarkup makes reports of hostile texts and names: pages stay well formed, and both forms show the very words.
func TestTextIsNeverMarkup(t *testing.T) {
	t.Parallel()
	for _, text := range hostile {
		v := view.New([]*digest.Digest{told("aaaa000000000001", text, text), told("aaaa000000000002", "The "+text, text)},
			view.Options{})
		corrections := []rashomon.Correction{{
			Number: 1, Kind: rashomon.CorrectionDismiss, Author: text, Reason: text,
			Targets: []rashomon.Target{{Kind: rashomon.TargetEvent, Passages: []rashomon.Passage{{Document: "aaaa000000000001",
				Extent: rashomon.Extent{End: len(text)}}}}},
		}}
		a := about(v)
		a.Corrections, a.Title = corrections, text
		page, markdown := written(t, report.Of(v, a))
		checkPage(t, page)
		checkQuoted(t, text, page)
		checkMarkdown(t, text, markdown)
	}
}

// checkQuoted reads a page back: each passage that is marked must be the text as it is.
func checkQuoted(t testing.TB, text string, page []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	marked, shown := 0, strings.Join(strings.Fields(visible(text)), " ")
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "mark" {
			continue
		}
		if marked++; inner(n) != shown {
			t.Errorf("%q is quoted as %q", shown, inner(n))
		}
	}
	if marked == 0 {
		t.Errorf("%q is quoted nowhere", shown)
	}
}

// checkMarkdown reads Markdown back: no element may be there but those that a report has, and the text as it is.
func checkMarkdown(t testing.TB, text string, markdown []byte) {
	t.Helper()
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(markdown, &page); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	shown, title := strings.Join(strings.Fields(visible(text)), " "), ""
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case !slices.Contains([]string{"html", "head", "body", "h1", "h2", "h3", "p", "ul", "li", "a", "em", "strong", "blockquote",
			"code", "table", "thead", "tbody", "tr", "th", "td"}, n.Data):
			t.Errorf("%q: there is a <%s>", text, n.Data)
		case n.Data == "h1":
			title = inner(n)
		}
		for _, a := range n.Attr {
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("%q: a link to %q", text, a.Val)
			}
		}
	}
	if title != shown {
		t.Errorf("%q is shown as %q", shown, title)
	}
}

// visible returns a text without what cannot be seen.
func visible(text string) string {
	return strings.NewReplacer("\x00", "", "\x1b", "", "\u202e", "").Replace(text)
}

// inner returns the text in a node.
func inner(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

// FuzzReport makes reports of any text: a page is always well formed, and Markdown shows the text.
func FuzzReport(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		if strings.TrimSpace(text) == "" {
			return
		}
		v := view.New([]*digest.Digest{told("aaaa000000000001", text, text)}, view.Options{})
		a := about(v)
		a.Title = text
		page, _ := written(t, report.Of(v, a))
		checkPage(t, page)
	})
}
