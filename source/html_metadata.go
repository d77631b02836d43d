package source

import (
	_ "embed"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rashomon"
	"rashomon/source/date"
)

//go:embed html_metadata.txt
var metadataList string

var metadataNames = readMetadataNames(metadataList)

// A metadataName is a name in markup whose value tells a field.
type metadataName struct {
	field rashomon.Field
	name  string
	weak  bool // counts only where no better name has told the field
}

// readMetadataNames reads "field name" or "field name ?" a line; "#" begins a comment.
func readMetadataNames(list string) []metadataName {
	var names []metadataName
	for line := range strings.Lines(list) {
		line, _, _ = strings.Cut(line, "#")
		line, weak := strings.CutSuffix(strings.TrimSpace(line), "?")
		if words := strings.Fields(line); len(words) == 2 {
			names = append(names, metadataName{field: rashomon.Field(words[0]), name: words[1], weak: weak})
		}
	}
	return names
}

const (
	// longestMetadata is the length in bytes above which a value is no title, name, date or address.
	longestMetadata = 1000
	// mostMetadata is how many values of one name are kept: an article with more authors names them as a group.
	mostMetadata = 50
	// mostTextNodes is how many nodes are looked through for the text of a title, a name or a date.
	mostTextNodes = 200
)

// A markup holds what the page says of itself, by the names of html_metadata.txt, in the order of the page.
type markup map[string][]string

func (m markup) add(name, value string) {
	if len(m[name]) >= mostMetadata || len(value) > 2*longestMetadata {
		return
	}
	if value = strings.Join(strings.Fields(value), " "); value != "" && len(value) <= longestMetadata {
		m[name] = append(m[name], value)
	}
}

// addFirst keeps the first value only: those that follow are of comments and of other articles.
func (m markup) addFirst(name, value string) {
	if len(m[name]) == 0 {
		m.add(name, value)
	}
}

// readMarkup collects what a page says of itself.
func readMarkup(root *html.Node) markup {
	m := markup{}
	for node := range root.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		switch node.DataAtom {
		case atom.Meta:
			m.add(strings.ToLower(attribute(node, "name")), attribute(node, "content"))
			m.add(strings.ToLower(attribute(node, "property")), attribute(node, "content"))
		case atom.Link, atom.A:
			m.readLink(node)
		case atom.Html:
			m.add("lang", attribute(node, "lang"))
		case atom.Title:
			if node.Namespace == "" {
				m.add("title", textOfElement(node))
			}
		case atom.H1:
			m.add("h1", textOfElement(node))
		case atom.Time:
			m.readTime(node)
		case atom.Script:
			if strings.EqualFold(attribute(node, "type"), "application/ld+json") {
				m.readJSONLD(node)
			}
		}
		if property := attribute(node, "itemprop"); property != "" {
			m.readItem(property, node)
		}
	}
	m["h1"] = m.headlines()
	m.readShownDate(root)
	m.readByline(root)
	return m
}

func (m markup) readLink(node *html.Node) {
	for rel := range strings.FieldsSeq(strings.ToLower(attribute(node, "rel"))) {
		switch rel {
		case "canonical":
			m.add("link/canonical", attribute(node, "href"))
		case "author":
			m.addFirst("link/author", textOfElement(node))
		}
	}
}

// readTime reads a time element.
func (m markup) readTime(node *html.Node) {
	value := attribute(node, "datetime")
	if value == "" {
		value = textOfElement(node)
	}
	if slices.ContainsFunc(node.Attr, func(a html.Attribute) bool { return a.Key == "pubdate" }) {
		m.addFirst("time/pubdate", value)
	}
	m.addFirst("time", value)
}

// readItem reads a microdata property; its value stands in an attribute or in the text (HTML standard, 5.2.4).
func (m markup) readItem(properties string, node *html.Node) {
	for property := range strings.FieldsSeq(properties) {
		name := "itemprop/" + property
		if !isMetadataName(name) || len(m[name]) > 0 {
			continue
		}
		value := attribute(node, "content")
		if value == "" {
			value = attribute(node, "datetime")
		}
		if value == "" {
			value = textOfElement(namedWithin(node))
		}
		m.add(name, value)
	}
}

