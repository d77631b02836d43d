package rashomon

// A Happening is one thing in the world that one or more accounts tell of: a cluster of events.
type Happening struct {
	ID       string // of its first event, with the letter h
	Title    string // in the words of an account
	Type     string // PLOVER, of most of its events
	Place    string // id of the party that is the place, "" where none is told
	From, To string // ISO 8601, as exactly as told; "" where no account tells it
	PartOf   string // id of the happening that this one is a part of, or ""
	Events   []Element
	Joins    []Join   // why its events are one
	Accounts []string // the documents that tell of it, sorted
	Silent   []string // the documents that could have told of it and do not, sorted
	Points   []Point
}

// A PointKind names a question on which accounts can be set side by side.
type PointKind string

// The kinds of point.
const (
	PointWhether  PointKind = "whether"  // did it happen
	PointWho      PointKind = "who"      // did it
	PointWhom     PointKind = "whom"     // was it done to
	PointFigure   PointKind = "figure"   // how many
	PointWhen     PointKind = "when"     //
	PointWhere    PointKind = "where"    //
	PointWhy      PointKind = "why"      //
	PointWhat     PointKind = "what"     // what kind of thing, by what means
	PointName     PointKind = "name"     // under what name
	PointPosition PointKind = "position" // for or against whom
	PointOutcome  PointKind = "outcome"  // what came of what was foretold
)

// PointKinds are all kinds of point, in the order in which they are shown.
var PointKinds = []PointKind{
	PointWhether, PointWho, PointWhom, PointFigure, PointWhen, PointWhere, PointWhy, PointWhat, PointName, PointPosition, PointOutcome,
}

// A Relation tells how the answers on a point stand to each other.
type Relation string

// The relations.
const (
	RelationAgree  Relation = "agree"
	RelationDiffer Relation = "differ"
	RelationDeny   Relation = "deny"   // somebody says that it is not so
	RelationSingle Relation = "single" // one root alone answers
)

// A Point is a question on a happening with the answers to it.
type Point struct {
	Kind     PointKind
	Question string
	Answers  []Answer // sorted by passage
	Relation Relation
}

// An Answer is what an account, or a holder within it, says on a point.
type Answer struct {
	Side
	Value     string   // for people: "17", "20:05", "the Regiment"
	Low, High *float64 // of a figure; nil: not bounded
	From, To  string   // of a time
	Status    Status
}

// A Side is a passage with whose word it is: the chain of holders from the author inwards, without the author. A side
// without holders is the document's own voice.
type Side struct {
	Passage
	Statement int // index into the document's statements, or None
	Holders   []string
}
