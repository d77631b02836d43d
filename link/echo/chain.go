package echo

import (
	"slices"
	"strings"

	"rashomon"
)

// chains keep the links of all pairs, and the echoes of links that hang together, so that those alone are grouped anew
// that hang together with links that have changed.
type chains struct {
	accounts map[string]*account // by document
	links    map[pair][]link
	at       map[rashomon.Passage][]pair // whose links have a passage
	of       map[rashomon.Passage]*chain
	changed  map[rashomon.Passage]bool
	echoes   []rashomon.Echo // as last given, sorted by id
}

// A chain is the echoes of passages that hang together.
type chain struct{ echoes []rashomon.Echo }

func newChains() *chains {
	return &chains{
		accounts: map[string]*account{}, links: map[pair][]link{}, at: map[rashomon.Passage][]pair{},
		of: map[rashomon.Passage]*chain{}, changed: map[rashomon.Passage]bool{},
	}
}

// set sets the links of a pair.
func (x *chains) set(p pair, links []link) {
	for passage := range passagesOf(x.links[p]) {
		x.changed[passage] = true
		if x.at[passage] = without(x.at[passage], p); len(x.at[passage]) == 0 {
			delete(x.at, passage)
		}
	}
	if delete(x.links, p); len(links) > 0 {
		x.links[p] = links
	}
	for passage := range passagesOf(links) {
		x.changed[passage] = true
		x.at[passage] = append(x.at[passage], p)
	}
}

func passagesOf(links []link) map[rashomon.Passage]bool {
	if len(links) == 0 {
		return nil
	}
	passages := map[rashomon.Passage]bool{}
	for _, l := range links {
		passages[l.a], passages[l.b] = true, true
	}
	return passages
}

func without(pairs []pair, p pair) []pair {
	return slices.DeleteFunc(pairs, func(q pair) bool { return q == p })
}

// update returns the echoes of all links, sorted by id.
func (x *chains) update() []rashomon.Echo {
	stale := map[*chain]bool{}
	seen := map[rashomon.Passage]bool{}
	var fresh []rashomon.Echo
	for passage := range x.changed {
		if x.at[passage] == nil {
			stale[x.of[passage]] = true
			delete(x.of, passage)
			continue
		}
		if seen[passage] {
			continue
		}
		passages, links := x.hangTogether(passage, seen)
		made := &chain{group(links, x.accounts)}
		for _, p := range passages {
			stale[x.of[p]] = true
			x.of[p] = made
		}
		fresh = append(fresh, made.echoes...)
	}
	delete(stale, nil)
	x.publish(stale, fresh)
	clear(x.changed)
	return x.echoes
}

// hangTogether returns the passages and links that hang together with a passage: there may be very many.
func (x *chains) hangTogether(passage rashomon.Passage, seen map[rashomon.Passage]bool) ([]rashomon.Passage, []*link) {
	seen[passage] = true
	passages, links := []rashomon.Passage{passage}, []*link(nil)
	reach := func(p rashomon.Passage) {
		if !seen[p] {
			seen[p] = true
			passages = append(passages, p)
		}
	}
	for i := 0; i < len(passages); i++ {
		for _, p := range x.at[passages[i]] {
			for j := range x.links[p] {
				l := &x.links[p][j]
				switch passages[i] {
				case l.a:
					links = append(links, l)
					reach(l.b)
				case l.b:
					reach(l.a)
				}
			}
		}
	}
	return passages, links
}

// publish exchanges the echoes of chains that are no more for fresh ones.
func (x *chains) publish(stale map[*chain]bool, fresh []rashomon.Echo) {
	gone := map[string]bool{}
	for c := range stale {
		for _, e := range c.echoes {
			gone[e.ID] = true
		}
	}
	slices.SortFunc(fresh, func(a, b rashomon.Echo) int { return strings.Compare(a.ID, b.ID) })
	var all []rashomon.Echo
	for _, e := range x.echoes {
		for len(fresh) > 0 && fresh[0].ID < e.ID {
			all, fresh = append(all, fresh[0]), fresh[1:]
		}
		if !gone[e.ID] {
			all = append(all, e)
		}
	}
	x.echoes = append(all, fresh...)
}
