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
func (v *View) Matrix() []Row {
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
	asserts := v.asserted()
	var rows []Row
	for _, h := range v.Comparison.Happenings {
		if len(h.Accounts) < 2 {
			continue
		}
		rows = append(rows, Row{h, cells(h, differs[h.ID], asserts[h.ID])})
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(len(b.Accounts), len(a.Accounts)), cmp.Compare(len(b.Events), len(a.Events)), cmp.Compare(a.ID, b.ID))
	})
	return rows
}

// cells returns what documents make of a happening: some differ on it from others, and some assert that it is so.
func cells(h rashomon.Happening, differs, asserts map[string]bool) map[string]Cell {
	cells := make(map[string]Cell, len(h.Accounts)+len(h.Silent))
	for _, document := range h.Accounts {
		switch {
		case differs[document]:
			cells[document] = CellDiffers
		case !asserts[document]:
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

// asserted returns of each happening that several documents tell of, by its id, those that tell anything of it but that it is not so.
// It goes from document to document, since there are too many to hold them all as wholes.
func (v *View) asserted() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, h := range v.Comparison.Happenings {
		if len(h.Accounts) > 1 {
			out[h.ID] = map[string]bool{}
		}
	}
	for _, d := range v.Digests {
		for i, event := range v.Digest(d.Document).Events {
			if asserts := out[v.happeningOf(d.Document, i)]; asserts != nil && event.Status != rashomon.StatusDenied {
				asserts[d.Document] = true
			}
		}
	}
	return out
}
