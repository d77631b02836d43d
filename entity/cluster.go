package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rashomon"
)

// A cluster is mentions that are taken for one entity, and what they tell of it together.
type cluster struct {
	drafts []int // in the order of the text
	kind   rashomon.EntityType
	number number
	gender gender
	keys   map[string]bool
	named  bool
	full   [][]string // of a person: the names of several words, each once
	long   []string   // of an acronym in brackets: the name before it
	party  []string   // what modifies its nouns: "the Libyan rebels" are not "the Syrian rebels"
}

// clusters are the drafts of a document on their way to entities.
type clusters struct {
	*reading
	of []*cluster // of each draft
}

func newClusters(r *reading) *clusters {
	c := &clusters{reading: r}
	for i := range r.drafts {
		d := &r.drafts[i]
		one := &cluster{drafts: []int{i}, kind: d.kind, number: d.number, gender: d.gender, keys: map[string]bool{}, party: r.modifiers(d)}
		one.named = d.Kind == rashomon.MentionName
		if d.key != "" {
			one.keys[d.key] = true
		}
		if one.named && d.kind == rashomon.EntityPerson && len(d.words) > 1 {
			one.full = [][]string{d.words}
		}
		c.of = append(c.of, one)
	}
	for i := range r.drafts {
		r.drafts[i].Antecedent = rashomon.None
	}
	return c
}

// join makes one cluster of those of two drafts, unless what is known of them forbids it. The first mention of the later
// one keeps the reason.
func (c *clusters) join(i, j int, reason string) bool {
	a, b := c.of[i], c.of[j]
	if a == b || !compatible(a, b) || c.isPartOf(i, j) || c.isPartOf(j, i) {
		return false
	}
	if b.drafts[0] < a.drafts[0] {
		a, b, i, j = b, a, j, i
	}
	first := &c.drafts[b.drafts[0]]
	first.Antecedent, first.Reason = i, reason
	c.merge(a, b)
	return true
}

// isPartOf reports whether a name lies within another: "Tripoli" in "University of Tripoli".
func (c *clusters) isPartOf(i, j int) bool {
	part, whole := &c.drafts[i], &c.drafts[j]
	return part.Kind == rashomon.MentionName && whole.Kind == rashomon.MentionName &&
		whole.Span.Start <= part.Span.Start && part.Span.End <= whole.Span.End
}

// merge puts b into a.
func (c *clusters) merge(a, b *cluster) {
	for _, i := range b.drafts {
		c.of[i] = a
	}
	if !a.named && b.named || a.kind == "" {
		a.kind = b.kind
	}
	interleaved := b.drafts[0] < a.drafts[len(a.drafts)-1]
	if a.drafts = append(a.drafts, b.drafts...); interleaved {
		slices.Sort(a.drafts)
	}
	a.number, a.gender = cmp.Or(a.number, b.number), cmp.Or(a.gender, b.gender)
	for key := range b.keys {
		a.keys[key] = true
	}
	a.named = a.named || b.named
	for _, words := range b.full {
		if !slices.ContainsFunc(a.full, func(other []string) bool { return slices.Equal(other, words) }) {
			a.full = append(a.full, words)
		}
	}
	if len(a.party) == 0 {
		a.party = b.party
	}
	if len(a.long) == 0 {
		a.long = b.long
	}
}

// compatible reports whether two clusters may be one entity.
func compatible(a, b *cluster) bool {
	if !agrees(a.gender, b.gender) || !sameKind(a, b) {
		return false
	}
	if a.kind == rashomon.EntityPerson && a.number == plural || b.kind == rashomon.EntityPerson && b.number == plural {
		return false
	}
	if len(a.keys) > 0 && len(b.keys) > 0 && !sharesKey(a, b) {
		return false
	}
	return fitWords(a.party, b.party) && fitWords(a.long, b.long) && samePerson(a, b)
}

// fitWords reports whether two lists of words are the same, where both are known.
func fitWords(a, b []string) bool { return len(a) == 0 || len(b) == 0 || slices.Equal(a, b) }

// samePerson reports whether the full names of two clusters can be of one person: two members of a family, whom the text
// also calls by the family's name alone, cannot; nor can two ministers. What the data know for one person can.
func samePerson(a, b *cluster) bool {
	for _, x := range a.full {
		for _, y := range b.full {
			if !holdsInOrder(x, y) && !holdsInOrder(y, x) && !spelledAlike(x, y) && !sharesKey(a, b) {
				return false
			}
		}
	}
	return true
}

