package source

import (
	"bufio"
	"bytes"
	"fmt"
	stdhtml "html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"rashomon"
	"rashomon/source/frame"
)

// deepestMarkdown is how many block quotes and lists may stand within each other. People nest three.
const deepestMarkdown = 100

// longestMarkdown is the size in bytes above which Markdown is refused before it is parsed: twice what its text may
// have, for addresses and tables are longer than what is left of them.
const longestMarkdown = 2 * TextLimit

// mostLinkWork bounds what paragraphs may hold in brackets that may be or define links, for each of which the parser
// looks at the rest of its paragraph: the sum over paragraphs of these brackets times bytes. It takes about a second.
const mostLinkWork = 1 << 29

// parseMarkdown reads CommonMark with GitHub's tables and footnotes. The document's text is the body without its
// markup.
func parseMarkdown(doc *rashomon.Document, original rashomon.Original) error {
	decoded, err := decodeText(original.Bytes, "")
	if err != nil {
		return placed(err, original.Address)
	}
	if len(decoded) > longestMarkdown {
		return tooLarge(original.Address, longestMarkdown)
	}
	matter, body := cutFrontMatter(decoded)
	details, err := readFrontMatter(matter)
	if err != nil {
		return placed(err, original.Address)
	}
	blocks, err := markdownBlocks(body)
	if err != nil {
		return placed(err, original.Address)
	}
	doc.Details = details
	if doc.Text, doc.Parts = assemble(blocks); doc.Text == "" {
		return emptyText(original.Address)
	}
	return nil
}

// markdownBlocks cuts the body of a Markdown text into blocks. Its error carries no place.
func markdownBlocks(body string) ([]block, error) {
	if line := deepMarkdown(body); line > 0 {
		return nil, &rashomon.Error{
			Kind:   rashomon.ErrorTooLarge,
			Cause:  fmt.Sprintf("line %d of the body nests quotes or lists deeper than %d", line, deepestMarkdown),
			Remedy: "read it as plain text, with --as text",
		}
	}
	if linkWork(body) > mostLinkWork {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Cause: "a paragraph has too many links",
			Remedy: "read it as plain text, with --as text",
		}
	}
	source := []byte(body)
	markdown := goldmark.New(goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote,
	))
	root := markdown.Parser().Parse(text.NewReader(source), parser.WithContext(parser.NewContext()))
	m := &markdownCutter{source: source}
	m.blocksIn(root, rashomon.PartBody, "markdown/paragraph")
	return m.blocks, nil
}

// deepMarkdown returns the number of the first line that opens more containers than anybody needs, or 0.
func deepMarkdown(body string) int {
	number := 0
	for line := range strings.Lines(body) {
		number++
		marks := strings.TrimLeft(line, " \t")
		indent := len(line) - len(marks)
		signs := 0
		for marks != "" && strings.ContainsRune(">-+* \t0123456789.)", rune(marks[0])) {
			if strings.ContainsRune(">-+*.)", rune(marks[0])) {
				signs++
			}
			marks = marks[1:]
		}
		if strings.TrimSpace(marks) == "" && !strings.Contains(line, ">") {
			continue // a rule of dashes or stars
		}
		if signs > 0 && indent/2+signs > deepestMarkdown {
			return number
		}
	}
	return 0
}

// linkWork sums up over the paragraphs how many links they may have, times their length.
func linkWork(body string) int {
	work, links, length := 0, 0, 0
	for line := range strings.Lines(body) {
		if strings.Trim(line, "> \t\r\n") == "" {
			work, links, length = work+links*length, 0, 0
			continue
		}
		links += strings.Count(line, "](") + strings.Count(line, "]:")
		length += len(line)
	}
	return work + links*length
}

// A markdownCutter collects the blocks of a tree.
type markdownCutter struct {
	source []byte
	blocks []block
	images []string // the captions of the images in the paragraph at hand
}

