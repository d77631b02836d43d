package party

import "slices"

// mostOnShelf is how many things with one key are looked through as a whole.
const mostOnShelf = 32

// shelves find things that have a key in common. Of a key that more have than can be looked through, those alone are found
// beside whose names somebody stands who is named where the other is, or that are of one document, if few enough are: so
// the work grows with what there is to find, and not with its square.
type shelves struct {
	all  map[key][]int
	with map[[2]key][]int // key and fellow, of keys that too many have
}

// A shelved is what a thing is found by.
type shelved struct {
	keys    []key
	fellows []key // sorted
}

func newShelves(things []shelved) *shelves {
	s := &shelves{all: map[key][]int{}, with: map[[2]key][]int{}}
	for i, thing := range things {
		for _, k := range thing.keys {
			s.all[k] = append(s.all[k], i)
		}
	}
	for i, thing := range things {
		for _, k := range thing.keys {
			if len(s.all[k]) > mostOnShelf {
				for _, fellow := range thing.fellows {
					s.with[[2]key{k, fellow}] = append(s.with[[2]key{k, fellow}], i)
				}
			}
		}
	}
	return s
}

// find returns the numbers of the things that share a key with another, each once, in order.
func (s *shelves) find(thing shelved) []int {
	var found []int
	for _, k := range thing.keys {
		if all := s.all[k]; len(all) <= mostOnShelf {
			found = append(found, all...)
			continue
		}
		for _, fellow := range thing.fellows {
			if some := s.with[[2]key{k, fellow}]; len(some) <= mostOnShelf {
				found = append(found, some...)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// shelved returns what a node is found by: the keys of its full name, with who stands beside it.
func (n *node) shelved() shelved { return shelved{n.first().full, n.keysOf(n.near)} }

// sought returns by what a node finds others: the keys of its full name, with whom its documents name.
func (n *node) sought() shelved { return shelved{n.first().full, n.keysOf(n.fellows)} }

// keysOf returns the keys of those fellows that are on no list, and of the documents of a node.
func (n *node) keysOf(fellows []fellow) []key {
	var keys []key
	for _, f := range fellows {
		if !f.listed {
			keys = append(keys, f.key)
		}
	}
	for _, p := range n.members {
		keys = append(keys, newKey("document", p.element.Document))
	}
	return distinctKeys(keys)
}
