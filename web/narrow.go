package web

import (
	"context"
	"slices"

	"rashomon"
	"rashomon/view"
)

// KnownOn asks for what was known on a day.
type KnownOn struct {
	KnownOn string `query:"known_on" pattern:"^\\d{4}(-\\d{2}(-\\d{2})?)?$" doc:"only what had been published by this day, month or year; what is undated is left out"`
}

// takes reports whether what was published at a time had been by that day.
func (k KnownOn) takes(published string) bool {
	return k.KnownOn == "" || published != "" && published[:min(len(published), len(k.KnownOn))] <= k.KnownOn
}

// Narrow narrows down what is told.
type Narrow struct {
	KnownOn
	Days
	Source string          `query:"source" maxLength:"200" doc:"whom one of the accounts is by: a name or, where nobody has it, a part of one"`
	Party  string          `query:"party" maxLength:"200" doc:"who takes part, or the place: an id, a name, or a part of one"`
	Place  string          `query:"place" maxLength:"200" doc:"where some account sets it: an id, a name, or a part of one"`
	Status rashomon.Status `query:"status" enum:"actual,denied,possible,future,hypothetical" doc:"that some account gives it"`
}

// OfType narrows happenings down to a type.
type OfType struct {
	Type string `query:"type" maxLength:"40" doc:"of event, as ASSAULT"`
}

// Accounts narrows down to what some accounts tell.
type Accounts struct {
	Narrow
	OfType
	Document string `query:"document" maxLength:"64" doc:"the id of the only document meant"`
}

// chosen returns the board of what was known, and what of it is asked for. A name that nobody has asks for nothing; an id that
// nothing has is an error.
func (s *Server) chosen(ctx context.Context, in Accounts) (*board, *view.Choice, error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, nil, err
	}
	choice := b.Choose(view.Filter{
		Happened: view.Days{From: in.From, To: in.To}, Document: in.Document, Source: in.Source, Party: in.Party, Place: in.Place,
		Type: in.Type, Status: in.Status,
	})
	for _, asked := range []struct{ field, name string }{{"party", in.Party}, {"place", in.Place}} {
		if slices.Contains(choice.Unknown, asked.field) && view.IsID(asked.name) && !b.HasParty(asked.name) {
			return nil, nil, unknown("query."+asked.field, asked.name)
		}
	}
	return b, choice, nil
}

// Unknown tells what of what was asked for is not there.
type Unknown struct {
	Unknown []string `json:"unknown" doc:"of document, source, party and place those that were asked for and that nothing here, or nothing that was known on the day, is: therefore the rest is empty"`
}
