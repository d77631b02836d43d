package rashomon

// A Label is how the text's own voice names a party.
type Label struct {
	Entity  int    `json:"entity"` // index into Entities
	Span    Span   `json:"span"`
	Valence int    `json:"valence"` // -1 hostile, 0 neutral, 1 favourable
	Rule    string `json:"rule"`
}

// A LoadedWord is a word or phrase by which a text takes sides, whatever it is said of: "thug", "onslaught".
type LoadedWord struct {
	Span      Span   `json:"span"`
	Valence   int    `json:"valence"`   // -1 hostile, 0 where it only sharpens, 1 favourable
	Statement int    `json:"statement"` // index into Statements: in whose words it stands; None for the document's own voice
	Rule      string `json:"rule"`
}
