package view

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
)

// A Network is who is told to do what to whom.
type Network struct {
	Nodes []Node `json:"nodes" doc:"the parties of the edges, sorted by id"`
	Edges []Edge `json:"edges" doc:"first what most accounts tell"`

	Pairs   int           `json:"pairs" doc:"of one party that does something to another, in all"`
	Told    int           `json:"told" doc:"how often one is told to, in all"`
	Drawn   int           `json:"drawn" doc:"how many of these are on the edges"`
	Unnamed int           `json:"unnamed" doc:"how many more are left out, since no name is told of one of the two and one account alone speaks of it"`
	Kinds   []DeedCount   `json:"kinds" doc:"of what is told, whatever kind is asked for"`
	Sources []SourceCount `json:"sources" doc:"of what is told, whatever source is asked for"`
}

// A Node is a party of a network.
type Node struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Type      string   `json:"type"`
	Codes     []string `json:"codes"`
	Did       int      `json:"did"`
	Underwent int      `json:"underwent"`
}

// An Edge is all that one party is told to do to another.
type Edge struct {
	From     string        `json:"from"`
	To       string        `json:"to"`
	Accounts int           `json:"accounts" doc:"documents"`
	Total    int           `json:"total"`
	AsSo     int           `json:"as_so" doc:"told as so"`
	Denied   int           `json:"denied" doc:"denied by somebody, whoever else tells it as so"`
	Open     int           `json:"open" doc:"told as possible, to come, or a mere thought"`
	Kinds    []DeedCount   `json:"kinds"`
	Sources  []SourceCount `json:"sources"`
}

// A DeedCount is how often a kind of deed is told.
type DeedCount struct {
	Kind  string `json:"kind" doc:"type of event, as ASSAULT, or kind of occurrence, as death"`
	Count int    `json:"count"`
}

// A Strand is what ties of a network are meant.
type Strand struct {
	Sieve
	Unnamed bool     // also those of whom one account alone speaks, without a name
	Kind    string   // type of event or kind of occurrence, "" for any
	State   TieState // "" for any
}

// A TieState is how a deed is told.
type TieState string

// The states of ties.
const (
	TieAsSo   TieState = "as_so"
	TieDenied TieState = "denied"
	TieOpen   TieState = "open"
)

// Is reports whether a tie is told in a state. What one tells as so and another in the same document denies is both.
func (t *Tie) Is(state TieState) bool {
	switch state {
	case TieAsSo:
		return t.Status == rashomon.StatusActual
	case TieDenied:
		return t.IsDenied
	case TieOpen:
		return t.Status != rashomon.StatusActual && t.Status != rashomon.StatusDenied
	}
	return true
}

// Network returns who is told to do what to whom, on the strongest edges.
func (v *View) Network(survey *Survey, strand Strand, most int) Network {
	knit := knitting{view: v, known: map[int]bool{}, edges: map[[2]int]*edge{}}
	kinds, sources := map[string]int{}, map[string]int{}
	out := Network{}
	for i := range survey.Ties {
		tie := &survey.Ties[i]
		if !v.isOn(survey, tie, strand) {
			continue
		}
		if !strand.Unnamed && (!knit.isKnown(tie.Actor) || !knit.isKnown(tie.Recipient)) {
			if v.isAsked(tie, strand) {
				out.Unnamed++
			}
			continue
		}
		name := v.Name(tie.Document)
		if strand.Source == "" || strand.Source == name {
			kinds[tie.Kind]++
		}
		if strand.Kind == "" || strand.Kind == tie.Kind {
			sources[name]++
		}
		if v.isAsked(tie, strand) {
			knit.add(tie)
			out.Told++
		}
	}
	out.Kinds, out.Sources, out.Pairs = byKind(kinds), counted(sources), len(knit.edges)
	knit.draw(&out, most)
	return out
}

// isOn reports whether a strand has a tie, whatever source and kind are asked for.
func (v *View) isOn(survey *Survey, tie *Tie, strand Strand) bool {
	strand.Source = ""
	if !v.isMeant(strand.Sieve, tie.Document) || !tie.Is(strand.State) ||
		strand.Party != rashomon.None && strand.Party != tie.Actor && strand.Party != tie.Recipient {
		return false
	}
	for _, days := range strand.Days {
		if days != (Days{}) && (tie.Happening == rashomon.None ||
			!days.Meet(survey.Scenes[tie.Happening].From, survey.Scenes[tie.Happening].To)) {
			return false
		}
	}
	return true
}

// isAsked reports whether a tie is of the source and kind that are asked for.
func (v *View) isAsked(tie *Tie, strand Strand) bool {
	return (strand.Source == "" || strand.Source == v.Name(tie.Document)) && (strand.Kind == "" || strand.Kind == tie.Kind)
}

// A knitting is a network in the making.
type knitting struct {
	view  *View
	known map[int]bool // whether each party that was asked of is to be drawn
	edges map[[2]int]*edge
}

