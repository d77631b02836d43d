package entity

// A sieve joins clusters for one reason.
type sieve func(c *clusters)

// sieves stand in the order in which they are used, the surest first.
var sieves = []sieve{
	joinKeys,         // the data know them for names of one thing
	joinBracketed,    // "Transitional National Council (TNC)"
	joinSameNames,    // the same words
	joinAcronyms,     // "Transitional National Council" and "TNC"
	joinAppositions,  // "Haftar, the army's commander"
	joinShorterNames, // "Khalifa Haftar" and "Haftar"
	joinSpellings,    // "Gaddafi" and "Gadaffi"
	joinRelatives,    // "the rebels who fled"
	joinDescriptions, // "the rebels" again, "the group", "the council"
	joinPronouns,
}
