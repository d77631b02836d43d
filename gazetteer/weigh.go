package gazetteer

import (
	"math"

	"rashomon"
)

// What the document says for a place multiplies its weight by one and the sum of these, each times the share of the
// document that says so, that of the country by its square: a country that is the subject of a text speaks for its
// hamlets, one that is mentioned by the way does not.
const (
	countryFactor   = 30 // other places lie in its country
	provinceFactor  = 60 // other places lie in its province
	neighbourFactor = 20 // the nearest other place is not far
)

// nearby is the distance in kilometres at which a neighbour speaks for a place a third as much as one on the spot: about
// a day's movement of what reports tell of.
const nearby = 150

// neighbours is how many places before and after a place in the text are looked at as its neighbours.
const neighbours = 15

// weigh gives every option the weight that it has beside the shares of the last round.
func (r *reading) weigh() {
	r.sum()
	weights := make([][]float64, len(r.subjects))
	for i, s := range r.subjects {
		weights[i] = make([]float64, len(s.options))
		for j := range s.options {
			o := &s.options[j]
			said := r.told(s, *o)
			o.elsewhere = said.elsewhere
			context := 1 + countryFactor*said.country*said.country + provinceFactor*said.province +
				neighbourFactor*r.nearest(i, *o)
			weights[i][j] = o.prior * s.linked(*o) * context
		}
	}
	for i, s := range r.subjects {
		for j := range s.options {
			s.options[j].weight = weights[i][j]
		}
		if len(s.options) > 0 {
			s.setShares()
		}
	}
}

// sum counts how much of the document speaks for each country and province.
func (r *reading) sum() {
	r.total, r.provinces = 0, map[string]float64{}
	for country, m := range r.countries {
		r.countries[country] = mass{given: m.given}
	}
	for _, s := range r.subjects {
		for _, o := range s.options {
			m := r.countries[o.Country]
			m.told += s.mass * o.share
			r.countries[o.Country] = m
			if o.Province != "" {
				r.provinces[o.Province] += s.mass * o.share
			}
		}
		if len(s.options) > 0 {
			r.total += s.mass
		}
	}
}

// A support is which share of the rest of a document speaks for an option.
type support struct{ country, province, elsewhere float64 }

// told returns what the rest of the document says for an option of a subject.
func (r *reading) told(s *subject, o option) support {
	own, ownProvince := 0.0, 0.0
	for _, other := range s.options {
		if other.Country == o.Country {
			own += other.share * s.mass
		}
		if other.Province == o.Province {
			ownProvince += other.share * s.mass
		}
	}
	all := r.total - s.mass + 1 // one more, so that a single other place does not speak as loudly as many
	var said support
	if o.Country != "" {
		m := r.countries[o.Country]
		said.country = min(1, (m.given+max(0, m.told-own))/all)
		said.elsewhere = max(0, 1-1/all-said.country)
	}
	if o.Province != "" && o.Precision != rashomon.PrecisionProvince {
		said.province = max(0, r.provinces[o.Province]-ownProvince) / all
	}
	return said
}

// nearest tells, from 0 to 1, how near the nearest of the neighbours in the text is.
func (r *reading) nearest(i int, o option) float64 {
	nearest := 0.0
	for j := max(0, i-neighbours); j < min(len(r.subjects), i+neighbours+1); j++ {
		if j == i {
			continue
		}
		for _, other := range r.subjects[j].options {
			if other.share < 0.5 || other.Radius > nearby {
				continue
			}
			distance := o.point().distance(other.point())
			nearest = max(nearest, other.share*math.Exp(-distance/nearby))
		}
	}
	return nearest
}

// linked returns the most that is said of a place directly: that it lies in another, or that another lies in it.
func (s *subject) linked(o option) float64 {
	factor, isContradicted := 1.0, false
	for _, outer := range s.within {
		inside, outside := outer.subject.shares(o.Place)
		factor = max(factor, 1+outer.strength*inside)
		isContradicted = isContradicted || outer.strength == surely && outside > 0.5 && inside == 0
	}
	for _, inner := range s.holds {
		for _, other := range inner.subject.options {
			if o.contains(other.Place) && other.Match != MatchSpelling {
				factor = max(factor, 1+inner.strength*other.share)
			}
		}
	}
	if isContradicted && factor == 1 {
		return contradicted
	}
	return factor
}

// contradicted is what is left to a place that does not lie where it is said to: "Saratoga, New York" is not the one in
// California. It is no less, for names beside each other may be a list.
const contradicted = 0.05

// shares returns the share of the options of a subject that a place lies in, and of those with borders that it does not.
func (s *subject) shares(place Place) (inside, outside float64) {
	for _, o := range s.options {
		switch {
		case o.contains(place):
			inside += o.share
		case o.Precision == rashomon.PrecisionCountry || o.Precision == rashomon.PrecisionProvince:
			outside += o.share
		}
	}
	return inside, outside
}

// contains reports whether another place lies in this one, as far as is known.
func (p Place) contains(other Place) bool {
	const spill = 1.2 // the towns of a province that are not on the list may lie beyond those that are
	switch p.Precision {
	case rashomon.PrecisionCountry:
		return other.Country == p.Country && other.Precision != rashomon.PrecisionCountry
	case rashomon.PrecisionProvince:
		if other.Country != p.Country || other.Precision == rashomon.PrecisionProvince {
			return false
		}
		if other.Province != "" {
			return other.Province == p.Province
		}
		return p.point().distance(other.point()) <= spill*p.Radius
	case rashomon.PrecisionRegion:
		isElsewhere := p.Country != "" && other.Country != p.Country
		return !isElsewhere && other.Precision != p.Precision && p.point().distance(other.point()) <= p.Radius
	}
	return false
}
