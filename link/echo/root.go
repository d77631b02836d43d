package echo

import "rashomon"

// originOf returns the account that passages come from: one that credits none of the others, of such the first by the day
// of publication, of one day or where days are not known one that others credit, else the likelier one.
func originOf(passages []rashomon.Passage, links []*link, byID map[string]*account) *account {
	credits, credited := map[string]bool{}, map[string]bool{}
	for _, l := range links {
		if l.origin == "" {
			continue
		}
		origin, other := byID[l.a.Document], byID[l.b.Document]
		if l.origin != origin.Document {
			origin, other = other, origin
		}
		if l.rule == ruleStatement || origin.day(other) != "" && origin.day(other) <= other.day(origin) {
			credited[origin.Document], credits[other.Document] = true, true
		}
	}
	isBefore := func(a, b *account) bool {
		switch {
		case credits[a.Document] != credits[b.Document]:
			return credits[b.Document]
		case credited[a.Document] != credited[b.Document]:
			return credited[a.Document]
		}
		return a.before(b)
	}
	best := byID[passages[0].Document]
	for _, p := range passages[1:] {
		if a := byID[p.Document]; isBefore(a, best) {
			best = a
		}
	}
	return best
}

// source returns who stands behind the root: the holder whom the root names in its passage, or the agency whose text it
// prints.
func (a *account) source(e rashomon.Echo) string {
	if e.Kind == rashomon.EchoReprint || e.Kind == rashomon.EchoAgency {
		if a.owned {
			return ""
		}
		return a.Agency
	}
	for _, p := range e.Passages {
		if p.Document != a.Document {
			continue
		}
		for _, c := range a.credits {
			if c.held && c.head != "" && a.Sentences[c.sentence].Extent == p.Extent {
				return c.text
			}
		}
	}
	return ""
}
