package rashomon

// A TimexType is a type of TimeML's TIMEX3.
type TimexType string

// The types of time expression.
const (
	TimexDate     TimexType = "DATE"
	TimexTime     TimexType = "TIME"
	TimexDuration TimexType = "DURATION"
	TimexSet      TimexType = "SET"
)

var timexTypes = []TimexType{TimexDate, TimexTime, TimexDuration, TimexSet}

// A Timex is a time expression with its TIMEX3 value and the interval that it stands for.
type Timex struct {
	Span  Span      `json:"span"`
	Type  TimexType `json:"type"`
	Value string    `json:"value,omitempty"` // TIMEX3; empty where it cannot be known
	// From and To bound the interval, as ISO 8601 days or times, To included; empty where unknown.
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
	Rule string `json:"rule"`
}
