package rashomon

// A StatementKind tells how a statement gives the words of its holder.
type StatementKind string

// The kinds of statement.
const (
	StatementDirect   StatementKind = "direct"
	StatementIndirect StatementKind = "indirect"
	StatementMixed    StatementKind = "mixed"
)

var statementKinds = []StatementKind{StatementDirect, StatementIndirect, StatementMixed}

// A Statement is an attribution: what the text lays to somebody other than its author.
type Statement struct {
	Within  int           `json:"within"` // index of the statement that this one stands in, or None
	Holder  int           `json:"holder"` // index into Entities, or None where nobody is named
	Source  Span          `json:"source,omitzero"`
	Cue     Span          `json:"cue,omitzero"`
	Content []Span        `json:"content"` // in order; at least one
	Kind    StatementKind `json:"kind"`
	Act     string        `json:"act"` // assert deny accuse admit predict promise threaten demand propose ask praise condemn
	Rule    string        `json:"rule"`
}
