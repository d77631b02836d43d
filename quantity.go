package rashomon

// A QuantityKind tells what sort of figure a quantity is.
type QuantityKind string

// The kinds of quantity.
const (
	QuantityCount   QuantityKind = "count"   // of persons, things or deeds: "40 killed", "dozens of tanks"
	QuantityMoney   QuantityKind = "money"   // unit: an ISO 4217 code
	QuantityMeasure QuantityKind = "measure" // of length, area, weight, speed ...; unit: its SI or common symbol, "km"
	QuantityPercent QuantityKind = "percent" // of a hundred
	QuantityAge     QuantityKind = "age"     // of a person, in years unless the unit tells otherwise
	QuantityRatio   QuantityKind = "ratio"   // so many times something else: "double", "a third"
)

var quantityKinds = []QuantityKind{QuantityCount, QuantityMoney, QuantityMeasure, QuantityPercent, QuantityAge, QuantityRatio}

// A Quantity is a figure: how many of what, between which bounds.
type Quantity struct {
	Span Span         `json:"span"` // the figure with its qualifier and unit
	Kind QuantityKind `json:"kind"`
	Low  *float64     `json:"low,omitempty"`  // nil: not bounded from below
	High *float64     `json:"high,omitempty"` // nil: not bounded from above
	// Qualifier is the hedge in the text's sense: nearly about over up_to at_least ... ; empty for none.
	Qualifier string `json:"qualifier,omitempty"`
	Unit      string `json:"unit,omitempty"` // of all kinds but counts, normalised; Low and High are in it
	Of        string `json:"of,omitempty"`   // what is counted or measured, in lemmas of the text: "strike sortie"
	Counted   Span   `json:"counted,omitzero"`
	Per       string `json:"per,omitempty"` // an ISO 8601 duration when the figure is a rate or a count over that time
	// Cumulative is true of a figure that counts all up to a moment: "since March", "in all", "so far".
	Cumulative bool `json:"cumulative,omitempty"`
	// Period is the time expression over which, or since which, it counts, as an index into Timexes, or None.
	Period int `json:"period"`
	// PartOf is the quantity that this one is a part of ("including about 7,500"), as an index into Quantities, or None.
	PartOf int    `json:"part_of"`
	Rule   string `json:"rule"`
}
