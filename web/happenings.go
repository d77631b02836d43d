package web

import (
	"context"
	"slices"
	"strings"

	"rashomon"
	"rashomon/view"
)

// HappeningsInput asks for happenings.
type HappeningsInput struct {
	Page
	Narrow
	OfType
	Told  int    `query:"told" minimum:"1" default:"2" doc:"by how many documents at least"`
	Words string `query:"words" maxLength:"200" doc:"words of the title"`
}

// Days narrows happenings down to some days.
type Days struct {
	From string `query:"from" pattern:"^\\d{4}(-\\d{2}(-\\d{2})?)?$" doc:"a day, month or year, as 2011-07-05, 2011-07 or 2011"`
	To   string `query:"to" pattern:"^\\d{4}(-\\d{2}(-\\d{2})?)?$" doc:"the last day, included"`
}

func (s *Server) happenings(ctx context.Context, in *HappeningsInput) (*Body[List[Told]], error) {
	b, choice, err := s.chosen(ctx, Accounts{Narrow: in.Narrow, OfType: in.OfType})
	if err != nil {
		return nil, err
	}
	words := strings.ToLower(in.Words)
	var meant []*rashomon.Happening
	for i := range b.Comparison.Happenings {
		h := &b.Comparison.Happenings[i]
		if len(h.Accounts) >= in.Told && choice.At(i) && (words == "" || strings.Contains(strings.ToLower(h.Title), words)) {
			meant = append(meant, h)
		}
	}
	slices.SortStableFunc(meant, func(x, y *rashomon.Happening) int { return len(y.Accounts) - len(x.Accounts) })
	show := func(h *rashomon.Happening) Told { return b.told(*h) }
	return listed(in.Page, meant, func(h *rashomon.Happening) string { return h.ID }, show)
}

// ID asks for one thing.
type ID struct {
	ID string `path:"id" maxLength:"64" doc:"its id, or the first four digits of it or more"`
}

// IDThen asks for one thing, as it was known on a day.
type IDThen struct {
	ID
	KnownOn
}

func (s *Server) happening(ctx context.Context, in *IDThen) (*Body[view.Dossier], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	h, count := b.Happening(in.ID.ID)
	if count != 1 {
		return nil, b.unknown("path.id", in.ID.ID)
	}
	return body(b.Dossier(h)), nil
}

// A Matrix is happenings by accounts.
type Matrix struct {
	Documents []Account   `json:"documents" doc:"a column each: those that tell of these rows or could have; where there are few, all that there are"`
	Accounts  int         `json:"accounts" doc:"how many documents there are in all"`
	Rows      List[Row]   `json:"rows"`
	Cells     []view.Cell `json:"cells" doc:"all that a cell may be"`
}

// An Account is a document as the head of a column.
type Account struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Published string `json:"published"`
}

// A Row is a happening with the cells of those who make something of it.
type Row struct {
	Told
	Cells map[string]view.Cell `json:"cells" doc:"by document; of all others it is nothing"`
}

// fewColumns is up to how many documents all have a column, also those that make nothing of any row: as many as a page shows at
// once.
const fewColumns = 40

// MatrixInput asks for a matrix.
type MatrixInput struct {
	Page
	Narrow
	OfType
}

func (s *Server) matrix(ctx context.Context, in *MatrixInput) (*Body[Matrix], error) {
	b, choice, err := s.chosen(ctx, Accounts{Narrow: in.Narrow, OfType: in.OfType})
	if err != nil {
		return nil, err
	}
	meant := slices.DeleteFunc(slices.Clone(b.Matrix()), func(r view.Row) bool { return !choice.Happening(r.Happening) })
	rows, err := listed(in.Page, meant, func(r view.Row) string { return r.ID },
		func(r view.Row) Row { return Row{b.told(r.Happening), r.Cells} })
	if err != nil {
		return nil, err
	}
	out := Matrix{
		Documents: []Account{}, Accounts: len(b.Digests), Rows: rows.Body,
		Cells: []view.Cell{view.CellTells, view.CellDiffers, view.CellDenies, view.CellSilent, view.CellNothing},
	}
	for _, d := range b.Digests {
		inRow := func(r Row) bool { return r.Cells[d.Document] != "" }
		if len(b.Digests) <= fewColumns || slices.ContainsFunc(rows.Body.Items, inRow) {
			out.Documents = append(out.Documents, Account{d.Document, d.By(), d.Published})
		}
	}
	return body(out), nil
}

// TimelineInput asks for what happened by day.
type TimelineInput struct {
	Page
	Narrow
	OfType
	Told    int  `query:"told" minimum:"1" default:"2" doc:"by how many documents at least"`
	Undated bool `query:"undated" doc:"those of which no account tells a day, in the place of those of which one does"`
}

// A Moment is a happening on a timeline.
type Moment struct {
	Told
	FirstReported string `json:"first_reported"`
	LastReported  string `json:"last_reported"`
}

func (s *Server) timeline(ctx context.Context, in *TimelineInput) (*Body[List[Moment]], error) {
	b, choice, err := s.chosen(ctx, Accounts{Narrow: in.Narrow, OfType: in.OfType})
	if err != nil {
		return nil, err
	}
	moments, undated := b.Timeline(in.Told < 2)
	if in.Undated {
		moments = undated
	}
	moments = slices.DeleteFunc(slices.Clone(moments), func(m view.Moment) bool {
		return len(m.Accounts) < in.Told || !choice.At(m.At)
	})
	return listed(in.Page, moments, func(m view.Moment) string { return m.ID }, func(m view.Moment) Moment {
		return Moment{b.told(*m.Happening), m.FirstReported, m.LastReported}
	})
}
