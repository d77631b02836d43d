package event

import (
	"slices"

	"rashomon"
)

// widest is how many tokens before and behind an event's word its place and time are looked for in the sentence, so that
// a sentence without end costs no more than any other.
const widest = 80

// place returns where an event was: what hangs on it, a place with a name before a market or a post; else what it was done
// to, if that is a place; else the place that is named nearest in its sentence, else the one that the text is about.
func (r *reading) place(d draft) (entity int, from rashomon.Origin) {
	spatial := inClass("at_recipient", d.typ) || inClass("at_recipient", d.mode)
	for _, find := range []func(i int) int{r.namedPlaceIn, r.placeAt} {
		for _, head := range r.tellingOf(d.head) {
			if place := r.hangingPlace(head, find); place != rashomon.None && (spatial || !slices.Contains(d.recipients, place)) {
				return place, rashomon.OriginTree
			}
		}
	}
	for _, recipient := range d.recipients {
		if spatial && r.isPlace(recipient) {
			return recipient, rashomon.OriginTree
		}
	}
	sentence := r.doc.SentenceOf(d.head)
	if place := r.nearestPlace(r.doc.Sentences[sentence].Span, d.head); place != rashomon.None {
		return place, rashomon.OriginSentence
	}
	if place := r.framePlace(sentence); place != rashomon.None {
		return place, rashomon.OriginFrame
	}
	return rashomon.None, ""
}

// tellingOf returns the words on which what is told of an event hangs: its own and, of a noun, the verb that says that it was
// or who did it: "the attack took place in Velm", "they carried out a raid in Velm".
func (r *reading) tellingOf(event int) []int {
	if verb := r.lightVerb(event); verb != rashomon.None && verb != event {
		return []int{event, verb}
	}
	if verb := r.tree.Head(event); verb != rashomon.None && r.tree.Is(event, "nsubj") && r.doc.Tokens[verb].UPOS == "VERB" && r.senseOf(verb) == nil {
		return []int{event, verb}
	}
	return []int{event}
}

// hangingPlace returns the place that hangs on a word, as find sees it, or None.
func (r *reading) hangingPlace(head int, find func(i int) int) int {
	for child := range r.tree.Dependents(head) {
		if child < head && !r.tree.Is(child, "nsubj:pass") || r.timed[child] {
			continue
		}
		if place := find(child); place != rashomon.None {
			return place
		}
	}
	return rashomon.None
}

func (r *reading) isPlace(entity int) bool {
	switch r.doc.Entities[entity].Type {
	case rashomon.EntityPlace, rashomon.EntityFacility:
		return true
	}
	return false
}

// placeAt returns the place that a token heads a mention of behind a preposition of place, or None.
func (r *reading) placeAt(i int) int {
	if entity := r.entity(i); entity != rashomon.None && r.isPlace(entity) && inClass("locative", r.marker(i)) {
		return entity
	}
	return rashomon.None
}

// namedAt returns the same of a place that is mentioned by its name.
func (r *reading) namedAt(i int) int {
	if place := r.placeAt(i); place != rashomon.None && r.doc.Mentions[r.mentions[i]].Kind == rashomon.MentionName {
		return place
	}
	return rashomon.None
}

// namedPlaceIn returns the place with a name that a phrase is at, or that it stands at: "in Velm", "at a market in Velm".
func (r *reading) namedPlaceIn(head int) int {
	if place := r.namedAt(head); place != rashomon.None {
		return place
	}
	for child := range r.tree.Dependents(head) {
		if place := r.namedAt(child); place != rashomon.None && r.tree.Is(child, "nmod") {
			return place
		}
	}
	return rashomon.None
}

// nearestPlace returns the place of a sentence that stands nearest to a token, one with a name before others.
func (r *reading) nearestPlace(sentence rashomon.Span, near int) int {
	for _, find := range []func(i int) int{r.namedAt, r.placeAt} {
		best, distance := rashomon.None, widest
		for i := max(sentence.Start, near-widest); i < min(sentence.End, near+widest); i++ {
			if away := max(i-near, near-i); away < distance {
				if place := find(i); place != rashomon.None {
					best, distance = place, away
				}
			}
		}
		if best != rashomon.None {
			return best
		}
	}
	return rashomon.None
}

// framePlace returns the place that the text is about where an event stands: one named in the sentence before, else the
// country in which most of the places lie that the text names, or None.
func (r *reading) framePlace(sentence int) int {
	at, _ := slices.BinarySearch(r.places, r.doc.Sentences[sentence].Span.Start)
	if at > 0 && r.doc.SentenceOf(r.places[at-1]) == sentence-1 {
		return r.entity(r.places[at-1])
	}
	return r.country
}

// findCountry finds the country in which most of the named places lie at which the text says that something was: the entity
// of the country, or the place there that was named first where the text does not name the country; None where no place
// is known. Of equals it is the one that was ahead first.
func (r *reading) findCountry() {
	named, place, most := map[string]int{}, map[string]int{}, ""
	for _, token := range r.places {
		entity := r.entity(token)
		location := r.doc.Entities[entity].Location
		if location == nil || location.Country == "" {
			continue
		}
		if named[location.Country]++; named[location.Country] == 1 || location.Precision == rashomon.PrecisionCountry {
			place[location.Country] = entity
		}
		if named[location.Country] > named[most] {
			most = location.Country
		}
	}
	if r.country = rashomon.None; most != "" {
		r.country = place[most]
	}
}
