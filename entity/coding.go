package entity

import (
	"rashomon"
	"rashomon/entity/code"
)

// code gives an entity the codes of the party that its mentions name: those of its fullest name or, where these tell no
// more than a country, of the first of its nouns that tell more.
func (c *clusters) code(entity *rashomon.Entity, own *cluster, best int) {
	switch entity.Type {
	case rashomon.EntityEvent, rashomon.EntityWork, rashomon.EntityOther:
		return
	}
	entity.Codes, entity.CodeRule = c.codes(best)
	if entity.Type == rashomon.EntityPlace {
		return
	}
	for _, i := range own.drafts {
		if len(entity.Codes) > 1 {
			return
		}
		if c.drafts[i].Kind == rashomon.MentionPronoun {
			continue
		}
		if codes, rule := c.codes(i); len(codes) > len(entity.Codes) {
			entity.Codes, entity.CodeRule = codes, rule
		}
	}
}

// codes returns the codes that one mention tells, its title included, and the lines of data behind them.
func (c *clusters) codes(i int) (codes []string, rule string) {
	d := &c.drafts[i]
	party := c.party(d)
	if d.Kind == rashomon.MentionNominal {
		party.Context = c.context()
	}
	if d.sense != nil {
		return nil, ""
	}
	return party.Codes(c.doc.Published())
}

// party takes the words of a mention and of its title apart.
func (r *reading) party(d *draft) code.Party {
	span := d.Span
	if !d.Title.Empty() && d.Title.End == span.Start {
		span.Start = d.Title.Start
	}
	return code.Parse(r.forms(span), d.Head-span.Start)
}

// modifiers returns the countries and the listed names that modify a noun: two nouns with different ones are two parties.
func (r *reading) modifiers(d *draft) []string {
	if d.Kind != rashomon.MentionNominal {
		return nil
	}
	var out []string
	party := r.party(d)
	for _, forms := range party.Countries {
		out = append(out, forms[0].Country.Name)
	}
	for _, entries := range party.Names {
		out = append(out, entries[0].Name)
	}
	return out
}

// context returns the code of the country that a text is about: the one that is named more often than all others together,
// and not once alone; else "".
func (r *reading) context() string {
	all := 0
	for _, times := range r.countries {
		all += times
	}
	for code, times := range r.countries {
		if times > 1 && 2*times > all {
			return code
		}
	}
	return ""
}
