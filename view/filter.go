package view

import (
	"slices"
	"strings"

	"rashomon"
)

// A Filter asks for a part of what a view shows. Its zero value asks for all.
type Filter struct {
	Happened Days
	Source   string          // a part of the name of whom an account is by
	Party    string          // who takes part: an id, a name, or a part of one
	Place    string          // where: an id, a name, or a part of one
	Type     string          // of a happening
	Status   rashomon.Status // that some account gives a happening
}

// A Choice tells what a filter asks for.
type Choice struct {
	view       *View
	filter     Filter
	happenings map[string]bool // that fit in all but the source; nil where all do
	by         map[string]bool // documents of the source; nil where all are
	party      map[rashomon.Element]bool
}

// Choose returns what a filter asks for of a view.
func (v *View) Choose(f Filter) *Choice {
	c := &Choice{view: v, filter: f}
	if f.Source != "" {
		c.by = map[string]bool{}
		for _, d := range v.Digests {
			c.by[d.Document] = strings.Contains(strings.ToLower(d.By()), strings.ToLower(f.Source))
		}
	}
	if f.Happened != (Days{}) || f.Party != "" || f.Place != "" || f.Type != "" || f.Status != "" {
		c.happenings = c.fitting()
	}
	return c
}

// fitting returns the happenings that fit in all but the source.
func (c *Choice) fitting() map[string]bool {
	takesPart, places := c.takingPart(), map[string]bool{}
	for _, p := range c.named(c.filter.Place) {
		places[p.ID] = true
	}
	out := map[string]bool{}
	for _, h := range c.view.Comparison.Happenings {
		out[h.ID] = c.filter.Happened.Meet(h.From, h.To) && (c.filter.Type == "" || h.Type == c.filter.Type) &&
			(c.filter.Place == "" || places[h.Place]) && (c.filter.Party == "" || takesPart[h.ID]) &&
			(c.filter.Status == "" || c.hasStatus(h))
	}
	return out
}

// takingPart returns the happenings in which the party takes part, or whose place it is.
func (c *Choice) takingPart() map[string]bool {
	out, ids := map[string]bool{}, map[string]bool{}
	c.party = map[rashomon.Element]bool{}
	for _, p := range c.named(c.filter.Party) {
		ids[p.ID] = true
		for h := range c.view.HappeningsOf(p.ID) {
			out[h] = true
		}
		for _, e := range p.Entities {
			c.party[e] = true
		}
	}
	for _, h := range c.view.Comparison.Happenings {
		out[h.ID] = out[h.ID] || ids[h.Place] && h.Place != ""
	}
	return out
}

func (c *Choice) named(name string) []rashomon.Party {
	if name == "" {
		return nil
	}
	return c.view.Parties(name)
}

// hasStatus reports whether some account gives a happening the status.
func (c *Choice) hasStatus(h rashomon.Happening) bool {
	return slices.ContainsFunc(h.Events, func(e rashomon.Element) bool {
		return c.view.Digest(e.Document).Events[e.Index].Status == c.filter.Status
	})
}

// Happening reports whether a happening is asked for.
func (c *Choice) Happening(h rashomon.Happening) bool {
	return (c.happenings == nil || c.happenings[h.ID]) &&
		(c.by == nil || slices.ContainsFunc(h.Accounts, func(document string) bool { return c.by[document] }))
}

// Passages reports whether something on a happening, which may be none, with passages is asked for: one of them is of the source,
// and the happening fits, or where only a party is asked for, a passage speaks of it.
func (c *Choice) Passages(happening string, passages ...rashomon.Side) bool {
	if c.by != nil && !slices.ContainsFunc(passages, func(p rashomon.Side) bool { return c.by[p.Document] }) {
		return false
	}
	if c.happenings == nil || c.happenings[happening] {
		return true
	}
	isPartyAlone := c.filter.Party != "" && c.filter.Happened == (Days{}) && c.filter.Place == "" && c.filter.Type == "" && c.filter.Status == ""
	return isPartyAlone && slices.ContainsFunc(passages, c.speaksOfParty)
}

// speaksOfParty reports whether a passage mentions the party.
func (c *Choice) speaksOfParty(p rashomon.Side) bool {
	for i, entity := range c.view.Digest(p.Document).Entities {
		if !c.party[rashomon.Element{Document: p.Document, Index: i}] {
			continue
		}
		for _, m := range entity.Mentions {
			if m.Extent.Start < p.Extent.End && p.Extent.Start < m.Extent.End {
				return true
			}
		}
	}
	return false
}
