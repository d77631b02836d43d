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

// A Row is a happening with a cell for each document of the view.
type Row struct {
	rashomon.Happening
	Cells []Cell // in the order of View.Digests
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
	var rows []Row
	for _, h := range v.Comparison.Happenings {
		if len(h.Accounts) < 2 {
			continue
		}
		row := Row{Happening: h}
		for _, d := range v.Digests {
			row.Cells = append(row.Cells, v.cell(h, d.Document, differs[h.ID][d.Document]))
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(len(b.Accounts), len(a.Accounts)), cmp.Compare(len(b.Events), len(a.Events)), cmp.Compare(a.ID, b.ID))
	})
	return rows
}

func (v *View) cell(h rashomon.Happening, document string, differs bool) Cell {
	switch {
	case slices.Contains(h.Silent, document):
		return CellSilent
	case !slices.Contains(h.Accounts, document):
		return CellNothing
	case differs:
		return CellDiffers
	case v.denies(h, document):
		return CellDenies
	}
	return CellTells
}

// denies reports whether all that a document tells of a happening is that it is not so.
func (v *View) denies(h rashomon.Happening, document string) bool {
	for _, element := range h.Events {
		if element.Document == document && v.Digest(document).Events[element.Index].Status != rashomon.StatusDenied {
			return false
		}
	}
	return true
}