// blocksIn adds the blocks within a node. Paragraphs get the kind and rule of the container that they stand in.
func (m *markdownCutter) blocksIn(parent ast.Node, kind rashomon.PartKind, rule string) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch node := node.(type) {
		case *ast.Heading:
			m.heading(node)
		case *ast.Blockquote:
			m.blocksIn(node, rashomon.PartQuote, "markdown/block quote")
		case *ast.List:
			m.blocksIn(node, rashomon.PartItem, "markdown/list item")
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			m.add(kind, "markdown/code", string(node.Lines().Value(m.source)))
		case *ast.HTMLBlock:
			m.blocks = append(m.blocks, htmlFragment(m.rawHTML(node))...)
		case *extended.Table:
			m.table(node)
		case *extended.FootnoteList:
			m.blocksIn(node, rashomon.PartBody, frame.RuleFootnote)
		case *ast.Paragraph, *ast.TextBlock:
			m.add(kind, rule, m.inline(node))
			for _, image := range m.images {
				m.add(rashomon.PartCaption, "markdown/image", image)
			}
			m.images = nil
		default:
			m.blocksIn(node, kind, rule)
		}
	}
}

func (m *markdownCutter) add(kind rashomon.PartKind, rule, text string) {
	if strings.TrimSpace(text) != "" {
		m.blocks = append(m.blocks, block{kind: kind, text: text, rule: rule})
	}
}

// heading adds a heading; one at the very top is the headline.
func (m *markdownCutter) heading(node *ast.Heading) {
	kind := rashomon.PartHeading
	if len(m.blocks) == 0 {
		kind = rashomon.PartHeadline
	}
	m.add(kind, "markdown/heading", m.inline(node))
}

// table adds a block for each row, its cells with spaces between them.
func (m *markdownCutter) table(node *extended.Table) {
	for row := node.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, strings.TrimSpace(m.inline(cell)))
		}
		m.add(rashomon.PartBody, "markdown/table row", strings.Join(cells, " "))
	}
}

func (m *markdownCutter) rawHTML(node *ast.HTMLBlock) string {
	raw := string(node.Lines().Value(m.source))
	if node.HasClosure() {
		raw += string(node.ClosureLine.Value(m.source))
	}
	return raw
}

// inline returns the text of a block without its markup: a soft line break is a space, a hard one a line's end.
func (m *markdownCutter) inline(block ast.Node) string {
	var out strings.Builder
	m.writeInline(&out, block)
	return out.String()
}

func (m *markdownCutter) writeInline(out *strings.Builder, parent ast.Node) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch node := node.(type) {
		case *ast.Text:
			out.WriteString(m.unescaped(node))
			if node.HardLineBreak() {
				out.WriteByte('\n')
			} else if node.SoftLineBreak() {
				out.WriteByte(' ')
			}
		case *ast.String:
			out.Write(node.Value)
		case *ast.AutoLink:
			out.Write(node.Label(m.source))
		case *ast.Image:
			if caption := strings.TrimSpace(m.inline(node)); caption != "" {
				m.images = append(m.images, caption)
			}
		case *ast.RawHTML:
			if isBreak(string(node.Segments.Value(m.source))) {
				out.WriteByte('\n')
			}
		case *extended.FootnoteLink, *extended.FootnoteBacklink, *extended.TaskCheckBox:
		default:
			m.writeInline(out, node)
		}
	}
}

// isBreak reports whether a tag is HTML's line break.
func isBreak(tag string) bool {
	name := strings.ToLower(strings.Trim(tag, "</> "))
	return name == "br"
}

// unescaped returns the text of a node with its escapes and entities resolved, as CommonMark says: by writing it as
// HTML and reading that.
func (m *markdownCutter) unescaped(node *ast.Text) string {
	raw := node.Value(m.source)
	if node.IsRaw() || !bytes.ContainsAny(raw, "\\&\x00") {
		return string(raw)
	}
	var out bytes.Buffer
	writer := bufio.NewWriter(&out)
	html.DefaultWriter.Write(writer, raw)
	writer.Flush()
	return stdhtml.UnescapeString(out.String())
}
