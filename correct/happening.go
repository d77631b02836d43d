package correct

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/happening"
)

// correctHappenings joins and parts happenings, leaves out events that were dismissed, and gives days.
func (r *Replay) correctHappenings(happenings []rashomon.Happening) []rashomon.Happening {
	out := slices.Clone(happenings)
	if bonds := r.bonds(rashomon.TargetHappening, r.event); len(bonds)+len(r.dismissed) > 0 {
		out = r.joinHappenings(happenings, bonds)
	}
	r.redateHappenings(out)
	return out
}

// joinHappenings joins and parts happenings, without the events that were dismissed.
func (r *Replay) joinHappenings(happenings []rashomon.Happening, bonds []bond) []rashomon.Happening {
	at := map[rashomon.Element]int{}
	for i, h := range happenings {
		for _, element := range h.Events {
			at[element] = i
		}
	}
	touched := map[int]bool{}
	for _, b := range bonds {
		touched[at[b.a]], touched[at[b.b]] = true, true
	}
	for element := range r.dismissed {
		touched[at[element]] = true
	}
	var groups []group
	var out []rashomon.Happening
	for i, h := range happenings {
		if !touched[i] {
			out = append(out, h)
		} else if g := r.remaining(h); len(g.elements) > 0 {
			groups = append(groups, g)
		}
	}
	for _, g := range r.regroup(groups, bonds) {
		whole := happenings[at[g.elements[0]]]
		if !slices.Equal(whole.Events, g.elements) {
			whole = r.describeHappening(g)
			whole.PartOf = partOf(g, func(e rashomon.Element) rashomon.Happening { return happenings[at[e]] })
		}
		whole.Joins = g.joins
		out = append(out, whole)
	}
	slices.SortFunc(out, func(a, b rashomon.Happening) int { return cmp.Compare(a.ID, b.ID) })
	rename(out, happenings)
	return out
}

// remaining returns a happening without the events that were dismissed.
func (r *Replay) remaining(h rashomon.Happening) group {
	return group{
		slices.DeleteFunc(slices.Clone(h.Events), func(e rashomon.Element) bool { return r.dismissed[e] }),
		slices.DeleteFunc(slices.Clone(h.Joins), func(j rashomon.Join) bool { return r.dismissed[j.A] || r.dismissed[j.B] }),
	}
}

func (r *Replay) describeHappening(g group) rashomon.Happening {
	var digests []*digest.Digest
	for _, element := range g.elements {
		if d := r.digest(element.Document); !slices.ContainsFunc(digests, d.Is) {
			digests = append(digests, d)
		}
	}
	return happening.Describe(digests, r.parties, g.elements)
}

// partOf returns the first happening that events were told to be a part of.
func partOf(g group, before func(rashomon.Element) rashomon.Happening) string {
	for _, element := range g.elements {
		if whole := before(element).PartOf; whole != "" {
			return whole
		}
	}
	return ""
}

// rename lets happenings that are a part of another name it as it is called now, and none of itself, by whatever way.
func rename(happenings, before []rashomon.Happening) {
	now, at := map[rashomon.Element]int{}, map[string]int{}
	for i, h := range happenings {
		at[h.ID] = i
		for _, element := range h.Events {
			now[element] = i
		}
	}
	renamed := map[string]string{}
	for _, h := range before {
		for _, element := range h.Events {
			if i, kept := now[element]; kept {
				renamed[h.ID] = happenings[i].ID
				break
			}
		}
	}
	for i := range happenings {
		happenings[i].PartOf = renamed[happenings[i].PartOf]
	}
	for i := range happenings {
		if isWithin(happenings, at, i) {
			happenings[i].PartOf = ""
		}
	}
}

// isWithin reports whether the way up from a happening leads back to it.
func isWithin(happenings []rashomon.Happening, at map[string]int, start int) bool {
	seen := map[int]bool{}
	for i := start; happenings[i].PartOf != "" && !seen[i]; {
		seen[i] = true
		i = at[happenings[i].PartOf]
		if i == start {
			return true
		}
	}
	return false
}

// redateHappenings gives happenings the days that people say they were on.
func (r *Replay) redateHappenings(happenings []rashomon.Happening) {
	for _, c := range r.corrections {
		if c.Kind != rashomon.CorrectionRedate || c.Targets[0].Kind != rashomon.TargetHappening {
			continue
		}
		element, found := r.event(c.Targets[0].Passages[0])
		i := slices.IndexFunc(happenings, func(h rashomon.Happening) bool { return slices.Contains(h.Events, element) })
		if found && i >= 0 {
			r.applied[c.Number] = true
			happenings[i].From, happenings[i].To = c.Day, c.Day
		}
	}
}
