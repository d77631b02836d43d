package ground

import (
	"cmp"
	"slices"

	"rashomon"
)

// A register gives parties, or happenings, numbers that they keep when others come, whatever ids they have then: what is drawn
// of a document, and names them by number, holds.
type register struct {
	sites   map[string]*site
	at      []int32 // of each number: the index in the links, or None where it is no more
	numbers []int32 // of each index in the links; none once the ground is settled
	entries []entry // by number; none once the ground is settled
	changed []int   // numbers of the entries that are changed
}

// An entry is a party or a happening as it was last linked.
type entry struct {
	id        string
	elements  []rashomon.Element
	documents []string // of its elements, as far as they are on the ground, sorted
	changed   bool     // it is of other elements than before
}

func newRegister(sites map[string]*site) *register {
	return &register{sites: sites}
}

// A linked is what has an id and elements.
type linked struct {
	id       string
	elements []rashomon.Element
}

// A revision is an entry that is of other elements than before, or stands for what has another id.
type revision struct {
	number  int
	before  entry
	was, is int // indices in the links before and now, or None
}

// fill takes over what is linked, so many, sorted by id, where nothing was before.
func (r *register) fill(n int, now func(i int) linked) {
	r.at, r.numbers, r.entries = make([]int32, n), make([]int32, n), make([]entry, n)
	for i := range n {
		l := now(i)
		r.at[i], r.numbers[i] = int32(i), int32(i)
		r.entries[i] = entry{id: l.id, elements: l.elements, documents: r.documents(l.elements)}
	}
}

// update takes over what is linked now, so many, sorted by id, and returns what is not as before. Of each element, owner returns the
// number of what it was of before, or None; kept is called with the indices, before and now, of all that have the ids and the elements
// they had.
func (r *register) update(n int, now func(i int) linked, owner func(rashomon.Element) int, kept func(before, now int)) []revision {
	for _, number := range r.changed {
		r.entries[number].changed = false
	}
	before := r.numbers
	r.numbers = make([]int32, n)
	var open []int            // indices of what is new, or of other elements than before
	free := map[int32]int32{} // numbers of what is no more, or is open, with their indices before
	at := 0
	for i := range n {
		l := now(i)
		for at < len(before) && r.entries[before[at]].id != l.id && r.entries[before[at]].id < l.id {
			free[before[at]], at = int32(at), at+1
		}
		if at == len(before) || r.entries[before[at]].id != l.id {
			open = append(open, i)
			continue
		}
		number := before[at]
		if e := &r.entries[number]; len(e.elements) == len(l.elements) && same(e.elements, l.elements) {
			e.elements, r.numbers[i], r.at[number] = l.elements, number, int32(i)
			kept(at, i)
		} else {
			open, free[number] = append(open, i), int32(at)
		}
		at++
	}
	for ; at < len(before); at++ {
		free[before[at]] = int32(at)
	}
	for number := range free {
		r.at[number] = rashomon.None
	}
	r.give(r.claims(open, free, now, owner))
	return r.revise(open, free, now)
}

// A claim is that what has an index in the links is of some elements of what had a number.
type claim struct {
	number   int32
	i        int
	elements int
	isNamed  bool // as that was
}

// claims returns the claims of what is open to free numbers.
func (r *register) claims(open []int, free map[int32]int32, now func(i int) linked, owner func(rashomon.Element) int) []claim {
	var out []claim
	number := map[string]int32{}
	for n := range free {
		number[r.entries[n].id] = n
	}
	for _, i := range open {
		l, shared := now(i), map[int32]int{}
		if n, known := number[l.id]; known {
			shared[n] = 0
		}
		for _, element := range l.elements {
			if n := int32(owner(element)); n != rashomon.None {
				shared[n]++
			}
		}
		for n, elements := range shared {
			if _, isFree := free[n]; isFree {
				out = append(out, claim{n, i, elements, r.entries[n].id == l.id})
			}
		}
	}
	return out
}

