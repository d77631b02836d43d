package gazetteer_test

import (
	"regexp"
	"strings"
	"testing"

	"rashomon"
	"rashomon/gazetteer"
)

func load(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// marked matches a marked mention: two brackets or braces for the one that is asked for, and its type behind a bar.
var marked = regexp.MustCompile(`(\[\[?|\{\{?)([^\]}|]+)(?:\|([A-Z]+))?[\]}]+`)

// markedDocument builds a document by hand from a text with mentions in brackets, see testdata/places.cases, and returns
// the mention that is asked for. Mentions of one form are of one entity. Tokens stand between spaces.
func markedDocument(text string) (doc *rashomon.Document, asked int) {
	doc = &rashomon.Document{}
	entities := map[string]int{}
	for len(text) > 0 {
		match := marked.FindStringSubmatchIndex(text)
		if match == nil {
			addWords(doc, text)
			break
		}
		addWords(doc, text[:match[0]])
		form, open := text[match[4]:match[5]], text[match[2]:match[3]]
		span := addWords(doc, form)
		mention := rashomon.Mention{
			Span: span, Head: span.End - 1, Kind: rashomon.MentionName, Rule: "hand", Antecedent: rashomon.None,
		}
		entity, known := entities[form]
		if open[0] == '{' {
			mention.Kind, known = rashomon.MentionNominal, false
		}
		if !known {
			entity = len(doc.Entities)
			entities[form] = entity
			doc.Entities = append(doc.Entities, rashomon.Entity{Name: form, Type: rashomon.EntityPlace, Rule: "hand"})
			if match[6] >= 0 {
				doc.Entities[entity].Type = rashomon.EntityType(text[match[6]:match[7]])
			}
		}
		mention.Entity = entity
		if len(open) == 2 {
			asked = len(doc.Mentions)
		}
		doc.Mentions = append(doc.Mentions, mention)
		text = text[match[1]:]
	}
	doc.Sentences = []rashomon.Sentence{{Span: rashomon.Span{End: len(doc.Tokens)}, Rule: "hand"}}
	return doc, asked
}

func addWords(doc *rashomon.Document, text string) rashomon.Span {
	start := len(doc.Tokens)
	for word := range strings.FieldsSeq(text) {
		if doc.Text != "" {
			doc.Text += " "
		}
		extent := rashomon.Extent{Start: len(doc.Text), End: len(doc.Text) + len(word)}
		doc.Text += word
		doc.Tokens = append(doc.Tokens, rashomon.Token{Extent: extent, Rule: "hand"})
	}
	return rashomon.Span{Start: start, End: len(doc.Tokens)}
}
