package point

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
)

// circles keep what pairs that agree make. Of pairs that come and go, those alone are gathered anew that hang together with them: by
// passages on one kind of point.
type circles struct {
	numbers    map[key]int32
	of         map[string][]int32 // of each document: the numbers of its passages
	pairs      [][]*result        // of each passage by its number: those in which it agrees with another
	chains     []*chain           // of each passage, or nil
	agreements []rashomon.Agreement
}

// A chain is what passages that hang together make.
type chain struct{ agreements []rashomon.Agreement }

func newCircles() *circles {
	return &circles{numbers: map[key]int32{}, of: map[string][]int32{}}
}

// update returns the agreements of all results, sorted by id. They must not be changed.
func (c *circles) update(g *ground.Ground, found exchange) []rashomon.Agreement {
	dirty := c.exchange(found)
	for document, numbers := range c.of {
		if g.Relinked(document) || g.Reechoed(document) || g.Republished(document) { // whose word a passage is, or where it comes from
			dirty = append(dirty, numbers...)
		}
	}
	stale, places := map[*chain]bool{}, map[int32]int32{}
	var fresh []rashomon.Agreement
	for _, number := range dirty {
		if _, seen := places[number]; seen {
			continue
		}
		numbers, ties := c.hangTogether(number, places)
		a := agreements{g, ties, len(numbers)}
		made := &chain{a.list()}
		for _, n := range numbers {
			stale[c.chains[n]] = true
			c.chains[n] = made
		}
		fresh = append(fresh, made.agreements...)
	}
	delete(stale, nil)
	c.publish(stale, fresh)
	return c.agreements
}

// exchange takes in the results that are new, and drops those that are no more. It returns the numbers of the passages of either.
func (c *circles) exchange(found exchange) []int32 {
	var touched []int32
	for _, r := range found.come {
		c.add(r)
		touched = appendEnds(touched, r)
	}
	for _, r := range found.gone {
		touched = appendEnds(touched, r)
		for _, number := range appendEnds(nil, r) {
			c.pairs[number] = slices.DeleteFunc(c.pairs[number], func(other *result) bool { return other == r })
		}
	}
	return touched
}

func appendEnds(numbers []int32, r *result) []int32 {
	for _, ends := range r.ends {
		numbers = append(numbers, ends[:]...)
	}
	return numbers
}

// add numbers the passages of a result.
func (c *circles) add(r *result) {
	r.ends = make([][2]int32, len(r.agreed))
	for i, pair := range r.agreed {
		for side, passage := range [...]rashomon.Passage{pair.a.Passage, pair.b.Passage} {
			number := c.number(key{pair.kind, passage})
			r.ends[i][side] = number
			if known := c.pairs[number]; len(known) == 0 || known[len(known)-1] != r {
				c.pairs[number] = append(known, r)
			}
		}
	}
}

func (c *circles) number(k key) int32 {
	number, known := c.numbers[k]
	if !known {
		number = int32(len(c.pairs))
		c.numbers[k] = number
		c.pairs, c.chains = append(c.pairs, nil), append(c.chains, nil)
		c.of[k.passage.Document] = append(c.of[k.passage.Document], number)
	}
	return number
}

// hangTogether returns the passages, by their numbers, and the pairs that hang together with one. In these a passage has the number of its
// place among them, which is noted.
func (c *circles) hangTogether(number int32, places map[int32]int32) ([]int32, []tie) {
	places[number] = 0
	numbers, ties := []int32{number}, []tie(nil)
	for i := 0; i < len(numbers); i++ {
		for _, r := range c.pairs[numbers[i]] {
			for j, ends := range r.ends {
				if ends[0] != numbers[i] && ends[1] != numbers[i] {
					continue
				}
				for side, end := range ends {
					place, seen := places[end]
					if !seen {
						place = int32(len(numbers))
						places[end], numbers = place, append(numbers, end)
					}
					ends[side] = place
				}
				if r.ends[j][0] == numbers[i] {
					ties = append(ties, tie{&r.agreed[j], ends})
				}
			}
		}
	}
	return numbers, ties
}

// publish exchanges the agreements of chains that are no more for fresh ones.
func (c *circles) publish(stale map[*chain]bool, fresh []rashomon.Agreement) {
	gone := map[string]bool{}
	for old := range stale {
		for i := range old.agreements {
			gone[old.agreements[i].ID] = true
		}
	}
	byID := func(a, b rashomon.Agreement) int { return cmp.Compare(a.ID, b.ID) }
	slices.SortFunc(fresh, byID)
	all := make([]rashomon.Agreement, 0, len(c.agreements)+len(fresh))
	for i := range c.agreements {
		for len(fresh) > 0 && fresh[0].ID < c.agreements[i].ID {
			all, fresh = append(all, fresh[0]), fresh[1:]
		}
		if !gone[c.agreements[i].ID] {
			all = append(all, c.agreements[i])
		}
	}
	c.agreements = append(all, fresh...)
}
