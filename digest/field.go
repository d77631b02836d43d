package digest

import "rashomon"

// The fields of everything in a digest are read here, in the order in which they are declared: TestDecodeEveryField fails where they
// are not.

// How many bytes each takes at least.
var (
	leastSentence  = leastSize[Sentence]()
	leastEntity    = leastSize[Entity]()
	leastMention   = leastSize[Mention]()
	leastTimex     = leastSize[Timex]()
	leastQuantity  = leastSize[Quantity]()
	leastStatement = leastSize[Statement]()
	leastEvent     = leastSize[Event]()
	leastView      = leastSize[rashomon.View]()
	leastClause    = leastSize[Clause]()
	leastRole      = leastSize[Role]()
	leastLabel     = leastSize[Label]()
	leastLoaded    = leastSize[Loaded]()
	leastStance    = leastSize[Stance]()
	leastExtent    = leastSize[rashomon.Extent]()
	leastLocation  = leastSize[rashomon.Location]()
)

func (in *decoder) digest(d *Digest) {
	*d = Digest{
		Document: in.string(), Name: in.string(), Title: in.string(), Source: in.string(), Authors: in.texts(), Agency: in.string(),
		Place: in.string(), Published: in.string(), Text: in.string(),
		Sentences:  list(in, leastSentence, (*decoder).sentence),
		Entities:   list(in, leastEntity, (*decoder).entity),
		Timexes:    list(in, leastTimex, (*decoder).timex),
		Quantities: list(in, leastQuantity, (*decoder).quantity),
		Statements: list(in, leastStatement, (*decoder).statement),
		Events:     list(in, leastEvent, (*decoder).event),
		Clauses:    list(in, leastClause, (*decoder).clause),
		Labels:     list(in, leastLabel, (*decoder).label),
		Loaded:     list(in, leastLoaded, (*decoder).loaded),
		Stances:    list(in, leastStance, (*decoder).stance),
		Folded:     in.string(),
	}
}

func (in *decoder) extent() rashomon.Extent { return rashomon.Extent{Start: in.int(), End: in.int()} }

func (in *decoder) extents() []rashomon.Extent {
	return list(in, leastExtent, func(in *decoder, e *rashomon.Extent) { *e = in.extent() })
}

func (in *decoder) ints() []int { return list(in, 1, func(in *decoder, n *int) { *n = in.int() }) }

func (in *decoder) texts() []string {
	return shared(in, &in.words, 1, func(in *decoder, text *string) { *text = in.string() })
}

func (in *decoder) hangers() []Role { return shared(in, &in.roles, leastRole, (*decoder).role) }

func (in *decoder) floatOrNil() *float64 {
	if !in.bool() {
		return nil
	}
	n := in.float()
	return &n
}

func (in *decoder) sentence(s *Sentence) {
	*s = Sentence{Extent: in.extent(), Part: rashomon.PartKind(in.string()), Statement: in.int(), Terms: in.texts()}
}

func (in *decoder) entity(e *Entity) {
	*e = Entity{
		Name: in.string(), Type: rashomon.EntityType(in.string()), Codes: in.texts(), Listed: in.string(), Location: in.locationOrNil(),
		Mentions: list(in, leastMention, (*decoder).mention),
	}
}

func (in *decoder) locationOrNil() *rashomon.Location {
	if !in.bool() {
		return nil
	}
	l := new(rashomon.Location)
	in.location(l)
	return l
}

func (in *decoder) location(l *rashomon.Location) {
	if in.depth++; in.depth > deepest {
		in.fail(errDeep)
		return
	}
	*l = rashomon.Location{
		Latitude: in.float(), Longitude: in.float(), Radius: in.float(), Precision: rashomon.Precision(in.string()), Name: in.string(),
		Country: in.string(), GeoNames: in.int(), Score: in.float(), Rule: in.string(),
		Alternatives: list(in, leastLocation, (*decoder).location),
	}
	in.depth--
}

