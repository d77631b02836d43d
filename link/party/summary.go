package party

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rashomon"
	"rashomon/digest"
)

// party returns the party of an entity that has no name.
func (u unnamed) party() rashomon.Party {
	e, element := &u.of.Entities[u.index], rashomon.Element{Document: u.of.Document, Index: u.index}
	return rashomon.Party{
		ID: element.ID("p"), Name: e.Name, Type: e.Type, Codes: e.Codes,
		Spellings: spellings(appendSpelled(nil, element.Document, e)),
		Entities:  []rashomon.Element{element},
	}
}

// party returns what a cluster is.
func (c *cluster) party() rashomon.Party {
	var all []spelled
	types, codes := votes{}, votes{}
	party := rashomon.Party{ID: c.element().ID("p"), Entities: make([]rashomon.Element, len(c.members)), Joins: c.joins()}
	for i, p := range c.members {
		party.Entities[i] = p.element()
		all = appendSpelled(all, p.context.document, p.entity)
		types.add(string(p.entity.Type))
		if len(p.entity.Codes) > 0 {
			codes.add(strings.Join(p.entity.Codes, " "))
		}
	}
	party.Spellings = spellings(all)
	party.Type, party.Codes = rashomon.EntityType(types.winner()), strings.Fields(codes.winner())
	party.Name = cmp.Or(fullest(party.Spellings, party.Type == rashomon.EntityPlace), c.members[0].entity.Name)
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

// A spelled is a form by which a document names somebody.
type spelled struct {
	form     string
	kind     rashomon.MentionKind
	document string
}

func appendSpelled(all []spelled, document string, e *digest.Entity) []spelled {
	for _, m := range e.Mentions {
		if m.Kind != rashomon.MentionPronoun {
			all = append(all, spelled{spaced(m.Text), m.Kind, document})
		}
	}
	return all
}

// spellings returns the documents of each form.
func spellings(all []spelled) []rashomon.Spelling {
	slices.SortFunc(all, func(a, b spelled) int {
		return cmp.Or(cmp.Compare(a.form, b.form), cmp.Compare(a.kind, b.kind), cmp.Compare(a.document, b.document))
	})
	all = slices.Compact(all)
	documents, forms := make([]string, len(all)), 0
	for i, s := range all {
		if documents[i] = s.document; i == 0 || !s.isOf(all[i-1]) {
			forms++
		}
	}
	out := make([]rashomon.Spelling, 0, forms)
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].isOf(all[from]) {
			to++
		}
		out = append(out, rashomon.Spelling{Form: all[from].form, Kind: all[from].kind, Documents: documents[from:to:to]})
		from = to
	}
	return out
}

// isOf reports whether two are of one form.
func (s spelled) isOf(other spelled) bool { return s.form == other.form && s.kind == other.kind }

// spaced returns a text with one space between its words. Where it is so, no copy is kept.
func spaced(text string) string {
	if words := strings.Join(strings.Fields(text), " "); words != text {
		return words
	}
	return text
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