// sameKind reports whether two types may be of one entity: an organisation may be called by a noun for groups.
func sameKind(a, b *cluster) bool {
	switch {
	case a.kind == b.kind || a.kind == "" || b.kind == "":
		return true
	case a.kind == rashomon.EntityPlace || b.kind == rashomon.EntityPlace:
		return a.kind == rashomon.EntityFacility || b.kind == rashomon.EntityFacility
	}
	return isBody(a.kind) && isBody(b.kind) && !(a.named && b.named)
}

func isBody(t rashomon.EntityType) bool {
	return t == rashomon.EntityOrganization || t == rashomon.EntityGroup
}

// isParty reports whether a type is of those who do things.
func isParty(t rashomon.EntityType) bool { return t == rashomon.EntityPerson || isBody(t) }

func sharesKey(a, b *cluster) bool {
	for key := range a.keys {
		if b.keys[key] {
			return true
		}
	}
	return false
}

// entities returns what the clusters have become. A pronoun of the third person, or a relative one, that nothing was found
// for is no mention.
func (c *clusters) entities() ([]rashomon.Entity, []rashomon.Mention) {
	var entities []rashomon.Entity
	var mentions []rashomon.Mention
	number, places := map[*cluster]int{}, make([]int, len(c.drafts))
	for i, d := range c.drafts {
		own := c.of[i]
		places[i] = rashomon.None
		if len(own.drafts) == 1 && d.Kind == rashomon.MentionPronoun && !d.standsAlone() {
			continue
		}
		if _, found := number[own]; !found {
			number[own] = len(entities)
			entities = append(entities, c.entity(own))
		}
		places[i] = len(mentions)
		d.Mention.Entity = number[own]
		mentions = append(mentions, d.Mention)
	}
	for i := range mentions { // an antecedent may stand behind: a short name before the full one
		if antecedent := mentions[i].Antecedent; antecedent != rashomon.None {
			mentions[i].Antecedent = places[antecedent]
		}
	}
	return entities, mentions
}

// standsAlone reports whether a pronoun names somebody even if nobody else does: "I", "we", "he", "they".
func (d *draft) standsAlone() bool {
	return d.kind == rashomon.EntityPerson || d.person == 1 || d.role == "personal" && d.number == plural
}

// entity returns the entity that a cluster is: its type and its fullest name.
func (c *clusters) entity(own *cluster) rashomon.Entity {
	best := own.drafts[0]
	for _, i := range own.drafts[1:] {
		if c.fuller(i, best) {
			best = i
		}
	}
	d := c.drafts[best]
	entity := rashomon.Entity{
		Name: strings.Join(strings.Fields(c.doc.QuoteSpan(d.Span)), " "), Type: cmp.Or(own.kind, c.guess(own)), Rule: "clusters/" + string(d.Kind),
	}
	c.code(&entity, own, best)
	return entity
}

// guess is the type of a cluster whose pronouns alone do not tell it.
func (c *clusters) guess(own *cluster) rashomon.EntityType {
	if own.number == plural {
		return rashomon.EntityGroup
	}
	return rashomon.EntityOther
}

// fuller reports whether a draft names an entity better than another: a name before a noun before a pronoun, a country's
// name before its adjective, then the longer one, then one that is not in capitals.
func (c *clusters) fuller(i, best int) bool {
	a, b := c.drafts[i], c.drafts[best]
	if order := cmp.Compare(kindOrder(a.Mention), kindOrder(b.Mention)); order != 0 {
		return order < 0
	}
	if a.Kind != rashomon.MentionName || a.Span.Len() < b.Span.Len() {
		return false
	}
	return a.Span.Len() > b.Span.Len() || c.isInCapitals(b.Span) && !c.isInCapitals(a.Span) && slices.Equal(a.words, b.words)
}

// isInCapitals reports whether a span has no small letters, as names in head lines.
func (c *clusters) isInCapitals(s rashomon.Span) bool {
	return !strings.ContainsFunc(c.doc.QuoteSpan(s), unicode.IsLower)
}

func kindOrder(m rashomon.Mention) int {
	switch {
	case m.Kind == rashomon.MentionName && m.Rule == ruleAdjective:
		return 1
	case m.Kind == rashomon.MentionName:
		return 0
	case m.Kind == rashomon.MentionNominal:
		return 2
	}
	return 3
}