func isMetadataName(name string) bool {
	return slices.ContainsFunc(metadataNames, func(known metadataName) bool { return known.name == name })
}

// namedWithin returns the element that holds the name of an item, or the item itself.
func namedWithin(item *html.Node) *html.Node {
	nodes := 0
	for node := range item.Descendants() {
		if nodes++; nodes > mostTextNodes {
			break
		}
		if attribute(node, "itemprop") == "name" {
			return node
		}
	}
	return item
}

// textOfElement returns the text below a node, as far as mostTextNodes go.
func textOfElement(node *html.Node) string {
	var text strings.Builder
	nodes := 0
	for inner := range node.Descendants() {
		if nodes++; nodes > mostTextNodes {
			break
		}
		if inner.Type == html.TextNode {
			text.WriteString(inner.Data)
		}
	}
	return text.String()
}

// details turns what the page says of itself into details, the better sources first and no value twice.
func (m markup) details() []rashomon.Detail {
	var details []rashomon.Detail
	for _, known := range metadataNames {
		if known.weak && slices.ContainsFunc(details, func(d rashomon.Detail) bool { return d.Field == known.field }) {
			continue
		}
		for _, raw := range m[known.name] {
			for _, value := range metadataValues(known.field, raw) {
				detail := rashomon.Detail{Field: known.field, Value: value, Rule: "html/" + known.name}
				if !hasValue(details, detail) {
					details = append(details, detail)
				}
			}
		}
	}
	return m.withoutOutlets(details)
}

// language returns the language that the page names. It is asked only where the text does not tell: templates name
// their own language on pages of any other.
func (m markup) language() []rashomon.Detail {
	for _, lang := range m["lang"] {
		code, _, _ := strings.Cut(strings.ToLower(lang), "-")
		if len(code) == 2 {
			return []rashomon.Detail{{Field: rashomon.FieldLanguage, Value: code, Rule: "html/lang"}}
		}
	}
	return nil
}

func hasValue(details []rashomon.Detail, detail rashomon.Detail) bool {
	return slices.ContainsFunc(details, func(d rashomon.Detail) bool {
		return d.Field == detail.Field && strings.EqualFold(d.Value, detail.Value)
	})
}

// metadataValues returns what a raw value says, in the form that the field wants; nothing where it is no such thing.
func metadataValues(field rashomon.Field, value string) []string {
	value = strings.TrimSpace(html.UnescapeString(value))
	switch field {
	case rashomon.FieldPublished:
		if when, ok := date.Parse(value); ok && !isUnsetTime(when) {
			return []string{when}
		}
		return nil
	case rashomon.FieldURL:
		if address, err := url.Parse(value); err != nil || address.Host == "" || !strings.HasPrefix(address.Scheme, "http") {
			return nil
		}
	case rashomon.FieldAuthor:
		return authors(value)
	case rashomon.FieldSource:
		if strings.Contains(value, "://") {
			return nil
		}
		value = strings.TrimPrefix(value, "@")
	}
	if value == "" {
		return nil
	}
	return []string{value}
}

// isUnsetTime reports whether a time is the one that .NET or Unix programs write where none is set.
func isUnsetTime(when string) bool {
	return strings.HasPrefix(when, "0001-01-01") || strings.HasPrefix(when, "1970-01-01T00:00")
}

// authors cuts a credit into names: "By Jane Roe and John Doe" are two. Addresses and handles are no names.
func authors(credit string) []string {
	if len(credit) > 3 && strings.EqualFold(credit[:3], "by ") {
		credit = credit[3:]
	}
	var names []string
	for _, piece := range strings.Split(strings.NewReplacer(" and ", ";", " & ", ";", "|", ";").Replace(credit), ";") {
		for _, name := range splitNames(piece) {
			name = strings.Trim(name, " ,")
			if name != "" && !strings.ContainsAny(name, "@/<>{}") {
				names = append(names, name)
			}
		}
	}
	return names
}

// splitNames cuts at commas where every piece may be a full name: "Roe, Jane" and "Jane Roe, Ph.D." are one.
func splitNames(credit string) []string {
	pieces := strings.Split(credit, ",")
	for _, piece := range pieces {
		if len(strings.Fields(piece)) < 2 {
			return []string{credit}
		}
	}
	return pieces
}
