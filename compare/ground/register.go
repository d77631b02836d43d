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
	entries []entry // by number; none once the ground is settled
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

// update takes over what is linked now, and returns the documents of each that is of other elements than before, before
// and now. Of each element, owner returns the number of what it was of before, or None.
func (r *register) update(all []linked, owner func(rashomon.Element) int) [][2][]string {
	var changes [][2][]string
	r.place(all, owner)
	for i := range r.entries {
		e := &r.entries[i]
		var now linked
		if r.at[i] != rashomon.None {
			now = all[r.at[i]]
		}
		if e.changed = len(e.elements) != len(now.elements) || !same(e.elements, now.elements); e.changed {
			before := e.documents
			e.elements, e.documents = now.elements, r.documents(now.elements)
			changes = append(changes, [2][]string{before, e.documents})
		}
	}
	return changes
}

// A linked is what has an id and elements.
type linked struct {
	id       string
	elements []rashomon.Element
}

// place gives numbers: that of the same id or, where it is new, that of one that is no more and had one of its elements.
func (r *register) place(all []linked, owner func(rashomon.Element) int) {
	var news []int
	numbers := make(map[string]int, len(r.entries))
	for i := range r.entries {
		numbers[r.entries[i].id], r.at[i] = i, rashomon.None
	}
	for i, l := range all {
		if number, known := numbers[l.id]; known {
			r.at[number] = int32(i)
		} else {
			news = append(news, i)
		}
	}
	r.entries, r.at = slices.Grow(r.entries, len(news)), slices.Grow(r.at, len(news))
	for _, i := range news {
		number := len(r.entries)
		for _, element := range all[i].elements {
			if before := owner(element); before != rashomon.None && r.at[before] == rashomon.None {
				number = before
				break
			}
		}
		if number == len(r.entries) {
			r.entries, r.at = append(r.entries, entry{}), append(r.at, rashomon.None)
		}
		r.entries[number].id, r.at[number] = all[i].id, int32(i)
	}
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

// of returns of each document the numbers of what its elements are of, or None.
func (r *register) of(length func(*site) int) map[string][]int {
	out := make(map[string][]int, len(r.sites))
	for document, s := range r.sites {
		out[document] = slices.Repeat([]int{rashomon.None}, length(s))
	}
	for number, e := range r.entries {
		for _, element := range e.elements {
			if numbers := out[element.Document]; element.Index >= 0 && element.Index < len(numbers) {
				numbers[element.Index] = number
			}
		}
	}
	return out
}