type edge struct {
	actor, recipient int
	ties             []*Tie
	documents        int
}

// isKnown reports whether a party has a name, or is spoken of by several accounts: "three men" of one are nobody to draw.
func (k *knitting) isKnown(number int) bool {
	is, found := k.known[number]
	if !found {
		p := k.view.Ground.PartyAt(number)
		is = p.Entities[0].Document != p.Entities[len(p.Entities)-1].Document ||
			slices.ContainsFunc(p.Spellings, func(s rashomon.Spelling) bool { return s.Kind == rashomon.MentionName })
		k.known[number] = is
	}
	return is
}

// add adds a tie. They come by document.
func (k *knitting) add(tie *Tie) {
	pair := [2]int{tie.Actor, tie.Recipient}
	e := k.edges[pair]
	if e == nil {
		e = &edge{actor: tie.Actor, recipient: tie.Recipient}
		k.edges[pair] = e
	}
	if len(e.ties) == 0 || e.ties[len(e.ties)-1].Document != tie.Document {
		e.documents++
	}
	e.ties = append(e.ties, tie)
}

// draw puts the strongest edges on a network, with their parties.
func (k *knitting) draw(n *Network, most int) {
	id := func(number int) string { return k.view.Ground.PartyAt(number).ID }
	edges := make([]*edge, 0, len(k.edges))
	for _, e := range k.edges {
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(a, b *edge) int {
		return cmp.Or(cmp.Compare(b.documents, a.documents), cmp.Compare(len(b.ties), len(a.ties)),
			strings.Compare(id(a.actor), id(b.actor)), strings.Compare(id(a.recipient), id(b.recipient)))
	})
	nodes := map[int]*Node{}
	n.Edges = []Edge{}
	for _, e := range edges[:min(len(edges), most)] {
		drawn := k.edge(e)
		n.Edges, n.Drawn = append(n.Edges, drawn), n.Drawn+drawn.Total
		k.node(nodes, e.actor).Did += drawn.Total
		k.node(nodes, e.recipient).Underwent += drawn.Total
	}
	n.Nodes = make([]Node, 0, len(nodes))
	for _, node := range nodes {
		n.Nodes = append(n.Nodes, *node)
	}
	slices.SortFunc(n.Nodes, func(a, b Node) int { return strings.Compare(a.ID, b.ID) })
}

func (k *knitting) node(nodes map[int]*Node, number int) *Node {
	if nodes[number] == nil {
		p := k.view.Ground.PartyAt(number)
		nodes[number] = &Node{ID: p.ID, Name: p.Name, Type: string(p.Type), Codes: append([]string{}, p.Codes...)}
	}
	return nodes[number]
}

func (k *knitting) edge(e *edge) Edge {
	out := Edge{
		From: k.view.Ground.PartyAt(e.actor).ID, To: k.view.Ground.PartyAt(e.recipient).ID, Accounts: e.documents, Total: len(e.ties),
	}
	kinds, sources := map[string]int{}, map[string]int{}
	for _, tie := range e.ties {
		kinds[tie.Kind]++
		sources[k.view.Name(tie.Document)]++
		for state, count := range map[TieState]*int{TieAsSo: &out.AsSo, TieDenied: &out.Denied, TieOpen: &out.Open} {
			if tie.Is(state) {
				*count++
			}
		}
	}
	out.Kinds, out.Sources = byKind(kinds), counted(sources)
	return out
}

// byKind sorts counts of kinds, the largest first.
func byKind(counts map[string]int) []DeedCount {
	out := make([]DeedCount, 0, len(counts))
	for _, c := range counted(counts) {
		out = append(out, DeedCount{c.Name, c.Count})
	}
	return out
}

// A Deed is a passage in which one party is told to do something to another.
type Deed struct {
	Telling
	Kind      string `json:"kind" doc:"type of event, as ASSAULT, or kind of occurrence, as death"`
	IsDenied  bool   `json:"denied" doc:"somebody in the document says that it is not so"`
	Happening string `json:"happening" doc:"its id, or empty"`
}

// Between returns the ties of a strand from one party to another.
func (v *View) Between(survey *Survey, strand Strand, actor, recipient int) []*Tie {
	var out []*Tie
	for i := range survey.Ties {
		tie := &survey.Ties[i]
		if tie.Actor == actor && tie.Recipient == recipient && v.isOn(survey, tie, strand) && v.isAsked(tie, strand) {
			out = append(out, tie)
		}
	}
	return out
}

// Deed returns a tie as people see it.
func (v *View) Deed(survey *Survey, tie *Tie) Deed {
	d, event := v.Ground.Event(tie.Element)
	side := d.Side(event.Clause, event.Statement)
	out := Deed{Telling: Telling{v.Quotation(side), tie.Status, v.Ground.Chain(side.Passage)}, Kind: tie.Kind, IsDenied: tie.IsDenied}
	if tie.Happening != rashomon.None {
		out.Happening = survey.Scenes[tie.Happening].ID
	}
	return out
}
