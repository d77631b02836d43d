package rashomon

// An Event is something done by somebody to somebody, coded in PLOVER (package event/plover). Three steps fill it: event
// finds it and who did it to whom, where and when; factuality whether it is so, on whose word; framing how the text
// turns it.
type Event struct {
	Trigger    Span     `json:"trigger"` // the words that speak of it: "bombed", "carried out"
	Type       string   `json:"type"`    // PLOVER: ASSAULT, AGREE ...; or TypeOccurrence
	Mode       string   `json:"mode,omitempty"`
	Contexts   []string `json:"contexts,omitempty"`
	Actors     []int    `json:"actors,omitempty"`     // indexes into Entities, sorted; none where the text names none
	Recipients []int    `json:"recipients,omitempty"` // indexes into Entities, sorted
	Place      int      `json:"place"`                // index into Entities, or None
	PlaceFrom  Origin   `json:"place_from,omitempty"` // "" where there is no place, and in documents stored before there were origins
	Time       int      `json:"time"`                 // index into Timexes, or None
	TimeFrom   Origin   `json:"time_from,omitempty"`  // "" where there is no time, and in those
	Quantities []int    `json:"quantities,omitempty"` // indexes into Quantities, sorted
	Rule       string   `json:"rule"`

	// Filled by factuality.
	Status    Status `json:"status"`          // according to Statement's holder
	Statement int    `json:"statement"`       // index into Statements: whose words carry it; None for the document's own voice
	Views     []View `json:"views,omitempty"` // how others see it, in the order of their statements

	// Filled by framing.
	Agency Agency `json:"agency,omitempty"`
}

// TypeOccurrence is the type of what happens outside PLOVER: a gate is opened, a siren fails, people drown. Its modes are
// the kinds of package event. It has no code in CAMEO, so what is coded in that leaves it out.
const TypeOccurrence = "OCCURRENCE"

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

// A View is the status of an event according to another holder than the one whose words carry it: "the rebels say that
// the army shelled the town, which the army denies".
type View struct {
	Statement int    `json:"statement"` // index into Statements, or None for the document's own voice
	Status    Status `json:"status"`
	Rule      string `json:"rule"`
}

// An Origin tells how a place or time came to an event.
type Origin string

// The origins, from the surest to the least sure.
const (
	OriginTree     Origin = "tree"     // it hangs on the event in the tree
	OriginSentence Origin = "sentence" // it stands in the same sentence
	OriginFrame    Origin = "frame"    // it is what the text is about there: a place named just before, its country, the day named last
)

var origins = []Origin{"", OriginTree, OriginSentence, OriginFrame}

// An Agency tells who is made the doer of an event by the way it is told.
type Agency string

// The agencies.
const (
	AgencyActive    Agency = "active"    // "police shot three men"
	AgencyPassive   Agency = "passive"   // "three men were shot by police"
	AgencyAgentless Agency = "agentless" // "three men were shot", "three men died in a shooting"
	AgencyNominal   Agency = "nominal"   // "the shooting of three men by police"
)

var agencies = []Agency{"", AgencyActive, AgencyPassive, AgencyAgentless, AgencyNominal}
