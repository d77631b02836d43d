package source

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rashomon/source/date"
)

//go:embed html_dates.txt
var dateNameList string

//go:embed html_changes.txt
var changeWordList string

var (
	dateNames   = readNames(dateNameList)
	changeWords = readNames(changeWordList).order
)

// readShownDate reads the day that a page shows beside its headline in an element that is named for it. The day at the
// head of the page is that of its fetching, so that an element counts only where it stands near the headline.
func (m markup) readShownDate(root *html.Node) {
	const levels = 3
	headline := m.headlineElement(root)
	for range levels {
		if headline == nil || headline.Parent == nil || headline.Parent.DataAtom == atom.Body {
			return
		}
		headline = headline.Parent
		if when := shownDate(headline); when != "" {
			m.add("shown", when)
			return
		}
	}
}

// headlineElement returns the element that holds the headline.
func (m markup) headlineElement(root *html.Node) *html.Node {
	for node := range root.Descendants() {
		if node.DataAtom == atom.H1 && slices.Contains(m["h1"], strings.Join(strings.Fields(textOfElement(node)), " ")) {
			return node
		}
	}
	return nil
}

// shownDate returns the first day that an element below a node shows.
func shownDate(root *html.Node) string {
	const mostNodes, longest = 2000, 80
	nodes := 0
	for node := range root.Descendants() {
		if nodes++; nodes > mostNodes {
			return ""
		}
		if node.Type != html.ElementNode || notContent[node.DataAtom] || dateNames.match(node) == "" {
			continue
		}
		if text := strings.TrimSpace(textOfElement(node)); len(text) <= longest {
			if when := dateBehindLabel(text); when != "" {
				return when
			}
		}
	}
	return ""
}

// dateBehindLabel returns the day and time at the end of a text that a label or a clock stands in front of: "Published
// 7:07 PM EST Nov 19, 2019". A text that speaks of a change is no day of publication.
func dateBehindLabel(text string) string {
	const labels = 4 // words
	text = strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for range labels + 1 {
		word, rest, found := strings.Cut(text, " ")
		if slices.Contains(changeWords, strings.ToLower(strings.TrimRight(word, ".,;:!?)\"”’"))) {
			return ""
		}
		if when, ok := date.Parse(text); ok && len(when) >= len("2006-01-02") {
			return when
		}
		if !found {
			return ""
		}
		text = strings.TrimSpace(rest)
	}
	return ""
}
