package report

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/view"
)

// On each happening this many passages of one account are pointed to at most, and so many accounts have a column of the matrix:
// more fit no sheet of paper.
const (
	mostPointed = 2
	mostColumns = 10
)

// cellWords says what cells are.
var cellWords = map[view.Cell]string{
	view.CellTells: "tells", view.CellDiffers: "differs", view.CellDenies: "denies", view.CellSilent: "silent",
	view.CellNothing: "–",
}

// matrix sets happenings against accounts.
func (d *draft) matrix() Section {
	s := Section{ID: "matrix", Title: "What they tell of", Count: number(d.view.Summary().Shared), Note: []string{
		"Happenings that two accounts or more tell of, first what most tell of. An account tells of it; differs: tells of it, and contradicts another; denies: says " +
			"that it is not so; is silent: it was published later, tells of the same story, and could have told of it. A dash: it tells nothing of it, and need not have known.",
	}}
	columns := d.columns()
	t := Table{Caption: "Happenings by accounts", Head: []string{"Happening"}}
	for _, document := range columns {
		head := d.view.Ground.Head(document)
		t.Head = append(t.Head, tidy(head.By())+", "+day(head.Published))
	}
	for _, row := range d.rows {
		told := d.told(row.Happening, columns)
		cells := []Line{{Text: tidy(row.Title)}}
		for _, document := range columns {
			cell := row.Cell(document)
			cells = append(cells, Line{Text: cellWords[cell], Cites: d.citeAll(told[document]), Kind: string(cell)})
		}
		t.Rows = append(t.Rows, Row{row.ID, cells})
	}
	if len(t.Rows) > 0 {
		s.Tables = []Table{t}
	}
	s.Rest = d.leftOfMatrix(len(columns))
	return s
}

// leftOfMatrix tells what of the matrix is left out.
func (d *draft) leftOfMatrix(columns int) string {
	rest := ""
	if len(d.rows) == 0 {
		return "No happening is told by two accounts."
	}
	if left := d.view.Summary().Shared - len(d.rows); left > 0 {
		rest = count(left, "happening is", "happenings are") + " left out here. "
	}
	if left := len(d.view.Digests) - columns; left > 0 {
		rest += count(left, "account that tells of fewer of these has", "accounts that tell of fewer of these have") + " no column."
	}
	return rest
}

// columns returns the accounts that tell of most of the rows, in their order.
func (d *draft) columns() []string {
	made := map[string]int{} // of how many rows each makes something
	for _, row := range d.rows {
		for document := range row.Cells {
			made[document]++
		}
	}
	all := make([]int, len(d.view.Digests))
	for i := range all {
		all[i] = i
	}
	most := func(x, y int) int {
		return cmp.Compare(made[d.view.Digests[y].Document], made[d.view.Digests[x].Document])
	}
	var columns []string
	for _, at := range slices.Sorted(slices.Values(foremost(all, mostColumns, most))) {
		columns = append(columns, d.view.Digests[at].Document)
	}
	return columns
}

// told returns where some accounts tell of a happening, a few passages of each: of all a thousand may tell.
func (d *draft) told(h rashomon.Happening, accounts []string) map[string][]rashomon.Side {
	h.Events = slices.DeleteFunc(slices.Clone(h.Events), func(e rashomon.Element) bool { return !slices.Contains(accounts, e.Document) })
	out := map[string][]rashomon.Side{}
	for _, side := range d.view.Tellings(h) {
		if len(out[side.Document]) < mostPointed {
			out[side.Document] = append(out[side.Document], side)
		}
	}
	return out
}

// mostTelling is how many passages a line points to that tell of its happening.
const mostTelling = 3

// cited returns the numbers of the first passages that tell of a happening, in the order of the accounts.
func (d *draft) cited(h rashomon.Happening) []int {
	accounts := first(h.Accounts, mostTelling) // each tells of it
	told := d.told(h, accounts)
	var sides []rashomon.Side
	for _, document := range accounts {
		sides = append(sides, told[document]...)
	}
	return d.citeAll(first(sides, mostTelling))
}

// timeline lists the happenings of the matrix by day.
func (d *draft) timeline() Section {
	dated, undated := d.view.Timeline(false)
	t := Table{Caption: "By day", Head: []string{"Told to have happened", "What", "Reported", "By whom"}}
	for _, m := range slices.Concat(dated, undated) {
		if !d.anchors[m.ID] {
			continue
		}
		reported := "by undated accounts alone"
		if m.FirstReported != "" {
			reported = days(day(m.FirstReported), day(m.LastReported))
		}
		t.Rows = append(t.Rows, Row{"", []Line{
			{Text: days(m.From, m.To)}, {Text: tidy(m.Title), To: d.to(m.ID), Cites: d.cited(*m.Happening), Kind: "title"},
			{Text: reported, Kind: "day"}, {Text: d.names(m.Accounts)},
		}})
	}
	s := Section{ID: "timeline", Title: "What happened when", Count: number(len(t.Rows)), Note: []string{
		"The happenings above, by the days that the accounts tell; the days of publication stand beside them. What no account dates stands last.",
	}}
	if len(t.Rows) > 0 {
		s.Tables = []Table{t}
	} else {
		s.Rest = "No happening is told by two accounts."
	}
	return s
}

func (d *draft) silences() Section {
	all := largest(d, d.view.Comparison.Happenings, func(h *rashomon.Happening) int {
		if len(h.Silent) == 0 {
			return 0
		}
		return len(h.Accounts)
	})
	note := "Accounts that were published after others had told of something, tell of the same story, and do not tell it. Why, nobody here " +
		"says: they may not have known."
	nothing := "No such silence was found."
	return section(d, "silences", "Who could have told it and does not", []string{note}, all, nothing, func(h *rashomon.Happening) Entry {
		return Entry{ID: h.ID, Title: tidy(h.Title), Lines: []Line{
			{Text: "Told by " + d.names(h.Accounts) + ".", Cites: d.cited(*h)}, {Text: "Silent: " + d.names(h.Silent) + "."},
		}}
	})
}
