package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rashomon"
	"rashomon/source/typography"
)

// The article is cut out of the tree of a page. Where the tree has no element that holds it, or is deeper than the
// parser goes, the page is read as a row of blocks.

// bodyBlocks returns the blocks of all of a page, for a page where no element holds the article. It returns none where
// they hold no prose: labels, a menu, a notice that scripts are needed.
func bodyBlocks(page string) []htmlBlock {
	const leastProse = 200 // bytes: some two sentences
	blocks := cutBlocks(flatTree(page))
	prose := 0
	for i, b := range blocks {
		if b.kind == rashomon.PartBody {
			blocks[i].rule = "html/body"
		}
		if len(b.text) >= proseLength && b.links*2 <= len(b.text) && typography.EndsSentence(b.text) {
			prose += len(b.text)
		}
	}
	if prose < leastProse {
		return nil
	}
	return blocks
}

// flatTree returns a page as one row of blocks, whatever stands within what, and a head with what is no text. A block
// is a paragraph, or an element that gives its text a kind.
func flatTree(page string) *html.Node {
	f := &flattener{document: &html.Node{Type: html.DocumentNode}, head: newElement(html.Token{DataAtom: atom.Head})}
	f.document.AppendChild(f.head)
	f.startParagraph()
	tokens := html.NewTokenizer(strings.NewReader(page))
	for tokens.Next() != html.ErrorToken {
		f.add(tokens.Token())
	}
	return f.document
}

// A flattener lays the tokens of a page out in a row.
type flattener struct {
	document, head *html.Node
	block          *html.Node
	inner          *html.Node // the link or time in the block, or the element in the head, that text goes to
	unseen         string     // the open element in the head, up to whose end tags count for nothing; "": none
}

func newElement(token html.Token) *html.Node {
	return &html.Node{
		Type: html.ElementNode, DataAtom: token.DataAtom, Data: token.DataAtom.String(), Attr: token.Attr,
	}
}

func (f *flattener) add(token html.Token) {
	switch token.Type {
	case html.TextToken:
		f.write(&html.Node{Type: html.TextNode, Data: token.Data})
	case html.StartTagToken, html.SelfClosingTagToken:
		if f.unseen == "" {
			f.open(token)
		}
	case html.EndTagToken:
		f.end(token)
	}
}

func (f *flattener) write(node *html.Node) {
	if f.inner != nil {
		f.inner.AppendChild(node)
		return
	}
	f.block.AppendChild(node)
}

func (f *flattener) open(token html.Token) {
	switch name := token.DataAtom; {
	case name == atom.Html, name == atom.Meta, name == atom.Link, name == atom.Input, name == atom.Embed:
		f.head.AppendChild(newElement(token))
	case name == atom.Title, notContent[name] && name != atom.Head:
		f.inner, f.unseen = newElement(token), token.Data
		f.head.AppendChild(f.inner)
	case name == atom.Br:
		f.write(newElement(token))
	case name == atom.A, name == atom.Time:
		f.inner = newElement(token)
		f.block.AppendChild(f.inner)
	case inline[name]:
	case paragraphElements[name]:
		f.start(newElement(html.Token{DataAtom: name}))
	default:
		f.startParagraph()
	}
}

func (f *flattener) end(token html.Token) {
	switch name := token.DataAtom; {
	case f.unseen != "" && f.unseen != token.Data:
	case f.unseen != "", name == atom.A, name == atom.Time:
		f.inner, f.unseen = nil, ""
	case !inline[name]:
		f.startParagraph()
	}
}

func (f *flattener) start(block *html.Node) {
	f.document.AppendChild(block)
	f.block, f.inner = block, nil
}

// startParagraph starts a paragraph, or goes on with one that is empty.
func (f *flattener) startParagraph() {
	if f.block == nil || f.block.DataAtom != atom.P || f.block.FirstChild != nil {
		f.start(newElement(html.Token{DataAtom: atom.P}))
	}
	f.inner = nil
}
