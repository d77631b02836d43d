package view

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A Naming is a form under which a document speaks of a party, where it first does, and with what sympathy its own voice does so.
type Naming struct {
	Form    string
	Kind    rashomon.MentionKind
	Valence int // -1 hostile, 0 neutral or in another's words, 1 favourable
	rashomon.Passage
}

// Namings returns the names and nouns under which each document speaks of a party: names first, by form, then by document.
func (v *View) Namings(p rashomon.Party) []Naming {
	type use struct {
		document, form string
		kind           rashomon.MentionKind
	}
	var out []Naming
	known := map[use]int{}
	for _, e := range p.Entities {
		d := v.Digest(e.Document)
		for _, m := range d.Entities[e.Index].Mentions {
			if m.Kind == rashomon.MentionPronoun {
				continue
			}
			form := strings.Join(strings.Fields(m.Text), " ")
			at, found := known[use{d.Document, form, m.Kind}]
			if !found {
				at = len(out)
				known[use{d.Document, form, m.Kind}] = at
				out = append(out, Naming{form, m.Kind, 0, rashomon.Passage{Document: d.Document, Extent: m.Extent}})
			}
			if out[at].Valence == 0 {
				out[at].Valence = sympathy(d, e.Index, m.Extent)
			}
		}
	}
	noun := func(n Naming) int { return strings.Count(string(n.Kind), string(rashomon.MentionNominal)) }
	slices.SortStableFunc(out, func(x, y Naming) int {
		return cmp.Or(cmp.Compare(noun(x), noun(y)), cmp.Compare(x.Form, y.Form), cmp.Compare(x.Document, y.Document))
	})
	return out
}

// sympathy returns with what sympathy a document's own voice calls an entity by a mention.
func sympathy(d *digest.Digest, entity int, mention rashomon.Extent) int {
	for _, l := range d.Labels {
		if l.Entity == entity && l.Extent.Start < mention.End && mention.Start < l.Extent.End && l.Valence != 0 {
			return l.Valence
		}
	}
	return 0
}
