package entity

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/entity/code"
	"rashomon/entity/name"
)

// consistent gives a name one type throughout a document, the one that its occurrences speak for together, and adds its
// occurrences that the recogniser passed over: one sense per discourse (Gale, Church and Yarowsky 1992). Each votes for all
// types that it may have, by their shares. A single word that is the last one of a person's name is a vote for a person.
// Where the words beside it tell otherwise, they decide; beside a name within a name they speak of the whole.
func (r *reading) consistent(names []name.Name) []name.Name {
	names = append(names, r.stated(names)...)
	names = append(names, r.behindNouns(names)...)
	names = r.saints(r.vessels(r.withoutDoubtful(names)))
	names = append(names, r.again(names)...)
	votes, cues := r.detailed(), make([]rashomon.EntityType, len(names))
	for i, n := range names {
		words := folded(r.forms(r.bare(n.Span)))
		voteFor(votes, strings.Join(words, " "), n)
		if n.Type == rashomon.EntityPerson && len(words) > 1 {
			voteFor(votes, words[len(words)-1], n)
		}
		if short := r.withoutTrade(n); short.Span.Len() < n.Span.Len() {
			voteFor(votes, strings.Join(folded(r.forms(r.bare(short.Span))), " "), short)
		}
		if n.Inner {
			continue
		}
		if r.isWhere(n) {
			vote(votes, strings.Join(words, " "), rashomon.EntityPlace, whereShare)
		}
		if cues[i] = r.cue(r.bare(n.Span)); cues[i] != "" {
			vote(votes, strings.Join(words, " "), cues[i], cueShare)
		}
	}
	for i, n := range names {
		if !n.Inner && n.Rule != ruleVessel && n.Rule != ruleSaint {
			words := strings.Join(folded(r.forms(r.bare(n.Span))), " ")
			names[i].Type = cmp.Or(cues[i], elected(votes[words], n.Type))
		}
	}
	return append(names, r.placesWithin(names)...)
}

// namedAfterPlaces are the types of what places stand in the names of.
var namedAfterPlaces = []rashomon.EntityType{
	rashomon.EntityOrganization, rashomon.EntityGroup, rashomon.EntityFacility, rashomon.EntityEvent,
}

// placesWithin returns the places that the text names elsewhere and that stand in a longer name, where the recogniser saw
// none: "MINISTRY OF HEALTH OF LUSENIA".
func (r *reading) placesWithin(names []name.Name) []name.Name {
	places, within := map[string]bool{}, make([]bool, len(r.doc.Tokens))
	for _, n := range names {
		if span := r.bare(n.Span); n.Inner {
			mark(within, span)
		} else if n.Type == rashomon.EntityPlace && span.Len() == 1 && len(r.form(span.Start)) >= shortestPlace && !r.isCountry(span) {
			places[fold(r.form(span.Start))] = true
		}
	}
	var found []name.Name
	for _, n := range names {
		if n.Inner || n.Span.Len() < 2 || !slices.Contains(namedAfterPlaces, n.Type) || r.isListed(n.Span) {
			continue
		}
		for i := n.Span.Start; i < n.Span.End; i++ {
			if !within[i] && startsUpper(r.form(i)) && places[fold(r.form(i))] {
				span := rashomon.Span{Start: i, End: i + 1}
				found = append(found, name.Name{Span: span, Type: rashomon.EntityPlace, Share: 1, Rule: "name/place within", Inner: true})
			}
		}
	}
	return found
}

// isListed reports whether a name is of a party that the data know, and isCountry whether it is a country's or its adjective:
// what stands in such names is known with them.
func (r *reading) isListed(s rashomon.Span) bool {
	forms := r.forms(r.bare(s))
	_, length := code.FindEntry(forms)
	return length == len(forms)
}

func (r *reading) isCountry(s rashomon.Span) bool {
	_, length := code.FindCountry(r.forms(s))
	return length > 0
}

// shortestPlace is how many letters the name of a place has at least that is looked for in longer names.
const shortestPlace = 4

// withoutDoubtful leaves out the names that the parser alone takes for some, where the recogniser is sure of the same name
// elsewhere: they are found again, with the type that it has there.
func (r *reading) withoutDoubtful(names []name.Name) []name.Name {
	sure := map[string]bool{}
	for _, n := range names {
		if n.Rule != name.ProperRule && !n.Inner && r.isDistinctive(n.Span) {
			sure[r.doc.QuoteSpan(n.Span)] = true
		}
	}
	return slices.DeleteFunc(names, func(n name.Name) bool { return n.Rule == name.ProperRule && sure[r.doc.QuoteSpan(n.Span)] })
}

