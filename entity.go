package rashomon

// An EntityType tells what kind of thing an entity is.
type EntityType string

// The types of entities.
const (
	EntityPerson       EntityType = "PERSON"
	EntityOrganization EntityType = "ORGANIZATION"
	EntityGroup        EntityType = "GROUP"
	EntityPlace        EntityType = "PLACE"
	EntityFacility     EntityType = "FACILITY"
	EntityWeapon       EntityType = "WEAPON"
	EntityWork         EntityType = "WORK"
	EntityEvent        EntityType = "EVENT"
	EntityOther        EntityType = "OTHER"
)

var entityTypes = []EntityType{
	EntityPerson, EntityOrganization, EntityGroup, EntityPlace, EntityFacility, EntityWeapon, EntityWork, EntityEvent, EntityOther,
}

// An Entity is somebody or something that a document speaks of. An entity without a mention is an error.
type Entity struct {
	Name string     `json:"name"` // the fullest form in the text
	Type EntityType `json:"type"`
	// Codes are the ISO 3166-1 alpha-3 country first, then PLOVER sector codes. CodeRule names the words and the lines of
	// data that they come from.
	Codes    []string `json:"codes,omitempty"`
	CodeRule string   `json:"code_rule,omitempty"`
	Rule     string   `json:"rule"`

	// Location is filled by gazetteer and nil before, and where the place is not known.
	Location *Location `json:"location,omitempty"` // of a PLACE or FACILITY
}

// A MentionKind tells how a mention refers.
type MentionKind string

// The kinds of mention.
const (
	MentionName    MentionKind = "name"
	MentionNominal MentionKind = "nominal"
	MentionPronoun MentionKind = "pronoun"
)

var mentionKinds = []MentionKind{MentionName, MentionNominal, MentionPronoun}

// A Mention is a stretch of text that speaks of an entity.
type Mention struct {
	Span   Span        `json:"span"`
	Head   int         `json:"head"` // the token that the others depend on, within Span
	Kind   MentionKind `json:"kind"`
	Entity int         `json:"entity"` // index into Entities
	Rule   string      `json:"rule"`   // that found it

	// Antecedent is the mention, of the same entity, that this one was joined to, as an index into Mentions, or None for
	// the first; Reason tells why.
	Antecedent int    `json:"antecedent"`
	Reason     string `json:"reason,omitempty"`

	Title      Span `json:"title,omitzero"`      // the title or function that stands with a name: "Colonel", "prime minister"
	Distancing Span `json:"distancing,omitzero"` // by which the text holds the name at a distance: "so-called"
}
