package view

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/figure"
)

// A Dossier is all that accounts tell of a happening, as people see it.
type Dossier struct {
	ID         string           `json:"id"`
	Title      string           `json:"title"`
	Type       string           `json:"type"`
	Place      *Named           `json:"place,omitempty"`
	From       string           `json:"from"` // "" where no account tells a day
	To         string           `json:"to"`
	PartOf     *Named           `json:"part_of,omitempty"`
	Parts      []Named          `json:"parts"`
	Tellings   []Telling        `json:"tellings"`
	Roots      []Named          `json:"roots"`  // the documents that the tellings go back to, each once
	Silent     []Named          `json:"silent"` // documents that could have told
	Points     []Question       `json:"points"`
	Figures    []Reconciliation `json:"figures"`
	Contrasts  []Contrast       `json:"contrasts"`
	Agreements []Concord        `json:"agreements"`
	Changes    []Course         `json:"changes"`
	Joins      []string         `json:"joins"` // why these are taken for one, for people, each once
	Members    []Member         `json:"members"`
}

// A Member is one event of a happening, or one entity of a party: what a correction names to part it from the others.
type Member struct {
	ID       string `json:"id"` // as 9f2c17d0a4b35e86/v3
	Document Named  `json:"document"`
	Words    string `json:"words"`
}

// A Named is something with an id and what to call it.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// A Telling is a passage that tells of a happening.
type Telling struct {
	Quotation
	Status rashomon.Status `json:"status"`
	Chain  []string        `json:"chain"` // through whom it came down, from the account to its root
}

// A Question is a point with its answers.
type Question struct {
	Kind     rashomon.PointKind `json:"kind"`
	Question string             `json:"question"`
	Relation rashomon.Relation  `json:"relation"`
	Answers  []Answer           `json:"answers"`
}

// An Answer is what an account says on a point.
type Answer struct {
	Quotation
	Value  string          `json:"value"`
	Low    *float64        `json:"low,omitempty"`
	High   *float64        `json:"high,omitempty"`
	From   string          `json:"from,omitempty"`
	To     string          `json:"to,omitempty"`
	Status rashomon.Status `json:"status,omitempty"`
}

// A Reconciliation is what the figures on one question come to: see [figure.Reconciliation].
type Reconciliation struct {
	Question string   `json:"question"`
	Low      *float64 `json:"low,omitempty"`
	Best     *float64 `json:"best,omitempty"`
	High     *float64 `json:"high,omitempty"`
	Why      string   `json:"why"`
	Used     []Figure `json:"used"`
	SetAside []Figure `json:"set_aside"`
}

// A Figure is a figure that was used or set aside, and why.
type Figure struct {
	Answer
	Reason string `json:"reason"`
}

// A Concord is an agreement as people see it.
type Concord struct {
	ID        string             `json:"id"`
	Kind      rashomon.PointKind `json:"kind"`
	Happening string             `json:"happening,omitempty"`
	Why       string             `json:"why"`
	Rule      string             `json:"rule"`
	Likely    bool               `json:"likely" doc:"no rule tells that they say the same, only signs"`
	Accounts  int                `json:"accounts" doc:"documents that say so"`

	Roots         []Named     `json:"roots" doc:"the documents that they go back to, the first of them"`
	RootsTotal    int         `json:"roots_total" doc:"how many roots there are"`
	Passages      []Quotation `json:"passages" doc:"the first of them: /agreements/{id}/passages has all"`
	PassagesTotal int         `json:"passages_total" doc:"how many passages there are"`
}

// Dossier returns all that accounts tell of a happening.
func (v *View) Dossier(h rashomon.Happening) Dossier {
	d := Dossier{
		ID: h.ID, Title: h.Title, Type: h.Type, Place: v.placeOf(h), From: h.From, To: h.To, Parts: []Named{}, Tellings: []Telling{},
		Roots: v.documents(v.rootsOf(h)), Silent: v.documents(h.Silent), Points: v.Questions(h), Figures: v.Figures(h),
		Contrasts: v.contrastsOn(h.ID), Agreements: []Concord{}, Changes: []Course{}, Joins: Reasons(h.Joins), Members: []Member{},
	}
	for _, e := range h.Events {
		event := v.Digest(e.Document).Events[e.Index]
		words := v.QuotationOf(rashomon.Passage{Document: e.Document, Extent: event.Extent}).Words
		d.Members = append(d.Members, Member{fmt.Sprintf("%s/v%d", e.Document, e.Index+1), Named{e.Document, v.Name(e.Document)},
			words})
	}
	if h.PartOf != "" {
		d.PartOf = &Named{h.PartOf, v.Title(h.PartOf)}
	}
	for _, other := range v.Comparison.Happenings {
		if other.PartOf == h.ID {
			d.Parts = append(d.Parts, Named{other.ID, other.Title})
		}
	}
	for _, side := range v.Tellings(h) {
		d.Tellings = append(d.Tellings, Telling{v.Quotation(side), v.statusAt(side), v.Ground.Chain(side.Passage)})
	}
	for _, a := range v.Comparison.Agreements {
		if a.Happening == h.ID {
			d.Agreements = append(d.Agreements, v.Concord(a))
		}
	}
	for _, c := range v.Comparison.Changes {
		if c.Happening == h.ID {
			d.Changes = append(d.Changes, v.Course(c))
		}
	}
	return d
}

