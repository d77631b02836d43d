package happening

import (
	"cmp"
	"slices"

	"rashomon"
)

// parties give parties numbers that they keep when others come, whatever ids they have then: a document whose entities are of the
// parties that they were of is compared as before.
type parties struct {
	given []rashomon.Party // the last time, sorted by id
	ids   []string         // by number
}

// id returns the id of the party of a number, or "" for None.
func (p *parties) id(number int32) string {
	if number == rashomon.None {
		return ""
	}
	return p.ids[number]
}

// exchange takes over parties, and returns those that are not what they were.
func (p *parties) exchange(now []rashomon.Party) []*rashomon.Party {
	var changed []*rashomon.Party
	before := p.given
	p.given = now
	for i := range now {
		party := &now[i]
		for len(before) > 0 && before[0].ID != party.ID && before[0].ID < party.ID {
			before = before[1:]
		}
		if len(before) == 0 || !isSame(&before[0], party) {
			changed = append(changed, party)
		}
	}
	return changed
}

// isSame reports whether a party is what it was: as a rule its entities lie where they lay.
func isSame(before, now *rashomon.Party) bool {
	return before.ID == now.ID && len(before.Entities) == len(now.Entities) && len(now.Entities) > 0 && &before.Entities[0] == &now.Entities[0]
}

// setParties takes over the parties, which are sorted by id. It marks the documents whose entities are of another party than before, by
// its number, and those of whose parties one has another id.
func (x *Index) setParties(now []rashomon.Party) {
	changed := x.parties.exchange(now)
	numbers := x.numberParties(changed)
	for i, party := range changed {
		isRenamed := x.parties.ids[numbers[i]] != party.ID
		x.parties.ids[numbers[i]] = party.ID
		for _, entity := range party.Entities {
			number, known := x.numbers[entity.Document]
			if !known {
				continue
			}
			d := x.documents[number]
			d.renamed = d.renamed || isRenamed
			if d.setParty(entity.Index, numbers[i]) {
				x.dirty[number] = true
			}
		}
	}
}

// A claim is that a party is of some entities of what had a number.
type claim struct {
	party    int // its place among those that claim one
	number   int32
	entities int
}

// numberParties returns the numbers of parties: that of which a party has most entities is its own, and what has none gets a new one. So
// few entities are of another number than before.
func (x *Index) numberParties(changed []*rashomon.Party) []int32 {
	out := slices.Repeat([]int32{rashomon.None}, len(changed))
	taken := map[int32]bool{}
	for _, c := range x.claims(changed) {
		if out[c.party] == rashomon.None && !taken[c.number] {
			out[c.party], taken[c.number] = c.number, true
		}
	}
	for i := range out {
		if out[i] == rashomon.None {
			out[i] = int32(len(x.parties.ids))
			x.parties.ids = append(x.parties.ids, "")
		}
	}
	return out
}

// claims returns the claims of parties, those to most entities first.
func (x *Index) claims(changed []*rashomon.Party) []claim {
	if len(x.parties.ids) == 0 {
		return nil
	}
	var out []claim
	for i, party := range changed {
		shared := map[int32]int{}
		for _, entity := range party.Entities {
			if number, known := x.numbers[entity.Document]; known {
				shared[x.documents[number].partyOf(entity.Index)]++
			}
		}
		delete(shared, rashomon.None)
		for number, entities := range shared {
			out = append(out, claim{i, number, entities})
		}
	}
	slices.SortFunc(out, func(a, b claim) int {
		return cmp.Or(cmp.Compare(b.entities, a.entities), cmp.Compare(a.party, b.party), cmp.Compare(a.number, b.number))
	})
	return out
}

// partyOf returns the number of the party of an entity, or None.
func (d *document) partyOf(entity int) int32 {
	if entity >= len(d.parties) {
		return rashomon.None
	}
	return d.parties[entity]
}

// setParty takes over of what party an entity is, and reports whether it was of another.
func (d *document) setParty(entity int, party int32) bool {
	d.haveEntities(entity + 1)
	changed := d.parties[entity] != party
	d.parties[entity] = party
	return changed
}

// haveEntities makes room for the parties of a number of entities.
func (d *document) haveEntities(number int) {
	if more := number - len(d.parties); more > 0 {
		d.parties = append(d.parties, slices.Repeat([]int32{rashomon.None}, more)...)
	}
}
