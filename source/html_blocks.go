package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rashomon"
)

// blockKinds are the elements that stand as paragraphs of their own, with the kind of part that their text is.
var blockKinds = map[atom.Atom]rashomon.PartKind{
	atom.H1: rashomon.PartHeading, atom.H2: rashomon.PartHeading, atom.H3: rashomon.PartHeading,
	atom.H4: rashomon.PartHeading, atom.H5: rashomon.PartHeading, atom.H6: rashomon.PartHeading,
	atom.Li: rashomon.PartItem, atom.Dt: rashomon.PartItem, atom.Dd: rashomon.PartItem,
	atom.Blockquote: rashomon.PartQuote, atom.Q: rashomon.PartQuote,
	atom.Figcaption: rashomon.PartCaption, atom.Caption: rashomon.PartCaption,
}

// notContent are the elements whose text a reader of the page does not see as text.
var notContent = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Svg: true, atom.Math: true, atom.Object: true, atom.Embed: true, atom.Video: true, atom.Audio: true, atom.Canvas: true,
	atom.Map: true, atom.Select: true, atom.Option: true, atom.Textarea: true, atom.Button: true, atom.Input: true, atom.Datalist: true,
}

// blocksOf returns the text below a node, cut into blocks as a browser would set it.
func blocksOf(root *html.Node) []block {
	cutter := blockCutter{}
	cutter.walk(root, rashomon.PartBody, "p")
	cutter.end(rashomon.PartBody, "p")
	return cutter.blocks
}

type blockCutter struct {
	blocks []block
	text   strings.Builder
}

func (c *blockCutter) walk(node *html.Node, kind rashomon.PartKind, rule string) {
	for child := range node.ChildNodes() {
		switch {
		case child.Type == html.TextNode:
			c.text.WriteString(child.Data)
		case child.Type != html.ElementNode || notContent[child.DataAtom]:
		case child.DataAtom == atom.Br:
			c.text.WriteByte('\n')
		case inline[child.DataAtom]:
			c.walk(child, kind, rule)
		default:
			c.end(kind, rule)
			inner, innerRule := kind, rule
			if own, known := blockKinds[child.DataAtom]; known {
				inner, innerRule = own, child.Data
			}
			c.walk(child, inner, innerRule)
			c.end(inner, innerRule)
		}
	}
}

func (c *blockCutter) end(kind rashomon.PartKind, rule string) {
	text := strings.Join(strings.Fields(c.text.String()), " ")
	c.text.Reset()
	if text != "" {
		c.blocks = append(c.blocks, block{kind: kind, text: text, rule: "html/" + rule})
	}
}

// inline are the elements that do not break a line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true,
	atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true,
	atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Nobr: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true,
	atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true,
	atom.U: true, atom.Var: true, atom.Wbr: true,
}
