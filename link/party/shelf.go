package party

import (
	"cmp"
	"slices"

	"rashomon"
)

// mostOnShelf is how many things with one key are looked through as a whole.
const mostOnShelf = 32

// shelves find things that have a key in common. Of a key that more have than can be looked through, those alone are
// found beside whose names somebody stands who is named where the other is, or that are of one document, if few enough
// are: so the work grows with what there is to find, and not with its square.
type shelves[T thing] struct {
	places  map[T]*place[T]
	all     map[key][]*place[T]
	with    map[beside][]*place[T] // of keys that too many have
	crossed crossed
	sought  func(key) bool // by which keys anything is looked for; nil where it may be by any
}

// A thing can be put on shelves. It does not change as long as it stands there.
type thing interface {
	comparable
	shelved() shelved
	element() rashomon.Element // the first that it is of; a thing that takes the place of another has mostly the same one
}

// A place on the shelves is kept when its thing is exchanged for another that is mostly found by the same.
type place[T thing] struct{ thing T }

// A shelved is what a thing is found by, both sorted.
type shelved struct {
	keys    []key
	fellows []fellow
}

// A beside is a key of a name beside which a fellow stands.
type beside struct {
	key
	fellow
}

// crossed are the shelves that have become too large to be looked through, or small enough: 1 and -1, or 0 for both.
type crossed struct {
	all  map[key]int
	with map[beside]int
}

func newShelves[T thing]() *shelves[T] {
	return &shelves[T]{
		places: map[T]*place[T]{}, all: map[key][]*place[T]{}, with: map[beside][]*place[T]{},
		crossed: crossed{all: map[key]int{}, with: map[beside]int{}},
	}
}

func (s *shelves[T]) isCrowded(k key) bool { return len(s.all[k]) > mostOnShelf }

// change puts things on the shelves and takes others away. It returns the shelves that are found otherwise since.
func (s *shelves[T]) change(gone, come []T) (keys []key, with []beside) {
	leaving := map[rashomon.Element]T{}
	for _, t := range gone {
		leaving[t.element()] = t
	}
	for _, t := range come { // before any is taken away, so that no shelf becomes small for a moment
		if old, is := leaving[t.element()]; is {
			s.exchange(old, t)
			delete(leaving, t.element())
		} else {
			s.put(t)
		}
	}
	for _, t := range leaving {
		s.take(t)
	}
	for k, times := range s.crossed.all {
		if times != 0 {
			keys = append(keys, k)
		}
	}
	for both, times := range s.crossed.with {
		if times != 0 && s.isCrowded(both.key) {
			with = append(with, both)
		}
	}
	clear(s.crossed.all)
	clear(s.crossed.with)
	return keys, with
}

func (s *shelves[T]) put(t T) {
	p, by := &place[T]{t}, t.shelved()
	s.places[t] = p
	for _, k := range by.keys {
		if s.sought == nil || s.sought(k) {
			s.putOn(k, by.fellows, p)
		}
	}
}

func (s *shelves[T]) take(t T) {
	p, by := s.places[t], t.shelved()
	delete(s.places, t)
	for _, k := range by.keys {
		s.takeOff(k, by.fellows, p)
	}
}

// exchange puts a thing into the place of another.
func (s *shelves[T]) exchange(old, t T) {
	p, was, is := s.places[old], old.shelved(), t.shelved()
	delete(s.places, old)
	s.places[t] = p
	goneKeys, comeKeys := differences(was.keys, is.keys)
	goneFellows, comeFellows := differences(was.fellows, is.fellows)
	for _, k := range goneKeys {
		s.takeOff(k, was.fellows, p)
	}
	for _, k := range is.keys {
		if _, isNew := slices.BinarySearch(comeKeys, k); !isNew && s.isCrowded(k) {
			s.putWith(k, comeFellows, p)
			s.takeWith(k, goneFellows, p)
		}
	}
	p.thing = t
	for _, k := range comeKeys {
		s.putOn(k, is.fellows, p)
	}
}

// differences returns what only the first of two sorted lists holds, and what only the second.
func differences[T cmp.Ordered](a, b []T) (onlyA, onlyB []T) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			onlyA, a = append(onlyA, a[0]), a[1:]
		case a[0] > b[0]:
			onlyB, b = append(onlyB, b[0]), b[1:]
		default:
			a, b = a[1:], b[1:]
		}
	}
	return append(onlyA, a...), append(onlyB, b...)
}

