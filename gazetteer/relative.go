package gazetteer

import (
	"math"

	"rashomon"
)

// Relatives finds the places that the phrases of a document lead to from the places that it names.
type Relatives struct {
	doc    *rashomon.Document
	words  *words
	starts map[int]int // the mention by name that begins at a token
	ends   map[int]int // the one that ends before a token
}

// Relatives prepares a document. Its places have been located before, and its mentions do not change after.
func (g *Gazetteer) Relatives(doc *rashomon.Document) *Relatives {
	r := &Relatives{doc: doc, words: g.words, starts: map[int]int{}, ends: map[int]int{}}
	for i, mention := range doc.Mentions {
		if mention.Kind == rashomon.MentionName {
			r.keep(r.starts, mention.Span.Start, i)
			r.keep(r.ends, mention.Span.End, i)
		}
	}
	return r
}

// keep keeps the longest of the mentions of a token.
func (r *Relatives) keep(mentions map[int]int, token, mention int) {
	known, found := mentions[token]
	if !found || r.doc.Mentions[known].Span.Len() < r.doc.Mentions[mention].Span.Len() {
		mentions[token] = mention
	}
}

// At returns where the words around a mention of a place lead, as in "150 kilometres from Benghazi", "50 miles west of
// Benghazi", "the outskirts of Homs", "off the coast of Libya", "near Hama", "between Brega and Ajdabiya", "eastern
// Libya"; and false where they lead nowhere else than to the place. The mention is the name itself or a nominal with the
// name in its phrase ("a village 30 kilometres south of Hama").
//
// The radius of what is returned is its error, so that the place meant lies within it in most cases. It is made of these,
// added as independent errors are, by their squares:
//
//   - the radius of the place that the phrase starts from: nobody says from which of its ends;
//   - of a distance half of its last digit that is not zero, and at least a tenth;
//   - of a direction an eighth of the circle: reports know eight winds, and "west" is all between southwest and northwest.
//     At a distance d that is d times the sine of 22.5 degrees to either side.
//
// A distance without a direction leaves the middle where it was, with all of the circle in the radius. A direction
// without a distance, and "near", stand for up to 50 kilometres, about the farthest that reports say so of.
func (r *Relatives) At(mention int) (rashomon.Location, bool) {
	m := r.doc.Mentions[mention]
	p := phrase{r, r.doc.Sentences[r.doc.SentenceOf(m.Span.Start)].Span}
	if m.Kind == rashomon.MentionName {
		rel, found := p.relation(m.Span)
		return p.locate(mention, rel, found)
	}
	for token := m.Span.Start; token < min(m.Span.End+reach, p.sentence.End); token++ {
		i, found := r.starts[token]
		if !found || r.doc.Mentions[i].Entity == m.Entity {
			continue
		}
		other := r.doc.Mentions[i]
		for _, read := range []func(rashomon.Span) (relation, bool){p.before, p.behind} {
			rel, found := read(other.Span)
			isOwn := found && rel.start >= m.Span.Start && rel.start <= m.Span.End+1
			if location, found := p.locate(i, rel, isOwn); found {
				return location, true
			}
		}
	}
	return rashomon.Location{}, false
}

// locateRelatives places what has no name of its own, by the phrases in which it is mentioned: "the outskirts of Homs",
// "a hospital in Homs". All phrases start from places that have a name.
func (r *reading) locateRelatives() {
	found := map[int]rashomon.Location{}
	relatives := r.gazetteer.Relatives(r.doc)
	for i, mention := range r.doc.Mentions {
		entity := r.doc.Entities[mention.Entity]
		isPlace := entity.Type == rashomon.EntityPlace || entity.Type == rashomon.EntityFacility
		if _, done := found[mention.Entity]; done || !isPlace || entity.Location != nil {
			continue
		}
		location, known := relatives.At(i)
		if !known && entity.Type == rashomon.EntityFacility {
			location, known = r.facilityIn(mention.Span)
		}
		if known {
			found[mention.Entity] = location
		}
	}
	for entity, location := range found {
		r.doc.Entities[entity].Location = &location
	}
}

// facilityIn returns the place that a building is said to stand in: "a hospital in Homs".
func (r *reading) facilityIn(span rashomon.Span) (rashomon.Location, bool) {
	for i := span.Start + 1; i < min(span.End+3, r.sentence(span).End); i++ {
		m := r.mentions[i]
		if m == rashomon.None || !r.isInside(i-1) {
			continue
		}
		from := r.doc.Entities[r.doc.Mentions[m].Entity].Location
		if from == nil {
			return rashomon.Location{}, false
		}
		inside := *from
		inside.Rule, inside.Alternatives = "gazetteer/facility in a place", nil
		if from.Precision == rashomon.PrecisionTown {
			inside.Precision = rashomon.PrecisionPoint
		}
		return inside, true
	}
	return rashomon.Location{}, false
}

