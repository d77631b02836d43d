package export

import (
	"encoding/json"
	"io"
	"strconv"

	"rashomon"
	"rashomon/digest"
)

// WriteComparison writes what stands between documents in the comparison format: one JSON object, indented. Offsets count
// Unicode code points. The digests are those of the documents compared.
func WriteComparison(w io.Writer, c rashomon.Comparison, digests []*digest.Digest) error {
	return encode(w, newComparison(c, digests))
}

// WriteChanges writes changes as they stand in the comparison format: a JSON array, indented.
func WriteChanges(w io.Writer, changes []rashomon.Change, digests []*digest.Digest) error {
	return encode(w, each(changes, newComparer(digests).change))
}

func encode(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(value)
}

type comparison struct {
	Documents   []comparedDocument `json:"documents"`
	Parties     []party            `json:"parties"`
	Happenings  []happening        `json:"happenings"`
	Differences []difference       `json:"differences"`
	OfScope     []difference       `json:"differences_of_scope"`
	Agreements  []agreement        `json:"agreements"`
	Echoes      []echo             `json:"echoes"`
	Positions   []position         `json:"positions"`
	Predictions []prediction       `json:"predictions"`
	Changes     []change           `json:"changes"`
}

type comparedDocument struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Title     string `json:"title,omitempty"`
	Source    string `json:"source,omitempty"`
	Published string `json:"published,omitempty"`
}

type entityOf struct {
	Document string `json:"document"`
	Entity   string `json:"entity"`
}

type eventOf struct {
	Document string `json:"document"`
	Event    string `json:"event"`
}

type party struct {
	ID        string     `json:"id"`
	Name      string     `json:"name"`
	Type      string     `json:"type"`
	Codes     []string   `json:"codes,omitempty"`
	Spellings []string   `json:"spellings"`
	Forms     []form     `json:"forms,omitempty"`
	Entities  []entityOf `json:"entities"`
	Joins     []join     `json:"joins,omitempty"`
}

type form struct {
	Form      string   `json:"form"`
	Kind      string   `json:"kind"`
	Documents []string `json:"documents"`
}

// A join names its elements as "document/e3".
type join struct {
	A      string  `json:"a"`
	B      string  `json:"b"`
	Rule   string  `json:"rule"`
	Reason string  `json:"reason"`
	Score  float64 `json:"score"`
}

type happening struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	Type     string    `json:"type"`
	Place    string    `json:"place,omitempty"`
	From     string    `json:"from,omitempty"`
	To       string    `json:"to,omitempty"`
	PartOf   string    `json:"part_of,omitempty"`
	Events   []eventOf `json:"events"`
	Joins    []join    `json:"joins,omitempty"`
	Accounts []string  `json:"accounts"`
	Silent   []string  `json:"silent"`
	Points   []point   `json:"points"`
}

type point struct {
	Kind     string   `json:"kind"`
	Question string   `json:"question"`
	Answers  []answer `json:"answers"`
	Relation string   `json:"relation"`
}

type answer struct {
	side
	Value  string   `json:"value,omitempty"`
	Low    *float64 `json:"low,omitempty"`
	High   *float64 `json:"high,omitempty"`
	From   string   `json:"from,omitempty"`
	To     string   `json:"to,omitempty"`
	Status string   `json:"status,omitempty"`
}

type side struct {
	passage
	Statement string   `json:"statement,omitempty"`
	Holders   []string `json:"holders"`
}

type passage struct {
	Document string `json:"document"`
	stretch
	Text string `json:"text"`
}

type difference struct {
	ID        string  `json:"id"`
	Kind      string  `json:"kind"`
	Happening string  `json:"happening,omitempty"`
	A         side    `json:"a"`
	B         side    `json:"b"`
	Why       string  `json:"why"`
	Scope     string  `json:"scope,omitempty"`
	Rule      string  `json:"rule"`
	Strength  float64 `json:"strength"`
}

type agreement struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Happening string   `json:"happening,omitempty"`
	Passages  []side   `json:"passages"`
	Roots     int      `json:"roots"`
	RootsOf   []string `json:"roots_of"`
	Why       string   `json:"why"`
	Rule      string   `json:"rule"`
}

type echo struct {
	ID       string    `json:"id"`
	Kind     string    `json:"kind"`
	Passages []passage `json:"passages"`
	Root     rootOf    `json:"root"`
	Source   string    `json:"source,omitempty"`
	Rule     string    `json:"rule"`
	Reason   string    `json:"reason"`
	Score    float64   `json:"score"`
}

type rootOf struct {
	Document string `json:"document"`
}

type position struct {
	Document string    `json:"document"`
	Party    string    `json:"party"`
	Stance   int       `json:"stance"`
	Evidence []stretch `json:"evidence"`
	Why      string    `json:"why"`
	Rule     string    `json:"rule"`
}

type prediction struct {
	side
	Outcome string    `json:"outcome"`
	Likely  bool      `json:"likely,omitempty"` // by signs, and not by a rule
	By      string    `json:"by,omitempty"`
	ToldBy  []passage `json:"told_by"`
	Why     string    `json:"why,omitempty"`
	Rule    string    `json:"rule"`
}

// A change is how what is told on one question changed: "first", "later", "correction" and "retraction" are the kinds of its
// reports. A report of the source that told an earlier one replaces it: by its number, from 0.
type change struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Happening string   `json:"happening,omitempty"`
	Question  string   `json:"question"`
	Reports   []report `json:"reports"`
	Why       string   `json:"why"`
	Rule      string   `json:"rule"`
}

