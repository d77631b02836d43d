package point

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// Essays quarrel about what a war is, not about its hours: who stands behind those who rise, who attacks and who
// wants peace, by what names they go, what was expected. Each such quarrel is a rule that is run within a document,
// between its voices, and between two.

// quarrels finds what essays quarrel about: in one document between its voices, or between two.
func quarrels(a, b *shelf) []finding {
	same := a == b
	var backwards []finding
	if !same {
		backwards = otherTruces(b, a)
	}
	return slices.Concat(backwards,
		eachVoice(same, a.backings, b.backings, backingsDiffer), eachVoice(same, a.onslaughts, b.onslaughts,
			onslaughtsDiffer),
		eachVoice(same, a.styles, b.styles, stylesDiffer), eachVoice(same, a.headways, b.headways, headwaysDiffer),
		eachVoice(same, a.motives, b.motives, motivesDiffer), eachVoice(same, a.stands, b.stands, standsDiffer),
		otherTruces(a, b))
}

// dissents finds what one document says of what others say in it: that it is untrue, or did not come as was thought;
// and where it tells of one and of several.
func dissents(s *shelf) []finding {
	return slices.Concat(dismissals(s.tellings), unexpected(s.tellings), outlasted(s),
		eachVoice(true, s.counted, s.counted, countedDiffer), eachVoice(true, s.appointed, s.appointed, appointedDiffer))
}

// eachVoice returns what a rule finds between the claims of one document and those of another, or of another voice in
// it.
func eachVoice[T any](same bool, as, bs []T, rule func(a, b T) (finding, bool)) []finding {
	if !same {
		return eachPair(as, bs, rule)
	}
	var found []finding
	for i := range as {
		for _, b := range as[i+1:] {
			if f, finds := rule(as[i], b); finds {
				found = append(found, f)
			}
		}
	}
	return found
}

// wordsOf returns the words of a stretch of text in lower case, without signs at their ends.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), isSign)
}

// isSign reports whether a rune parts words.
func isSign(r rune) bool {
	switch r {
	case ' ', '\n', '\t', '\u00a0', ',', '.', ';', ':', '!', '?', '(', ')', '"', '“', '”', '‘', '’', '–', '—':
		return true
	}
	return false
}

// holdsAny reports whether one of some words is of a class.
func holdsAny(some []string, class string) bool {
	return slices.ContainsFunc(some, words().classes[class].Has)
}

// entityWithin returns the first entity that holds, of those that are mentioned in an extent.
func entityWithin(d *digest.Digest, e rashomon.Extent, holds func(digest.Entity) bool) int {
	for i, entity := range d.Entities {
		if holds(entity) && slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool { return e.Contains(m.Extent) }) {
			return i
		}
	}
	return rashomon.None
}