func (s *shelves[T]) putOn(k key, fellows []fellow, p *place[T]) {
	s.all[k] = append(s.all[k], p)
	switch n := len(s.all[k]); {
	case n == mostOnShelf+1:
		s.crossed.all[k]++
		for _, other := range s.all[k] {
			s.putWith(k, other.thing.shelved().fellows, other)
		}
	case n > mostOnShelf:
		s.putWith(k, fellows, p)
	}
}

func (s *shelves[T]) takeOff(k key, fellows []fellow, p *place[T]) {
	if s.isCrowded(k) {
		s.takeWith(k, fellows, p)
	}
	s.all[k] = without(s.all[k], p)
	switch len(s.all[k]) {
	case 0:
		delete(s.all, k)
	case mostOnShelf:
		s.crossed.all[k]--
		for _, other := range s.all[k] {
			s.takeWith(k, other.thing.shelved().fellows, other)
		}
	}
}

func (s *shelves[T]) putWith(k key, fellows []fellow, p *place[T]) {
	for _, fellow := range fellows {
		both := beside{k, fellow}
		s.with[both] = append(s.with[both], p)
		if len(s.with[both]) == mostOnShelf+1 {
			s.crossed.with[both]++
		}
	}
}

func (s *shelves[T]) takeWith(k key, fellows []fellow, p *place[T]) {
	for _, fellow := range fellows {
		both := beside{k, fellow}
		s.with[both] = without(s.with[both], p)
		switch len(s.with[both]) {
		case 0:
			delete(s.with, both)
		case mostOnShelf:
			s.crossed.with[both]--
		}
	}
}

// without takes one thing out of a list, whose order does not matter.
func without[T comparable](list []T, one T) []T {
	if i := slices.Index(list, one); i >= 0 {
		last := len(list) - 1
		list[i] = list[last]
		clear(list[last:])
		list = list[:last]
	}
	return list
}

// find returns the things that share a key with another, some of them more than once.
func (s *shelves[T]) find(by shelved) []T {
	var found []T
	for _, k := range by.keys {
		if !s.isCrowded(k) {
			found = appendThings(found, s.all[k])
			continue
		}
		for _, fellow := range by.fellows {
			if some := s.with[beside{k, fellow}]; len(some) <= mostOnShelf {
				found = appendThings(found, some)
			}
		}
	}
	return found
}

func appendThings[T thing](things []T, places []*place[T]) []T {
	for _, p := range places {
		things = append(things, p.thing)
	}
	return things
}

// A wanting is some things by what finds them: a key alone, or a key with a fellow where too many things have the key.
type wanting[T thing] struct {
	shelves *shelves[T]
	by      map[key][]T
	beside  map[fellow][]wanted[T]
}

// A wanted thing has keys that too many have.
type wanted[T thing] struct {
	thing T
	keys  []key
}

func (s *shelves[T]) wanting(things []T) wanting[T] {
	w := wanting[T]{s, map[key][]T{}, map[fellow][]wanted[T]{}}
	for _, t := range things {
		by, crowded := t.shelved(), []key(nil)
		for _, k := range by.keys {
			if s.isCrowded(k) {
				crowded = append(crowded, k)
			} else {
				w.by[k] = append(w.by[k], t)
			}
		}
		if len(crowded) > 0 {
			for _, fellow := range by.fellows {
				w.beside[fellow] = append(w.beside[fellow], wanted[T]{t, crowded})
			}
		}
	}
	return w
}

// isFound reports whether somebody with keys finds a wanted thing beside whom a fellow stands.
func (w wanting[T]) isFound(one wanted[T], keys []key, fellow fellow) bool {
	return slices.ContainsFunc(keys, func(k key) bool {
		_, has := slices.BinarySearch(one.keys, k)
		return has && len(w.shelves.with[beside{k, fellow}]) <= mostOnShelf
	})
}

// shelved returns what a node is found by: the keys of its full name, with who stands beside it.
func (n *node) shelved() shelved { return shelved{n.full, n.keysOf(n.near)} }

// sought returns by what a node finds others: the keys of its full name, with whom its documents name.
func (n *node) sought() shelved { return shelved{n.full, n.keysOf(n.fellows)} }

// keysOf returns those fellows that are on no list, and the documents of a node.
func (n *node) keysOf(fellows []fellow) []fellow {
	var keys []fellow
	for _, f := range fellows {
		if !f.isListed() {
			keys = append(keys, f)
		}
	}
	for _, p := range n.members {
		keys = append(keys, p.context.own)
	}
	return sorted(keys)
}
