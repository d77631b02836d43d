package view

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
)

// Parties returns the parties that a name or an id means: the one with the id, or of which it is the beginning, else that or
// those which have what the party of that id has in a later view, else the one that it was joined to since it had that id, else
// those that go under the name, else those of whose names it is a part; those that most documents speak of first.
func (v *View) Parties(name string) []rashomon.Party {
	found := v.partiesMeant(name)
	if len(found) == 0 {
		return nil
	}
	out := make([]rashomon.Party, len(found))
	for i, at := range found {
		out[i] = v.Comparison.Parties[at]
	}
	slices.SortStableFunc(out, func(a, b rashomon.Party) int { return cmp.Compare(len(b.Entities), len(a.Entities)) })
	return out
}

// partiesMeant returns the places of those parties in the comparison.
func (v *View) partiesMeant(name string) []int {
	for _, find := range []func(string) []int{
		v.partiesOfID, v.partiesOfLater, v.partiesOfFormer,
		func(name string) []int { return v.roll().called(name) },
		func(part string) []int { return v.roll().containing(part) },
	} {
		if found := find(name); len(found) > 0 {
			return found
		}
	}
	return nil
}

// Party returns the party with an id or the beginning of one, and how many there are that it may mean; of an id that is only in a
// later view, the largest of those here that have what that has.
func (v *View) Party(id string) (rashomon.Party, int) {
	if !isID(id, "p") {
		return rashomon.Party{}, 0
	}
	count := len(v.partiesOfID(id))
	if found := v.Parties(id); len(found) > 0 {
		return found[0], max(count, 1)
	}
	return rashomon.Party{}, 0
}

// HasParty reports whether a party has an id, or had it, here or in a later view.
func (v *View) HasParty(id string) bool {
	return len(v.partiesOfID(id)) > 0 || len(v.partiesOfFormer(id)) > 0 || v.Later != nil && v.Later.HasParty(id)
}

// partiesOfID returns the places of the parties of which an id is the beginning.
func (v *View) partiesOfID(id string) []int {
	var out []int
	if !isID(id, "p") {
		return nil
	}
	for at := range v.Comparison.Parties {
		if strings.HasPrefix(v.Comparison.Parties[at].ID, id) {
			out = append(out, at)
		}
	}
	return out
}

// partiesOfLater returns the places of the parties that have entities of the party with an id in a later view.
func (v *View) partiesOfLater(id string) []int {
	if v.Later == nil {
		return nil
	}
	numbers := wanted{}
	for _, at := range v.Later.partiesOfID(id) {
		for _, e := range v.Later.Comparison.Parties[at].Entities {
			if number := v.Ground.Party(e.Document, e.Index); number != rashomon.None {
				numbers[uint32(number)] = true
			}
		}
	}
	var out []int
	for at := range v.Comparison.Parties {
		if len(numbers) > 0 && numbers.takes(v.number(&v.Comparison.Parties[at])) {
			out = append(out, at)
		}
	}
	return out
}

// partiesOfFormer returns the place of the party that has what an id is the id of: one that it had before a correction, or
// another document, joined it to others.
func (v *View) partiesOfFormer(id string) []int {
	if !isID(id, "p") {
		return nil
	}
	all := v.Comparison.Parties
	ids := v.former.parties.get(func() formerIDs {
		return formerly("p", len(all), func(at int) []rashomon.Element { return all[at].Entities })
	})
	if at := ids.find(id); at != rashomon.None {
		return []int{at}
	}
	return nil
}

// A roll is the names of all parties in lower case, in one text, a line each, which is searched as a whole: of ten thousand
// documents it has some megabytes.
type roll struct {
	text   string
	starts []int // where the names of each party begin
}

func (v *View) roll() *roll {
	return v.names.get(func() *roll {
		var out roll
		var text strings.Builder
		for i := range v.Comparison.Parties {
			p := &v.Comparison.Parties[i]
			out.starts = append(out.starts, text.Len())
			text.WriteString("\n" + inRoll(p.Name) + "\n")
			for _, s := range p.Spellings {
				if s.Kind == rashomon.MentionName && s.Form != p.Name {
					text.WriteString(inRoll(s.Form) + "\n")
				}
			}
		}
		out.text = text.String()
		return &out
	})
}

// inRoll returns a name as it stands in a roll.
func inRoll(name string) string { return strings.ToLower(strings.ReplaceAll(name, "\n", " ")) }

