package party

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rashomon"
	"rashomon/digest"
)

// An unnamed is an entity that has no name, and no description to be known by.
type unnamed struct {
	index   int
	kind    rashomon.EntityType
	named   string // as its document speaks of it before all
	codes   []string
	written []written
}

func newUnnamed(e *digest.Entity, i int) unnamed {
	return unnamed{i, e.Type, e.Name, e.Codes, writtenOf(e)}
}

// party returns the party of an entity of a document, which is that of nothing else.
func (u unnamed) party(document string) rashomon.Party {
	element := rashomon.Element{Document: document, Index: u.index}
	return rashomon.Party{
		ID: element.ID("p"), Name: u.named, Type: u.kind, Codes: u.codes,
		Spellings: spellings(appendSpelled(nil, document, u.written)), Entities: []rashomon.Element{element},
	}
}

// party returns what a cluster is.
func (c *cluster) party() rashomon.Party {
	var all []spelled
	types, codes := votes{}, votes{}
	party := rashomon.Party{ID: c.element().ID("p"), Entities: make([]rashomon.Element, len(c.members)), Joins: c.joins()}
	for i, p := range c.members {
		party.Entities[i] = p.element()
		all = appendSpelled(all, p.context.document, p.written)
		types.add(string(p.kind))
		if p.codes != "" {
			codes.add(p.codes)
		}
	}
	party.Spellings = spellings(all)
	party.Type, party.Codes = rashomon.EntityType(types.winner()), strings.Fields(codes.winner())
	party.Name = cmp.Or(fullest(party.Spellings, party.Type == rashomon.EntityPlace), c.members[0].named)
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

// A written is a form by which a document speaks of an entity.
type written struct {
	form string
	kind rashomon.MentionKind
}

func compareWritten(a, b written) int {
	return cmp.Or(cmp.Compare(a.form, b.form), cmp.Compare(a.kind, b.kind))
}

// writtenOf returns the forms of an entity, but for pronouns, each once.
func writtenOf(e *digest.Entity) []written {
	all := make([]written, 0, len(e.Mentions))
	for _, m := range e.Mentions {
		if m.Kind != rashomon.MentionPronoun {
			all = append(all, written{spaced(m.Text), m.Kind})
		}
	}
	slices.SortFunc(all, compareWritten)
	return slices.Clone(slices.Compact(all))
}

// A spelled is a form with a document that writes it.
type spelled struct {
	written
	document string
}

func appendSpelled(all []spelled, document string, forms []written) []spelled {
	for _, w := range forms {
		all = append(all, spelled{w, document})
	}
	return all
}

// spellings returns the documents of each form.
func spellings(all []spelled) []rashomon.Spelling {
	slices.SortFunc(all, func(a, b spelled) int {
		return cmp.Or(compareWritten(a.written, b.written), cmp.Compare(a.document, b.document))
	})
	all = slices.Compact(all)
	documents, forms := make([]string, len(all)), 0
	for i, s := range all {
		if documents[i] = s.document; i == 0 || s.written != all[i-1].written {
			forms++
		}
	}
	out := make([]rashomon.Spelling, 0, forms)
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].written == all[from].written {
			to++
		}
		out = append(out, rashomon.Spelling{Form: all[from].form, Kind: all[from].kind, Documents: documents[from:to:to]})
		from = to
	}
	return out
}

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