// isInside reports whether a token leads into a place, over an article and a type word: "in the city of".
func (r *reading) isInside(i int) bool {
	for i > 0 && (r.words[i] == "the" || r.words[i] == "of" || r.gazetteer.words.isType(r.words[i])) {
		i--
	}
	return r.gazetteer.words.is(r.words[i], "inside")
}

// closeBy is the distance in kilometres for which "near" and a direction alone stand.
const closeBy = 50

// winds is half the angle, in degrees, that a direction stands for.
const winds = 22.5

// locate returns where a relation leads from the place of a mention.
func (p phrase) locate(mention int, rel relation, found bool) (rashomon.Location, bool) {
	from := p.doc.Entities[p.doc.Mentions[mention].Entity].Location
	if !found || from == nil {
		return rashomon.Location{}, false
	}
	isVast := from.Precision == rashomon.PrecisionCountry || from.Precision == rashomon.PrecisionRegion
	if isVast && rel.kind == relationNear {
		return rashomon.Location{}, false // "outside Iraq" is anywhere
	}
	to := *from
	to.Rule, to.Alternatives, to.GeoNames = "gazetteer/relative: "+string(rel.kind), nil, 0
	switch rel.kind {
	case relationDistance:
		to = away(to, rel)
	case relationDirection:
		to = beyond(to, rel)
	case relationPart:
		to = part(to, rel.direction)
		to.Rule = "gazetteer/relative: " + string(rel.kind)
	case relationNear:
		to.Radius += closeBy / 2
	case relationOutskirts:
		to.Radius += max(2, to.Radius/2)
	case relationCoast:
		to.Radius += closeBy / 2
	case relationSea:
		to.Radius, to.Precision = to.Radius+2*closeBy, rashomon.PrecisionRegion
	case relationMiddle:
		to.Radius /= 2
	case relationBetween, relationBorder:
		return p.between(to, rel)
	}
	to.Radius = round(to.Radius, 10)
	return to, true
}

// away moves a place by a distance, in a direction if one is given.
func away(to rashomon.Location, rel relation) rashomon.Location {
	to.Precision = rashomon.PrecisionPoint
	if !rel.hasDirection {
		to.Radius += rel.distance + rel.spread
		return to
	}
	sideways := rel.distance * math.Sin(radians(winds))
	to.Radius = math.Hypot(math.Hypot(to.Radius, rel.spread), sideways)
	return moved(to, rel.distance, rel.direction)
}

// beyond moves a place to its outside in a direction.
func beyond(to rashomon.Location, rel relation) rashomon.Location {
	distance := to.Radius + closeBy/2
	to.Radius = math.Hypot(closeBy/2, distance*math.Sin(radians(winds)))
	if to.Precision == rashomon.PrecisionTown {
		to.Precision = rashomon.PrecisionDistrict
	}
	return moved(to, distance, rel.direction)
}

// part narrows a place down to the part of it that lies in a direction: a circle of six tenths of its radius that
// touches its edge.
func part(to rashomon.Location, direction float64) rashomon.Location {
	const share = 0.6
	distance := to.Radius * (1 - share)
	to.Radius = round(to.Radius*share, 10)
	if to.Precision == rashomon.PrecisionCountry {
		to.Precision = rashomon.PrecisionRegion // without borders
	}
	to.Rule, to.GeoNames = "gazetteer/part", 0
	return moved(to, distance, direction)
}

func moved(to rashomon.Location, distance, direction float64) rashomon.Location {
	at := point{to.Latitude, to.Longitude}.move(distance, direction)
	to.Latitude, to.Longitude = round(at.latitude, 1e5), round(at.longitude, 1e5)
	return to
}

// between returns the place between two others, or on the border of two: on the line between their middles, between
// their edges where it crosses these. The radius reaches both.
func (p phrase) between(to rashomon.Location, rel relation) (rashomon.Location, bool) {
	if rel.other == rashomon.None {
		return to, true
	}
	other := p.doc.Entities[p.doc.Mentions[rel.other].Entity].Location
	if other == nil {
		return rashomon.Location{}, false
	}
	a, b := point{to.Latitude, to.Longitude}, point{other.Latitude, other.Longitude}
	distance := a.distance(b)
	along := distance / 2
	if rel.kind == relationBorder && to.Radius+other.Radius > 0 {
		along = distance * to.Radius / (to.Radius + other.Radius)
	}
	to = moved(to, along, a.towards(b))
	to.Radius = round(max(distance/2, min(to.Radius, other.Radius)), 10)
	to.Name += " - " + other.Name
	to.Score = min(to.Score, other.Score)
	if to.Country != other.Country {
		to.Country = ""
	}
	if to.Precision == rashomon.PrecisionCountry {
		to.Precision = rashomon.PrecisionRegion
	}
	return to, true
}
