// Package report sets what stands between accounts down in one file, for somebody who has nothing else: an editor, a lawyer, a
// colleague without this program. The file is HTML or Markdown of one content; it loads nothing, runs nothing, and quotes
// sentences, never whole texts.
//
// [Of] draws the content from a view, [Report.HTML] and [Report.Markdown] write it. Every line leads to the passages that it
// rests on: they stand at the end, numbered, each with its document, its place there and what `rashomon why` takes to explain it.
package report

import (
	"cmp"
	"slices"
	"time"

	"rashomon"
	"rashomon/archive"
	"rashomon/view"
)

// About is what a report tells besides what a view shows.
type About struct {
	Title       string                // of the report; "" for a plain one
	Made        time.Time             // the day
	Program     string                // this one, with its version
	Documents   []archive.Summary     // all that were read, in the order in which they are listed
	Corrections []rashomon.Correction // by people, all
	KnownOn     string                // as the view was narrowed down: see [view.Options]
	Happened    view.Days
	Most        int // how many entries a section has at most; 0 for [Most]
}

// Most is how many entries a section has at most unless somebody asks for more: what one can read in an hour.
const Most = 30

// A Report is the content of the file.
type Report struct {
	Title    string
	Lead     []Line
	Sections []Section
	Passages []Passage // by number
}

// A Section is a chapter.
type Section struct {
	ID, Title string
	Count     string // for the table of contents
	Note      []string
	Entries   []Entry
	Tables    []Table
	Rest      string // what is left out, or why there is nothing
}

// An Entry is one finding.
type Entry struct {
	ID      string // that `rashomon why` takes, or ""
	Title   string
	Lines   []Line
	Quotes  []Quote
	Figures *Figures
}

// A Line is a sentence of ours.
type Line struct {
	Text  string
	To    string // the id of what it leads to in the file, or ""
	Cites []int  // numbers of passages
	Kind  string // of a cell: of the matrix, what stands in it; of other tables "title", "day" or "hash"
}

// A Quote is a passage in its sentence, on whose word it is.
type Quote struct {
	Says                 string // what is quoted it for, or ""
	Whose                string // "The Lantern, 2018-10-14 ← Colonel Reve"
	Before, Words, After string
	Cite                 int
}

// A Table is a table, whose first column heads its rows.
type Table struct {
	Caption string
	Head    []string
	Rows    []Row
}

// A Row is a row of a table.
type Row struct {
	ID    string // by which other parts of the file lead to it, or ""
	Cells []Line
}

// A Passage is what was quoted or pointed to.
type Passage struct {
	Number               int
	Document             string // id
	Whose                string
	Before, Words, After string
	At                   string // in bytes of the text: "120-240"
}

// Of returns the report on a view.
func Of(v *view.View, about About) *Report {
	if about.Most == 0 {
		about.Most = Most
	}
	d := newDraft(v, about)
	r := &Report{Title: tidy(about.Title), Lead: d.lead()}
	if r.Title == "" {
		r.Title = "What " + count(len(v.Digests), "account tells", "accounts tell")
	}
	for _, write := range []func(*draft) Section{
		(*draft).read, (*draft).method, (*draft).contradictions, (*draft).denials, (*draft).likely, (*draft).ofScope,
		(*draft).agreements, (*draft).likenesses, (*draft).figures, (*draft).matrix, (*draft).timeline, (*draft).silences, (*draft).echoes,
		(*draft).changes, (*draft).parties, (*draft).positions, (*draft).predictions, (*draft).corrections,
	} {
		r.Sections = append(r.Sections, write(d))
	}
	r.Passages = d.passages
	return r
}

// A draft is a report being written.
type draft struct {
	view     *view.View
	about    About
	rows     []view.Row      // of the matrix, as many as are shown
	anchors  map[string]bool // ids of happenings and documents that lines may lead to
	passages []Passage
	numbers  map[[2]string]int // of passages, by document and place
}

func newDraft(v *view.View, about About) *draft {
	d := &draft{
		view: v, about: about, rows: first(v.Matrix(), about.Most), anchors: map[string]bool{}, numbers: map[[2]string]int{},
	}
	for _, row := range d.rows {
		d.anchors[row.ID] = true
	}
	for _, summary := range about.Documents {
		d.anchors[summary.ID] = true
	}
	return d
}

