package web

import (
	"context"
	"slices"

	"rashomon"
	"rashomon/view"
)

// On narrows down what stands between documents.
type On struct {
	Kind      string `query:"kind" enum:"whether,who,whom,figure,when,where,why,what,name,position,outcome" doc:"the question that it is on"`
	Document  string `query:"document" maxLength:"64" doc:"the id of a document that it stands in"`
	Happening string `query:"happening" maxLength:"64" doc:"the id of the happening that it is on"`
}

// takes reports whether something on a question and a happening, with passages, is meant.
func (o On) takes(kind rashomon.PointKind, happening string, passages ...rashomon.Side) bool {
	return (o.Kind == "" || string(kind) == o.Kind) && (o.Happening == "" || happening == o.Happening) &&
		(o.Document == "" || slices.ContainsFunc(passages, func(s rashomon.Side) bool { return s.Document == o.Document }))
}

// DifferencesInput asks for differences.
type DifferencesInput struct {
	Page
	On
	Narrow
	Standing string `query:"standing" enum:"contradiction,likely,scope" default:"contradiction" doc:"contradictions; what likely does not fit together, though no rule tells it; what differs in scope only"`
	With     string `query:"with" maxLength:"64" doc:"the id of another document: differences between it and 'document'"`
}

func (s *Server) differences(ctx context.Context, in *DifferencesInput) (*Body[List[view.Contrast]], error) {
	b, choice, err := s.chosen(ctx, Accounts{Narrow: in.Narrow})
	if err != nil {
		return nil, err
	}
	takes := func(d rashomon.Difference) bool {
		return choice.Passages(d.Happening, d.A, d.B) && in.takes(d.Kind, d.Happening, d.A, d.B) &&
			(in.With == "" || d.A.Document == in.With || d.B.Document == in.With)
	}
	var meant []view.Group
	for _, g := range b.GroupsOf(view.Standing(in.Standing)) {
		if takes(g.Difference) || slices.ContainsFunc(g.More, takes) {
			meant = append(meant, g)
		}
	}
	return listed(in.Page, meant, func(g view.Group) string { return g.ID }, b.Contrast)
}

// FindingInput asks for what stands between documents.
type FindingInput struct {
	IDThen
	Happening string `query:"happening" maxLength:"64" doc:"the id of a happening: only differences on it, as its own page has them"`
}

// A Difference is a group of differences by itself.
type Difference struct {
	view.Contrast
	IDs []string `json:"ids" doc:"of all differences that stand here as one question; a dismissal of the question names all"`
}

func (s *Server) difference(ctx context.Context, in *FindingInput) (*Body[Difference], error) {
	b, g, err := s.group(ctx, in)
	if err != nil {
		return nil, err
	}
	return body(Difference{b.Contrast(g), g.IDs()}), nil
}

// group returns the group of differences that one is asked for by.
func (s *Server) group(ctx context.Context, in *FindingInput) (*board, view.Group, error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, view.Group{}, err
	}
	if d, count := b.Difference(in.ID.ID); count == 1 {
		if g, found := b.GroupOf(d, in.Happening); found {
			return b, g, nil
		}
	}
	return nil, view.Group{}, b.unknown("path.id", in.ID.ID)
}

// PassagesInput asks for the passages of a difference.
type PassagesInput struct {
	FindingInput
	Page
}

func (s *Server) passagesOfDifference(ctx context.Context, in *PassagesInput) (*Body[List[view.Quotation]], error) {
	b, g, err := s.group(ctx, &in.FindingInput)
	if err != nil {
		return nil, err
	}
	return listed(in.Page, g.Others(), view.SideID, b.Quotation)
}

// AgreementsInput asks for agreements.
type AgreementsInput struct {
	Page
	On
	Narrow
	Roots  int  `query:"roots" minimum:"1" default:"2" doc:"from how many independent roots at least"`
	Likely bool `query:"likely" doc:"what likely is the same, though no rule tells it, in place of what rules tell"`
}

func (s *Server) agreements(ctx context.Context, in *AgreementsInput) (*Body[List[view.Concord]], error) {
	b, choice, err := s.chosen(ctx, Accounts{Narrow: in.Narrow})
	if err != nil {
		return nil, err
	}
	var meant []rashomon.Agreement
	for _, a := range b.Comparison.Agreements {
		if a.IsLikely() == in.Likely && len(a.Roots) >= in.Roots && choice.Passages(a.Happening, a.Passages...) && in.takes(a.Kind, a.Happening, a.Passages...) {
			meant = append(meant, a)
		}
	}
	slices.SortStableFunc(meant, func(x, y rashomon.Agreement) int { return len(y.Roots) - len(x.Roots) })
	return listed(in.Page, meant, func(a rashomon.Agreement) string { return a.ID }, b.Concord)
}

func (s *Server) agreement(ctx context.Context, in *IDThen) (*Body[view.Concord], error) {
	b, a, err := s.agreed(ctx, in)
	if err != nil {
		return nil, err
	}
	return body(b.Concord(a)), nil
}

func (s *Server) agreed(ctx context.Context, in *IDThen) (*board, rashomon.Agreement, error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, rashomon.Agreement{}, err
	}
	a, count := b.Agreement(in.ID.ID)
	if count != 1 {
		return nil, a, b.unknown("path.id", in.ID.ID)
	}
	return b, a, nil
}

// AgreedInput asks for the passages of an agreement.
type AgreedInput struct {
	IDThen
	Page
}

func (s *Server) passagesOfAgreement(ctx context.Context, in *AgreedInput) (*Body[List[view.Quotation]], error) {
	b, a, err := s.agreed(ctx, &in.IDThen)
	if err != nil {
		return nil, err
	}
	return listed(in.Page, a.Passages, view.SideID, b.Quotation)
}
