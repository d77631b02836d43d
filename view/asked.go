package view

import (
	"slices"
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

// Asked returns the events that are asked for, by document, in the order of the view.
func (v *View) Asked(asked Asked) []rashomon.Element {
	r := &v.Survey().record
	who, whom := v.meant(asked.Who), v.meant(asked.Whom)
	what := r.meant(strings.TrimSpace(asked.What), strings.EqualFold)
	word := r.meant(strings.TrimSpace(asked.Word), containsFold)
	var out []rashomon.Element
	for i := range r.entries {
		e := &r.entries[i]
		if who.takesAny(r.parties[e.parties[0]:e.parties[1]]) && whom.takesAny(r.parties[e.parties[1]:e.parties[2]]) &&
			what.takesAny(e.what[:]) && word.takesAny(r.holders[e.holders[0]:e.holders[1]]) {
			out = append(out, rashomon.Element{Document: v.Digests[e.document].Document, Index: int(e.event)})
		}
	}
	return out
}

// A wanted is what is asked for, by number; nil where anything is.
type wanted map[uint32]bool

func (w wanted) takesAny(numbers []uint32) bool {
	return w == nil || slices.ContainsFunc(numbers, func(n uint32) bool { return w[n] })
}

func (w wanted) takes(number int) bool { return w[uint32(number)] }

// meant returns the numbers of the parties that a name means; nil where there is no name.
func (v *View) meant(name string) wanted {
	if name == "" {
		return nil
	}
	out := wanted{}
	for _, at := range v.partiesMeant(name) {
		out[uint32(v.number(&v.Comparison.Parties[at]))] = true
	}
	return out
}

// number returns the number of a party on the ground.
func (v *View) number(p *rashomon.Party) int {
	return v.Ground.Party(p.Entities[0].Document, p.Entities[0].Index)
}

// A record is all events by what can be asked of them, in the order of the documents of the view: so small that it can be gone
// through for each who asks.
type record struct {
	entries []entry
	parties []uint32 // of the entries
	holders []uint32 // of the entries: names, by number
	names   []string // of holders, types, modes and words, by number
	numbers map[string]uint32
}

// An entry is an event.
type entry struct {
	document, event uint32    // places in the view, and in the document
	parties         [3]uint32 // where in the record those begin who do it, where those to whom, and where they end
	holders         [2]uint32 // where the names of those begin and end on whose word it is
	what            [3]uint32 // type, mode and word
}

// add adds an event of a document. Numbers returns those of the parties of its entities.
func (r *record) add(at int, d *digest.Digest, event int, numbers func(document string, entities []int) []int) {
	e := d.Events[event]
	added := entry{document: uint32(at), event: uint32(event),
		what: [3]uint32{r.number(e.Type), r.number(e.Mode), r.number(e.Lemma)}}
	added.parties[0] = uint32(len(r.parties))
	for part, entities := range [][]int{e.Actors, e.Recipients} {
		for _, party := range numbers(d.Document, entities) {
			r.parties = append(r.parties, uint32(party))
		}
		added.parties[part+1] = uint32(len(r.parties))
	}
	holders := d.Chain(e.Statement)
	if len(holders) == 0 {
		holders = []string{d.By()}
	}
	added.holders[0] = uint32(len(r.holders))
	for _, holder := range holders {
		r.holders = append(r.holders, r.number(holder))
	}
	added.holders[1] = uint32(len(r.holders))
	r.entries = append(r.entries, added)
}

// number returns the number of a name.
func (r *record) number(name string) uint32 {
	n, known := r.numbers[name]
	if !known {
		n = uint32(len(r.names))
		r.names, r.numbers[name] = append(r.names, name), n
	}
	return n
}

// meant returns the numbers of the names that fit; nil where nothing is asked.
func (r *record) meant(asked string, fits func(name, asked string) bool) wanted {
	if asked == "" {
		return nil
	}
	out := wanted{}
	for n, name := range r.names {
		if fits(name, asked) {
			out[uint32(n)] = true
		}
	}
	return out
}

func containsFold(text, part string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(part))
}
