package gazetteer

import (
	"slices"
	"strings"

	"rashomon"
)

// optionsOf returns what the words of a name may mean: as they stand, else without a type word, else without the
// direction of a part.
func (r *reading) optionsOf(span rashomon.Span, isFacility bool) []option {
	if options := r.lookup(span); len(options) > 0 {
		return options
	}
	if options := r.lookupWithin(span); len(options) > 0 {
		return options
	}
	bare, typed := r.withoutTypes(span)
	if direction, found := r.gazetteer.words.directions[r.words[bare.Start]]; found && bare.Len() > 1 {
		options := r.lookup(rashomon.Span{Start: bare.Start + 1, End: bare.End})
		for i := range options {
			options[i].part, options[i].hasPart = direction, true
		}
		return options
	}
	if !typed {
		return nil
	}
	options := r.lookup(bare)
	if kind := r.namedAfter(span, isFacility); kind != "" {
		options = slices.DeleteFunc(options, func(o option) bool {
			return o.Match == MatchSpelling || o.Match == MatchAdjective // "the Iraqi Museum"
		})
		for i := range options {
			options[i].namedAfter = kind
		}
	}
	return options
}

// namedAfter returns what a name with a type word is, where that is something else than the place that it is named after:
// a building in it ("Benghazi airport"), or a water or a mountain by it ("Manila Bay"); else "".
func (r *reading) namedAfter(span rashomon.Span, isFacility bool) rashomon.Precision {
	types := r.typesOf(span)
	switch {
	case isFacility || slices.Contains(types, rashomon.PrecisionPoint):
		return rashomon.PrecisionPoint
	case onlyRegion(types):
		return rashomon.PrecisionRegion
	}
	return ""
}

func onlyRegion(types []rashomon.Precision) bool {
	isOther := func(p rashomon.Precision) bool { return p != rashomon.PrecisionRegion }
	return len(types) > 0 && !slices.ContainsFunc(types, isOther)
}

// noTown is what is left to a town under a name that towns hardly ever have.
const noTown = 0.02

// isNoTown reports whether a name is written as those of towns are not: behind an article ("the Union", but "the Homs
// countryside"), or as short ones without a capital in front ("PA", "pa").
func (r *reading) isNoTown(span rashomon.Span) bool {
	text := r.doc.QuoteSpan(span)
	const longestCode = 3
	if len(text) <= longestCode && (strings.ToUpper(text) == text || strings.ToLower(text) == text) {
		return true
	}
	sentence := r.sentence(span)
	isModifier := false
	if span.End < sentence.End {
		next := r.doc.Tokens[span.End]
		isModifier = next.UPOS == "NOUN" || next.UPOS == "PROPN" || r.gazetteer.words.isType(r.words[span.End])
	}
	bare, _ := r.withoutTypes(span)
	hasArticle := bare.Start > sentence.Start && r.words[bare.Start-1] == "the"
	return hasArticle && !isModifier
}

func (r *reading) lookup(span rashomon.Span) []option {
	if span.Empty() {
		return nil
	}
	last := r.words[span.End-1]
	_, isDirection := r.gazetteer.words.directions[last]
	isAlone := span.Len() == 1 || span.Len() == 2 && r.words[span.Start] == "the"
	if isAlone && (isDirection || r.gazetteer.words.isType(last) || r.gazetteer.words.is(last, "common")) {
		return nil // "the Republic", "the East"
	}
	candidates := r.candidates(strings.Join(strings.Fields(r.doc.QuoteSpan(span)), " "))
	options := make([]option, len(candidates))
	for i, candidate := range candidates {
		prior := candidate.importance() * likelihood(candidate, candidates[0].Match)
		options[i] = option{Candidate: candidate, prior: prior}
	}
	return options
}

// candidates looks up a name once in a document. Short names of provinces must stand in capitals or with a point: "PA" and
// "Pa." are Pennsylvania, "de" is not Delaware.
func (r *reading) candidates(name string) []Candidate {
	found, known := r.found[name]
	if !known {
		const longest = 3
		found = r.gazetteer.Lookup(name)
		if len(name) <= longest && strings.ToUpper(name) != name && !strings.HasSuffix(name, ".") {
			found = slices.DeleteFunc(found, func(c Candidate) bool {
				return c.Match == MatchVariant && c.Precision == rashomon.PrecisionProvince
			})
		}
		r.found[name] = found
	}
	return found
}

// lookupWithin looks up a name that says itself where it lies: "Cibolo, Texas".
func (r *reading) lookupWithin(span rashomon.Span) []option {
	comma := slices.Index(r.words[span.Start:span.End], ",")
	if comma <= 0 {
		return nil
	}
	outer := r.lookup(rashomon.Span{Start: span.Start + comma + 1, End: span.End})
	inner := r.lookup(rashomon.Span{Start: span.Start, End: span.Start + comma})
	inner = slices.DeleteFunc(inner, func(o option) bool {
		return !slices.ContainsFunc(outer, func(q option) bool { return q.Match != MatchSpelling && q.contains(o.Place) })
	})
	for i := range inner {
		inner[i].prior *= surely
	}
	return inner
}

// likelihood tells how likely it is that a place is meant by a name that fits so well, when the best that fits does as
// well as that. Of the places of a like spelling, about one in three is the one that is meant where no place has the name
// itself, and few where one has.
func likelihood(c Candidate, best Match) float64 {
	switch {
	case c.Match == MatchName:
		return 1
	case c.Match != MatchSpelling:
		return 0.9
	case best == MatchSpelling:
		return 0.3 * c.Alike * c.Alike
	}
	return 0.03 * c.Alike * c.Alike
}

// withoutTypes returns the words of a name without type words and what joins them at either end: "Aleppo" for "Aleppo
// Province", "Bahr" for "the Port of Bahr".
func (r *reading) withoutTypes(span rashomon.Span) (bare rashomon.Span, typed bool) {
	isType := func(i int) bool { return r.gazetteer.words.isType(r.words[i]) }
	bare = span
	for bare.Len() > 1 && (isType(bare.End-1) || r.words[bare.End-1] == "international") {
		bare.End--
		typed = true
	}
	for bare.Len() > 1 && r.words[bare.Start] == "the" {
		bare.Start++
	}
	if bare.Len() > 2 && isType(bare.Start) && r.words[bare.Start+1] == "of" {
		bare.Start, typed = bare.Start+2, true
	}
	for bare.Len() > 1 && r.words[bare.Start] == "the" {
		bare.Start++
	}
	return bare, typed
}
