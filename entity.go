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
	// Codes are the ISO 3166-1 alpha-3 country first, then PLOVER sector codes.
	Codes    []string  `json:"codes,omitempty"`
	Location *Location `json:"location,omitempty"` // of a PLACE or FACILITY
	Rule     string    `json:"rule"`
}

// A Location is where a place lies, in degrees (WGS 84), with its number in GeoNames or 0.
type Location struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
	GeoNames  int     `json:"geonames,omitempty"`
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
	Rule   string      `json:"rule"`
}
