package source

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The article is found within a page by two signs. Sites name the element that holds it ("articleBody",
// "entry-content"), and where none does, paragraphs give points to the elements around them and the one with the most
// points holds it, as in Arc90's Readability, the method of browsers' reader views.

// articleOf returns the elements that hold the article, in order; none where the page has no paragraph.
func articleOf(root *html.Node) []*html.Node {
	sizes := textSizes(root)
	named := namedArticle(root, sizes)
	scored := scoredArticle(root, sizes)
	if proseOf(named, sizes)*2 >= proseOf(scored, sizes) {
		return named
	}
	return scored
}

func proseOf(nodes []*html.Node, sizes map[*html.Node]textSize) int {
	sum := 0
	for _, node := range nodes {
		sum += sizes[node].prose
	}
	return sum
}

// A textSize tells how much text stands below a node, in bytes, white space at the ends of its pieces left out.
type textSize struct {
	text  int
	links int // within an a element
	prose int // outside links, in pieces of proseLength or more
}

// proseLength is the length from which a piece of text is hardly a label, a date or a name.
const proseLength = 25

func (s textSize) linkDensity() float64 { return float64(s.links) / float64(max(1, s.text)) }

// textSizes measures every element of a tree.
func textSizes(root *html.Node) map[*html.Node]textSize {
	sizes := map[*html.Node]textSize{}
	measure(root, false, sizes)
	return sizes
}

func measure(node *html.Node, link bool, sizes map[*html.Node]textSize) textSize {
	var size textSize
	switch {
	case node.Type == html.TextNode:
		size.text = len(strings.TrimSpace(node.Data))
		if link {
			size.links = size.text
		} else if size.text >= proseLength {
			size.prose = size.text
		}
		return size
	case notContent[node.DataAtom]:
		return size
	}
	for child := range node.ChildNodes() {
		inner := measure(child, link || node.DataAtom == atom.A, sizes)
		size.text += inner.text
		size.links += inner.links
		size.prose += inner.prose
	}
	sizes[node] = size
	return size
}

// namedArticle returns the elements that the site names as its article. Where several names are used, those of the name
// that holds the most prose.
func namedArticle(root *html.Node, sizes map[*html.Node]textSize) []*html.Node {
	groups := map[string][]*html.Node{}
	var find func(node *html.Node, within []string)
	find = func(node *html.Node, within []string) {
		whole := node.DataAtom == atom.Html || node.DataAtom == atom.Body
		if name := articleNames.match(node); name != "" && !whole && !slices.Contains(within, name) {
			groups[name] = append(groups[name], node)
			within = append(within[:len(within):len(within)], name)
		}
		for child := range node.ChildNodes() {
			find(child, within)
		}
	}
	find(root, nil)
	most := 0
	for _, group := range groups {
		most = max(most, proseOf(group, sizes))
	}
	var best []*html.Node
	for _, name := range articleNames.order {
		group := groups[name]
		if len(group) == 0 || proseOf(group, sizes)*3 < most*2 {
			continue
		}
		if best == nil || textOf(group, sizes) < textOf(best, sizes) {
			best = group
		}
	}
	return best
}

func textOf(nodes []*html.Node, sizes map[*html.Node]textSize) int {
	sum := 0
	for _, node := range nodes {
		sum += sizes[node].text
	}
	return sum
}

// scoredArticle returns the element that most paragraphs speak for, with those beside it that go with it.
func scoredArticle(root *html.Node, sizes map[*html.Node]textSize) []*html.Node {
	scores := paragraphScores(root, sizes)
	var top *html.Node
	for node := range root.Descendants() {
		if scores[node] > scores[top] {
			top = node
		}
	}
	if top == nil || top.Parent == nil {
		return nil
	}
	var nodes []*html.Node
	for sibling := range top.Parent.ChildNodes() {
		if sibling == top || goesWith(sibling, top, scores, sizes) {
			nodes = append(nodes, sibling)
		}
	}
	return nodes
}

// paragraphScores gives each element points for the paragraphs below it, the fewer the further away they are, and takes
// off the share of its text that is links.
func paragraphScores(root *html.Node, sizes map[*html.Node]textSize) map[*html.Node]float64 {
	scores := map[*html.Node]float64{}
	for node := range root.Descendants() {
		if node.Type == html.ElementNode && isParagraph(node) {
			scoreAncestors(node, paragraphPoints(sizes[node]), scores)
		}
	}
	for node, score := range scores {
		scores[node] = score * (1 - sizes[node].linkDensity())
	}
	return scores
}

// isParagraph reports whether an element holds a piece of prose itself, not through an element of its own but for one
// that sets its looks.
func isParagraph(node *html.Node) bool {
	return !notContent[node.DataAtom] && !inline[node.DataAtom] && holdsProse(node)
}

func holdsProse(node *html.Node) bool {
	for child := range node.ChildNodes() {
		if child.Type == html.TextNode && len(strings.TrimSpace(child.Data)) >= proseLength {
			return true
		}
		if child.DataAtom != atom.A && inline[child.DataAtom] && holdsProse(child) {
			return true
		}
	}
	return false
}

// paragraphPoints are one and one more for every 100 bytes, so that a long paragraph speaks louder than a teaser, and a
// page of terms in one block not too loud.
func paragraphPoints(size textSize) float64 {
	const most = 5
	return 1 + min(float64(size.text-size.links)/100, most)
}

var paragraphElements = map[atom.Atom]bool{
	atom.P: true, atom.Pre: true, atom.Blockquote: true, atom.Li: true, atom.Dd: true, atom.Td: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
}

// scoreAncestors begins at the parent of a paragraph, and at the element itself where its text stands in no paragraph.
func scoreAncestors(node *html.Node, points float64, scores map[*html.Node]float64) {
	const levels = 6
	ancestor := node
	if paragraphElements[node.DataAtom] {
		ancestor = node.Parent
	}
	for level := 1; level <= levels && ancestor != nil && ancestor.Type == html.ElementNode; level++ {
		scores[ancestor] += points / float64(level)
		ancestor = ancestor.Parent
	}
}

// goesWith reports whether an element beside the top one belongs to the article: a paragraph with few links, or an
// element with a fifth of the top's points, which one of the same class has to begin with.
func goesWith(sibling, top *html.Node, scores map[*html.Node]float64, sizes map[*html.Node]textSize) bool {
	const paragraph, fewLinks, share = 80, 0.25, 0.2
	if sibling.Type != html.ElementNode {
		return false
	}
	size := sizes[sibling]
	if sibling.DataAtom == atom.P {
		return size.text > paragraph && size.linkDensity() < fewLinks
	}
	score := scores[sibling]
	if class := attribute(top, "class"); class != "" && class == attribute(sibling, "class") {
		score += scores[top] * share
	}
	return score > scores[top]*share && score > 10
}

func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}
