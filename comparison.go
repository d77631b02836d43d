package rashomon

import "strings"

// Links are what documents share: see package link.
type Links struct {
	Parties    []Party     // sorted by id
	Happenings []Happening // sorted by id; without points
	Echoes     []Echo      // sorted by id
}

// A Comparison is what stands between documents. All lists are sorted, differences by strength.
type Comparison struct {
	Documents   []string // ids, sorted
	Parties     []Party
	Happenings  []Happening
	Differences []Difference
	Agreements  []Agreement
	Echoes      []Echo
	Positions   []Position
	Predictions []Prediction
	Changes     []Change // by happening, question and first report
}

// A Difference is two passages that cannot both hold, or that tell the same thing in ways that do not fit.
type Difference struct {
	ID        string
	Kind      PointKind
	Happening string // id, or "" where it is on none
	A, B      Side   // A before B
	Why       string // for people, with the arithmetic where there is some
	Rule      string
	Strength  float64 // from 0 to 1
	// Scope is empty for a contradiction. Else it tells why both may hold: another day, another place, a part of the whole.
	Scope string
}

// IsContradiction reports whether a rule tells that both cannot hold.
func (d Difference) IsContradiction() bool { return d.Scope == "" && !d.IsLikely() }

// IsLikely reports whether no rule tells that both cannot hold, but signs make it likely: see compare/point and
// compare/prediction.
func (d Difference) IsLikely() bool { return strings.HasPrefix(d.Rule, LikelyRule) }

// LikelyRule is what the rules of likely differences begin with.
const LikelyRule = "contrast/"

// An Agreement is passages of different documents that say the same on a point.
type Agreement struct {
	ID        string
	Kind      PointKind
	Happening string // id, or ""
	Passages  []Side // sorted
	Roots     []string
	Why       string
	Rule      string
}

// IsLikely reports whether no rule tells that the passages say the same, but signs make it likely: see compare/point.
func (a Agreement) IsLikely() bool { return strings.HasPrefix(a.Rule, LikelyAgreementRule) }

// LikelyAgreementRule is what the rules of likely agreements begin with.
const LikelyAgreementRule = "likeness/"

// A Position is how a document stands to a party.
type Position struct {
	Document string
	Party    string // id
	Stance   int    // -1 opposes, 0 mixed, 1 supports
	Evidence []Extent
	Why      string
	Rule     string
}

// An Outcome tells what came of a prediction, as far as the documents tell.
type Outcome string

// The outcomes.
const (
	OutcomeFulfilled Outcome = "fulfilled"
	OutcomeFailed    Outcome = "failed"
	OutcomeOpen      Outcome = "open"
)

// A Prediction is a statement about the future, and what is told of its outcome.
type Prediction struct {
	Side
	Outcome Outcome
	Likely  bool   // no rule tells the outcome, but signs make it likely: see compare/prediction
	By      string // the day by which it should have come true, ISO 8601, or ""
	ToldBy  []Passage
	Why     string
	Rule    string
}
