package view

import (
	"cmp"
	"slices"

	"rashomon"
)

// A Cell is what one document makes of one happening.
type Cell string

// The cells.
const (
	CellTells   Cell = "tells"
	CellDiffers Cell = "differs" // it tells of it, and contradicts another account of it
	CellDenies  Cell = "denies"  // it tells that it is not so, or that somebody says so
	CellSilent  Cell = "silent"  // it could have told of it
	CellNothing Cell = "nothing" // it tells nothing, and need not have known
)

// A Row is a happening with what documents make of it.
type Row struct {
	rashomon.Happening
	Cells map[string]Cell // by document, of those that make something of it: of ten thousand documents a few do
}

// Cell returns what a document makes of the happening.
func (r Row) Cell(document string) Cell {
	if cell, made := r.Cells[document]; made {
		return cell
	}
	return CellNothing
}

// Matrix returns a row for each happening that two documents or more tell of: first what most tell of.
func (v *View) Matrix() []Row { return v.rows.get(v.matrix) }

func (v *View) matrix() []Row {
	differs := map[string]map[string]bool{}
	for _, d := range v.Comparison.Differences {
		if d.Happening == "" || !d.IsContradiction() {
			continue
		}
		if differs[d.Happening] == nil {
			differs[d.Happening] = map[string]bool{}
		}
		differs[d.Happening][d.A.Document], differs[d.Happening][d.B.Document] = true, true
	}
	var rows []Row
	scenes := v.Survey().Scenes
	for i := range scenes {
		if h := scenes[i].Happening; len(h.Accounts) > 1 {
			rows = append(rows, Row{*h, cells(*h, differs[h.ID], scenes[i].denying())})
		}
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(len(b.Accounts), len(a.Accounts)), cmp.Compare(len(b.Events), len(a.Events)), cmp.Compare(a.ID, b.ID))
	})
	return rows
}

// cells returns what documents make of a happening: some differ on it from others, and some tell nothing but that it is not so.
func cells(h rashomon.Happening, differs, denying map[string]bool) map[string]Cell {
	cells := make(map[string]Cell, len(h.Accounts)+len(h.Silent))
	for _, document := range h.Accounts {
		switch {
		case differs[document]:
			cells[document] = CellDiffers
		case denying[document]:
			cells[document] = CellDenies
		default:
			cells[document] = CellTells
		}
	}
	for _, document := range h.Silent {
		cells[document] = CellSilent
	}
	return cells
}

// denying returns the accounts that tell nothing of a scene but that it is not so.
func (s *Scene) denying() map[string]bool {
	out := map[string]bool{}
	for _, setting := range s.Settings {
		if setting.statuses == statusesOf(rashomon.StatusDenied) {
			out[setting.Document] = true
		}
	}
	return out
}
