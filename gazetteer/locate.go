package gazetteer

import (
	"cmp"
	"math"
	"slices"

	"rashomon"
)

// Locate sets the Location of every PLACE and FACILITY of a document that it can place. One that it cannot place keeps
// none.
func (g *Gazetteer) Locate(doc *rashomon.Document) {
	r := g.read(doc)
	for range rounds {
		r.weigh()
	}
	for _, s := range r.subjects {
		doc.Entities[s.entity].Location = s.location()
	}
	for _, s := range r.subjects {
		if doc.Entities[s.entity].Location == nil {
			doc.Entities[s.entity].Location = s.container()
		}
	}
	r.locateRelatives()
}

// rounds is how often all places are weighed: once by themselves, once beside what that gave, and once more, after which
// few change (as in the iterations of Speriosu and Baldridge 2013, "Text-Driven Toponym Resolution").
const rounds = 3

// leastScore is the score below which a place is not placed: a name whose spelling is unlike, or a hamlet that nothing
// in the document speaks for.
const leastScore = 0.2

// mostAlternatives is how many other places are kept: more than four have no share worth the room.
const mostAlternatives = 4

// leastAlternative is the share below which another place is not worth telling.
const leastAlternative = 0.01

// location returns the place of the greatest share, with the others as alternatives; nil where it scores too low.
func (s *subject) location() *rashomon.Location {
	options := slices.Clone(s.options)
	slices.SortStableFunc(options, func(a, b option) int { return cmp.Compare(b.score(), a.score()) })
	if len(options) == 0 || options[0].score() < leastScore {
		return nil
	}
	location := options[0].location()
	for _, other := range options[1:] {
		if len(location.Alternatives) < mostAlternatives && other.share >= leastAlternative {
			location.Alternatives = append(location.Alternatives, other.location())
		}
	}
	return &location
}

// container returns the smallest place that an unknown one is said to lie in: "the village of Pumbo in Homs province". Its
// radius is the error.
func (s *subject) container() *rashomon.Location {
	const least = 0.5 // a container that is itself in doubt holds nothing
	var smallest *rashomon.Location
	for _, outer := range s.within {
		found := outer.subject.location()
		if found == nil || found.Score < least {
			continue
		}
		// Two towns beside each other may be a list.
		holds := outer.isTyped || found.Precision != rashomon.PrecisionTown && found.Precision != rashomon.PrecisionPoint
		if holds && (smallest == nil || found.Radius < smallest.Radius) {
			smallest = found
		}
	}
	if smallest != nil {
		smallest.Rule, smallest.Score = "gazetteer/within a place", round(smallest.Score/2, 1e3)
		smallest.GeoNames, smallest.Alternatives = 0, nil
	}
	return smallest
}

func (o option) location() rashomon.Location {
	location := o.Place.location()
	location.Score, location.Rule = o.score(), "gazetteer/"+string(o.Match)
	if o.namedAfter != "" {
		location.Precision, location.Rule, location.GeoNames = o.namedAfter, "gazetteer/named after a place", 0
	}
	if o.namedAfter == rashomon.PrecisionRegion {
		location.Radius += closeBy / 2
	}
	if o.hasPart {
		location = part(location, o.part)
	}
	return location
}

func (p Place) location() rashomon.Location {
	return rashomon.Location{
		Latitude: round(p.Latitude, 1e5), Longitude: round(p.Longitude, 1e5), Radius: round(p.Radius, 10),
		Precision: p.Precision, Name: p.Name, Country: p.Country, GeoNames: p.GeoNames,
	}
}

// round keeps so many steps of a unit: more say nothing, and need not be the same on every machine.
func round(x, steps float64) float64 { return math.Round(x*steps) / steps }

// settled is the weight at which a place is as likely as not to be meant at all, rather than something that no list
// has: of towns of some ten thousand people most names are also those of smaller ones.
const settled = 30_000

// strange is by how much more than that a place must weigh where all of the document is about other countries: a small
// place abroad is more likely something nearer that no list has.
const strange = 5

// qualities tell how much of a score a match leaves.
var qualities = map[Match]float64{MatchName: 1, MatchVariant: 0.98, MatchAdjective: 0.95, MatchSpelling: 0.7}

// score is the share of an option, less where the name fits badly or little speaks for the place.
func (o option) score() float64 {
	doubt := settled * (1 + (strange-1)*o.elsewhere)
	score := o.share * qualities[o.Match] * o.Alike * o.weight / (o.weight + doubt)
	if o.namedAfter != "" {
		score *= 0.7 // a hospital of that name need not stand there
	}
	return round(score, 1e3)
}
