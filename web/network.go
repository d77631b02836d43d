package web

import (
	"context"

	"rashomon/view"
)

// Strand tells which deeds of one party to another are meant.
type Strand struct {
	Accounts
	Kind    string        `query:"kind" maxLength:"40" doc:"type of event, as ASSAULT, or kind of occurrence, as death"`
	Unnamed bool          `query:"unnamed" doc:"also what is done by or to somebody without a name, of whom one account alone speaks"`
	State   view.TieState `query:"state" enum:"as_so,denied,open" doc:"told as so; denied by somebody; told as possible, to come or a mere thought"`
}

func (in Strand) strand() view.Strand {
	return view.Strand{Unnamed: in.Unnamed, Kind: in.Kind, State: in.State}
}

// NetworkInput asks for who does what to whom.
type NetworkInput struct {
	Strand
	Most int `query:"most" minimum:"1" maximum:"300" default:"40" doc:"edges, the strongest first"`
}

// A Network is who is told to do what to whom.
type Network struct {
	Unknown
	view.Network
}

func (s *Server) network(ctx context.Context, in *NetworkInput) (*Body[Network], error) {
	b, choice, err := s.chosen(ctx, in.Accounts)
	if err != nil {
		return nil, err
	}
	return body(Network{Unknown{choice.Unknown}, b.Network(choice, in.strand(), in.Most)}), nil
}

// EdgeInput asks for what one party is told to do to another.
type EdgeInput struct {
	From string `path:"from" maxLength:"64" doc:"the id of who does it"`
	To   string `path:"to" maxLength:"64" doc:"the id of to whom"`
	Strand
	Page
}

func (s *Server) edge(ctx context.Context, in *EdgeInput) (*Body[List[view.Deed]], error) {
	b, choice, err := s.chosen(ctx, in.Accounts)
	if err != nil {
		return nil, err
	}
	if !b.HasParty(in.From) {
		return nil, unknown("path.from", in.From)
	}
	if !b.HasParty(in.To) {
		return nil, unknown("path.to", in.To)
	}
	return listed(in.Page, b.Between(choice, in.strand(), in.From, in.To), view.DeedID, b.Deed)
}