// details are the types of those whom a publication names for what it says of itself.
var details = map[rashomon.Field]rashomon.EntityType{
	rashomon.FieldAuthor: rashomon.EntityPerson, rashomon.FieldSource: rashomon.EntityOrganization,
	rashomon.FieldAgency: rashomon.EntityOrganization, rashomon.FieldPlace: rashomon.EntityPlace,
}

// detailed returns the votes of what the publication says of itself: where it was written, by whom, for whom.
func (r *reading) detailed() map[string]map[rashomon.EntityType]float64 {
	votes := map[string]map[rashomon.EntityType]float64{}
	for _, detail := range r.doc.Details {
		kind, names := details[detail.Field]
		if !names {
			continue
		}
		for _, part := range strings.Split(detail.Value, ",") {
			vote(votes, strings.Join(folded(strings.Fields(part)), " "), kind, cueShare)
		}
	}
	return votes
}

// stated returns the names by which a publication says where it was written, by whom and for whom, where the recogniser saw
// none: datelines and bylines are often in capitals.
func (r *reading) stated(names []name.Name) []name.Name {
	covered := make([]bool, len(r.doc.Tokens))
	for _, n := range names {
		mark(covered, n.Span)
	}
	var found []name.Name
	for _, detail := range r.doc.Details {
		kind, named := details[detail.Field]
		if !named || detail.Extent.Empty() {
			continue
		}
		for _, span := range r.betweenCommas(r.doc.Span(detail.Extent)) {
			if !slices.Contains(covered[span.Start:span.End], true) && startsUpper(r.form(span.Start)) {
				mark(covered, span)
				found = append(found, name.Name{Span: span, Type: kind, Share: 1, Rule: "name/" + string(detail.Field)})
			}
		}
	}
	return found
}

// betweenCommas divides a span at its commas.
func (r *reading) betweenCommas(s rashomon.Span) []rashomon.Span {
	var parts []rashomon.Span
	start := s.Start
	for i := s.Start; i <= s.End; i++ {
		if i == s.End || r.form(i) == "," {
			if start < i {
				parts = append(parts, rashomon.Span{Start: start, End: i})
			}
			start = i + 1
		}
	}
	return parts
}

// cueShare is what the words beside a name weigh against what the recogniser takes it for, whose shares are at most 1.
const cueShare = 2

// whereShare is what it weighs that a name stands behind "in", which now and then a person's does as well.
const whereShare = 1.2

// cue returns the type that the words beside a name say it has, or "": of a person after a title ("Colonel"), of a place after
// a noun for places and "of" ("the town of") or before such a noun that it modifies ("province").
func (r *reading) cue(s rashomon.Span) rashomon.EntityType {
	sentence := r.sentence(s.Start)
	before := func(end int) *code.Noun {
		noun, _ := code.FindNoun(r.forms(rashomon.Span{Start: max(sentence.Start, end-longestNoun), End: end}))
		return noun
	}
	if noun := before(s.Start); noun != nil && noun.Title && !noun.Plural && startsUpper(r.form(s.Start-1)) {
		return rashomon.EntityPerson
	}
	if of := s.Start - 1; of > sentence.Start && r.lower(of) == "of" {
		if noun := before(of); noun != nil && noun.Type == rashomon.EntityPlace && !noun.Plural {
			return rashomon.EntityPlace
		}
	}
	if next := s.End; next < sentence.End && r.tree.Is(r.tree.HeadOf(s), "compound") && r.tree.Head(r.tree.HeadOf(s)) == next {
		if noun := before(next + 1); noun != nil && noun.Type == rashomon.EntityPlace {
			return rashomon.EntityPlace
		}
	}
	return ""
}

// isWhere reports whether a name of one word that the recogniser takes for a person's tells where something is: "nine are dead
// in Velm". It is not whom somebody believes in.
func (r *reading) isWhere(n name.Name) bool {
	before := n.Span.Start - 1
	if n.Type != rashomon.EntityPerson || n.Span.Len() > 1 || before < r.sentence(n.Span.Start).Start || r.lower(before) != "in" {
		return false
	}
	head := r.tree.Head(r.tree.HeadOf(n.Span))
	return head == rashomon.None || !inSomebody()[r.lemma(head)]
}

// behindNouns returns the names of places behind nouns for places, where the recogniser saw none: "the town of Velm".
func (r *reading) behindNouns(names []name.Name) []name.Name {
	covered := make([]bool, len(r.doc.Tokens))
	for _, n := range names {
		mark(covered, n.Span)
	}
	var found []name.Name
	for of := 1; of+1 < len(r.doc.Tokens); of++ {
		span := r.properBehind(of)
		if r.lower(of) == "of" && !span.Empty() && !slices.Contains(covered[span.Start:span.End], true) && r.cue(span) == rashomon.EntityPlace {
			found = append(found, name.Name{Span: span, Type: rashomon.EntityPlace, Share: 1, Rule: "name/behind noun"})
		}
	}
	return found
}

