package gazetteer

import (
	"math"
	"strings"

	"rashomon"
)

// A reading is what is known of a document while its places are weighed.
type reading struct {
	gazetteer *Gazetteer
	doc       *rashomon.Document
	words     []string   // the tokens in small letters
	mentions  []int      // of each token: the mention by name of a subject that begins there, or None
	subjects  []*subject // in the order of their first mentions
	byEntity  []*subject // nil where there is none
	countries map[string]mass
	found     map[string][]Candidate // by name, what was looked up
	provinces map[string]float64
	total     float64
}

// A mass is how much of a document speaks for a country.
type mass struct {
	given float64 // by its dateline, its source and the codes of its parties
	told  float64 // by its places, in the last round
}

func (r *reading) lower() {
	r.words = make([]string, len(r.doc.Tokens))
	r.mentions = make([]int, len(r.doc.Tokens))
	for i, token := range r.doc.Tokens {
		r.words[i] = strings.ToLower(r.doc.Quote(token.Extent))
		r.mentions[i] = rashomon.None
	}
}

// readContexts finds what stands beside the mentions by name.
func (r *reading) readContexts() {
	for _, mention := range r.doc.Mentions {
		if s := r.byEntity[mention.Entity]; s != nil && mention.Kind == rashomon.MentionName {
			r.linkAfter(s, mention.Span)
			r.linkBefore(s, mention.Span)
		}
	}
}

// typesOf returns what type words in a name and beside it say of it.
func (r *reading) typesOf(span rashomon.Span) []rashomon.Precision {
	found := r.typesBeside(span)
	bare, _ := r.withoutTypes(span)
	for i := span.Start; i < span.End; i++ {
		if i < bare.Start || i >= bare.End {
			found = append(found, r.gazetteer.words.precisions[r.words[i]]...)
		}
	}
	return found
}

// typesBeside returns what type words directly beside a name say of it: "Homs province", "the city of Homs".
func (r *reading) typesBeside(span rashomon.Span) []rashomon.Precision {
	var found []rashomon.Precision
	w := r.gazetteer.words
	sentence := r.sentence(span)
	if span.End < sentence.End {
		found = append(found, w.precisions[r.words[span.End]]...)
	}
	before := span.Start - 1
	for before >= sentence.Start && (r.words[before] == "of" || r.words[before] == "the") {
		before--
	}
	isOf := before < span.Start-1
	if before >= sentence.Start && (isOf || r.words[before] != "capital") {
		found = append(found, w.precisions[r.words[before]]...)
	}
	return found
}

func (r *reading) sentence(span rashomon.Span) rashomon.Span {
	return r.doc.Sentences[r.doc.SentenceOf(span.Start)].Span
}

// Strengths of links, as factors of the weight of a place that fits: what is named directly behind a comma or in
// brackets is hardly ever anything else, what is named in the same phrase sometimes.
const (
	surely   = 500
	probably = 50
)

// reach is how many tokens may stand between a name and the place that it is said to lie in.
const reach = 8

// linkAfter links a name to the place behind it: "Paris, Texas", "Sirte (Libya)", "Hama, a city in western Syria".
func (r *reading) linkAfter(s *subject, span rashomon.Span) {
	w, end := r.gazetteer.words, min(r.sentence(span).End, span.End+reach)
	leads, isTyped, strength := false, false, float64(surely)
	for i := span.End; i < end; i++ {
		if m := r.mentions[i]; m != rashomon.None {
			if leads {
				r.link(s, link{r.byEntity[r.doc.Mentions[m].Entity], strength, isTyped})
			}
			return
		}
		word := r.words[i]
		switch {
		case w.is(word, "inside"):
			leads = true
			if word != "," && word != "(" {
				strength = probably
			}
		case w.isType(word):
			isTyped = true
		case !w.is(word, "joiner"):
			return
		}
	}
}

// linkBefore links a name to the country before it: "the Libyan city of Tobruk", "Syria's Hama province".
func (r *reading) linkBefore(s *subject, span rashomon.Span) {
	w, start := r.gazetteer.words, max(r.sentence(span).Start, span.Start-reach)
	for i := span.Start - 1; i >= start; i-- {
		if m := r.mentions[i]; m != rashomon.None {
			r.link(s, link{r.byEntity[r.doc.Mentions[m].Entity], probably, false})
			return
		}
		word := r.words[i]
		isComma := word == "," && i == span.Start-1 // "the Libyan capital, Tripoli"
		if !isComma && !w.is(word, "joiner") && !w.isType(word) {
			return
		}
	}
}

func (r *reading) link(inner *subject, outer link) {
	if inner == outer.subject {
		return
	}
	inner.within = append(inner.within, outer)
	outer.subject.holds = append(outer.subject.holds, link{inner, outer.strength, outer.isTyped})
}

// giveCode counts the country in the code of a party: a text about Libyan rebels is about Libya.
func (r *reading) giveCode(entity rashomon.Entity) {
	const share = 0.3 // beside a place that is mentioned once
	if len(entity.Codes) > 0 {
		r.give(entity.Codes[0], share)
	}
}

func (r *reading) give(country string, share float64) {
	if _, known := r.gazetteer.lists.countries[country]; known {
		m := r.countries[country]
		m.given += share
		r.countries[country] = m
	}
}

// readDetails counts the countries of the dateline and of the source: where it was written, and "Libya Herald".
func (r *reading) readDetails() {
	const dateline, source = 2, 0.5 // beside a place that is mentioned once
	for _, detail := range r.doc.Details {
		switch detail.Field {
		case rashomon.FieldPlace:
			first, _, _ := strings.Cut(detail.Value, ",")
			r.giveBest(first, dateline)
		case rashomon.FieldSource:
			for word := range strings.FieldsSeq(detail.Value) {
				if found := r.gazetteer.Lookup(word); len(found) > 0 && found[0].Precision == rashomon.PrecisionCountry {
					r.give(found[0].Country, source)
				}
			}
		}
	}
}

// giveBest counts the country of the likeliest place of a name.
func (r *reading) giveBest(name string, share float64) {
	best, weight := "", 0.0
	found := r.gazetteer.Lookup(name)
	for _, candidate := range found {
		if w := candidate.importance() * likelihood(candidate, found[0].Match); w > weight {
			best, weight = candidate.Country, w
		}
	}
	r.give(best, math.Min(share, share*weight/(weight+settled)))
}
