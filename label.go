package rashomon

// A Label is how the text's own voice names a party.
type Label struct {
	Entity  int    `json:"entity"` // index into Entities
	Span    Span   `json:"span"`
	Valence int    `json:"valence"` // -1 hostile, 0 neutral, 1 favourable
	Rule    string `json:"rule"`
}
