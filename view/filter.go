package view

import (
	"slices"
	"strings"

	"rashomon"
)

// A Filter asks for a part of what a view shows. Its zero value asks for all.
type Filter struct {
	Happened Days
	Document string          // the id of the only account meant
	Source   string          // whom the accounts meant are by: a name or, where nobody has it, a part of one
	Party    string          // who takes part, or the place: an id, a name, or a part of one
	Place    string          // where some account sets it: an id, a name, or a part of one
	Type     string          // of a happening
	Status   rashomon.Status // that some account gives a happening
}

// A Choice tells what a filter asks for. It is for one who asks: it remembers what it was asked.
type Choice struct {
	Unknown []string // what is asked for and is not there, or was not on the day of the view: "document", "source", "party", "place"

	view            *View
	filter          Filter
	accounts        map[string]bool // those meant; nil where all are
	parties, places wanted
	fitting         map[string]bool      // happenings that were asked of, by id: whether each fits
	speaking        map[string][]mention // where documents speak of the parties; nil until that is asked
}

// Choose returns what a filter asks for of a view.
func (v *View) Choose(f Filter) *Choice {
	c := &Choice{
		Unknown: []string{}, view: v, filter: f, parties: v.meant(f.Party), places: v.meant(f.Place), fitting: map[string]bool{},
	}
	if f.Document != "" || f.Source != "" {
		c.accounts = v.accounts(f)
	}
	switch {
	case f.Document != "" && v.byID[f.Document] == nil:
		c.Unknown = append(c.Unknown, "document")
	case f.Source != "" && len(v.accounts(Filter{Source: f.Source})) == 0:
		c.Unknown = append(c.Unknown, "source")
	}
	if f.Party != "" && len(c.parties) == 0 {
		c.Unknown = append(c.Unknown, "party")
	}
	if f.Place != "" && len(c.places) == 0 {
		c.Unknown = append(c.Unknown, "place")
	}
	return c
}

// accounts returns the documents that are meant.
func (v *View) accounts(f Filter) map[string]bool {
	isNamed := func(d string) bool { return strings.EqualFold(v.Name(d), f.Source) }
	fits := func(d string) bool { return containsFold(v.Name(d), f.Source) }
	out := map[string]bool{}
	for _, d := range v.Digests {
		if isNamed(d.Document) {
			fits = isNamed
			break
		}
	}
	for _, d := range v.Digests {
		if fits(d.Document) && (f.Document == "" || d.Document == f.Document) {
			out[d.Document] = true
		}
	}
	return out
}

// Account reports whether an account is meant.
func (c *Choice) Account(document string) bool { return c.accounts == nil || c.accounts[document] }

// Happening reports whether a happening is asked for: it fits, and one of the accounts meant tells it.
func (c *Choice) Happening(h rashomon.Happening) bool { return c.At(c.view.scene(h.ID)) }

// At reports the same of the happening at a place of the comparison, which need not be looked for.
func (c *Choice) At(scene int) bool {
	return scene != rashomon.None && c.isAt(scene) &&
		(c.accounts == nil || slices.ContainsFunc(c.view.Comparison.Happenings[scene].Accounts, c.Account))
}

// isOf reports whether a happening is of the type, and meets the days.
func (c *Choice) isOf(h *rashomon.Happening) bool {
	return (c.filter.Type == "" || h.Type == c.filter.Type) && c.filter.Happened.Meet(h.From, h.To)
}

// needsScene reports whether more is asked for than a happening tells by itself.
func (c *Choice) needsScene() bool {
	return c.parties != nil || c.places != nil || c.filter.Status != ""
}

// isAt reports whether the happening at a place fits, whoever tells it.
func (c *Choice) isAt(scene int) bool {
	return c.isOf(&c.view.Comparison.Happenings[scene]) && (!c.needsScene() || c.isScene(&c.view.Survey().Scenes[scene]))
}

func (c *Choice) isScene(s *Scene) bool {
	isSetThere := func(s Setting) bool { return slices.ContainsFunc(s.Places, c.places.takes) }
	isTold := func(s Setting) bool { return s.statuses&statusesOf(c.filter.Status) != 0 }
	return (c.parties == nil || slices.ContainsFunc(s.Parties, c.parties.takes)) &&
		(c.places == nil || slices.ContainsFunc(s.Settings, isSetThere)) &&
		(c.filter.Status == "" || slices.ContainsFunc(s.Settings, isTold))
}

// without returns the choice as if some of what is asked for were not.
func (c *Choice) without(take func(*Choice)) *Choice {
	less := *c
	less.fitting = map[string]bool{}
	take(&less)
	return &less
}

// settings returns those of a scene by the accounts meant, or nil where it does not fit or fewer tell it than are asked for.
func (c *Choice) settings(scene *Scene, told int) []Setting {
	if !c.isOf(scene.Happening) || c.needsScene() && !c.isScene(scene) {
		return nil
	}
	out := scene.Settings
	if c.accounts != nil {
		out = slices.DeleteFunc(slices.Clone(out), func(s Setting) bool { return !c.accounts[s.Document] })
	}
	if len(out) < max(told, 1) {
		return nil
	}
	return out
}

// Passages reports whether something on a happening, which may be none, with passages is asked for: one of them is of an account
// meant, and the happening fits, or where only a party is asked for, a passage speaks of it.
func (c *Choice) Passages(happening string, passages ...rashomon.Side) bool {
	if c.accounts != nil && !slices.ContainsFunc(passages, func(p rashomon.Side) bool { return c.accounts[p.Document] }) {
		return false
	}
	less := c.filter
	less.Source, less.Document = "", ""
	if less == (Filter{}) {
		return true
	}
	if c.fits(happening) {
		return true
	}
	less.Party = ""
	return less == (Filter{}) && slices.ContainsFunc(passages, c.speaksOfParty)
}

// fits reports whether a happening, which may be none, fits, whoever tells it.
func (c *Choice) fits(happening string) bool {
	fits, known := c.fitting[happening]
	if !known {
		at := c.view.scene(happening)
		fits = at != rashomon.None && c.isAt(at)
		c.fitting[happening] = fits
	}
	return fits
}

// speaksOfParty reports whether a passage mentions the party.
func (c *Choice) speaksOfParty(p rashomon.Side) bool {
	if c.speaking == nil {
		c.speaking = c.view.speaking(c.parties)
	}
	return slices.ContainsFunc(c.speaking[p.Document], func(m mention) bool {
		return int(m.start) < p.Extent.End && p.Extent.Start < int(m.end)
	})
}

// speaking returns where documents speak of parties.
func (v *View) speaking(parties wanted) map[string][]mention {
	out := map[string][]mention{}
	for number := range parties {
		for _, entity := range v.Ground.PartyAt(int(number)).Entities {
			if _, known := out[entity.Document]; known {
				continue
			}
			isOfOthers := func(m mention) bool { return !parties.takes(int(m.party)) }
			out[entity.Document] = slices.DeleteFunc(slices.Clone(v.Survey().mentions[entity.Document]), isOfOthers)
		}
	}
	return out
}
