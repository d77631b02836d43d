package view

import (
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// An Asked asks who did what to whom, on whose word. What is empty asks for anything.
type Asked struct {
	Who  string // an id or a name of a party, or a part of one
	What string // a type or mode of event, or the word that tells it, as it stands in a dictionary
	Whom string
	Word string // a part of the name of a holder or, where there is none, of whom the account is by
}

// An Act is an event as somebody tells it.
type Act struct {
	Quotation
	ID         string          `json:"id"` // that `why` takes: "9f2c17d0a4b35e86/v3"
	Type       string          `json:"type"`
	Mode       string          `json:"mode,omitempty"`
	Status     rashomon.Status `json:"status"`
	Actors     []Named         `json:"actors"` // who does it, as far as it is told
	Recipients []Named         `json:"recipients"`
	Happening  *Named          `json:"happening,omitempty"`
}

// Asked returns the events that are asked for, by document, in the order of the view.
func (v *View) Asked(asked Asked) []rashomon.Element {
	q := query{asked: asked, view: v, who: v.entitiesOf(asked.Who), whom: v.entitiesOf(asked.Whom)}
	var out []rashomon.Element
	for _, head := range v.Digests {
		if !q.mayTell(head.Document) {
			continue
		}
		d := v.Digest(head.Document)
		for i := range d.Events {
			if q.takes(d, d.Events[i]) {
				out = append(out, rashomon.Element{Document: d.Document, Index: i})
			}
		}
	}
	return out
}

// entitiesOf returns the entities that a name may mean, by document; nil where there is no name.
func (v *View) entitiesOf(name string) map[string][]int {
	if name == "" {
		return nil
	}
	out := map[string][]int{}
	for _, p := range v.Parties(name) {
		for _, e := range p.Entities {
			out[e.Document] = append(out[e.Document], e.Index)
		}
	}
	return out
}

// A query is what is asked, with whom names mean.
type query struct {
	asked     Asked
	view      *View
	who, whom map[string][]int
}

// mayTell reports whether a document speaks of those who are asked for.
func (q query) mayTell(document string) bool {
	return (q.who == nil || q.who[document] != nil) && (q.whom == nil || q.whom[document] != nil)
}

func (q query) takes(d *digest.Digest, e digest.Event) bool {
	return (q.who == nil || anyOf(e.Actors, q.who[d.Document])) && (q.whom == nil || anyOf(e.Recipients, q.whom[d.Document])) &&
		isCalled(e, q.asked.What) && q.isOnWordOf(d, e)
}

func anyOf(entities, meant []int) bool {
	return slices.ContainsFunc(entities, func(e int) bool { return slices.Contains(meant, e) })
}

// isCalled reports whether an event is of a type or mode, or is told by a word.
func isCalled(e digest.Event, what string) bool {
	what = strings.TrimSpace(what)
	return what == "" || strings.EqualFold(e.Type, what) || strings.EqualFold(e.Mode, what) || strings.EqualFold(e.Lemma, what)
}

// isOnWordOf reports whether somebody tells of an event: one of its holders or, in the account's own voice, whom it is by.
func (q query) isOnWordOf(d *digest.Digest, e digest.Event) bool {
	word := strings.ToLower(strings.TrimSpace(q.asked.Word))
	if word == "" {
		return true
	}
	holders := d.Side(e.Clause, e.Statement).Holders
	if len(holders) == 0 {
		holders = []string{d.By()}
	}
	return slices.ContainsFunc(holders, func(holder string) bool { return strings.Contains(strings.ToLower(holder), word) })
}

// Act returns an event as people see it.
func (v *View) Act(at rashomon.Element) Act {
	d := v.Digest(at.Document)
	e := d.Events[at.Index]
	out := Act{
		Quotation: v.Quotation(d.Side(e.Clause, e.Statement)), ID: at.Document + "/v" + strconv.Itoa(at.Index+1), Type: e.Type, Mode: e.Mode, Status: e.Status,
		Actors: v.partiesOf(d, e.Actors), Recipients: v.partiesOf(d, e.Recipients),
	}
	if id := v.happeningOf(at.Document, at.Index); v.Title(id) != "" {
		out.Happening = &Named{id, v.Title(id)}
	}
	return out
}

// partiesOf names the parties of entities, each once.
func (v *View) partiesOf(d *digest.Digest, entities []int) []Named {
	out := []Named{}
	for _, entity := range entities {
		named := Named{Name: d.Entities[entity].Name}
		if number := v.Ground.Party(d.Document, entity); number != rashomon.None {
			p := v.Ground.PartyAt(number)
			named = Named{p.ID, p.Name}
		}
		if !slices.Contains(out, named) {
			out = append(out, named)
		}
	}
	return out
}