// called returns the places of the parties that go under a name.
func (r *roll) called(name string) []int { return r.find("\n" + inRoll(name) + "\n") }

// containing returns the places of the parties of whose names a text is a part.
func (r *roll) containing(part string) []int { return r.find(inRoll(part)) }

func (r *roll) find(part string) []int {
	var out []int
	for from := 0; from < len(r.text); {
		next := strings.Index(r.text[from:], part)
		if next < 0 {
			break
		}
		at, isStart := slices.BinarySearch(r.starts, from+next)
		if !isStart {
			at--
		}
		out = append(out, at)
		if at+1 == len(r.starts) {
			break
		}
		from = r.starts[at+1]
	}
	return out
}

// shortestID is how many digits of an id must be given, as of a document's.
const shortestID = 4

// IsID reports whether a text may be an id, or the beginning of one, of what stands between documents.
func IsID(text string) bool {
	return slices.ContainsFunc([]string{"p", "h", "c", "a", "k", "g"}, func(letter string) bool { return isID(text, letter) })
}

// isID reports whether a text may be the beginning of an id with a letter.
func isID(text, letter string) bool {
	digits, found := strings.CutPrefix(text, letter)
	return found && len(digits) >= shortestID && strings.Trim(digits, "0123456789abcdef") == ""
}

// Happening returns the happening with an id or the beginning of one, and how many there are that it may mean; of an id that is
// only in a later view, the one here that has most of the events of that; of one that it had before it was joined to others, that
// one. Difference, Agreement, Echo and Change do the same in this view.
func (v *View) Happening(id string) (rashomon.Happening, int) {
	found, count := one(v.Comparison.Happenings, id, "h", func(h *rashomon.Happening) string { return h.ID })
	if count == 0 && v.Later != nil {
		later, laterCount := v.Later.Happening(id)
		if at := v.sharing(later.Events); laterCount == 1 && at != rashomon.None {
			return v.Comparison.Happenings[at], 1
		}
	}
	if count > 0 {
		return found, count
	}
	if at := v.happeningOfFormer(id); at != rashomon.None {
		return v.Comparison.Happenings[at], 1
	}
	return found, 0
}

// happeningOfFormer returns the place of the happening that has what an id is the id of, see [View.partiesOfFormer], or None.
func (v *View) happeningOfFormer(id string) int {
	if !isID(id, "h") {
		return rashomon.None
	}
	all := v.Comparison.Happenings
	return v.former.happenings.get(func() formerIDs {
		return formerly("h", len(all), func(at int) []rashomon.Element { return all[at].Events })
	}).find(id)
}

// sharing returns the place of the happening that has most of some events, the first of several, or None.
func (v *View) sharing(events []rashomon.Element) int {
	best, shared := rashomon.None, map[int]int{}
	for _, e := range events {
		at := v.scene(v.happeningOf(e.Document, e.Index))
		if at == rashomon.None {
			continue
		}
		shared[at]++
		if best == rashomon.None || shared[at] > shared[best] || shared[at] == shared[best] && at < best {
			best = at
		}
	}
	return best
}

// Difference returns a difference, see [View.Happening].
func (v *View) Difference(id string) (rashomon.Difference, int) {
	return one(v.Comparison.Differences, id, "c", func(d *rashomon.Difference) string { return d.ID })
}

// Agreement returns an agreement, see [View.Happening].
func (v *View) Agreement(id string) (rashomon.Agreement, int) {
	return one(v.Comparison.Agreements, id, "a", func(a *rashomon.Agreement) string { return a.ID })
}

// Echo returns an echo, see [View.Happening].
func (v *View) Echo(id string) (rashomon.Echo, int) {
	return one(v.Comparison.Echoes, id, "k", func(e *rashomon.Echo) string { return e.ID })
}

// Change returns a change, see [View.Happening].
func (v *View) Change(id string) (rashomon.Change, int) {
	return one(v.Comparison.Changes, id, "g", func(c *rashomon.Change) string { return c.ID })
}

func one[T any](list []T, id, letter string, of func(*T) string) (T, int) {
	var found T
	count := 0
	if isID(id, letter) {
		for i := range list {
			if strings.HasPrefix(of(&list[i]), id) {
				found = list[i]
				count++
			}
		}
	}
	return found, count
}
