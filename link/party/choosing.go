package party

import (
	"maps"
	"slices"
)

// choosing gives short names, or descriptions, to the one cluster that they can mean. Who may be meant is kept for
// each, so that when clusters come and go those alone choose anew that may mean them.
type choosing struct {
	documents documents
	shelves   *shelves[*cluster]
	seekers   map[key][]*seeker
	of        map[*context][]*seeker
	wanted    map[*cluster][]*seeker // of each, who has it for a candidate
	takers    map[*cluster][]*seeker // of each, who was given to it
	whole     map[*cluster]*cluster  // of each, as it stands with who was given to it
	alone     map[*seeker]*cluster   // of those that may mean several
	number    int                    // of seekers
}

// A seeker is a short name or description that looks for a cluster.
type seeker struct {
	*node
	keys       []key       // see shortKeys
	candidates []candidate // the best first
	choice     choice
	cluster    *cluster // chosen, or nil
}

// A choice is what comes of looking for a cluster.
type choice int

const (
	choiceNone choice = iota // it has not looked yet
	choiceLeft               // there is no candidate
	choiceSeveral
	choiceOne
)

func newChoosing(d documents) *choosing {
	return &choosing{
		documents: d, shelves: newShelves[*cluster](), seekers: map[key][]*seeker{}, of: map[*context][]*seeker{},
		wanted: map[*cluster][]*seeker{}, takers: map[*cluster][]*seeker{}, whole: map[*cluster]*cluster{},
		alone: map[*seeker]*cluster{},
	}
}

// A chosen tells what has changed by choosing.
type chosen struct {
	gone, come []*cluster // with who was given to them; and those that may mean several, each alone
	left       []*profile // that stand for none since
	found      []*profile // that stood for none before
}

// update takes clusters away and adds others, and adds profiles that look for one.
func (x *choosing) update(gone, come []*cluster, fresh []*profile) chosen {
	dirty := map[*seeker]bool{}
	for _, p := range fresh {
		dirty[x.add(p)] = true
	}
	keys, with := x.shelves.change(gone, come)
	for _, s := range x.shaken(keys, with) {
		dirty[s] = true
	}
	changed := maps.Clone(dirty)
	for _, c := range gone {
		for _, s := range x.wanted[c] {
			s.candidates = slices.DeleteFunc(s.candidates, func(found candidate) bool { return found.cluster == c })
			changed[s] = true
		}
		delete(x.wanted, c)
	}
	for s := range dirty {
		x.lookAtAll(s)
	}
	if len(dirty) < x.number {
		x.lookAtNew(come, dirty, changed)
	}
	return x.settle(changed, gone, come)
}

// once says that no seekers will come but those of the next update: nothing else is looked for.
func (x *choosing) once() {
	x.shelves.sought = func(k key) bool { return len(x.seekers[k]) > 0 }
}

func (x *choosing) add(p *profile) *seeker {
	s := &seeker{node: newNode([]*profile{p}), keys: p.shortKeys()}
	for _, k := range s.keys {
		x.seekers[k] = append(x.seekers[k], s)
	}
	x.of[p.context] = append(x.of[p.context], s)
	x.number++
	return s
}

// shaken returns the seekers that may find others than before, since shelves have crossed the size that can be looked
// through.
func (x *choosing) shaken(keys []key, with []beside) []*seeker {
	var found []*seeker
	for _, k := range keys {
		found = append(found, x.seekers[k]...)
	}
	for _, both := range with {
		for _, c := range x.documents[both.fellow] {
			for _, s := range x.of[c] {
				if slices.Contains(s.keys, both.key) {
					found = append(found, s)
				}
			}
		}
	}
	return found
}

