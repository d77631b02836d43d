package echo

import (
	"cmp"

	"rashomon"
)

// originOf returns the account that passages come from: one that others credit and that credits none, of such the
// first.
func originOf(passages []rashomon.Passage, links []link, byID map[string]*account) *account {
	credits, credited := map[string]bool{}, map[string]bool{}
	for _, l := range links {
		if l.origin == "" {
			continue
		}
		credited[l.origin] = true
		if l.origin == l.a.Document {
			credits[l.b.Document] = true
		} else {
			credits[l.a.Document] = true
		}
	}
	best := byID[passages[0].Document]
	rank := func(a *account) int {
		switch {
		case credited[a.Document] && !credits[a.Document]:
			return 0
		case !credits[a.Document]:
			return 1
		}
		return 2
	}
	for _, p := range passages[1:] {
		a := byID[p.Document]
		if c := cmp.Compare(rank(a), rank(best)); c < 0 || c == 0 && a.before(best) {
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
			if c.statement != rashomon.None && c.head != "" && a.Sentences[c.sentence].Extent == p.Extent {
				return c.text
			}
		}
	}
	return ""
}
