package correct

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
)

// describe tells what is known of a party that people put together or cut off, from the parties that its entities were of.
// Type, codes and name are those of the party that gave most of the entities, of those that have a name where any has; a
// name that nothing in it has is replaced by that of its first entity.
func (r *Replay) describe(g group, before func(rashomon.Element) rashomon.Party) rashomon.Party {
	gave := map[string]int{}
	for _, element := range g.elements {
		gave[before(element).ID]++
	}
	most := before(slices.MinFunc(g.elements, func(a, b rashomon.Element) int {
		x, y := before(a), before(b)
		return cmp.Or(unnamed(x)-unnamed(y), cmp.Compare(gave[y.ID], gave[x.ID]), cmp.Compare(x.ID, y.ID))
	}))
	p := rashomon.Party{
		ID: g.elements[0].ID("p"), Name: most.Name, Type: most.Type, Codes: most.Codes, Entities: g.elements,
		Spellings: r.spellings(g.elements),
	}
	if !slices.ContainsFunc(p.Spellings, func(s rashomon.Spelling) bool { return s.Form == p.Name }) {
		first := r.digest(g.elements[0].Document).Entities[g.elements[0].Index]
		p.Name, p.Type, p.Codes = first.Name, first.Type, first.Codes
	}
	return p
}

// unnamed returns 1 for a party that nouns alone speak of, else 0.
func unnamed(p rashomon.Party) int {
	if slices.ContainsFunc(p.Spellings, func(s rashomon.Spelling) bool { return s.Kind == rashomon.MentionName }) {
		return 0
	}
	return 1
}

// spellings returns what entities are called, as package party lists it.
func (r *Replay) spellings(elements []rashomon.Element) []rashomon.Spelling {
	var out []rashomon.Spelling
	for _, element := range elements {
		for _, m := range r.digest(element.Document).Entities[element.Index].Mentions {
			if m.Kind == rashomon.MentionPronoun {
				continue
			}
			form := strings.Join(strings.Fields(m.Text), " ")
			at := slices.IndexFunc(out, func(s rashomon.Spelling) bool { return s.Form == form && s.Kind == m.Kind })
			if at < 0 {
				at = len(out)
				out = append(out, rashomon.Spelling{Form: form, Kind: m.Kind})
			}
			if s := &out[at]; !slices.Contains(s.Documents, element.Document) {
				s.Documents = append(s.Documents, element.Document)
			}
		}
	}
	slices.SortFunc(out, func(a, b rashomon.Spelling) int {
		return cmp.Or(cmp.Compare(a.Form, b.Form), cmp.Compare(a.Kind, b.Kind))
	})
	return out
}
