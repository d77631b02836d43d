package source

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"rashomon"
)

// parseHTML takes the text of the article out of a page, and what the page's markup says of it.
func parseHTML(doc *rashomon.Document, original rashomon.Original) error {
	text, err := decodeText(original.Bytes, metaCharset(original.Bytes))
	if err != nil {
		return placed(err, original.Address)
	}
	root, err := parseTree(text)
	if err != nil {
		return placed(err, original.Address)
	}
	markup := readMarkup(root)
	doc.Details = markup.details()
	removeFurniture(root)
	doc.Text, doc.Parts = assembleArticle(cutBlocks(articleOf(root)...), doc.Details)
	if doc.Text == "" {
		doc.Text, doc.Parts = assembleArticle(bodyBlocks(text), doc.Details)
	}
	if doc.Text == "" {
		return noArticle(original.Address)
	}
	if len(languageOf(doc.Text)) == 0 {
		doc.Details = append(doc.Details, markup.language()...)
	}
	return nil
}

// assembleArticle joins the blocks of an article but for those that only stand with it.
func assembleArticle(blocks []htmlBlock, details []rashomon.Detail) (string, []rashomon.Part) {
	return assemble(withoutFurnitureLines(withoutTitle(blocks, details)))
}

// htmlFragment returns the blocks of a piece of HTML that is all content: an entry of a feed, a mail. What is larger
// than a page may be gives none.
func htmlFragment(fragment string) []block {
	root, err := parseTree(fragment)
	if err != nil {
		return nil
	}
	var blocks []block
	for _, b := range cutBlocks(root) {
		blocks = append(blocks, b.block)
	}
	return blocks
}

const (
	// smallPage is the size in bytes up to which the tree of a page fits into memory whatever it holds.
	smallPage = 2 << 20
	// mostElements is how many elements and attributes a larger page may have; their nodes take some 100 MB. The
	// largest pages of newspapers have a tenth of that, and grow by pictures in attributes, not by elements.
	mostElements = 500_000
)

// parseTree returns the tree of a page. The parser bounds its depth, to 512 open elements, and refuses nothing else: a
// page that is deeper comes flat. Old pages are so where each of their quotes or paragraphs is left open. The error has
// no place.
func parseTree(page string) (*html.Node, error) {
	if len(page) > smallPage && countElements(page) > mostElements {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Cause: fmt.Sprintf("the page has more than %d elements and attributes", mostElements),
			Remedy: "save its text as plain text",
		}
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return flatTree(page), nil
	}
	return root, nil
}

// countElements returns the number of elements and attributes of a page; it stops when there are too many.
func countElements(page string) int {
	tokens := html.NewTokenizer(strings.NewReader(page))
	count := 0
	for count <= mostElements && tokens.Next() != html.ErrorToken {
		count++
		_, more := tokens.TagName()
		for more && count <= mostElements {
			_, _, more = tokens.TagAttr()
			count++
		}
	}
	return count
}

func noArticle(place string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: place, Cause: "no article text found",
		Remedy: "if a script fills the page, save it from a browser after it has loaded, or copy its text into a text file",
	}
}
