package source

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"rashomon"
	"rashomon/source/frame"
)

//go:embed html_bylines.txt
var bylineNameList string

var bylineNames = readNames(bylineNameList)

// readByline reads whom the page names as the authors between its headline and its text: in elements that are named for
// it, or in a line that is a byline by its words.
func (m markup) readByline(root *html.Node) {
	f := &bylineFinder{headline: m.headlineElement(root)}
	if f.headline == nil {
		return
	}
	f.search(root)
	for _, author := range f.authors {
		m.add("byline", author)
	}
}

// A bylineFinder goes through a page from its headline on.
type bylineFinder struct {
	headline *html.Node
	past     bool // the headline
	nodes    int  // behind it
	prose    int  // bytes of it
	authors  []string
}

// ended reports whether the byline is found or the text of the article has begun; a line or two of prose may still be
// the summary that stands under the headline.
func (f *bylineFinder) ended() bool {
	const mostNodes, mostProse = 500, 400
	return len(f.authors) > 0 || f.nodes > mostNodes || f.prose > mostProse
}

func (f *bylineFinder) search(node *html.Node) {
	for child := range node.ChildNodes() {
		if f.past {
			f.nodes++
		}
		switch {
		case f.ended():
			return
		case child == f.headline:
			f.past = true
			continue
		case !f.past:
		case child.Type == html.TextNode:
			if length := len(strings.TrimSpace(child.Data)); length >= proseLength {
				f.prose += length
			}
		case child.Type != html.ElementNode || notContent[child.DataAtom]:
			continue
		case namesAuthor(child):
			f.readNamed(child)
			continue
		case isFurniture(child):
			continue
		case isParagraphOfWords(child):
			f.authors = creditedAuthors(lineOf(child))
		}
		f.search(child)
	}
}

// readNamed takes the authors out of an element that is named for them. Where elements within it are, each of them
// holds one.
func (f *bylineFinder) readNamed(node *html.Node) {
	elements := authorElements(node)
	for _, element := range elements[:min(len(elements), mostMetadata)] {
		line := lineOf(element)
		authors := creditedAuthors(line)
		if len(authors) == 0 {
			authors = creditedAuthors("By " + line)
		}
		f.authors = append(f.authors, authors...)
	}
}

func namesAuthor(node *html.Node) bool {
	return bylineNames.match(node) != "" || bylineNames.matchName(attribute(node, "rel")) != ""
}

// authorElements returns the innermost elements at or below a node that are named for authors.
func authorElements(node *html.Node) []*html.Node {
	var elements []*html.Node
	for child := range node.ChildNodes() {
		if child.Type == html.ElementNode {
			elements = append(elements, authorElements(child)...)
		}
	}
	if len(elements) == 0 && namesAuthor(node) {
		return []*html.Node{node}
	}
	return elements
}

// isParagraphOfWords reports whether an element breaks a line and has text of its own.
func isParagraphOfWords(node *html.Node) bool {
	if inline[node.DataAtom] {
		return false
	}
	for child := range node.ChildNodes() {
		if child.Type == html.TextNode && strings.TrimSpace(child.Data) != "" {
			return true
		}
	}
	return false
}

// lineOf returns the text of an element on one line. Elements without a space between, which a style sets apart, have
// one.
func lineOf(node *html.Node) string {
	var line strings.Builder
	nodes := 0
	for inner := range node.Descendants() {
		if nodes++; nodes > mostTextNodes {
			break
		}
		if inner.Type == html.TextNode {
			last, _ := utf8.DecodeLastRuneInString(line.String())
			first, _ := utf8.DecodeRuneInString(inner.Data)
			if unicode.IsLetter(last) && unicode.IsLetter(first) {
				line.WriteByte(' ')
			}
			line.WriteString(inner.Data)
		}
	}
	return strings.Join(strings.Fields(line.String()), " ")
}

// creditedAuthors returns the authors that a line names, read as a line of text would be.
func creditedAuthors(line string) []string {
	const longest = 150 // bytes
	if line == "" || len(line) > longest {
		return nil
	}
	var doc rashomon.Document
	doc.Text, doc.Parts = assemble([]block{{kind: rashomon.PartBody, text: line}})
	frame.Fill(&doc)
	var authors []string
	for _, detail := range doc.Details {
		if detail.Field == rashomon.FieldAuthor {
			authors = append(authors, detail.Value)
		}
	}
	return authors
}
