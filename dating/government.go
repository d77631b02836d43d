package dating

import (
	"slices"

	"rashomon"
)

// governments takes the government of somebody that acts now: "the Carter administration says".
func (r *reading) governments() {
	for i := range r.doc.Tokens {
		if !slices.Contains(governments, r.word(i)) || !r.actsNow(i) || r.standsWithYear(i) {
			continue
		}
		name := r.nameBefore(i)
		if name.Empty() || r.hasBefore(name, imagined) || r.hasBefore(name, formers) {
			continue
		}
		var terms []term
		for _, entry := range listed(r.doc.QuoteSpan(name)) {
			for _, t := range entry.Terms {
				if t.From != "" && slices.Contains(governing, t.Office) {
					terms = append(terms, term{t, entry.Name})
				}
			}
		}
		if len(terms) > 0 {
			r.addHolder(rashomon.Span{Start: name.Start, End: i + 1}, terms)
		}
	}
}

// nameBefore returns the proper nouns in front of a token, without a possessive ending between.
func (r *reading) nameBefore(token int) rashomon.Span {
	end := token
	if r.word(end-1) == "'s" || r.word(end-1) == "’s" {
		end--
	}
	start := end
	for start > r.sentence(token).Start && r.doc.Tokens[start-1].UPOS == "PROPN" {
		start--
	}
	return rashomon.Span{Start: start, End: end}
}

var (
	governments = []string{"government", "administration", "regime", "cabinet"}
	governing   = []string{
		"president", "prime minister", "chancellor", "premier", "taoiseach", "leader", "general secretary", "king", "emir",
		"supreme leader", "emperor", "chairman",
	}
)
