package party

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rashomon"
	"rashomon/digest"
)

// lone returns the party of an entity that has no name.
func lone(d *digest.Digest, i int) rashomon.Party {
	e, element := &d.Entities[i], rashomon.Element{Document: d.Document, Index: i}
	spellings := spellings{}
	spellings.add(element, e)
	return rashomon.Party{
		ID: element.ID("p"), Name: e.Name, Type: e.Type, Codes: e.Codes, Spellings: spellings.sorted(),
		Entities: []rashomon.Element{element},
	}
}

// party returns what a cluster is.
func (c *cluster) party() rashomon.Party {
	var profiles []*profile
	for _, n := range slices.Concat(c.nodes, c.short) {
		profiles = append(profiles, n.members...)
	}
	slices.SortFunc(profiles, byElement)
	forms, types, codes := spellings{}, votes{}, votes{}
	party := rashomon.Party{ID: profiles[0].element.ID("p"), Joins: slices.Clone(c.joins)}
	for _, p := range profiles {
		party.Entities = append(party.Entities, p.element)
		forms.add(p.element, p.entity)
		types.add(string(p.entity.Type))
		if len(p.entity.Codes) > 0 {
			codes.add(strings.Join(p.entity.Codes, " "))
		}
	}
	slices.SortFunc(party.Joins, func(a, b rashomon.Join) int {
		return cmp.Or(compareElements(a.A, b.A), compareElements(a.B, b.B))
	})
	party.Spellings = forms.sorted()
	party.Type, party.Codes = rashomon.EntityType(types.winner()), strings.Fields(codes.winner())
	party.Name = cmp.Or(fullest(party.Spellings, party.Type == rashomon.EntityPlace), profiles[0].entity.Name)
	return party
}

// votes count values.
type votes map[string]int

func (v votes) add(value string) { v[value]++ }

// winner returns the value with the most votes: among equals the longer, then the first by its letters.
func (v votes) winner() string {
	best := ""
	for value, n := range v {
		if cmp.Or(cmp.Compare(n, v[best]), cmp.Compare(len(value), len(best)), cmp.Compare(best, value)) > 0 {
			best = value
		}
	}
	return best
}

// spellings are the documents of each form of a party.
type spellings map[spelled][]string

type spelled struct {
	form string
	kind rashomon.MentionKind
}

func (s spellings) add(element rashomon.Element, e *digest.Entity) {
	for _, m := range e.Mentions {
		if m.Kind == rashomon.MentionPronoun {
			continue
		}
		form := spelled{strings.Join(strings.Fields(m.Text), " "), m.Kind}
		if documents := s[form]; len(documents) == 0 || documents[len(documents)-1] != element.Document {
			s[form] = append(documents, element.Document)
		}
	}
}

func (s spellings) sorted() []rashomon.Spelling {
	out := make([]rashomon.Spelling, 0, len(s))
	for form, documents := range s {
		out = append(out, rashomon.Spelling{Form: form.form, Kind: form.kind, Documents: documents})
	}
	slices.SortFunc(out, func(a, b rashomon.Spelling) int {
		return cmp.Or(cmp.Compare(a.Form, b.Form), cmp.Compare(a.Kind, b.Kind))
	})
	return out
}

// fullest returns the name that most documents use, of those with several words where there are any. Among equals it
// is one that is not in capitals, then one of more words, then the shortest, then the first by its letters. Of a
// place it is no adjective where there is anything else.
func fullest(forms []rashomon.Spelling, isPlace bool) string {
	var best rashomon.Spelling
	for _, form := range forms {
		if form.Kind != rashomon.MentionName {
			continue
		}
		order := compareForms(form, best)
		if isPlace {
			order = cmp.Or(compareBool(isAdjective(best.Form), isAdjective(form.Form)), order)
		}
		if best.Form == "" || order > 0 {
			best = form
		}
	}
	return best.Form
}

// isAdjective reports whether a word ends like the adjectives of countries.
func isAdjective(form string) bool {
	folded := fold(form)
	return !strings.Contains(folded, " ") && slices.ContainsFunc(adjectiveEndings, func(ending string) bool {
		return len(ending) > 1 && strings.HasSuffix(folded, ending)
	})
}

func compareForms(a, b rashomon.Spelling) int {
	words, others := len(strings.Fields(a.Form)), len(strings.Fields(b.Form))
	return cmp.Or(
		cmp.Compare(min(words, 2), min(others, 2)), cmp.Compare(len(a.Documents), len(b.Documents)),
		compareBool(hasSmall(a.Form), hasSmall(b.Form)), cmp.Compare(words, others), cmp.Compare(len(b.Form), len(a.Form)),
		cmp.Compare(b.Form, a.Form),
	)
}

func hasSmall(form string) bool { return strings.ContainsFunc(form, unicode.IsLower) }

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
