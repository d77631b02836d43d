// Package digest draws from a read document what linking and comparing need of it, without its tokens and trees, so that
// ten thousand digests fit into memory where as many documents would not.
//
// Entities, statements, events, timexes, quantities and sentences keep the indexes that they have in the document. All
// extents are bytes of its text. A digest is plain data: it can be stored, and it never changes.
package digest

import "rashomon"

// A Digest is what linking and comparing need of a document.
type Digest struct {
	Document  string // id
	Name      string // of the original
	Title     string
	Source    string // the outlet, office or person that published it, or ""
	Authors   []string
	Agency    string // the news agency that is credited, or ""
	Place     string // of the dateline, or ""
	Published string // as exactly as known, or ""
	Text      string

	Sentences  []Sentence
	Entities   []Entity
	Timexes    []Timex
	Quantities []Quantity
	Statements []Statement
	Events     []Event
	Clauses    []Clause
	Labels     []Label
	Loaded     []Loaded
	Stances    []Stance

	Folded string // all but what stands above the sentences, put away: see [Digest.Fold]
}

// Quote returns the text of an extent.
func (d *Digest) Quote(e rashomon.Extent) string { return d.Text[e.Start:e.End] }

// Day returns the day of publication, or "" where it is not known to the day.
func (d *Digest) Day() string {
	const length = len("2011-07-05")
	if len(d.Published) < length {
		return ""
	}
	return d.Published[:length]
}

// A Sentence is a sentence with its content words.
type Sentence struct {
	Extent    rashomon.Extent
	Part      rashomon.PartKind // "" outside all parts
	Statement int               // whose words hold all of it, or None
	Terms     []string          // lemmas of nouns, names, verbs, adjectives and numbers, lower case, in order
}

// An Entity is an entity with its mentions.
type Entity struct {
	Name     string
	Type     rashomon.EntityType
	Codes    []string
	Listed   string             // of one with a name: the line of data that names it, "persons:Muammar Gaddafi"; "" where none does
	Location *rashomon.Location // without alternatives
	Mentions []Mention
}

// A Mention is a stretch of text that speaks of an entity.
type Mention struct {
	Extent     rashomon.Extent
	Kind       rashomon.MentionKind
	Head       string // lemma, as written in lower case
	Text       string
	Title      string // that stands with a name
	Distancing bool   // "so-called"
}

// A Timex is a time expression.
type Timex struct {
	Extent   rashomon.Extent
	Type     rashomon.TimexType
	Value    string
	Mod      string
	From, To string
	Grain    rashomon.Grain
	Anchor   rashomon.Anchor
	Sentence int
}

// A Quantity is a figure with what it stands in.
type Quantity struct {
	Extent     rashomon.Extent
	Clause     rashomon.Extent // the clause that it stands in
	Kind       rashomon.QuantityKind
	Low, High  *float64
	Qualifier  string
	Unit       string
	Of         string // what is counted, in lemmas
	Per        string
	Cumulative bool
	Period     int // index into Timexes, or None
	PartOf     int // index into Quantities, or None
	Sentence   int
	Statement  int   // whose words it is in, or None
	Events     []int // that count it
	Predicate  string
	Terms      []string // content lemmas of its clause
}

// A Statement is an attribution.
type Statement struct {
	Within     int
	Holder     int // index into Entities, or None
	HolderName string
	Source     rashomon.Extent
	Cue        rashomon.Extent
	CueLemma   string
	Content    []rashomon.Extent
	Kind       rashomon.StatementKind
	Type       rashomon.StatementType
	Act        rashomon.Act
	SourceKind rashomon.SourceKind
}

// An Event is an event with the words that speak of it.
type Event struct {
	Extent     rashomon.Extent // the trigger
	Clause     rashomon.Extent // the clause that it stands in
	Lemma      string          // of the trigger's head, with its particle
	Verbal     bool            // a verb speaks of it, not a noun
	Type       string
	Mode       string
	Contexts   []string
	Actors     []int
	Recipients []int
	Place      int
	PlaceFrom  rashomon.Origin
	Time       int
	TimeFrom   rashomon.Origin
	Quantities []int
	Status     rashomon.Status
	Statement  int
	Views      []rashomon.View
	Agency     rashomon.Agency
	Sentence   int
	Terms      []string // content lemmas of its clause, the trigger's own first
	Roles      []Role   // what hangs on the trigger's head, verb or noun
}

// A Label is how the text's own voice names a party.
type Label struct {
	Entity  int
	Extent  rashomon.Extent
	Valence int
}

// A Loaded is a loaded word.
type Loaded struct {
	Extent    rashomon.Extent
	Valence   int
	Statement int
}

// A Stance is how a sentence presents somebody.
type Stance struct {
	Entity      int
	Mention     rashomon.Extent
	Value       int // -1 in a bad light, 1 in a good one
	Probability float64
	Statement   int
}

// Chain returns the names of the holders of a statement, from the author inwards, without the author, none twice
// in a row.
func (d *Digest) Chain(statement int) []string {
	if statement == rashomon.None {
		return nil
	}
	s := d.Statements[statement]
	outer := d.Chain(s.Within)
	if len(outer) > 0 && outer[len(outer)-1] == s.HolderName {
		return outer // "he revealed that he had told her"
	}
	return append(outer, s.HolderName)
}

// Side returns a stretch of the document with whose word it is.
func (d *Digest) Side(extent rashomon.Extent, statement int) rashomon.Side {
	return rashomon.Side{
		Passage: rashomon.Passage{Document: d.Document, Extent: extent}, Statement: statement, Holders: d.Chain(statement),
	}
}
