package entity

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/entity/code"
	"rashomon/entity/name"
)

// joinDescriptions joins nouns that take up what was mentioned before: "the rebels" again, "the council" for a council
// named before, "the group" for any, "the minister" for who was called so.
func joinDescriptions(c *clusters) {
	s := &spoken{clusters: c, of: map[string][]int{}, body: rashomon.None, place: rashomon.None, country: rashomon.None}
	for i := range c.drafts {
		if d := &c.drafts[i]; d.Kind == rashomon.MentionNominal && d.definite {
			s.take(i)
		}
		s.remember(i)
	}
}

// spoken is what was mentioned so far.
type spoken struct {
	*clusters
	of                   map[string][]int // by lemma, last word of a name or title: the mentions, each cluster's latest
	body, place, country int              // the latest organisation or group, place, and country, that was named
}

// mostSpoken is how many clusters are looked at for one noun, the latest ones.
const mostSpoken = 6

func (s *spoken) remember(i int) {
	d := &s.drafts[i]
	switch d.Kind {
	case rashomon.MentionNominal:
		s.add(d.lemma, i)
		s.addKind(d, i)
	case rashomon.MentionName:
		if len(d.words) > 0 {
			s.add(d.words[len(d.words)-1], i)
		}
		s.addKind(d, i)
		for at := d.Title.Start; at < d.Title.End; at++ {
			s.add(fold(s.form(at)), i)
		}
		switch {
		case isBody(d.kind):
			s.body = i
		case d.kind == rashomon.EntityPlace && strings.HasPrefix(d.key, countryPrefix):
			s.country = i
		case d.kind == rashomon.EntityPlace:
			s.place = i
		}
	}
}

func (s *spoken) addKind(d *draft, i int) {
	if kind := s.kindOf(d); kind != "" {
		s.add(kindPrefix+kind, i)
	}
}

// kindPrefix marks what is of a kind among what is spoken of by words.
const kindPrefix = "kind "

func (s *spoken) add(word string, i int) {
	others := slices.DeleteFunc(s.of[word], func(j int) bool { return s.clusters.of[j] == s.clusters.of[i] })
	if len(others) == mostSpoken {
		others = slices.Delete(others, 0, 1)
	}
	s.of[word] = append(others, i)
}

// take joins one definite noun phrase to the latest mention with its noun that it fits, else to the latest organisation,
// group or place if it is a noun that takes up any.
func (s *spoken) take(i int) {
	d := &s.drafts[i]
	candidates := s.of[d.lemma]
	for n := len(candidates) - 1; n >= 0; n-- {
		if j := candidates[n]; s.takesUp(i, j) && s.join(j, i, "the same noun") {
			return
		}
	}
	if s.takeKind(i) {
		return
	}
	switch {
	case d.Span.Len() > 2 || d.number == plural: // with words of its own it says what it means
	case takingUp()[d.lemma] && s.isFree(i, s.body) && s.mayBeCalled(s.body, d):
		s.join(s.body, i, "takes up the organisation or group named before")
	case takingUpCountries()[d.lemma] && s.isFree(i, s.country):
		s.join(s.country, i, "takes up the country named before")
	case takingUpPlaces()[d.lemma] && s.isFree(i, s.place):
		s.join(s.place, i, "takes up the place named before")
	}
}

// takeKind joins one definite noun phrase to what another noun of its kind spoke of, if that is one alone.
func (s *spoken) takeKind(i int) bool {
	d := &s.drafts[i]
	kind := s.kindOf(d)
	if kind == "" || len(d.adjectives) > 0 {
		return false
	}
	found := rashomon.None
	for _, j := range s.of[kindPrefix+kind] {
		if !s.takesUp(i, j) || !compatible(s.clusters.of[i], s.clusters.of[j]) {
			continue
		}
		if found != rashomon.None && s.clusters.of[found] != s.clusters.of[j] {
			return false
		}
		found = j
	}
	return found != rashomon.None && s.join(found, i, "another noun for one of its kind")
}

// mayBeCalled reports whether the name of an organisation does not say that it is of another kind than a noun: a company is
// no union, and a ministry no company.
func (s *spoken) mayBeCalled(j int, d *draft) bool {
	other := &s.drafts[j]
	// Whoever writes is no army that they write of.
	if s.isOutlet(other) && !anyBody()[d.lemma] && d.lemma != "agency" && !slices.Contains(other.words, d.lemma) {
		return false
	}
	if anyBody()[d.lemma] || len(other.words) < 2 {
		return true
	}
	if s.kindOf(other) != "" {
		return s.kindOf(other) == s.kindOf(d)
	}
	if name.EndsWatch(capitalized(other.words[len(other.words)-1])) {
		return false
	}
	noun, _ := code.FindNoun(beforeLink(other.words))
	return noun == nil || !isBody(noun.Type) || noun.Singular == d.lemma
}

// isOutlet reports whether a name is that of the agency or the outlet that a text is from.
func (s *spoken) isOutlet(d *draft) bool {
	return strings.HasPrefix(d.Rule, "name/agency") || s.isByline(d)
}

// isByline reports whether a name stands where a publication says of itself whose it is.
func (s *spoken) isByline(d *draft) bool {
	part := s.doc.PartOf(s.doc.Tokens[d.Head].Extent.Start)
	return part != rashomon.None && s.doc.Parts[part].Kind == rashomon.PartByline
}

// takesUp reports whether a noun phrase may take up another mention with its noun: it says nothing new of it.
func (s *spoken) takesUp(i, j int) bool {
	d, other := &s.drafts[i], &s.drafts[j]
	if other.negated || !agrees(other.number, d.number) || s.within(i, j) {
		return false
	}
	for _, adjective := range d.adjectives {
		if other.Kind == rashomon.MentionNominal && !slices.Contains(other.adjectives, adjective) {
			return false
		}
	}
	return true
}

// isFree reports whether a noun that takes up anything may mean a mention: it is near, and neither stands in the other.
func (s *spoken) isFree(i, j int) bool { return j != rashomon.None && s.near(j, i) && !s.within(i, j) }

// within reports whether one mention stands inside another: "the council's members" are not the council.
func (c *clusters) within(i, j int) bool {
	a, b := c.drafts[i].Span, c.drafts[j].Span
	return a.Start <= b.Start && b.End <= a.End || b.Start <= a.Start && a.End <= b.End
}

// reach is how many sentences back a pronoun, or a noun that takes up anything, may reach. Most antecedents stand in the
// same sentence or the one before (Hobbs 1978, "Resolving pronoun references").
const reach = 3

func (c *clusters) near(j, i int) bool {
	return c.doc.SentenceOf(c.drafts[i].Head)-c.doc.SentenceOf(c.drafts[j].Head) <= reach
}
