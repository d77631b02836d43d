package web

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rashomon"
	"rashomon/view"
)

// PartiesInput asks for parties.
type PartiesInput struct {
	Page
	KnownOn
	Name string `query:"name" maxLength:"200" doc:"a name, or a part of one"`
	Type string `query:"type" enum:"PERSON,ORGANIZATION,GROUP,PLACE,FACILITY,WEAPON,WORK,EVENT,OTHER"`
}

// A Party is a party in a list.
type Party struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Type      string   `json:"type"`
	Codes     []string `json:"codes"`
	Names     []string `json:"names" doc:"all that it goes under"`
	Documents int      `json:"documents" doc:"how many speak of it"`
}

func (s *Server) parties(ctx context.Context, in *PartiesInput) (*Body[List[Party]], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	all := b.parties()
	if in.Name != "" {
		all = byDocuments(b.Parties(in.Name))
	}
	meant := slices.DeleteFunc(slices.Clone(all), func(p rashomon.Party) bool { return in.Type != "" && string(p.Type) != in.Type })
	return listed(in.Page, meant, func(p rashomon.Party) string { return p.ID }, inList)
}

// byDocuments returns the parties that have a name, those that most documents speak of first.
func byDocuments(all []rashomon.Party) []rashomon.Party {
	type counted struct {
		rashomon.Party
		documents int
	}
	var named []counted
	for _, p := range all {
		if isNamed(p) {
			named = append(named, counted{p, documentsOf(p)})
		}
	}
	slices.SortStableFunc(named, func(x, y counted) int {
		return cmp.Or(cmp.Compare(y.documents, x.documents), cmp.Compare(len(y.Entities), len(x.Entities)),
			strings.Compare(x.Name, y.Name))
	})
	out := make([]rashomon.Party, len(named))
	for i := range named {
		out[i] = named[i].Party
	}
	return out
}

func namesOf(parties []rashomon.Party) map[string]string {
	names := make(map[string]string, len(parties))
	for _, p := range parties {
		names[p.ID] = p.Name
	}
	return names
}

func isNamed(p rashomon.Party) bool {
	return slices.ContainsFunc(p.Spellings, func(s rashomon.Spelling) bool { return s.Kind == rashomon.MentionName })
}

// documentsOf counts the documents that speak of a party. Its entities are sorted by document.
func documentsOf(p rashomon.Party) int {
	n, last := 0, ""
	for _, e := range p.Entities {
		if e.Document != last {
			n, last = n+1, e.Document
		}
	}
	return n
}

func inList(p rashomon.Party) Party {
	out := Party{ID: p.ID, Name: p.Name, Type: string(p.Type), Codes: append([]string{}, p.Codes...), Names: []string{},
		Documents: documentsOf(p)}
	for _, spelling := range p.Spellings {
		if spelling.Kind == rashomon.MentionName {
			out.Names = append(out.Names, spelling.Form)
		}
	}
	return out
}

func (s *Server) party(ctx context.Context, in *IDThen) (*Body[view.Portrait], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	p, count := b.Party(in.ID.ID)
	if count != 1 {
		return nil, b.unknown("path.id", in.ID.ID)
	}
	return body(b.Portrait(p)), nil
}

// PositionsInput asks for positions.
type PositionsInput struct {
	Page
	KnownOn
	Party    string `query:"party" maxLength:"64" doc:"the id of a party"`
	Document string `query:"document" maxLength:"64" doc:"the id of a document"`
}

func (s *Server) positions(ctx context.Context, in *PositionsInput) (*Body[List[view.Stand]], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	names := b.called()
	var meant []rashomon.Position
	for _, p := range b.Comparison.Positions {
		isOwn := strings.EqualFold(names[p.Party], b.Name(p.Document)) // who publishes stands for himself
		if !isOwn && (in.Party == "" || p.Party == in.Party) && (in.Document == "" || p.Document == in.Document) {
			meant = append(meant, p)
		}
	}
	id := func(p rashomon.Position) string { return p.Document + "-" + p.Party }
	return listed(in.Page, meant, id, func(p rashomon.Position) view.Stand { return b.Stand(p, names[p.Party]) })
}