type report struct {
	Kind      string `json:"kind"`
	Published string `json:"published"`
	side
	Value    string `json:"value,omitempty"`
	Replaces *int   `json:"replaces,omitempty"`
}

// A comparer turns a comparison into the format's terms.
type comparer map[string]annotator // by document; annotators that know the text alone

func newComparer(digests []*digest.Digest) comparer {
	of := comparer{}
	for _, d := range digests {
		of[d.Document] = annotator{doc: &rashomon.Document{ID: d.Document, Text: d.Text}, points: codePoints(d.Text)}
	}
	return of
}

func newComparison(c rashomon.Comparison, digests []*digest.Digest) comparison {
	of, heads := newComparer(digests), map[string]comparedDocument{}
	for _, d := range digests {
		heads[d.Document] = comparedDocument{ID: d.Document, Name: d.Name, Title: d.Title, Source: d.Source, Published: d.Published}
	}
	out := comparison{
		Documents: each(c.Documents, func(id string) comparedDocument { return heads[id] }), Parties: each(c.Parties, newParty),
		Happenings: each(c.Happenings, of.happening), Differences: []difference{}, OfScope: []difference{},
		Agreements: each(c.Agreements, of.agreement), Echoes: each(c.Echoes, of.echo), Positions: each(c.Positions, of.position),
		Predictions: each(c.Predictions, of.prediction), Changes: each(c.Changes, of.change),
	}
	for _, d := range c.Differences {
		if d.Scope == "" {
			out.Differences = append(out.Differences, of.difference(d))
		} else {
			out.OfScope = append(out.OfScope, of.difference(d))
		}
	}
	return out
}

func newParty(p rashomon.Party) party {
	out := party{
		ID: p.ID, Name: p.Name, Type: string(p.Type), Codes: p.Codes, Spellings: []string{}, Joins: joins("e", p.Joins),
		Entities: each(p.Entities, func(e rashomon.Element) entityOf { return entityOf{e.Document, id("e", e.Index)} }),
	}
	for _, s := range p.Spellings {
		out.Forms = append(out.Forms, form{s.Form, string(s.Kind), s.Documents})
		if s.Kind == rashomon.MentionName {
			out.Spellings = append(out.Spellings, s.Form)
		}
	}
	return out
}

func joins(letter string, joins []rashomon.Join) []join {
	named := func(e rashomon.Element) string { return e.Document + "/" + letter + strconv.Itoa(e.Index+1) }
	return each(joins, func(j rashomon.Join) join { return join{named(j.A), named(j.B), j.Rule, j.Reason, j.Score} })
}

func (of comparer) happening(h rashomon.Happening) happening {
	return happening{
		ID: h.ID, Title: h.Title, Type: h.Type, Place: h.Place, From: h.From, To: h.To, PartOf: h.PartOf,
		Events: each(h.Events, func(e rashomon.Element) eventOf { return eventOf{e.Document, id("v", e.Index)} }),
		Joins:  joins("v", h.Joins), Accounts: listed(h.Accounts), Silent: listed(h.Silent), Points: each(h.Points, of.point),
	}
}

// listed returns an empty list for none, which JSON shows as [].
func listed(values []string) []string { return append([]string{}, values...) }

func (of comparer) point(p rashomon.Point) point {
	return point{string(p.Kind), p.Question, each(p.Answers, of.answer), string(p.Relation)}
}

func (of comparer) answer(a rashomon.Answer) answer {
	return answer{of.side(a.Side), a.Value, a.Low, a.High, a.From, a.To, string(a.Status)}
}

func (of comparer) passage(p rashomon.Passage) passage {
	text := of[p.Document]
	return passage{p.Document, text.stretch(p.Extent), text.doc.Quote(p.Extent)}
}

func (of comparer) side(s rashomon.Side) side {
	return side{of.passage(s.Passage), id("s", s.Statement), listed(s.Holders)}
}

func (of comparer) difference(d rashomon.Difference) difference {
	return difference{
		d.ID, string(d.Kind), d.Happening, of.side(d.A), of.side(d.B), d.Why, d.Scope, d.Rule, d.Strength,
	}
}

func (of comparer) agreement(a rashomon.Agreement) agreement {
	return agreement{
		a.ID, string(a.Kind), a.Happening, each(a.Passages, of.side), len(a.Roots), listed(a.Roots), a.Why, a.Rule,
	}
}

func (of comparer) echo(e rashomon.Echo) echo {
	return echo{e.ID, string(e.Kind), each(e.Passages, of.passage), rootOf{e.Root}, e.Source, e.Rule, e.Reason, e.Score}
}

func (of comparer) position(p rashomon.Position) position {
	return position{p.Document, p.Party, p.Stance, each(p.Evidence, of[p.Document].stretch), p.Why, p.Rule}
}

func (of comparer) prediction(p rashomon.Prediction) prediction {
	told := of.side(p.Side)
	told.Statement = "" // the format names the holders of a prediction, and no statement
	return prediction{told, string(p.Outcome), p.Likely, p.By, each(p.ToldBy, of.passage), p.Why, p.Rule}
}

func (of comparer) change(c rashomon.Change) change {
	return change{c.ID, string(c.Kind), c.Happening, c.Question, each(c.Reports, of.report), c.Why, c.Rule}
}

func (of comparer) report(r rashomon.Report) report {
	out := report{Kind: string(r.Kind), Published: r.Published, side: of.side(r.Side), Value: r.Value}
	if r.Replaces != rashomon.None {
		out.Replaces = &r.Replaces
	}
	return out
}
