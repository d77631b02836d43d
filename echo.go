package rashomon

// An EchoKind tells how a passage repeats another.
type EchoKind string

// The kinds of echo.
const (
	EchoReprint      EchoKind = "reprint"       // the text as a whole, edited or not
	EchoAgency       EchoKind = "agency"        // a news agency's words, with credit
	EchoQuotation    EchoKind = "quotation"     // the same words of the same holder
	EchoSharedSource EchoKind = "shared_source" // other words that go back to the same source
)

// An Echo is passages of different documents that go back to one origin, its root.
type Echo struct {
	ID       string
	Kind     EchoKind
	Passages []Passage // sorted; of two documents at least
	Root     string    // id of the document where it comes from, of those at hand
	Source   string    // the source behind it that the root names, for people: "Paulo Estin"; "" where it is the root itself
	Rule     string
	Reason   string // for people: what they share
	Score    float64
}
