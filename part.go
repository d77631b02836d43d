package rashomon

// A PartKind tells what a stretch of a publication is for.
type PartKind string

// The kinds of part.
const (
	PartHeadline    PartKind = "headline"
	PartHeading     PartKind = "heading"  // of a section
	PartByline      PartKind = "byline"   // who wrote it, for whom, when: lines of their own
	PartDateline    PartKind = "dateline" // place, day and agency in front of the first sentence
	PartBody        PartKind = "body"
	PartQuote       PartKind = "quote"       // a block quotation
	PartItem        PartKind = "item"        // of a list
	PartCaption     PartKind = "caption"     // of a picture or table
	PartBoilerplate PartKind = "boilerplate" // about the author, the outlet, how to subscribe or give
)

var partKinds = []PartKind{
	PartHeadline, PartHeading, PartByline, PartDateline, PartBody, PartQuote, PartItem, PartCaption, PartBoilerplate,
}

// A Part is a block of the text: a paragraph, a heading, a line of credit. Parts are in order and do not overlap, what
// lies between them is white space, and no sentence crosses their borders.
type Part struct {
	Extent Extent   `json:"extent"`
	Kind   PartKind `json:"kind"`
	Rule   string   `json:"rule"`
}
