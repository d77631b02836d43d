package gazetteer

import (
	"cmp"
	"math"
	"slices"

	"rashomon"
)

// A subject is a PLACE or FACILITY that is to be placed, with what it may be.
type subject struct {
	entity  int
	first   int // token of its first mention
	mass    float64
	options []option
	forms   []form                      // in the order of the mentions
	spans   []rashomon.Span             // the first of each form
	counts  map[form]float64            // how often each stands there
	typed   float64                     // the mentions with a type word
	wanted  map[rashomon.Precision]bool // what type words say that it is
	isWater bool                        // a word beside it says that it is a water, a mountain or the like
	within  []link                      // what it is said to lie in
	holds   []link                      // what is said to lie in it
}

// An option is a place that a subject may be.
type option struct {
	Candidate
	// namedAfter is what is named after the place: a building in it, a water by it; "" where the place itself is meant.
	namedAfter rashomon.Precision
	part       float64 // the direction of the part of it that is meant, where hasPart
	hasPart    bool
	prior      float64
	weight     float64
	elsewhere  float64 // the share of the document that speaks for other countries
	share      float64 // of the weights of all options
}

// A link says that one subject lies in another, and how surely.
type link struct {
	subject  *subject
	strength float64
	isTyped  bool // a type word stands between them: "Darayya, a suburb of Damascus"
}

// mostMass is how many mentions count: beyond that a place does not become more certain.
const mostMass = 5

// read gathers the subjects of a document in the order of their first mentions, so that the order of the entities does
// not matter.
func (g *Gazetteer) read(doc *rashomon.Document) *reading {
	r := &reading{
		gazetteer: g, doc: doc, byEntity: make([]*subject, len(doc.Entities)), countries: map[string]mass{},
		found: map[string][]Candidate{},
	}
	r.lower()
	for i, mention := range doc.Mentions {
		entity := doc.Entities[mention.Entity]
		if entity.Type != rashomon.EntityPlace && entity.Type != rashomon.EntityFacility {
			r.giveCode(entity)
			continue
		}
		if mention.Kind != rashomon.MentionName {
			continue
		}
		s := r.byEntity[mention.Entity]
		if s == nil {
			s = &subject{
				entity: mention.Entity, first: mention.Span.Start, counts: map[form]float64{},
				wanted: map[rashomon.Precision]bool{},
			}
			r.byEntity[mention.Entity] = s
			r.subjects = append(r.subjects, s)
		}
		r.addMention(s, mention.Span)
		r.mentions[mention.Span.Start] = i
	}
	slices.SortFunc(r.subjects, func(a, b *subject) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.entity, b.entity))
	})
	for _, s := range r.subjects {
		r.addOptions(s)
		s.finish()
	}
	r.readContexts()
	r.readDetails()
	return r
}

// A form is a way in which a subject is named.
type form struct {
	text     string
	isNoTown bool
}

// addMention counts a mention by name, and what its type word says.
func (r *reading) addMention(s *subject, span rashomon.Span) {
	s.first = min(s.first, span.Start)
	s.mass++
	f := form{r.doc.QuoteSpan(span), r.isNoTown(span)}
	if s.counts[f] == 0 {
		s.forms, s.spans = append(s.forms, f), append(s.spans, span)
	}
	s.counts[f]++
	types := r.typesOf(span)
	for _, precision := range types {
		s.wanted[precision] = true
	}
	if len(types) > 0 {
		s.typed++
	}
	s.isWater = s.isWater || onlyRegion(r.typesBeside(span))
}

// addOptions adds what the forms of a subject may mean, each as often as it stands there.
func (r *reading) addOptions(s *subject) {
	isFacility := r.doc.Entities[s.entity].Type == rashomon.EntityFacility
	for i, f := range s.forms {
		for _, found := range r.optionsOf(s.spans[i], isFacility) {
			found.prior *= s.counts[f] / s.mass
			if f.isNoTown && found.Precision == rashomon.PrecisionTown && found.Match != MatchVariant {
				found.prior *= noTown
			}
			s.addOption(found)
		}
	}
}

func (s *subject) addOption(found option) {
	at := slices.IndexFunc(s.options, func(known option) bool { return known.same(found.Place) })
	if at < 0 {
		s.options = append(s.options, found)
		return
	}
	known := &s.options[at]
	sum := known.prior + found.prior
	if qualities[found.Match]*found.Alike > qualities[known.Match]*known.Alike {
		*known = found
	}
	known.prior = sum
}

// finish brings the priors of a subject into their final form: a province does not go before the town that it is named
// after, and what type words beside the name say goes before anything else, as far as they stand there.
func (s *subject) finish() {
	isTyped := slices.ContainsFunc(s.options, func(o option) bool {
		return s.wanted[o.Precision] && o.Alike >= leastAlikeType
	})
	for i := range s.options {
		if town := s.seat(s.options[i]); town > 0 {
			s.options[i].prior = min(s.options[i].prior, town/5)
		}
	}
	for i := range s.options {
		o := &s.options[i]
		switch {
		case isTyped && !s.wanted[o.Precision]:
			o.prior *= math.Pow(otherType, s.typed/s.mass)
		case !isTyped && s.isWater:
			o.prior *= noTown // "the Po river" is no town
		}
		o.weight = o.prior
	}
	s.mass = min(s.mass, mostMass)
	s.setShares()
}

// seat returns the prior of the town that a province is named after, 0 where there is none.
func (s *subject) seat(province option) float64 {
	town := 0.0
	for _, o := range s.options {
		isTown := o.Precision == rashomon.PrecisionTown && province.Precision == rashomon.PrecisionProvince
		if isTown && province.contains(o.Place) {
			town = max(town, o.prior)
		}
	}
	return town
}

// leastAlikeType is how alike the spelling of a place must be to be of the type that is wanted: three letters in four.
const leastAlikeType = 0.75

// otherType is what is left to a place that a type word beside its name speaks against: "Kyiv region" is hardly ever the
// town, which is ten times as large in the scale of importance.
const otherType = 1.0 / 300

func (s *subject) setShares() {
	total := 0.0
	for _, o := range s.options {
		total += o.weight
	}
	for i := range s.options {
		s.options[i].share = s.options[i].weight / total
	}
}
