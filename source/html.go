package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rashomon"
)

// parseHTML takes the text of the article out of a page, and what the page's markup says of it.
func parseHTML(doc *rashomon.Document, original rashomon.Original) error {
	text, err := decodeText(original.Bytes, metaCharset(original.Bytes))
	if err != nil {
		return placed(err, original.Address)
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return unreadableHTML(original.Address, err)
	}
	doc.Details = readMarkup(root).details()
	removeFurniture(root)
	blocks := cutBlocks(articleOf(root)...)
	doc.Text, doc.Parts = assemble(withoutFurnitureLines(withoutTitle(blocks, doc.Details)))
	if doc.Text == "" {
		return noArticle(original.Address)
	}
	return nil
}

// htmlFragment returns the blocks of a piece of HTML that is all content: an entry of a feed, a mail.
func htmlFragment(fragment string) []block {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(fragment), body)
	if err != nil {
		return nil
	}
	for _, node := range nodes {
		body.AppendChild(node)
	}
	var blocks []block
	for _, b := range cutBlocks(body) {
		blocks = append(blocks, b.block)
	}
	return blocks
}

func unreadableHTML(place string, err error) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorTooLarge, Place: place, Cause: "the page cannot be parsed: " + err.Error(),
		Remedy: "save its text as plain text", Err: err,
	}
}

func noArticle(place string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: place, Cause: "no article text found",
		Remedy: "if the page is filled by a script, save it from a browser after it has loaded, or copy its text into a text file",
	}
}
