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
	function function // of a person
	ownVoice bool     // "this station": whoever published the document
	ownPlace bool     // "this market town": where it was written
}

// last returns the word that says what is described.
func (d *description) last() string { return d.words[len(d.words)-1] }

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
			return &description{text: m.Text, words: words, ownVoice: true}
		case strings.EqualFold(first, "this") && e.Type == rashomon.EntityPlace && inClass("own place", words[len(words)-1]):
			return &description{text: m.Text, words: words, ownPlace: true}
		case !strings.EqualFold(first, "the") && !strings.EqualFold(first, "this"):
		case e.Type == rashomon.EntityPerson && !inClass("no function", words[len(words)-1]),
			e.Type != rashomon.EntityPerson && e.Type != rashomon.EntityGroup && len(words) > 1,
			e.Type == rashomon.EntityOrganization && len(words) == 1 && !inClass("generic", words[0]):
			return &description{text: m.Text, words: words, function: newFunction(rest)}
		}
	}
	return nil
}

// functionWords returns the words of a noun phrase up to where it goes into detail, folded: "chair" for "chair of the
// board that fell".
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

// A function is what somebody is said to be, and of what: "leader", of "alliance".
type function struct {
	what string
	of   string // the words behind "of" and "for", joined
}

func newFunction(text string) function {
	f := function{what: strings.Join(functionWords(text), " ")}
	for _, preposition := range []string{" of ", " for "} {
		if _, of, found := strings.Cut(text, preposition); found {
			f.of = strings.Join(body(of).words, " ")
		}
	}
	return f
}

// fits reports whether two functions may be the same: one may leave out words before the other's, or what it is of.
func (f function) fits(other function) bool {
	return sameTitle(f.what, other.what) && (strings.Contains(f.of, other.of) || strings.Contains(other.of, f.of))
}

// functions returns what a person is said to be: titles, and nouns of the same document.
func functions(e *digest.Entity) []function {
	var all []function
	for _, m := range e.Mentions {
		text := m.Title
		if m.Kind == rashomon.MentionNominal {
			text = withoutAnyArticle(m.Text)
		}
		f := newFunction(text)
		if f.what == "" || inClass("empty title", f.what) || m.Kind == rashomon.MentionPronoun || slices.Contains(all, f) {
			continue
		}
		all = append(all, f)
	}
	return all
}

func withoutAnyArticle(text string) string {
	first, rest, found := strings.Cut(text, " ")
	if found && slices.Contains([]string{"the", "a", "an"}, strings.ToLower(first)) {
		return rest
	}
	return text
}

// isDescribed tells how well the description of another profile stands for a cluster.
func (c *cluster) isDescribed(s *profile) (agreement, *node) {
	d := s.description
	for _, n := range c.nodes {
		of := func(p *profile) bool { return d.fits(s, p, c.functions) }
		if d.ownVoice || d.ownPlace {
			if !slices.ContainsFunc(n.members, of) {
				continue
			}
		} else if !of(n.first()) {
			continue
		}
		return agreement{d.score(), d.rule(s), d.text, n.first().main().text}, n
	}
	return agreement{}, nil
}

func (d *description) score() float64 {
	if d.ownVoice || d.ownPlace {
		return 1
	}
	return scoreDescription
}

func (d *description) rule(own *profile) string {
	switch {
	case d.ownVoice:
		return "description/source"
	case d.ownPlace:
		return "description/dateline"
	case own.class == classPerson:
		return "description/function"
	}
	return "description/words"
}

// scoreDescription is how sure it is that a description means somebody whom it fits.
const scoreDescription = 0.8

// holdsAll reports whether words hold all of some others.
func holdsAll(words, some []string) bool {
	return !slices.ContainsFunc(some, func(word string) bool { return !slices.Contains(words, synonym(singular(word))) })
}

// fits reports whether a description in a profile fits another profile with certain functions.
func (d *description) fits(own, other *profile, functions []function) bool {
	switch {
	case d.ownVoice:
		return other.isSource && other.context == own.context
	case d.ownPlace:
		return other.isDateline && other.context == own.context
	case other.class == classPerson && own.class == classPerson:
		return slices.ContainsFunc(functions, d.function.fits)
	case other.class != classPerson && own.class != classPerson:
		return slices.ContainsFunc(other.forms, d.isIn)
	}
	return false
}

// isIn reports whether all words of a description are in a name that says last the same.
func (d *description) isIn(f *form) bool {
	if len(d.words) == 1 && inClass("company", d.words[0]) && f.isOfTrade() {
		return true
	}
	return len(f.words) > len(d.words) && f.words[f.head] == synonym(singular(d.last())) && holdsAll(f.words, d.words)
}
