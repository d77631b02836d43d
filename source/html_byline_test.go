package source_test

import (
	"strings"
	"testing"

	"rashomon"
)

func TestByline(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, line, want string }{
		{"named by its class", `<p class=byline>By Anna Dahl</p><p>March 5, 2020</p>`, "Anna Dahl"},
		{"a name alone", `<div class="article-author">Anna Dahl</div>`, "Anna Dahl"},
		{"an item property", `<span itemprop=creator><b class=authors>Anna Dahl and Tom Quill</b></span>`, "Anna Dahl|Tom Quill"},
		{"elements for each", `<div class=byline>By <a class=author>Anna Dahl</a> <a class=author>Tom Quill</a></div>`, "Anna Dahl|Tom Quill"},
		{"with a role", `<div class=byline><span>By Anna Dahl</span><span>Staff Writer</span></div>`, "Anna Dahl"},
		{"with a day", `<div class=byline>By Anna Dahl | March 5, 2020</div>`, "Anna Dahl"},
		{"under a summary", `<p>` + strings.Repeat("What is known of the night. ", 5) + `</p><p class=byline>By Anna Dahl</p>`, "Anna Dahl"},
		{"by its words, apart from the text", `<section><p>By Anna Dahl</p></section>`, "Anna Dahl"},
		{"an office", `<p class=byline>By staff</p>`, ""},
		{"no name", `<p class=author>About the author</p>`, ""},
		{"of another article", `<aside class=related><p class=author>Tom Quill</p></aside>`, ""},
		{"below the text", strings.Repeat(paragraph, 5) + `<p class=author>Tom Quill</p>`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc, err := parsePage("<title>Ferry sinks</title><div><h1>Ferry sinks</h1>" + test.line + "</div><div class=entry-content>" +
				strings.Repeat(paragraph, 3) + "</div>")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, detail := range doc.Details {
				if detail.Field == rashomon.FieldAuthor {
					got = append(got, detail.Value)
				}
			}
			if joined := strings.Join(got, "|"); joined != test.want {
				t.Errorf("%s: got authors %q, want %q", test.line, joined, test.want)
			}
			if strings.Contains(doc.Text, "Anna Dahl") {
				t.Errorf("got the byline in the text %q", doc.Text)
			}
		})
	}
}