// properBehind returns the proper nouns behind a token, within its sentence.
func (r *reading) properBehind(i int) rashomon.Span {
	end := i + 1
	for end < r.sentence(i).End && r.doc.Tokens[end].UPOS == "PROPN" && startsUpper(r.form(end)) {
		end++
	}
	return rashomon.Span{Start: i + 1, End: end}
}

func voteFor(votes map[string]map[rashomon.EntityType]float64, words string, n name.Name) {
	vote(votes, words, n.Type, n.Share)
	for _, other := range n.Others {
		if other.Type != n.Type { // a rule may have chosen it
			vote(votes, words, other.Type, other.Share)
		}
	}
}

func vote(votes map[string]map[rashomon.EntityType]float64, words string, kind rashomon.EntityType, share float64) {
	if votes[words] == nil {
		votes[words] = map[rashomon.EntityType]float64{}
	}
	votes[words][kind] += share
}

// elected returns the type with the most votes, the one at hand among equals, else the first by its letters.
func elected(votes map[rashomon.EntityType]float64, own rashomon.EntityType) rashomon.EntityType {
	best := own
	for kind, number := range votes {
		if number > votes[best] || number == votes[best] && best != own && kind < best {
			best = kind
		}
	}
	return best
}

// again finds names elsewhere in the text, in the same letters, where the recogniser saw none.
func (r *reading) again(names []name.Name) []name.Name {
	covered := make([]bool, len(r.doc.Tokens))
	known := map[string][]name.Name{} // by first word, each name once, the longest first
	seen := map[string]bool{}
	for _, n := range names {
		mark(covered, n.Span)
		if text := r.doc.QuoteSpan(n.Span); !n.Inner && !seen[text] && r.isDistinctive(n.Span) {
			seen[text] = true
			first := r.form(n.Span.Start)
			known[first] = append(known[first], n)
			if capitals := strings.ToUpper(first); n.Span.Len() > 1 && capitals != first {
				known[capitals] = append(known[capitals], n)
			}
		}
	}
	for _, n := range names {
		if short := r.shortened(n); !short.Span.Empty() && !n.Inner && !seen[r.doc.QuoteSpan(short.Span)] {
			seen[r.doc.QuoteSpan(short.Span)] = true
			first := r.form(short.Span.Start)
			known[first] = append(known[first], short)
		}
	}
	for _, group := range known {
		slices.SortStableFunc(group, func(a, b name.Name) int { return cmp.Compare(b.Span.Len(), a.Span.Len()) })
	}
	var found []name.Name
	for i := 0; i < len(r.doc.Tokens); i++ {
		for _, n := range known[r.form(i)] {
			if span := (rashomon.Span{Start: i, End: i + n.Span.Len()}); r.isAgain(span, n.Span, covered) {
				mark(covered, span)
				found = append(found, name.Name{Span: span, Type: n.Type, Share: n.Share, Rule: n.Rule + "/again"})
				break
			}
		}
	}
	return found
}

// shortened returns a name as a text says it for short, or none: a person's last word, and a company's without what it deals in.
func (r *reading) shortened(n name.Name) name.Name {
	if span := r.bare(n.Span); n.Type == rashomon.EntityPerson && span.Len() > 1 {
		n.Span = rashomon.Span{Start: span.End - 1, End: span.End}
		return n
	}
	if short := r.withoutTrade(n); short.Span.Len() < n.Span.Len() {
		return short
	}
	return name.Name{}
}

// withoutTrade returns a company's name without what it deals in, "Orlo" for "Orlo Coal", or any other name as it is.
func (r *reading) withoutTrade(n name.Name) name.Name {
	if n.Type == rashomon.EntityOrganization && n.Span.Len() > 1 && name.IsTrade(r.form(n.Span.End-1)) {
		n.Span.End--
	}
	return n
}

// isDistinctive reports whether a name's letters are no other word's: it begins with a capital, within a sentence, and is
// longer than a letter.
func (r *reading) isDistinctive(s rashomon.Span) bool {
	return startsUpper(r.form(s.Start)) && len(r.doc.QuoteSpan(s)) > 2 && (s.Len() > 1 || s.Start > r.sentence(s.Start).Start)
}

// isAgain reports whether the same words stand at another place, several of them perhaps in capitals, within one sentence and
// where nothing is a name yet. A single word must be tagged as a name.
func (r *reading) isAgain(at, name rashomon.Span, covered []bool) bool {
	if at.End > r.sentence(at.Start).End || at.Len() == 1 && r.doc.Tokens[at.Start].UPOS != "PROPN" {
		return false
	}
	for i := range at.Len() {
		form, known := r.form(at.Start+i), r.form(name.Start+i)
		if covered[at.Start+i] || form != known && (at.Len() == 1 || form != strings.ToUpper(known)) {
			return false
		}
	}
	return true
}
