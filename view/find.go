package view

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
)

// Parties returns the parties that a name or an id means: the one with the id, or of which it is the beginning, else
// those that go under the name, else those of whose names it is a part; those that most documents speak of first.
func (v *View) Parties(name string) []rashomon.Party {
	list := v.Comparison.Parties
	for _, fits := range []func(rashomon.Party) bool{
		func(p rashomon.Party) bool { return isID(name, "p") && strings.HasPrefix(p.ID, name) },
		func(p rashomon.Party) bool {
			return goesUnder(p, func(form string) bool { return strings.EqualFold(form, name) })
		},
		func(p rashomon.Party) bool {
			return goesUnder(p, func(form string) bool { return strings.Contains(strings.ToLower(form), strings.ToLower(name)) })
		},
	} {
		found := slices.DeleteFunc(slices.Clone(list), func(p rashomon.Party) bool { return !fits(p) })
		if len(found) > 0 {
			slices.SortStableFunc(found, func(a, b rashomon.Party) int { return cmp.Compare(len(b.Entities), len(a.Entities)) })
			return found
		}
	}
	return nil
}

func goesUnder(p rashomon.Party, fits func(form string) bool) bool {
	return fits(p.Name) || slices.ContainsFunc(p.Spellings, func(s rashomon.Spelling) bool {
		return s.Kind == rashomon.MentionName && fits(s.Form)
	})
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

// Happening returns the happening with an id or the beginning of one, and how many there are that it may mean. Difference,
// Agreement, Echo and Change do the same.
func (v *View) Happening(id string) (rashomon.Happening, int) {
	return one(v.Comparison.Happenings, id, "h", func(h rashomon.Happening) string { return h.ID })
}

// Difference returns a difference, see [View.Happening].
func (v *View) Difference(id string) (rashomon.Difference, int) {
	return one(v.Comparison.Differences, id, "c", func(d rashomon.Difference) string { return d.ID })
}

// Agreement returns an agreement, see [View.Happening].
func (v *View) Agreement(id string) (rashomon.Agreement, int) {
	return one(v.Comparison.Agreements, id, "a", func(a rashomon.Agreement) string { return a.ID })
}

// Echo returns an echo, see [View.Happening].
func (v *View) Echo(id string) (rashomon.Echo, int) {
	return one(v.Comparison.Echoes, id, "k", func(e rashomon.Echo) string { return e.ID })
}

// Change returns a change, see [View.Happening].
func (v *View) Change(id string) (rashomon.Change, int) {
	return one(v.Comparison.Changes, id, "g", func(c rashomon.Change) string { return c.ID })
}

func one[T any](list []T, id, letter string, of func(T) string) (T, int) {
	var found T
	count := 0
	if isID(id, letter) {
		for _, element := range list {
			if strings.HasPrefix(of(element), id) {
				found = element
				count++
			}
		}
	}
	return found, count
}
