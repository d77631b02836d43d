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
	Unnamed int           `json:"unnamed" doc:"how many more are left out: one account alone speaks of one of the two, without a name"`
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

// A Strand tells what ties of a network are meant, of those of a choice.
type Strand struct {
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
func (v *View) Network(choice *Choice, strand Strand, most int) Network {
	knit := knitting{view: v, known: map[int]bool{}, edges: map[[2]int]*edge{}}
	kinds, sources := map[string]int{}, map[string]int{}
	out := Network{}
	ties := v.Survey().Ties
	for i := range ties {
		tie := &ties[i]
		if !choice.tie(tie) || !tie.Is(strand.State) {
			continue
		}
		isMeant, isOfKind := choice.Account(tie.Document), strand.Kind == "" || strand.Kind == tie.Kind
		if !strand.Unnamed && (!knit.isKnown(tie.Actor) || !knit.isKnown(tie.Recipient)) {
			if isMeant && isOfKind {
				out.Unnamed++
			}
			continue
		}
		if isMeant {
			kinds[tie.Kind]++
		}
		if isOfKind && choice.isOfDocument(tie.Document) {
			sources[v.Name(tie.Document)]++
		}
		if isMeant && isOfKind {
			knit.add(tie)
			out.Told++
		}
	}
	out.Kinds, out.Sources, out.Pairs = byKind(kinds), counted(sources), len(knit.edges)
	knit.draw(&out, most)
	return out
}

// tie reports whether a tie is asked for, whoever tells it: the party is one of its two, and its happening fits in all else.
func (c *Choice) tie(t *Tie) bool {
	if c.parties != nil && !c.parties.takes(t.Actor) && !c.parties.takes(t.Recipient) {
		return false
	}
	on := *c
	on.parties, on.filter.Party, on.filter.Source, on.filter.Document = nil, "", "", ""
	if on.filter == (Filter{}) {
		return true
	}
	if t.Happening == rashomon.None {
		return false
	}
	scene := &c.view.Survey().Scenes[t.Happening]
	return on.isOf(scene.Happening) && (!on.needsScene() || on.isScene(scene))
}

func (c *Choice) isOfDocument(document string) bool {
	return c.filter.Document == "" || c.filter.Document == document
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

// Between returns the events of a strand in which one party, by its id, is told to do something to another, each once.
func (v *View) Between(choice *Choice, strand Strand, actor, recipient string) []rashomon.Element {
	from, to, ties := v.meant(actor), v.meant(recipient), v.Survey().Ties
	var out []rashomon.Element
	for i := range ties {
		tie := &ties[i]
		if from.takes(tie.Actor) && to.takes(tie.Recipient) && choice.Account(tie.Document) && choice.tie(tie) &&
			tie.Is(strand.State) && (strand.Kind == "" || strand.Kind == tie.Kind) && !slices.Contains(out[max(len(out)-1, 0):], tie.Element) {
			out = append(out, tie.Element)
		}
	}
	return out
}
