package party

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A description tells how nouns alone speak of somebody: they may stand for one whom another document names.
type description struct {
	text     string
	words    []string // "district hospital", "interior minister"
	ownVoice bool     // "this station": whoever published the document
}

// longestDescription is of how many words a description may be, its article left out.
const longestDescription = 4

// describe returns the first description among the mentions of an entity that has no name, or nil.
func describe(e *digest.Entity) *description {
	for _, m := range e.Mentions {
		if m.Kind != rashomon.MentionNominal {
			continue
		}
		first, rest, _ := strings.Cut(strings.Join(strings.Fields(m.Text), " "), " ")
		words := functionWords(rest)
		switch {
		case len(words) == 0 || len(words) > longestDescription:
		case strings.EqualFold(first, "this") && len(words) == 1 && inClass("own voice", words[0]):
			return &description{m.Text, words, true}
		case !strings.EqualFold(first, "the"):
		case e.Type == rashomon.EntityPerson && !inClass("no function", words[len(words)-1]),
			e.Type != rashomon.EntityPerson && e.Type != rashomon.EntityGroup && len(words) > 1:
			return &description{m.Text, words, false}
		}
	}
	return nil
}

// functionWords returns the words of a noun phrase up to where it goes into detail, folded: "chair" for "chair of the board
// that fell".
func functionWords(text string) []string {
	var words []string
	for word := range strings.FieldsSeq(fold(text)) {
		if inClass("small", word) || inClass("relative", word) {
			break
		}
		words = append(words, synonym(word))
	}
	return words
}

// functions returns what a named person is said to be: titles, and nouns of the same document.
func functions(e *digest.Entity) []string {
	var all []string
	for _, m := range e.Mentions {
		text := m.Title
		if m.Kind == rashomon.MentionNominal {
			text = m.Text
			for _, article := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
				text = strings.TrimPrefix(text, article)
			}
		}
		function := strings.Join(functionWords(text), " ")
		if function == "" || inClass("empty title", function) || m.Kind == rashomon.MentionPronoun || slices.Contains(all, function) {
			continue
		}
		all = append(all, function)
	}
	return all
}

// describes tells how well a description stands for a profile with a name.
func (d *description) describes(p *profile) agreement {
	if d.ownVoice {
		if p.isSource {
			return agreement{1, "description/source", quoted("%q is %q, which published it", d.text, p.main().text)}
		}
		return agreement{}
	}
	if p.class == classPerson {
		words := strings.Join(d.words, " ")
		if slices.ContainsFunc(p.titles, func(title string) bool { return sameTitle(words, title) }) {
			return agreement{0.8, "description/function", quoted("%q fits the function of %q", d.text, p.main().text)}
		}
		return agreement{}
	}
	for _, f := range p.forms {
		if len(f.words) > len(d.words) && f.words[f.head] == synonym(singular(d.words[len(d.words)-1])) && holdsAll(f.words, d.words) {
			return agreement{0.8, "description/words", quoted("the words of %q are in %q", d.text, f.text)}
		}
	}
	return agreement{}
}

func holdsAll(words, some []string) bool {
	return !slices.ContainsFunc(some, func(word string) bool { return !slices.Contains(words, synonym(singular(word))) })
}
