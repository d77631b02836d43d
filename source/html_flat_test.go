package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
)

// plainParagraphs are an article whose markup the tests vary.
var plainParagraphs = []string{
	"The ferry left the harbour of Vessany at six in the morning, and the mayor said that nobody was hurt.",
	"Her crew had worked for fourteen hours by then, according to the owners of the ship.",
	"Divers went down on Wednesday and found the hull on its side in forty metres of water.",
	"A commission is to meet in the town hall next week, and the minister will attend it.",
	"Nobody could say how many people had been on board when she began to list.",
}

// TestPlainPages reads articles that no element holds: marked up by looks alone, within what is named for comments, or
// deeper than a page's tree may be.
func TestPlainPages(t *testing.T) {
	t.Parallel()
	const menu = "<ul><li><a href=a>Home</a><li><a href=b>Politics and the economy of the region</a><li><a href=c>Sport</a></ul>"
	within := func(before, after string) string {
		return before + strings.Join(plainParagraphs, after+"\n"+before) + after
	}
	tests := []struct{ name, page string }{
		{"bold", within("<p><b>", "</b></p>")},
		{"bold, not closed", within("<p><b>", "")},
		{"coloured", within("<center><font color=red>", "</font></center>")},
		{"bare text with line breaks", within("", "<br><br>")},
		{"spans with line breaks", within("<span>", "</span><br><br>")},
		{"all of it named for comments", within("<div class=comment><p>", "</p></div>")},
		{"quotes, not closed", strings.Repeat("<blockquote><p>", 600) + within("<p>", "</p>")},
		{"formatting, not closed", strings.Repeat("<div><font>", 600) + within("<p>", "</p>")},
		{"menus around it", menu + within("<p><i>", "</i>") + menu},
		{"bold, a notice in plain type", "<div><div><p>The Courier is the newspaper of the coast</p></div></div><div>" + within("<p><b>", "</b>") + "</div>"},
		{"what is not seen within it", within("<p><b><script>var a = '<p>'</script>", "<select><option>One<option>Two</select></b>")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc, err := parsePage("<title>Ferry sinks</title><body>" + test.page + "</body>")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Join(plainParagraphs, "\n\n"), doc.Text); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if got := doc.Detail(rashomon.FieldTitle); got != "Ferry sinks" {
				t.Errorf("got title %q", got)
			}
		})
	}
}

// TestFlatPage states what a page that is too deep for a tree keeps: the kinds of its blocks, and what its head says.
func TestFlatPage(t *testing.T) {
	t.Parallel()
	page := `<html lang=en><head><title>Ferry sinks - The Courier</title><meta name=author content="Ines Harrow">` +
		`<link rel=canonical href="https://courier.example/ferry"><meta property=og:site_name content="The Courier"></head>` +
		strings.Repeat("<div>", 600) + "<h1>Ferry sinks</h1><p>" + strings.Join(plainParagraphs[:3], "<p>") +
		"<h2>Crew</h2><blockquote>We <b>rowed</b> all night, <a href=x>she</a> said.</blockquote><li>One <time>day</time> at sea.<br>" +
		"<svg><title>x</title></svg>Another."
	doc, err := parsePage(page)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, part := range doc.Parts {
		got = append(got, string(part.Kind)+" "+part.Rule+" "+doc.Quote(part.Extent))
	}
	for _, field := range []rashomon.Field{
		rashomon.FieldTitle, rashomon.FieldAuthor, rashomon.FieldSource, rashomon.FieldURL,
	} {
		got = append(got, string(field)+" "+doc.Detail(field))
	}
	want := []string{
		"body html/body " + plainParagraphs[0], "body html/body " + plainParagraphs[1], "body html/body " + plainParagraphs[2],
		"heading html/h2 Crew", "quote html/blockquote We rowed all night, she said.", "item html/li One day at sea. Another.",
		"title Ferry sinks", "author Ines Harrow", "source The Courier", "url https://courier.example/ferry",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