// Questions returns the points of a happening as people see them.
func (v *View) Questions(h rashomon.Happening) []Question {
	out := []Question{}
	for _, point := range h.Points {
		out = append(out, Question{point.Kind, point.Question, point.Relation, v.answers(point.Answers)})
	}
	return out
}

// Tellings returns where a happening is told, each clause once.
func (v *View) Tellings(h rashomon.Happening) []rashomon.Side {
	var sides []rashomon.Side
	told := make(map[rashomon.Passage]bool, len(h.Events))
	for _, element := range h.Events {
		d := v.Digest(element.Document)
		event := d.Events[element.Index]
		if side := d.Side(event.Clause, event.Statement); !told[side.Passage] {
			told[side.Passage] = true
			sides = append(sides, side)
		}
	}
	return sides
}

// statusAt returns the status of the event that a clause tells of.
func (v *View) statusAt(side rashomon.Side) rashomon.Status {
	for _, event := range v.Digest(side.Document).Events {
		if event.Clause == side.Extent {
			return event.Status
		}
	}
	return ""
}

func (v *View) rootsOf(h rashomon.Happening) []string {
	var passages []rashomon.Passage
	for _, side := range v.Tellings(h) {
		passages = append(passages, side.Passage)
	}
	return v.Ground.Roots(passages)
}

func (v *View) placeOf(h rashomon.Happening) *Named {
	for _, p := range v.Comparison.Parties {
		if p.ID == h.Place && h.Place != "" {
			return &Named{p.ID, p.Name}
		}
	}
	return nil
}

// documents names documents.
func (v *View) documents(ids []string) []Named {
	out := make([]Named, len(ids))
	for i, id := range ids {
		out[i] = Named{id, v.Name(id)}
	}
	return out
}

func (v *View) answers(answers []rashomon.Answer) []Answer {
	out := make([]Answer, len(answers))
	for i, a := range answers {
		out[i] = Answer{v.Quotation(a.Side), a.Value, a.Low, a.High, a.From, a.To, a.Status}
	}
	return out
}

// Figures returns what the figures on each question of a happening come to.
func (v *View) Figures(h rashomon.Happening) []Reconciliation {
	out := []Reconciliation{}
	for _, r := range figure.Reconcile(v.Ground, h) {
		out = append(out, Reconciliation{r.Question, r.Low, r.Best, r.High, r.Why, v.figures(r.Used), v.figures(r.SetAside)})
	}
	return out
}

func (v *View) figures(figures []figure.Figure) []Figure {
	out := make([]Figure, len(figures))
	for i, f := range figures {
		out[i] = Figure{v.answers([]rashomon.Answer{f.Answer})[0], f.Reason}
	}
	return out
}

// contrastsOn returns the differences on a happening, contradictions first.
func (v *View) contrastsOn(happening string) []Contrast {
	out := []Contrast{}
	for _, standing := range []Standing{StandingContradiction, StandingLikely, StandingScope} {
		for _, g := range Groups(v.differencesOn(happening, standing)) {
			out = append(out, v.Contrast(g))
		}
	}
	return out
}

// differencesOn returns the differences of one standing on a happening.
func (v *View) differencesOn(happening string, standing Standing) []rashomon.Difference {
	var on []rashomon.Difference
	for _, d := range v.Comparison.Differences {
		if d.Happening == happening && StandingOf(d) == standing {
			on = append(on, d)
		}
	}
	return on
}

// Concord returns an agreement as people see it.
func (v *View) Concord(a rashomon.Agreement) Concord {
	return Concord{
		ID: a.ID, Kind: a.Kind, Happening: a.Happening, Why: WhyAgreed(a), Rule: a.Rule, Likely: a.IsLikely(), Accounts: accountsOf(a),
		Roots: v.documents(foremostOf(a.Roots)), RootsTotal: len(a.Roots),
		Passages: v.Quotations(foremostOf(a.Passages)), PassagesTotal: len(a.Passages),
	}
}

// WhyAgreed tells in what accounts agree, for people: of more than two, nothing is said that is true of two.
func WhyAgreed(a rashomon.Agreement) string {
	if said, isOfTwo := strings.CutPrefix(a.Why, "Both "); isOfTwo && accountsOf(a) > 2 {
		return "They " + said
	}
	return a.Why
}

// accountsOf counts the documents that agree. Passages are sorted by them.
func accountsOf(a rashomon.Agreement) int {
	n, last := 0, ""
	for _, p := range a.Passages {
		if p.Document != last {
			n, last = n+1, p.Document
		}
	}
	return n
}

// Reasons returns the reasons of joins, for people, each once, in order.
func Reasons(joins []rashomon.Join) []string {
	out := []string{}
	for _, join := range joins {
		if !slices.Contains(out, join.Reason) {
			out = append(out, join.Reason)
		}
	}
	return out
}
