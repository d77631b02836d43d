package view

import (
	"fmt"

	"rashomon"
)

// A Quotation is a passage as people see it: on whose word it stands, and the sentences around it, cut in three.
type Quotation struct {
	Document  string   `json:"document"`  // id
	Name      string   `json:"name"`      // of whom the document is by
	Published string   `json:"published"` // "" where it is not known
	Holders   []string `json:"holders"`   // from the author inwards; empty where it is the document's own voice
	Before    string   `json:"before"`    // the passage, in its sentences
	Words     string   `json:"words"`     // the passage itself
	After     string   `json:"after"`     // the rest of its sentences
	At        string   `json:"at"`        // where it stands in the document, in bytes: "120-240"
}

// Quotation returns a passage as people see it.
func (v *View) Quotation(side rashomon.Side) Quotation {
	d, around := v.Digest(side.Document), v.Around(side.Passage)
	return Quotation{
		Document: side.Document, Name: v.Name(side.Document), Published: d.Published, Holders: append([]string{}, side.Holders...),
		Before: d.Quote(rashomon.Extent{Start: around.Start, End: side.Extent.Start}), Words: d.Quote(side.Extent),
		After: d.Quote(rashomon.Extent{Start: side.Extent.End, End: around.End}),
		At:    fmt.Sprintf("%d-%d", side.Extent.Start, side.Extent.End),
	}
}

// SideID tells a passage from others of a list: by its document, where it stands there, and on whose word.
func SideID(side rashomon.Side) string {
	return fmt.Sprintf("%s-%d-%d-%d", side.Document, side.Extent.Start, side.Extent.End, side.Statement+1)
}

// Quotations returns passages as people see them: empty, not nil, where there are none.
func (v *View) Quotations(sides []rashomon.Side) []Quotation {
	out := make([]Quotation, len(sides))
	for i, side := range sides {
		out[i] = v.Quotation(side)
	}
	return out
}

// QuotationOf returns a passage as people see it, whose holders are those of its document there.
func (v *View) QuotationOf(p rashomon.Passage) Quotation {
	return v.Quotation(v.Digest(p.Document).Side(p.Extent, rashomon.None))
}
