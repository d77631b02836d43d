package figure

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A story is what two documents have in common, by which figures of both may count the same.
type story struct {
	happening int  // number of one that both figures are told of, or None
	parties   int  // that both documents name
	named     int  // of parties in the one that names fewer
	apart     int  // days between their publication; 0 where not known
	related   bool // they may tell of the same, see [ground.Ground.Related]
}

// related returns the pairs of documents whose figures may be of the same: those that may tell of the same (see
// [ground.Ground.Related]), and those that name one place, building or organisation within a few days.
func (x *Index) related(g *ground.Ground) [][2]string {
	places := make(map[string]uint64, len(g.Digests))
	for i, d := range g.Digests {
		places[d.Document] = uint64(i)
	}
	var pairs []uint64 // of places, the first in the upper half: sorted as their documents are
	for i, d := range g.Digests {
		for _, other := range g.After(d.Document) {
			pairs = append(pairs, uint64(i)<<32|places[other])
		}
	}
	for i := range g.Links.Parties {
		party := &g.Links.Parties[i]
		if len(party.Entities) < 2 {
			continue
		}
		if party.Type == rashomon.EntityPlace || party.Type == rashomon.EntityFacility ||
			party.Type == rashomon.EntityOrganization {
			for _, pair := range x.daysOf(g, party) {
				pairs = append(pairs, places[pair[0]]<<32|places[pair[1]])
			}
		}
	}
	slices.Sort(pairs)
	pairs = slices.Compact(pairs)
	out := make([][2]string, len(pairs))
	for i, pair := range pairs {
		out[i] = [2]string{g.Digests[pair>>32].Document, g.Digests[pair&math.MaxUint32].Document}
	}
	return out
}

// A meeting is the pairs of documents that name a party of some entities within a few days.
type meeting struct {
	entities []rashomon.Element
	pairs    [][2]string
}

// daysOf returns what ofDays does, as the last time where the party is of the same entities.
func (x *Index) daysOf(g *ground.Ground, party *rashomon.Party) [][2]string {
	if x.found == nil {
		return ofDays(g, *party)
	}
	known := x.meetings[party.ID]
	if len(known.entities) != len(party.Entities) || &known.entities[0] != &party.Entities[0] {
		known = meeting{party.Entities, ofDays(g, *party)}
		x.meetings[party.ID] = known
	}
	return known.pairs
}

// storyDays is within how many days two publications that name one place may be taken to speak of the same there.
const storyDays = 7

// largestStory is how many documents of a few days may name a party before it says nothing of what they are about.
const largestStory = 40

// ofDays returns the pairs of documents within a few days of each other that name a party, of each document no more
// than a story has, unless it is a country or larger.
func ofDays(g *ground.Ground, party rashomon.Party) [][2]string {
	at := map[string]int{}
	var documents []string
	for _, e := range party.Entities {
		if slices.Contains(countries(g, e.Document), e.Index) {
			return nil
		}
		if day := published(g.Head(e.Document)); day != 0 && at[e.Document] == 0 {
			at[e.Document] = day
			documents = append(documents, e.Document)
		}
	}
	slices.SortFunc(documents, func(a, b string) int { return cmp.Or(at[a]-at[b], strings.Compare(a, b)) })
	var pairs [][2]string
	for i, a := range documents {
		end := i + 1
		for end < len(documents) && at[documents[end]]-at[a] <= storyDays {
			end++
		}
		for _, b := range documents[i+1 : min(end, i+1+largestStory)] {
			pairs = append(pairs, [2]string{min(a, b), max(a, b)})
		}
	}
	return pairs
}

// countries returns the entities of a document that are countries, or larger.
func countries(g *ground.Ground, document string) []int {
	return ground.Draw(g, drawnCountries, document, func(d *digest.Digest) []int {
		var found []int
		for i := range d.Entities {
			location := d.Entities[i].Location
			if location != nil && (location.Precision == rashomon.PrecisionCountry || location.Precision == rashomon.PrecisionRegion) {
				found = append(found, i)
			}
		}
		return found
	})
}

// parties returns the parties that a document names, sorted.
func parties(g *ground.Ground, document string) []int {
	return ground.Draw(g, drawnParties, document, func(d *digest.Digest) []int {
		var out []int
		for i := range d.Entities {
			if slices.ContainsFunc(d.Entities[i].Mentions, isName) {
				if party := g.Party(document, i); party != rashomon.None {
					out = append(out, party)
				}
			}
		}
		slices.Sort(out)
		return slices.Clip(slices.Compact(out))
	})
}

// common counts what two sorted lists have in common.
func common(a, b []int) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			a, b, n = a[1:], b[1:], n+1
		}
	}
	return n
}

// sharedHappening returns the number of a happening that two answers are told of, or None.
func sharedHappening(a, b *answer) int {
	for _, i := range b.happenings {
		if i != rashomon.None && slices.Contains(a.happenings, i) {
			return i
		}
	}
	return rashomon.None
}

// happenings returns the happenings of the events that count a figure, and else of those in its sentence.
func (r *reader) happenings(q *digest.Quantity) []int {
	if len(q.Events) == 0 {
		return r.told[q.Sentence]
	}
	var out []int
	for _, event := range q.Events {
		out = append(out, r.g.Happening(r.d.Document, event))
	}
	return out
}

// sure tells how sure it is that two answers are to the same question, from 0 to 1.
func (p *pair) sure() float64 {
	sure := 0.55 + 0.05*float64(min(p.story.parties, 5))
	if p.story.happening != rashomon.None {
		sure += 0.2
	}
	if p.a.d.Is(p.b.d) || p.a.isNot(p.b) || p.b.isNot(p.a) {
		sure += 0.2
	}
	if p.a.scope.period.known() && p.b.scope.period.known() {
		sure += 0.1
	}
	if p.a.scope.alone && p.b.scope.whole || p.a.scope.whole && p.b.scope.alone {
		sure += 0.1
	}
	if p.story.parties == 0 && p.story.named >= severalParties {
		sure -= 0.25
	}
	if p.story.apart > farPublished {
		sure -= 0.1
	}
	if p.a.question != p.b.question || p.a.borrowed && p.b.borrowed {
		sure -= 0.15
	}
	return max(0, min(1, sure))
}

// severalParties is how many parties two documents must name for it to tell something that they have none in common.
const severalParties = 3

// farPublished is after how many days two publications may well speak of different things.
const farPublished = 30
