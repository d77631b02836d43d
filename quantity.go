package rashomon

// A Quantity is a figure: how many of what, between which bounds.
type Quantity struct {
	Span Span     `json:"span"`
	Low  *float64 `json:"low,omitempty"`  // nil: not bounded from below
	High *float64 `json:"high,omitempty"` // nil: not bounded from above
	// Qualifier is the hedge in the text's sense: nearly about over up_to at_least ... ; empty for none.
	Qualifier string `json:"qualifier,omitempty"`
	Of        string `json:"of,omitempty"`  // what is counted, or the unit
	Per       string `json:"per,omitempty"` // an ISO 8601 duration when the figure is a rate
	Rule      string `json:"rule"`
}
