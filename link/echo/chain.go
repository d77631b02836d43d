package echo

import (
	"slices"
	"strings"

	"rashomon"
)

// chains keep the links of all pairs, and the echoes that they make, so that those alone are made anew that have other links.
type chains struct {
	accounts map[string]*account // by document
	links    map[pair][]link
	numbers  map[rashomon.Passage]int32 // of the passages that links have had
	passages []rashomon.Passage
	strong   []*link
	weak     []*link         // sorted
	fresh    []*link         // since the last update
	changed  []int32         // passages whose links have changed since
	made     []made          // of each passage that is the first of an echo
	echoes   []rashomon.Echo // as last given, sorted by id
}

// A made echo is the id of one with a sum of its links.
type made struct {
	id  string
	sum uint64
}

func newChains() *chains {
	return &chains{accounts: map[string]*account{}, links: map[pair][]link{}, numbers: map[rashomon.Passage]int32{}}
}

// set sets the links of a pair.
func (x *chains) set(p pair, links []link) {
	for i := range links {
		l := &links[i]
		l.ends, l.print = [2]int32{x.number(l.a), x.number(l.b)}, mix(uint64(p), uint64(i))
	}
	before := x.links[p]
	if slices.Equal(before, links) {
		return
	}
	for i := range before {
		before[i].gone = true
		x.changed = append(x.changed, before[i].ends[:]...)
	}
	if delete(x.links, p); len(links) > 0 {
		x.links[p] = links
	}
	for i := range links {
		x.fresh, x.changed = append(x.fresh, &links[i]), append(x.changed, links[i].ends[:]...)
	}
}

func (x *chains) number(p rashomon.Passage) int32 {
	number, known := x.numbers[p]
	if !known {
		number = int32(len(x.passages))
		x.numbers[p], x.passages = number, append(x.passages, p)
	}
	return number
}

// update returns the echoes of all links, sorted by id.
func (x *chains) update() []rashomon.Echo {
	x.takeIn()
	kept, g := x.group()
	changed := make([]bool, len(x.passages))
	for _, number := range x.changed {
		changed[g.find(number)] = true
	}
	sums := make([]uint64, len(x.passages))
	for _, l := range kept {
		sums[g.find(l.ends[0])] += l.print
	}
	x.made = append(x.made, make([]made, len(x.passages)-len(x.made))...)
	gone := map[string]bool{}
	for number := range x.made {
		m := &x.made[number]
		if changed[number] = changed[number] || m.sum != sums[number]; changed[number] && m.id != "" {
			gone[m.id] = true
			*m = made{}
		}
	}
	clusters := map[int32][]*link{}
	for _, l := range kept {
		if first := g.find(l.ends[0]); changed[first] {
			clusters[first] = append(clusters[first], l)
		}
	}
	var fresh []rashomon.Echo
	for first, links := range clusters {
		slices.SortFunc(links, compareLinks)
		e := newEcho(links, x.accounts)
		x.made[first] = made{e.ID, sums[first]}
		fresh = append(fresh, e)
	}
	x.publish(gone, fresh)
	x.changed = nil
	return x.echoes
}

// takeIn puts the fresh links to the others, and drops those that are kept no more.
func (x *chains) takeIn() {
	var weak []*link
	isGone := func(l *link) bool { return l.gone }
	x.strong = slices.DeleteFunc(x.strong, isGone)
	for _, l := range x.fresh {
		switch {
		case l.gone:
		case l.weak:
			weak = append(weak, l)
		default:
			x.strong = append(x.strong, l)
		}
	}
	slices.SortFunc(weak, compareLinks)
	rest := slices.DeleteFunc(x.weak, isGone)
	if x.weak, x.fresh = weak, nil; len(rest) == 0 {
		return
	}
	x.weak = make([]*link, 0, len(rest)+len(weak))
	for _, l := range weak {
		at, _ := slices.BinarySearchFunc(rest, l, compareLinks)
		x.weak, rest = append(append(x.weak, rest[:at]...), l), rest[at:]
	}
	x.weak = append(x.weak, rest...)
}

// publish exchanges the echoes that are no more, by their ids, for fresh ones.
func (x *chains) publish(gone map[string]bool, fresh []rashomon.Echo) {
	slices.SortFunc(fresh, func(a, b rashomon.Echo) int { return strings.Compare(a.ID, b.ID) })
	all := make([]rashomon.Echo, 0, max(0, len(x.echoes)+len(fresh)-len(gone)))
	for i := range x.echoes {
		for len(fresh) > 0 && fresh[0].ID < x.echoes[i].ID {
			all, fresh = append(all, fresh[0]), fresh[1:]
		}
		if !gone[x.echoes[i].ID] {
			all = append(all, x.echoes[i])
		}
	}
	x.echoes = append(all, fresh...)
}
