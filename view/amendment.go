package view

import (
	"strings"
	"time"

	"rashomon"
)

// An Amendment is a correction as people see it.
type Amendment struct {
	Number    int64                   `json:"number"`
	Time      time.Time               `json:"time"`
	Kind      rashomon.CorrectionKind `json:"kind"`
	Author    string                  `json:"author"`
	Reason    string                  `json:"reason"`
	Targets   []Amended               `json:"targets"` // what it speaks of: two of a merge or split, none of an undo, else one
	Changes   []Changed               `json:"changes"` // what it makes of it
	Undoes    int64                   `json:"undoes,omitempty"`
	UndoneBy  int64                   `json:"undone_by,omitempty"`
	Unapplied string                  `json:"unapplied,omitempty" doc:"why it changes nothing in the documents as they are read now"`
}

// An Amended is what a correction speaks of, by where it stands. A document as a whole has no words here.
type Amended struct {
	Kind     rashomon.TargetKind `json:"kind"`
	Passages []Quotation         `json:"passages"`
}

// A Changed is one thing that a correction changes.
type Changed struct {
	What string `json:"what"` // type, mode, status, codes, day
	To   string `json:"to"`
}

// Amendment returns a correction as people see it; by which it was undone, or 0, is told: see [rashomon.Undone].
func (v *View) Amendment(c rashomon.Correction, undoneBy int64) Amendment {
	out := Amendment{
		Number: c.Number, Time: c.Time, Kind: c.Kind, Author: c.Author, Reason: c.Reason, Targets: []Amended{}, Changes: []Changed{},
		Undoes: c.Undoes, UndoneBy: undoneBy, Unapplied: v.Unapplied[c.Number],
	}
	for _, target := range c.Targets {
		amended := Amended{target.Kind, []Quotation{}}
		for _, p := range target.Passages {
			amended.Passages = append(amended.Passages, v.stood(p))
		}
		out.Targets = append(out.Targets, amended)
	}
	for _, changed := range []Changed{
		{"type", c.Type}, {"mode", c.Mode}, {"status", string(c.Status)}, {"codes", strings.Join(c.Codes, " ")}, {"day", c.Day},
	} {
		if changed.To != "" {
			out.Changes = append(out.Changes, changed)
		}
	}
	return out
}

// stood returns the passage that a correction names, which may be of a document that is not here, or no longer in its text.
func (v *View) stood(p rashomon.Passage) Quotation {
	d := v.Digest(p.Document)
	switch {
	case d == nil:
		return Quotation{Document: p.Document, Name: p.Document, Holders: []string{}}
	case p.Extent.Empty(), p.Extent.End > len(d.Text):
		return Quotation{Document: p.Document, Name: v.Name(p.Document), Published: d.Published, Holders: []string{}}
	}
	return v.QuotationOf(p)
}
