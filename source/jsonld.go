package source

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// readJSONLD reads the article of a JSON-LD script. Scripts that are no JSON tell nothing; line breaks within strings,
// which many pages have, are no reason to give up.
func (m markup) readJSONLD(script *html.Node) {
	if script.FirstChild == nil {
		return
	}
	text := strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script.FirstChild.Data)
	var value any
	if json.Unmarshal([]byte(strings.Trim(text, " ;")), &value) == nil {
		m.readArticle(value, 0)
	}
}

// articleDepth is how deep an article may lie in its script: in a graph, in a list, as the main entity of a page.
const articleDepth = 4

// readArticle finds the first article within a value of JSON-LD and reports whether there is one.
func (m markup) readArticle(value any, depth int) bool {
	if depth > articleDepth {
		return false
	}
	switch value := value.(type) {
	case []any:
		for _, element := range value {
			if m.readArticle(element, depth+1) {
				return true
			}
		}
	case map[string]any:
		if isArticle(value) {
			m.addArticle(value)
			return true
		}
		return m.readArticle(value["@graph"], depth+1) || m.readArticle(value["mainEntity"], depth+1)
	}
	return false
}

// isArticle reports whether an object is what schema.org calls an Article, under one of the many types of it, or
// another CreativeWork with a headline.
func isArticle(object map[string]any) bool {
	for _, name := range texts(object["@type"], "") {
		if strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") {
			return true
		}
	}
	_, headline := object["headline"].(string)
	return headline
}

func (m markup) addArticle(article map[string]any) {
	for _, property := range []string{"headline", "author", "publisher", "datePublished", "dateCreated"} {
		for _, text := range texts(article[property], "name") {
			m.add("json-ld/"+property, text)
		}
	}
}

// texts returns the texts of a value that may be one, a list of them, or an object that holds them under a key.
func texts(value any, key string) []string {
	switch value := value.(type) {
	case string:
		return []string{value}
	case []any:
		var all []string
		for _, element := range value {
			if _, nested := element.([]any); !nested {
				all = append(all, texts(element, key)...)
			}
		}
		return all
	case map[string]any:
		if _, nested := value[key].(map[string]any); !nested {
			return texts(value[key], key)
		}
	}
	return nil
}
