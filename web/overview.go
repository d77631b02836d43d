package web

import (
	"context"
	"slices"

	"rashomon"
	"rashomon/view"
)

// An Overview is what there is, at a glance.
type Overview struct {
	Version    string          `json:"version"` // of the program
	Summary    Summary         `json:"summary"`
	Strongest  []view.Contrast `json:"strongest"` // differences
	MostTold   []Told          `json:"most_told"` // happenings
	Waiting    int             `json:"waiting" doc:"documents that are kept and not set side by side, such as those in another language"`
	Unapplied  int             `json:"unapplied" doc:"corrections that find nothing in the documents as they are read now"`
	OpenFuture int             `json:"open_predictions"`
}

// A Summary is what a comparison comes to, in numbers: see [view.Summary].
type Summary struct {
	Documents  int         `json:"documents"`
	Sources    int         `json:"sources"`
	Undated    int         `json:"undated"`
	From       string      `json:"from" doc:"the first day of publication, or empty"`
	To         string      `json:"to"`
	Roots      int         `json:"roots" doc:"documents that no other is a reprint of"`
	Told       int         `json:"told" doc:"happenings"`
	Shared     int         `json:"shared" doc:"of them, told by two documents or more"`
	Contested  int         `json:"contested" doc:"of them, with a difference"`
	ByKind     []KindCount `json:"by_kind" doc:"questions on which accounts contradict each other, the most frequent kind first"`
	Likely     int         `json:"likely" doc:"differences that no rule tells, only signs"`
	OfScope    int         `json:"of_scope" doc:"differences that are of scope: no contradictions"`
	Agreements int         `json:"agreements" doc:"of two independent roots or more"`
	Echoes     int         `json:"echoes"`
}

// A KindCount is how many questions of a kind there are.
type KindCount struct {
	Kind  rashomon.PointKind `json:"kind"`
	Count int                `json:"count"`
}

// Told is a happening in a list.
type Told struct {
	ID       string       `json:"id"`
	Title    string       `json:"title"`
	Type     string       `json:"type"`
	From     string       `json:"from" doc:"as exactly as told; empty where no account tells a day"`
	To       string       `json:"to"`
	Told     int          `json:"told" doc:"how many documents tell of it"`
	Accounts []view.Named `json:"accounts" doc:"the first of them"`
	Silent   int          `json:"silent" doc:"how many documents could have told of it, and do not"`
}

// Shown on the overview.
const (
	strongestShown = 6
	mostToldShown  = 8
)

// accountsShown is how many of the documents that tell of a happening stand in a list: a thousand may.
const accountsShown = 12

func (s *Server) overview(ctx context.Context, in *struct{ KnownOn }) (*Body[Overview], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	out := Overview{Version: s.config.Version, Summary: b.counted(), Strongest: []view.Contrast{}, MostTold: []Told{},
		Waiting: b.waiting, Unapplied: len(b.Unapplied)}
	contradictions := b.GroupsOf(view.StandingContradiction)
	for _, g := range contradictions[:min(len(contradictions), strongestShown)] {
		out.Strongest = append(out.Strongest, b.Contrast(g))
	}
	rows := b.Matrix()
	for _, row := range rows[:min(len(rows), mostToldShown)] {
		out.MostTold = append(out.MostTold, b.told(row.Happening))
	}
	for _, p := range b.Comparison.Predictions {
		if p.Outcome == rashomon.OutcomeOpen {
			out.OpenFuture++
		}
	}
	return body(out), nil
}

func (b *board) counted() Summary {
	v := b.Summary()
	out := Summary{
		Documents: v.Documents, Sources: v.Sources, Undated: v.Undated, From: v.From, To: v.To, Roots: v.Roots, Told: v.Told,
		Shared: v.Shared, Contested: v.Contested, ByKind: b.byKind(), Likely: len(b.GroupsOf(view.StandingLikely)),
		OfScope: v.OfScope, Agreements: v.Agreements, Echoes: len(b.Comparison.Echoes),
	}
	return out
}

// byKind counts the questions on which accounts contradict each other, as the list of differences has them: several passages on one
// question are one.
func (b *board) byKind() []KindCount {
	counts := map[rashomon.PointKind]int{}
	for _, g := range b.GroupsOf(view.StandingContradiction) {
		counts[g.Kind]++
	}
	out := []KindCount{}
	for _, kind := range rashomon.PointKinds {
		if counts[kind] > 0 {
			out = append(out, KindCount{kind, counts[kind]})
		}
	}
	slices.SortStableFunc(out, func(x, y KindCount) int { return y.Count - x.Count })
	return out
}

// told returns a happening as a list has it.
func (b *board) told(h rashomon.Happening) Told {
	out := Told{
		ID: h.ID, Title: h.Title, Type: h.Type, From: h.From, To: h.To, Told: len(h.Accounts), Accounts: []view.Named{}, Silent: len(h.Silent),
	}
	for _, document := range h.Accounts[:min(len(h.Accounts), accountsShown)] {
		out.Accounts = append(out.Accounts, view.Named{ID: document, Name: b.Name(document)})
	}
	return out
}
