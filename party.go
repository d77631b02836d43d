package rashomon

import "strconv"

// An Element names one element of a layer of a document from outside it: an entity, an event, a statement.
type Element struct {
	Document string // its id
	Index    int    // in its layer
}

// Less orders elements by document and then by index.
func (e Element) Less(other Element) bool {
	if e.Document != other.Document {
		return e.Document < other.Document
	}
	return e.Index < other.Index
}

// ID returns a short name (see [ShortID]) for what an element stands first in.
func (e Element) ID(letter string) string {
	return ShortID(letter, letter+e.Document+"/"+strconv.Itoa(e.Index))
}

// A Passage is a stretch of a document as named from outside it.
type Passage struct {
	Document string `json:"document"`
	Extent   Extent `json:"extent"`
}

// Less orders passages by document and then by place.
func (p Passage) Less(other Passage) bool {
	switch {
	case p.Document != other.Document:
		return p.Document < other.Document
	case p.Extent.Start != other.Extent.Start:
		return p.Extent.Start < other.Extent.Start
	}
	return p.Extent.End < other.Extent.End
}

// A Party is an entity across documents, with every spelling that it goes under. An entity that nobody else speaks of is
// a party of its own.
type Party struct {
	ID        string // of its first entity, with the letter p
	Name      string // the form that most documents use, of the fullest
	Type      EntityType
	Codes     []string
	Spellings []Spelling // sorted by form
	Entities  []Element  // sorted
	Joins     []Join     // why its entities are one, sorted; none where there is one entity
}

// A Spelling is one form of a party's name or one noun for it, with the documents that use it.
type Spelling struct {
	Form      string
	Kind      MentionKind
	Documents []string // sorted
}

// A Join tells why two elements of different documents, or two of one document, are taken for the same.
type Join struct {
	A, B   Element // A before B
	Rule   string
	Reason string  // for people: "Qaddafi is Gaddafi by its Arabic key; both LBY GOV"
	Score  float64 // from 0 to 1
}
