package view

import "rashomon"

// A Course is how what is told on a question changed, as people see it.
type Course struct {
	ID        string             `json:"id"`
	Kind      rashomon.PointKind `json:"kind"`
	Happening string             `json:"happening,omitempty"`
	Question  string             `json:"question"`
	Why       string             `json:"why"`
	Rule      string             `json:"rule"`
	Reports   []Report           `json:"reports"`
}

// A Report is what was told on one day.
type Report struct {
	Quotation
	Kind     rashomon.ReportKind `json:"kind"`
	Value    string              `json:"value"`
	Replaces int                 `json:"replaces"` // the number of the report of the same source whose place it takes, from 0; -1 of none
}

// Course returns a change as people see it.
func (v *View) Course(c rashomon.Change) Course {
	out := Course{c.ID, c.Kind, c.Happening, c.Question, c.Why, c.Rule, []Report{}}
	for _, r := range c.Reports {
		out.Reports = append(out.Reports, Report{v.Quotation(r.Side), r.Kind, r.Value, r.Replaces})
	}
	return out
}

// A Forecast is a prediction as people see it.
type Forecast struct {
	Quotation
	Outcome rashomon.Outcome `json:"outcome"`
	Likely  bool             `json:"likely"` // no rule tells the outcome, but signs make it likely
	By      string           `json:"by"`     // the day by which it should have come true, or ""
	ToldBy  []Quotation      `json:"told_by"`
	Why     string           `json:"why"`
	Rule    string           `json:"rule"`
}

// Forecast returns a prediction as people see it.
func (v *View) Forecast(p rashomon.Prediction) Forecast {
	out := Forecast{v.Quotation(p.Side), p.Outcome, p.Likely, p.By, []Quotation{}, p.Why, p.Rule}
	for _, passage := range p.ToldBy {
		out.ToldBy = append(out.ToldBy, v.QuotationOf(passage))
	}
	return out
}

// A Repeat is an echo as people see it.
type Repeat struct {
	ID       string            `json:"id"`
	Kind     rashomon.EchoKind `json:"kind"`
	Root     Named             `json:"root"`
	Source   string            `json:"source"` // behind the root, or ""
	Reason   string            `json:"reason"`
	Rule     string            `json:"rule"`
	Score    float64           `json:"score"`
	Passages []Quotation       `json:"passages"` // a whole document has no words here
}

// Repeat returns an echo as people see it.
func (v *View) Repeat(e rashomon.Echo) Repeat {
	out := Repeat{e.ID, e.Kind, Named{e.Root, v.Name(e.Root)}, e.Source, e.Reason, e.Rule, e.Score, []Quotation{}}
	for _, p := range e.Passages {
		d := v.Digest(p.Document)
		if p.Extent.Len() == len(d.Text) {
			out.Passages = append(out.Passages, Quotation{Document: p.Document, Name: v.Name(p.Document), Published: d.Published,
				Holders: []string{}})
			continue
		}
		out.Passages = append(out.Passages, v.QuotationOf(p))
	}
	return out
}
