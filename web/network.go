package web

import (
	"context"
	"fmt"

	"rashomon/view"
)

// Strand tells which deeds of one party to another are meant.
type Strand struct {
	Accounts
	Kind    string        `query:"kind" maxLength:"40" doc:"type of event, as ASSAULT, or kind of occurrence, as death"`
	Unnamed bool          `query:"unnamed" doc:"also what is done by or to somebody without a name, of whom one account alone speaks"`
	State   view.TieState `query:"state" enum:"as_so,denied,open" doc:"told as so; denied by somebody; told as possible, to come or a mere thought"`
}

func (b *board) strand(in Strand) (view.Strand, error) {
	sieve, err := b.sieve(in.Accounts, 1)
	return view.Strand{Sieve: sieve, Unnamed: in.Unnamed, Kind: in.Kind, State: in.State}, err
}

// NetworkInput asks for who does what to whom.
type NetworkInput struct {
	Strand
	Most int `query:"most" minimum:"1" maximum:"300" default:"40" doc:"edges, the strongest first"`
}

func (s *Server) network(ctx context.Context, in *NetworkInput) (*Body[view.Network], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	strand, err := b.strand(in.Strand)
	if err != nil {
		return nil, err
	}
	return body(b.Network(b.survey(), strand, in.Most)), nil
}

// EdgeInput asks for what one party is told to do to another.
type EdgeInput struct {
	From string `path:"from" maxLength:"64" doc:"the id of who does it"`
	To   string `path:"to" maxLength:"64" doc:"the id of to whom"`
	Strand
	Page
}

func (s *Server) edge(ctx context.Context, in *EdgeInput) (*Body[List[view.Deed]], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	strand, err := b.strand(in.Strand)
	if err != nil {
		return nil, err
	}
	actor, found := b.number(in.From)
	if !found {
		return nil, unknown("path.from", in.From)
	}
	recipient, found := b.number(in.To)
	if !found {
		return nil, unknown("path.to", in.To)
	}
	survey := b.survey()
	id := func(t *view.Tie) string { return fmt.Sprintf("%s-%d", t.Document, t.Index) }
	return listed(in.Page, b.Between(survey, strand, actor, recipient), id, func(t *view.Tie) view.Deed { return b.Deed(survey, t) })
}
