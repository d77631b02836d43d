// Package event finds who did what to whom: the words that speak of events, what kind of event each is in the ontology
// PLOVER (package plover), who does it and to whom it is done, where, when and how many.
//
//	senses         which sense of the lexicon a word has in its place            sense.go, condition.go
//	occurrences    what happens outside the ontology                             occurrence.go, told.go
//	around words   the subject, object and other phrases of a word,              construction.go, voice.go, light.go
//	               through passives, relative clauses, control, conjunctions,
//	               light verbs
//	parties        whom a phrase names                                           party.go
//	contents       promises and refusals take in the deed that they speak of     content.go
//	again          what takes up an event told before; epithets                  recall.go, epithet.go
//	circumstances  place, time and figures                                       place.go, time.go, figure.go
//	contexts       what an event has to do with                                  context.go
//	why            the path, the line of the lexicon, the next best reading      why.go
//
// The constructions are those of English grammar on dependency trees; which words speak of events, and in which of them, is
// in data files (lexicon.go).
package event

import (
	"slices"

	"rashomon"
)

// Find returns the events of a document that has sentences, tags, trees, entities, times, figures and statements, in the
// order of the text. Whether they are so is left to factuality: all come out as actual, in the document's own voice.
func Find(doc *rashomon.Document) []rashomon.Event {
	if len(doc.Tokens) == 0 {
		return nil
	}
	r := newReading(doc)
	r.find()
	var out []rashomon.Event
	for _, d := range r.drafts {
		out = append(out, r.event(d))
	}
	return out
}

// find fills the drafts.
func (r *reading) find() {
	for i := range r.doc.Tokens {
		if d, demanded := r.demand(i); demanded {
			r.drafts = append(r.drafts, d)
		} else if s := r.senseOf(i); s != nil && s.coding.typ != "" {
			r.drafts = append(r.drafts, r.draft(i, s))
		} else if s := r.occurrence(i); s != nil {
			r.drafts = append(r.drafts, r.draft(i, s))
		}
	}
	r.dropLenders()
	r.recall()
	r.takeInContents()
	r.joinRepeats()
	r.dropEpithets()
	r.countFigures()
}

// A draft is an event on its way through the steps.
type draft struct {
	head    int // the token that heads the trigger
	trigger rashomon.Span
	sense   *sense
	typ     string
	mode    string
	rule    string

	actors, recipients []int // indexes of entities
}

// draft codes a word with a sense, with who takes part.
func (r *reading) draft(i int, s *sense) draft {
	d := draft{head: i, trigger: r.withNamingObject(r.trigger(i), i, s), sense: s, typ: s.coding.typ, mode: s.coding.mode, rule: s.rule}
	d.actors = r.partiesAt(i, s.roles.actors, asActor)
	d.recipients = r.partiesAt(i, r.recipientPlaces(i, s), asRecipient)
	r.lend(&d)
	r.concern(&d)
	if s.roles.mutual {
		d.actors = sorted(slices.Concat(d.actors, d.recipients))
		if d.recipients = d.actors; len(d.actors) == 1 { // with whom is not told
			d.recipients = nil
		}
		return d
	}
	d.actors = sorted(d.actors)
	d.recipients = without(sorted(d.recipients), d.actors)
	return d
}

// recipientPlaces returns where those may stand to whom it is done: behind the "by" of a passive stands who does it.
func (r *reading) recipientPlaces(i int, s *sense) []place {
	if r.doc.Tokens[i].UPOS != "VERB" || !r.isPassive(i) {
		return s.roles.recipients
	}
	return slices.DeleteFunc(slices.Clone(s.roles.recipients), func(p place) bool { return p == "by" })
}

func sorted(entities []int) []int {
	slices.Sort(entities)
	return slices.Compact(entities)
}

// trigger returns a word with the particle that follows it: "carried out".
func (r *reading) trigger(i int) rashomon.Span {
	span := rashomon.Span{Start: i, End: i + 1}
	if particle := r.particle(i); particle == i+1 {
		span.End++
	}
	return span
}

// farthestObject is how many tokens from such a verb the noun that names the deed still is one trigger with it.
const farthestObject = 4

// withNamingObject returns a trigger with the object of a verb that says nothing by itself, where the sense asks for that very
// word, which names the deed:
// "gave the order", "no order had been given".
func (r *reading) withNamingObject(trigger rashomon.Span, i int, s *sense) rashomon.Span {
	object := rashomon.None
	if inClass("empty_verb", r.lemma(i)) && r.doc.Tokens[i].UPOS == "VERB" {
		object = r.object(i)
	}
	if object == rashomon.None || max(i-object, object-i) > farthestObject || !s.asksFor(r.lemma(object)) {
		return trigger
	}
	return rashomon.Span{Start: min(trigger.Start, object), End: max(trigger.End, object+1)}
}

// asksFor reports whether a sense has a condition that names an object by its lemma.
func (s *sense) asksFor(lemma string) bool {
	return slices.ContainsFunc(s.conditions, func(c condition) bool {
		return !c.negated && slices.Contains(c.places, placeObject) && slices.Contains(c.tests, lemma)
	})
}

func (r *reading) event(d draft) rashomon.Event {
	out := rashomon.Event{
		Trigger: d.trigger, Type: d.typ, Mode: d.mode, Contexts: r.contexts(d),
		Actors: d.actors, Recipients: d.recipients, Quantities: r.counting[d.head],
		Status: rashomon.StatusActual, Statement: rashomon.None, Rule: d.rule,
	}
	out.Place, out.PlaceFrom = r.place(d)
	out.Time, out.TimeFrom = r.time(d)
	return out
}