// cite returns the number of a passage.
func (d *draft) cite(q view.Quotation) int {
	key := [2]string{q.Document, q.At}
	n := d.numbers[key]
	if n == 0 {
		n = len(d.passages) + 1
		d.numbers[key] = n
		before, words, after := cut(q)
		d.passages = append(d.passages, Passage{n, q.Document, whose(q), before, words, after, q.At})
	}
	return n
}

// citeAll returns the numbers of passages.
func (d *draft) citeAll(sides []rashomon.Side) []int {
	var numbers []int
	for _, side := range sides {
		numbers = append(numbers, d.cite(d.view.Quotation(side)))
	}
	return numbers
}

// quote returns a passage as an entry has it.
func (d *draft) quote(says string, q view.Quotation) Quote {
	n := d.cite(q)
	p := d.passages[n-1]
	return Quote{tidy(says), whose(q), p.Before, p.Words, p.After, n}
}

// to returns what a line leads to, if it is in the file.
func (d *draft) to(id string) string {
	if d.anchors[id] {
		return id
	}
	return ""
}

// names tells whose documents are meant, each source once, a few of them by name.
func (d *draft) names(documents []string) string {
	var names []string
	known := map[string]bool{}
	for _, document := range documents {
		if name := d.view.Name(document); !known[name] {
			known[name] = true
			names = append(names, isolated(name))
		}
	}
	return some(names)
}

// section returns a section of entries, as many as a report has.
func section[T any](d *draft, id, title string, note []string, of chosen[T], nothing string, entry func(T) Entry) Section {
	s := Section{ID: id, Title: title, Count: number(of.total), Note: note}
	if of.total == 0 {
		s.Rest = nothing
	}
	for _, element := range of.shown {
		s.Entries = append(s.Entries, entry(element))
	}
	if left := of.total - len(s.Entries); left > 0 {
		s.Rest = count(left, "more is", "more are") + " left out here."
	}
	return s
}

// What is chosen for a section: those of which it has entries, and how many there are in all.
type chosen[T any] struct {
	shown []T
	total int
}

// whole returns a list that stands in its order.
func whole[T any](d *draft, all []T) chosen[T] { return chosen[T]{first(all, d.about.Most), len(all)} }

func first[T any](all []T, most int) []T { return all[:min(len(all), most)] }

// foremost returns the first in an order of those that are given, and of those that come to the same the first given. Of a hundred
// thousand thirty are shown: all are looked at once, and none is copied.
func foremost[T any](all []T, most int, order func(x, y T) int) []T {
	var out []T
	for _, element := range all {
		if len(out) == most && order(element, out[most-1]) >= 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(out, element, func(x, element T) int {
			if order(x, element) <= 0 {
				return -1
			}
			return 1
		})
		out = slices.Insert(out, at, element)
		out = first(out, most)
	}
	return out
}

// largest returns those of a list that a section is of, the largest first. What has no size is not meant.
func largest[T any](d *draft, all []T, size func(*T) int) chosen[*T] {
	var meant []sized[T]
	for i := range all {
		if n := size(&all[i]); n > 0 {
			meant = append(meant, sized[T]{&all[i], n})
		}
	}
	out := chosen[*T]{total: len(meant)}
	for _, m := range foremost(meant, d.about.Most, func(x, y sized[T]) int { return cmp.Compare(y.size, x.size) }) {
		out.shown = append(out.shown, m.of)
	}
	return out
}

// A sized is something with what it is sorted by.
type sized[T any] struct {
	of   *T
	size int
}

// A found is something that stands on a happening.
type found[T any] struct {
	on rashomon.Happening
	it T
}

// onRows returns what stands on the happenings of the matrix, as far as a section is of it.
func onRows[T any](d *draft, of func(rashomon.Happening) []T, isMeant func(T) bool) []found[T] {
	var out []found[T]
	for _, row := range d.rows {
		for _, it := range of(row.Happening) {
			if isMeant(it) {
				out = append(out, found[T]{row.Happening, it})
			}
		}
	}
	return out
}
