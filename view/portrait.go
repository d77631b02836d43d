package view

import (
	"fmt"
	"slices"

	"rashomon"
	"rashomon/compare/position"
)

// A Portrait is all that accounts tell of a party, as people see it.
type Portrait struct {
	ID        string             `json:"id"`
	Name      string             `json:"name"`
	Type      string             `json:"type"`
	Codes     []string           `json:"codes"`
	Spellings []Spelling         `json:"spellings"`
	Joins     []string           `json:"joins"` // why these are taken for one, for people, each once
	Did       []Quotation        `json:"did"`
	Underwent []Quotation        `json:"underwent"`
	Positions []Stand            `json:"positions"` // by source, then by day
	Location  *rashomon.Location `json:"location,omitempty"`
	Members   []Member           `json:"members"`
}

// A Spelling is a form of a party's name, or a noun for it, with those who use it.
type Spelling struct {
	Form      string               `json:"form"`
	Kind      rashomon.MentionKind `json:"kind"`
	Documents []Named              `json:"documents"`
}

// A Stand is how a document stands to a party.
type Stand struct {
	Source    string      `json:"source"`
	Document  string      `json:"document"`
	Published string      `json:"published"`
	Party     Named       `json:"party"`
	Stance    int         `json:"stance"` // -1 against, 0 both, 1 for
	Why       string      `json:"why"`
	Rule      string      `json:"rule"`
	Evidence  []Quotation `json:"evidence"`
}

// Portrait returns all that accounts tell of a party.
func (v *View) Portrait(p rashomon.Party) Portrait {
	out := Portrait{
		ID: p.ID, Name: p.Name, Type: string(p.Type), Codes: append([]string{}, p.Codes...), Joins: Reasons(p.Joins),
		Spellings: []Spelling{}, Did: v.Quotations(v.Deeds(p, Did)), Underwent: v.Quotations(v.Deeds(p, Underwent)),
		Positions: []Stand{}, Location: v.located(p), Members: []Member{},
	}
	for _, e := range p.Entities {
		entity := v.Digest(e.Document).Entities[e.Index]
		out.Members = append(out.Members, Member{fmt.Sprintf("%s/e%d", e.Document, e.Index+1), Named{e.Document, v.Name(e.Document)},
			entity.Name})
	}
	for _, s := range p.Spellings {
		out.Spellings = append(out.Spellings, Spelling{s.Form, s.Kind, v.documents(s.Documents)})
	}
	over := position.Over(v.Ground, v.Comparison.Positions, p.ID)
	sources := make([]string, 0, len(over))
	for source := range over {
		sources = append(sources, source)
	}
	slices.Sort(sources)
	for _, source := range sources {
		for _, at := range over[source] {
			out.Positions = append(out.Positions, v.Stand(at, p.Name))
		}
	}
	return out
}

// Stand returns how a document stands to a party, whose name is given, as people see it.
func (v *View) Stand(p rashomon.Position, party string) Stand {
	out := Stand{
		Source: v.Name(p.Document), Document: p.Document, Published: v.byID[p.Document].Published, Party: Named{p.Party, party},
		Stance: p.Stance, Why: p.Why, Rule: p.Rule, Evidence: []Quotation{},
	}
	for _, extent := range p.Evidence {
		out.Evidence = append(out.Evidence, v.QuotationOf(rashomon.Passage{Document: p.Document, Extent: extent}))
	}
	return out
}

// located returns where a place lies, as the first of its entities that is known has it, or nil.
func (v *View) located(p rashomon.Party) *rashomon.Location {
	for _, e := range p.Entities {
		if location := v.Digest(e.Document).Entities[e.Index].Location; location != nil {
			return location
		}
	}
	return nil
}