func (in *decoder) mention(m *Mention) {
	*m = Mention{
		Extent: in.extent(), Kind: rashomon.MentionKind(in.string()), Head: in.string(), Text: in.string(), Title: in.string(),
		Distancing: in.bool(),
	}
}

func (in *decoder) timex(t *Timex) {
	*t = Timex{
		Extent: in.extent(), Type: rashomon.TimexType(in.string()), Value: in.string(), Mod: in.string(), From: in.string(), To: in.string(),
		Grain: rashomon.Grain(in.string()), Anchor: rashomon.Anchor(in.string()), Sentence: in.int(),
	}
}

func (in *decoder) quantity(q *Quantity) {
	*q = Quantity{
		Extent: in.extent(), Clause: in.extent(), Kind: rashomon.QuantityKind(in.string()), Low: in.floatOrNil(), High: in.floatOrNil(),
		Qualifier: in.string(), Unit: in.string(), Of: in.string(), Per: in.string(), Cumulative: in.bool(), Period: in.int(),
		PartOf: in.int(), Sentence: in.int(), Statement: in.int(), Events: in.ints(), Predicate: in.string(), Terms: in.texts(),
	}
}

func (in *decoder) statement(s *Statement) {
	*s = Statement{
		Within: in.int(), Holder: in.int(), HolderName: in.string(), Source: in.extent(), Cue: in.extent(), CueLemma: in.string(),
		Content: in.extents(), Kind: rashomon.StatementKind(in.string()), Type: rashomon.StatementType(in.string()),
		Act: rashomon.Act(in.string()), SourceKind: rashomon.SourceKind(in.string()),
	}
}

func (in *decoder) event(e *Event) {
	*e = Event{
		Extent: in.extent(), Clause: in.extent(), Lemma: in.string(), Verbal: in.bool(), Type: in.string(), Mode: in.string(),
		Contexts: in.texts(), Actors: in.ints(), Recipients: in.ints(), Place: in.int(), PlaceFrom: rashomon.Origin(in.string()),
		Time: in.int(), TimeFrom: rashomon.Origin(in.string()), Quantities: in.ints(), Status: rashomon.Status(in.string()),
		Statement: in.int(), Views: list(in, leastView, (*decoder).view), Agency: rashomon.Agency(in.string()), Sentence: in.int(),
		Terms: in.texts(), Roles: in.hangers(),
	}
}

func (in *decoder) view(v *rashomon.View) {
	*v = rashomon.View{Statement: in.int(), Status: rashomon.Status(in.string()), Rule: in.string()}
}

func (in *decoder) clause(c *Clause) {
	*c = Clause{
		Extent: in.extent(), Sentence: in.int(), Statement: in.int(), Predicate: in.string(), Head: in.extent(), Relation: in.string(),
		Above: in.int(), Negated: in.bool(), Passive: in.bool(), Modal: in.string(), Tense: Tense(in.string()), Perfect: in.bool(),
		Ongoing: in.bool(), Adverbs: in.texts(), Mark: in.string(), Event: in.int(), Roles: in.hangers(), Terms: in.texts(),
	}
}

func (in *decoder) role(r *Role) {
	*r = Role{
		Relation: in.string(), Preposition: in.string(), Head: in.string(), Extent: in.extent(), Entity: in.int(), Owner: in.int(),
		Quantity: in.int(), Timex: in.int(), Negated: in.bool(), Shared: in.bool(),
	}
}

func (in *decoder) label(l *Label) {
	*l = Label{Entity: in.int(), Extent: in.extent(), Valence: in.int()}
}

func (in *decoder) loaded(l *Loaded) {
	*l = Loaded{Extent: in.extent(), Valence: in.int(), Statement: in.int()}
}

func (in *decoder) stance(s *Stance) {
	*s = Stance{
		Entity: in.int(), Mention: in.extent(), Value: in.int(), Probability: in.float(), Statement: in.int(),
	}
}
