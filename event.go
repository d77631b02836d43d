package rashomon

// A Status tells whether an event is so, according to whoever tells of it.
type Status string

// The statuses of an event.
const (
	StatusActual       Status = "actual"
	StatusDenied       Status = "denied"
	StatusPossible     Status = "possible"
	StatusFuture       Status = "future"
	StatusHypothetical Status = "hypothetical"
)

var statuses = []Status{StatusActual, StatusDenied, StatusPossible, StatusFuture, StatusHypothetical}

// An Event is something done by somebody to somebody, coded in PLOVER.
type Event struct {
	Trigger    Span     `json:"trigger"`
	Type       string   `json:"type"` // PLOVER: ASSAULT, AGREE ...
	Mode       string   `json:"mode,omitempty"`
	Contexts   []string `json:"contexts,omitempty"`
	Actors     []int    `json:"actors,omitempty"`     // indexes into Entities
	Recipients []int    `json:"recipients,omitempty"` // indexes into Entities
	Place      int      `json:"place"`                // index into Entities, or None
	Time       int      `json:"time"`                 // index into Timexes, or None
	Quantities []int    `json:"quantities,omitempty"` // indexes into Quantities
	Status     Status   `json:"status"`
	Statement  int      `json:"statement"` // index into Statements: whose words carry it; None for the document's own voice
	Rule       string   `json:"rule"`
}
