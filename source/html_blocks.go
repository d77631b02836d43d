package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rashomon"
)

// blockKinds are the elements whose text is a part of a kind of its own.
var blockKinds = map[atom.Atom]rashomon.PartKind{
	atom.H1: rashomon.PartHeading, atom.H2: rashomon.PartHeading, atom.H3: rashomon.PartHeading,
	atom.H4: rashomon.PartHeading, atom.H5: rashomon.PartHeading, atom.H6: rashomon.PartHeading,
	atom.Li: rashomon.PartItem, atom.Dt: rashomon.PartItem, atom.Dd: rashomon.PartItem,
	atom.Blockquote: rashomon.PartQuote,
	atom.Figcaption: rashomon.PartCaption, atom.Caption: rashomon.PartCaption,
}

// notContent are the elements whose text a reader of the page does not see as text.
var notContent = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Svg: true, atom.Math: true, atom.Object: true, atom.Embed: true, atom.Video: true, atom.Audio: true,
	atom.Canvas: true, atom.Map: true, atom.Select: true, atom.Option: true, atom.Textarea: true, atom.Button: true,
	atom.Input: true, atom.Datalist: true, atom.Noframes: true, atom.Noembed: true,
}

// inline are the elements that do not break a line (HTML standard, phrasing content).
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true,
	atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true,
	atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Nobr: true, atom.Q: true,
	atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true,
	atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}

// A htmlBlock is a block with how many of its bytes are links.
type htmlBlock struct {
	block
	links int
}

// A blockCutter cuts the text of elements into blocks as a browser would set it.
type blockCutter struct {
	blocks []htmlBlock
	text   strings.Builder
	links  int
	link   int // how many a elements are open
	breaks int // br elements since the last text
}

// cutBlocks returns the blocks of the text below some nodes.
func cutBlocks(nodes ...*html.Node) []htmlBlock {
	var cutter blockCutter
	for _, node := range nodes {
		cutter.element(node, rashomon.PartBody, "p")
	}
	return cutter.blocks
}

// element reads an element that stands within one that gives its text a kind by a rule.
func (c *blockCutter) element(node *html.Node, kind rashomon.PartKind, rule string) {
	c.end(kind, rule)
	inner, innerRule := kind, rule
	if own, known := blockKinds[node.DataAtom]; known {
		inner, innerRule = own, node.Data
	}
	c.content(node, inner, innerRule)
	c.end(inner, innerRule)
}

func (c *blockCutter) content(node *html.Node, kind rashomon.PartKind, rule string) {
	for child := range node.ChildNodes() {
		switch {
		case child.Type == html.TextNode:
			c.write(child.Data)
		case child.Type != html.ElementNode || notContent[child.DataAtom]:
		case child.DataAtom == atom.Br:
			c.lineBreak(kind, rule)
		case child.DataAtom == atom.A:
			c.link++
			c.content(child, kind, rule)
			c.link--
		case inline[child.DataAtom]:
			c.content(child, kind, rule)
		default:
			c.element(child, kind, rule)
		}
	}
}

func (c *blockCutter) write(text string) {
	c.text.WriteString(text)
	length := len(strings.TrimSpace(text))
	if length > 0 {
		c.breaks = 0
	}
	if c.link > 0 {
		c.links += length
	}
}

// lineBreak ends the block at the second br in a row, which pages without paragraphs put between theirs.
func (c *blockCutter) lineBreak(kind rashomon.PartKind, rule string) {
	c.text.WriteByte(' ')
	if c.breaks++; c.breaks == 2 {
		c.end(kind, rule)
	}
}

func (c *blockCutter) end(kind rashomon.PartKind, rule string) {
	text := strings.Join(strings.Fields(c.text.String()), " ")
	if text != "" {
		c.blocks = append(c.blocks, htmlBlock{block: block{kind: kind, text: text, rule: "html/" + rule}, links: c.links})
	}
	c.text.Reset()
	c.links, c.breaks = 0, 0
}
