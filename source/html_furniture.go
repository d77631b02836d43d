package source

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// furnitureElements stand beside the article by the meaning that HTML gives them.
var furnitureElements = map[atom.Atom]bool{
	atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Menu: true, atom.Dialog: true,
}

// removeFurniture takes out of the tree what its markup calls something else than the article: navigation, comments,
// other articles, hidden text. What holds most of the prose of the page stays, whatever it is called.
func removeFurniture(root *html.Node) {
	sizes := textSizes(root)
	const share = 2
	var clear func(*html.Node)
	clear = func(node *html.Node) {
		for _, child := range slices.Collect(node.ChildNodes()) {
			if child.Type == html.ElementNode && isFurniture(child) && sizes[child].prose*share <= sizes[root].prose {
				node.RemoveChild(child)
				continue
			}
			clear(child)
		}
	}
	clear(root)
}

func isFurniture(node *html.Node) bool {
	switch node.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false
	}
	return furnitureElements[node.DataAtom] || hiddenByMarkup(node) || furnitureNames.match(node) != ""
}

func hiddenByMarkup(node *html.Node) bool {
	for _, a := range node.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		}
	}
	return false
}
