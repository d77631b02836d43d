package event

import (
	"slices"

	"rashomon"
)

// widest is how many tokens before and behind an event's word its place and time are looked for in the sentence, so that
// a sentence without end costs no more than any other.
const widest = 80

// place returns where an event was: what hangs on it, else what stands nearest in its sentence, else where the text
// was last.
func (r *reading) place(d draft) (entity int, from rashomon.Origin) {
	for child := range r.tree.Dependents(d.head) {
		if (r.tree.Is(child, "obl") || r.tree.Is(child, "nmod")) && child > d.head {
			if place := r.placeIn(child); place != rashomon.None && inClass("locative", r.marker(child)) {
				return place, rashomon.OriginTree
			}
		}
	}
	for _, recipient := range d.recipients {
		if r.isPlace(recipient) {
			return recipient, rashomon.OriginTree
		}
	}
	sentence := r.doc.Sentences[r.doc.SentenceOf(d.head)].Span
	if place := r.nearestPlace(sentence, d.head); place != rashomon.None {
		return place, rashomon.OriginSentence
	}
	if place := r.lastPlace(sentence.Start); place != rashomon.None {
		return place, rashomon.OriginFrame
	}
	return rashomon.None, ""
}

func (r *reading) isPlace(entity int) bool {
	switch r.doc.Entities[entity].Type {
	case rashomon.EntityPlace, rashomon.EntityFacility:
		return true
	}
	return false
}

// placeIn returns the place that a phrase names, or None.
func (r *reading) placeIn(head int) int {
	if entity := r.entity(head); entity != rashomon.None && r.isPlace(entity) {
		return entity
	}
	for child := range r.tree.Dependents(head) {
		if entity := r.placeAt(child); entity != rashomon.None {
			return entity
		}
	}
	return rashomon.None
}

// nearestPlace returns the place of a sentence, behind a preposition of place, that stands nearest to a token.
func (r *reading) nearestPlace(sentence rashomon.Span, near int) int {
	best, distance := rashomon.None, widest
	for i := max(sentence.Start, near-widest); i < min(sentence.End, near+widest); i++ {
		if away := max(i-near, near-i); away < distance {
			if entity := r.placeAt(i); entity != rashomon.None {
				best, distance = entity, away
			}
		}
	}
	return best
}

// placeAt returns the place that a token heads a mention of behind a preposition of place, or None.
func (r *reading) placeAt(i int) int {
	if entity := r.entity(i); entity != rashomon.None && r.isPlace(entity) && inClass("locative", r.marker(i)) {
		return entity
	}
	return rashomon.None
}

// lastPlace returns the place that the text before a token was last at, or None.
func (r *reading) lastPlace(before int) int {
	at, _ := slices.BinarySearch(r.places, before)
	if at == 0 {
		return rashomon.None
	}
	return r.entity(r.places[at-1])
}
