package rashomon

// A Stance is how a sentence presents somebody whom it mentions, whoever voices it: in a good light or in a bad one.
// Where it does neither there is none.
type Stance struct {
	Mention     int     `json:"mention"`     // index into Mentions
	Value       int     `json:"value"`       // -1 negative, 1 positive
	Probability float64 `json:"probability"` // that it is so, above 0 and at most 1
	// Statement is the innermost statement in whose words the mention stands, as an index into Statements, or None
	// for the document's own voice.
	Statement int    `json:"statement"`
	Evidence  []Span `json:"evidence,omitempty"` // the words that weighed most, in the order of the text
	Rule      string `json:"rule"`
}

var stanceValues = []int{-1, 1}
