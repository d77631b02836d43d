package source

import (
	_ "embed"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

//go:embed html_article.txt
var articleNameList string

//go:embed html_furniture.txt
var furnitureNameList string

var (
	articleNames   = readNames(articleNameList)
	furnitureNames = readNames(furnitureNameList)
)

// markupNames are words, alone or two in a row, that the classes, ids and roles of elements are made of.
type markupNames struct {
	known map[string]bool
	order []string // as the list has them
}

// readNames reads a list of one entry a line; "#" begins a comment.
func readNames(list string) markupNames {
	names := markupNames{known: map[string]bool{}}
	for line := range strings.Lines(list) {
		line, _, _ = strings.Cut(line, "#")
		if entry := strings.Join(strings.Fields(line), " "); entry != "" && !names.known[entry] {
			names.known[entry] = true
			names.order = append(names.order, entry)
		}
	}
	return names
}

// match returns the first entry that an element goes by, or "".
func (n markupNames) match(node *html.Node) string {
	for _, a := range node.Attr {
		switch a.Key {
		case "class", "id", "role", "itemprop", "data-component", "data-testid":
			for name := range strings.FieldsSeq(a.Val) {
				if entry := n.matchName(name); entry != "" {
					return entry
				}
			}
		}
	}
	return ""
}

func (n markupNames) matchName(name string) string {
	words := nameWords(name)
	for i, word := range words {
		if i > 0 && n.known[words[i-1]+" "+word] {
			return words[i-1] + " " + word
		}
		if n.known[word] {
			return word
		}
	}
	return ""
}

// nameWords cuts a name of markup into its words: "relatedPosts-box2" is "related", "posts", "box".
func nameWords(name string) []string {
	var words []string
	start, previous := 0, ' '
	cut := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(name[start:end]))
		}
		start = end
	}
	for i, r := range name {
		switch {
		case !unicode.IsLetter(r):
			cut(i)
			start = i + len(string(r))
		case unicode.IsUpper(r) && unicode.IsLower(previous):
			cut(i)
		}
		previous = r
	}
	cut(len(name))
	return words
}