// lookAtNew lets seekers that find new clusters look at them, but for those that look at all. It adds who has another
// candidate since.
func (x *choosing) lookAtNew(come []*cluster, dirty, changed map[*seeker]bool) {
	seen := map[meeting]bool{}
	look := func(s *seeker, c *cluster) {
		if met := (meeting{s, c}); !dirty[s] && !seen[met] {
			seen[met] = true
			if x.look(s, c) {
				changed[s] = true
			}
		}
	}
	sought := x.shelves.wanting(come)
	for k, clusters := range sought.by {
		for _, s := range x.seekers[k] {
			for _, c := range clusters {
				look(s, c)
			}
		}
	}
	for fellow, some := range sought.beside {
		for _, context := range x.documents[fellow] {
			for _, s := range x.of[context] {
				for _, one := range some {
					if sought.isFound(one, s.keys, fellow) {
						look(s, one.thing)
					}
				}
			}
		}
	}
}

type meeting struct {
	*seeker
	*cluster
}

// lookAtAll looks for the candidates of a seeker anew.
func (x *choosing) lookAtAll(s *seeker) {
	for _, c := range s.candidates {
		x.wanted[c.cluster] = without(x.wanted[c.cluster], s)
	}
	s.candidates = nil
	seen := map[*cluster]bool{}
	for _, c := range x.shelves.find(shelved{s.keys, s.keysOf(s.fellows)}) {
		if !seen[c] {
			seen[c] = true
			x.look(s, c)
		}
	}
}

// look takes a cluster for a candidate if a seeker may mean it.
func (x *choosing) look(s *seeker, c *cluster) bool {
	found, may := consider(s.node, c)
	if may {
		s.candidates, x.wanted[c] = append(s.candidates, found), append(x.wanted[c], s)
	}
	return may
}

// settle lets seekers choose. It returns what has changed by that, and by the clusters that came and went.
func (x *choosing) settle(changed map[*seeker]bool, gone, come []*cluster) chosen {
	var out chosen
	touched := map[*cluster]bool{}
	for _, c := range come {
		touched[c] = true
	}
	for s := range changed {
		slices.SortFunc(s.candidates, compareCandidates)
		if choice, c := s.choose(); choice != s.choice || c != s.cluster {
			x.leave(s, &out, touched)
			s.choice, s.cluster = choice, c
			x.enter(s, &out, touched)
		}
	}
	for _, c := range gone {
		out.gone = append(out.gone, x.whole[c])
		delete(x.whole, c)
		delete(x.takers, c)
		delete(touched, c)
	}
	for c := range touched {
		x.compose(c, &out)
	}
	return out
}

func (s *seeker) choose() (choice, *cluster) {
	switch {
	case len(s.candidates) == 0:
		return choiceLeft, nil
	case len(s.candidates) > 1 && s.isOnlyPartOf(s.candidates[0]) && s.isOnlyPartOf(s.candidates[1]):
		return choiceLeft, nil // after "Velm" the station is called, and the road
	case len(s.candidates) > 1 && !s.candidates[0].leads(&s.candidates[1]):
		return choiceSeveral, nil
	}
	return choiceOne, s.candidates[0].cluster
}

// leave takes back what a seeker chose.
func (x *choosing) leave(s *seeker, out *chosen, touched map[*cluster]bool) {
	switch s.choice {
	case choiceLeft:
		out.found = append(out.found, s.first())
	case choiceSeveral:
		out.gone = append(out.gone, x.alone[s])
		delete(x.alone, s)
	case choiceOne:
		x.takers[s.cluster] = without(x.takers[s.cluster], s)
		touched[s.cluster] = true
	}
}

// enter does what a seeker chose.
func (x *choosing) enter(s *seeker, out *chosen, touched map[*cluster]bool) {
	switch s.choice {
	case choiceLeft:
		out.left = append(out.left, s.first())
	case choiceSeveral:
		x.alone[s] = newCluster(s.node)
		out.come = append(out.come, x.alone[s])
	case choiceOne:
		x.takers[s.cluster] = append(x.takers[s.cluster], s)
		touched[s.cluster] = true
	}
}

// compose puts to a cluster who was given to it.
func (x *choosing) compose(c *cluster, out *chosen) {
	takers := slices.SortedFunc(slices.Values(x.takers[c]), func(s, t *seeker) int { return byFirst(s.node, t.node) })
	was, is := x.whole[c], c.with(takers)
	if was == is {
		return
	}
	if was != nil {
		out.gone = append(out.gone, was)
	}
	x.whole[c] = is
	out.come = append(out.come, is)
}
