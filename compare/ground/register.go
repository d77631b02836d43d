package ground

import (
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
	number int
	before entry
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
// number of what it was of before, or None; kept is called with the indices, before and now, of all that have the ids they had.
func (r *register) update(n int, now func(i int) linked, owner func(rashomon.Element) int, kept func(before, now int)) []revision {
	for _, number := range r.changed {
		r.entries[number].changed = false
	}
	before := r.numbers
	r.numbers, r.changed = make([]int32, n), nil
	var news, gone, revised []int
	at := 0
	for i := range n {
		l := now(i)
		for at < len(before) && r.entries[before[at]].id != l.id && r.entries[before[at]].id < l.id {
			gone, at = append(gone, int(before[at])), at+1
		}
		if at == len(before) || r.entries[before[at]].id != l.id {
			news = append(news, i)
			continue
		}
		number := before[at]
		r.numbers[i], r.at[number] = number, int32(i)
		if e := &r.entries[number]; len(e.elements) == len(l.elements) && same(e.elements, l.elements) {
			e.elements = l.elements
		} else {
			revised = append(revised, int(number))
		}
		kept(at, i)
		at++
	}
	for _, number := range before[at:] {
		gone = append(gone, int(number))
	}
	for _, number := range gone {
		r.at[number] = rashomon.None
	}
	revised, gone = r.handOver(revised, gone, now)
	for _, i := range news {
		revised = append(revised, r.place(i, now(i), owner))
	}
	for _, number := range gone {
		if r.at[number] == rashomon.None {
			revised = append(revised, number)
		}
	}
	return r.revise(revised, now)
}

// handOver gives what has taken in a larger one, which is no more, the number of that: so fewer documents have other numbers. It returns
// the numbers that are revised and those that are gone.
func (r *register) handOver(revised, gone []int, now func(i int) linked) ([]int, []int) {
	holder := map[rashomon.Element]int{} // the index of what has an element
	for _, number := range revised {
		for _, element := range now(int(r.at[number])).elements {
			holder[element] = int(r.at[number])
		}
	}
	for at, larger := range gone {
		before := r.entries[larger].elements
		if len(before) == 0 {
			continue
		}
		i, taken := holder[before[0]]
		if number := 0; taken {
			if number = int(r.numbers[i]); len(before) > len(r.entries[number].elements) {
				r.at[number], r.at[larger], r.numbers[i] = rashomon.None, int32(i), int32(larger)
				revised = slices.DeleteFunc(revised, func(n int) bool { return n == number })
				revised, gone[at] = append(revised, larger), number
			}
		}
	}
	return revised, gone
}

// place gives what is new a number: that of one that is no more and had one of its elements, or one of its own.
func (r *register) place(i int, l linked, owner func(rashomon.Element) int) int {
	number := len(r.entries)
	for _, element := range l.elements {
		if before := owner(element); before != rashomon.None && r.at[before] == rashomon.None {
			number = before
			break
		}
	}
	if number == len(r.entries) {
		r.entries, r.at = append(r.entries, entry{}), append(r.at, rashomon.None)
	}
	r.at[number], r.numbers[i] = int32(i), int32(number)
	return number
}

// revise makes entries what they are now.
func (r *register) revise(numbers []int, now func(i int) linked) []revision {
	out := make([]revision, len(numbers))
	for i, number := range numbers {
		e := &r.entries[number]
		out[i] = revision{number, *e}
		var l linked
		if at := r.at[number]; at != rashomon.None {
			l = now(int(at))
		}
		*e = entry{id: l.id, elements: l.elements, documents: r.documents(l.elements), changed: true}
	}
	r.changed = numbers
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