// give gives every number to what has most of the elements that it stood for, and what has none a new one: so few elements are of
// another number than before.
func (r *register) give(claims []claim) {
	slices.SortFunc(claims, func(a, b claim) int {
		if a.elements == b.elements && a.isNamed != b.isNamed {
			if a.isNamed {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.elements, a.elements), cmp.Compare(a.i, b.i), cmp.Compare(a.number, b.number))
	})
	has := map[int]bool{}
	for _, c := range claims {
		if r.at[c.number] == rashomon.None && !has[c.i] {
			r.at[c.number], r.numbers[c.i], has[c.i] = int32(c.i), c.number, true
		}
	}
}

// present returns the numbers of all that is linked.
func (r *register) present() []int {
	var out []int
	for number, at := range r.at {
		if at != rashomon.None {
			out = append(out, number)
		}
	}
	return out
}

// revise makes the entries of what is open, and of numbers that were freed, what they are now.
func (r *register) revise(open []int, free map[int32]int32, now func(i int) linked) []revision {
	out := make([]revision, 0, len(free))
	for _, i := range open {
		number := r.numbers[i]
		if int(number) >= len(r.at) || r.at[number] != int32(i) {
			number = int32(len(r.entries))
			r.entries, r.at, r.numbers[i] = append(r.entries, entry{}), append(r.at, int32(i)), number
		}
		was, known := free[number]
		if !known {
			was = rashomon.None
		}
		out = append(out, revision{number: int(number), was: int(was), is: i})
	}
	for number, was := range free {
		if r.at[number] == rashomon.None {
			out = append(out, revision{number: int(number), was: int(was), is: rashomon.None})
		}
	}
	r.changed = make([]int, len(out))
	for i := range out {
		e := &r.entries[out[i].number]
		out[i].before, r.changed[i] = *e, out[i].number
		var l linked
		if out[i].is != rashomon.None {
			l = now(out[i].is)
		}
		*e = entry{id: l.id, elements: l.elements, documents: r.documents(l.elements), changed: true}
	}
	return out
}

// numberAt returns the number of what has an index in the links, or None where the ground is settled.
func (r *register) numberAt(i int) int {
	if r.numbers == nil {
		return rashomon.None
	}
	return int(r.numbers[i])
}

// same compares elements of as many, mostly by where they lie: what has not changed is not linked anew.
func same(a, b []rashomon.Element) bool {
	if len(a) == 0 || &a[0] == &b[0] {
		return true
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// documents returns the documents of elements, sorted, each once.
func (r *register) documents(elements []rashomon.Element) []string {
	out := make([]string, 0, 1)
	for _, element := range elements {
		last := len(out) > 0 && out[len(out)-1] == element.Document
		if !last && r.sites[element.Document] != nil {
			out = append(out, element.Document)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// byDocument returns of each document the numbers of what it shares with others.
func (r *register) byDocument() map[string][]int {
	out := map[string][]int{}
	for number, e := range r.entries {
		if len(e.documents) < 2 {
			continue
		}
		for _, document := range e.documents {
			out[document] = append(out[document], number)
		}
	}
	return out
}

// number gives the elements of all entries in their documents the numbers of these.
func (r *register) number(own func(*site) []int) {
	for number := range r.entries {
		r.numberOne(number, own)
	}
}

func (r *register) numberOne(number int, own func(*site) []int) {
	for _, element := range r.entries[number].elements {
		if place := r.placeOf(element, own); place != nil {
			*place = number
		}
	}
}

// placeOf returns where a document has the number of what an element is of, or nil where it is not on the ground.
func (r *register) placeOf(e rashomon.Element, own func(*site) []int) *int {
	s := r.sites[e.Document]
	if s == nil {
		return nil
	}
	if numbers := own(s); e.Index >= 0 && e.Index < len(numbers) {
		return &numbers[e.Index]
	}
	return nil
}
