package echo

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"rashomon"
)

// group makes echoes of links: passages that links join, over others too, are one. A weak link joins no two echoes, for
// what each of its sides shares with a third text may be something else.
func group(accounts []*account, links []link) []rashomon.Echo {
	byID := map[string]*account{}
	for _, a := range accounts {
		byID[a.Document] = a
	}
	slices.SortStableFunc(links, compareLinks)
	joined, size := map[rashomon.Passage]rashomon.Passage{}, map[rashomon.Passage]int{}
	links = slices.DeleteFunc(links, func(l link) bool {
		first, second := find(joined, l.a), find(joined, l.b)
		if first == second {
			return false
		}
		if l.weak && size[first] > 0 && size[second] > 0 {
			return true
		}
		if second.Less(first) {
			first, second = second, first
		}
		joined[second] = first
		size[first] += size[second] + 1
		return false
	})
	clusters := map[rashomon.Passage][]link{}
	var order []rashomon.Passage
	for _, l := range links {
		first := find(joined, l.a)
		if clusters[first] == nil {
			order = append(order, first)
		}
		clusters[first] = append(clusters[first], l)
	}
	var echoes []rashomon.Echo
	for _, first := range order {
		echoes = append(echoes, newEcho(clusters[first], byID))
	}
	return echoes
}

// compareLinks puts the strongest first.
func compareLinks(x, y link) int {
	return cmp.Or(cmp.Compare(y.score, x.score), order(x.a, y.a), order(x.b, y.b), cmp.Compare(x.rule, y.rule))
}

func order(p, q rashomon.Passage) int {
	switch {
	case p.Less(q):
		return -1
	case q.Less(p):
		return 1
	}
	return 0
}

// find returns the first passage of those that a passage is joined with, and shortens the way to it.
func find(joined map[rashomon.Passage]rashomon.Passage, p rashomon.Passage) rashomon.Passage {
	first := p
	for next, known := joined[first]; known; next, known = joined[first] {
		first = next
	}
	for p != first {
		p, joined[p] = joined[p], first
	}
	return first
}

// newEcho makes the echo of links that hang together, the strongest first.
func newEcho(links []link, byID map[string]*account) rashomon.Echo {
	e := rashomon.Echo{Kind: links[0].kind, Rule: links[0].rule, Reason: links[0].reason, Score: links[0].score}
	for _, l := range links {
		e.Passages = append(e.Passages, l.a, l.b)
	}
	slices.SortFunc(e.Passages, order)
	e.Passages = slices.Compact(e.Passages)
	root := originOf(e.Passages, links, byID)
	if root.owned && e.Rule == "reprint/agency" {
		e.Kind = rashomon.EchoReprint
	}
	e.Root, e.Source = root.Document, root.source(e)
	sum := sha256.Sum256([]byte(fmt.Sprint("k", e.Passages[0])))
	e.ID = "k" + hex.EncodeToString(sum[:6])
	return e
}

// originOf returns the account that passages come from: one that others credit and that credits none, of such the first.
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
