package silence

import (
	"slices"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A telling is a happening with the words of those who tell of it.
type telling struct {
	rashomon.Happening
	kinds               map[string]bool // types with their modes
	families            map[string]bool // see [lexicon.family]
	calamity            bool
	victims             []int           // named persons to whom it was done, as parties, sorted
	terms               map[string]bool // content words of the clauses
	triggers            map[string]bool // lemmas
	nouns, doers        tellers         // that stand with them, as what it is done to and as who does it
	weight              weight
	told                bool   // somebody tells it as a fact, or denies it
	main                bool   // and not in passing
	somebody, something bool   // it is told of whom or of what, by more than a pronoun
	began, ended        string // the first and last day that is told with it
	known               string // the first day on which somebody told it as a fact, or ""
	sides               []rashomon.Passage
}

// told gathers how a happening is told.
func (s *Silences) told(happening rashomon.Happening) *telling {
	h := &telling{Happening: happening, kinds: map[string]bool{}, families: map[string]bool{}, terms: map[string]bool{},
		triggers: map[string]bool{}, nouns: tellers{}, doers: tellers{}}
	for _, element := range happening.Events {
		d, event := s.g.Event(element)
		h.kinds[kind(event)], h.families[known().family(event)] = true, true
		for _, term := range event.Terms {
			h.terms[term] = true
		}
		h.triggers[event.Lemma] = true
		h.sides = append(h.sides, rashomon.Passage{Document: element.Document, Extent: event.Clause})
		if day := s.account(element.Document).day; event.Status == rashomon.StatusActual && day != "" && (h.known == "" || day < h.known) {
			h.known = day
		}
		h.weigh(d, event, slices.Contains(s.account(element.Document).passing, element.Index))
		if event.Mode != forecast {
			h.addDays(told(d, event))
		}
		h.addNouns(d, event)
		h.addVictims(s.g, d, event)
	}
	h.victims = set(h.victims)
	if len(h.nouns) == 0 {
		h.nouns = h.doers
	}
	return h
}

// forecast is the mode of what is told before it happens.
const forecast = "forecast"

// deed is the mode of what is of no particular kind: two such events need not be like each other in anything.
const deed = "deed"

// addVictims adds the named persons to whom an event was done, or whose it was done to.
func (h *telling) addVictims(g *ground.Ground, d *digest.Digest, event *digest.Event) {
	h.calamity = h.calamity || known().family(event) == calamity
	for _, role := range event.Roles {
		for _, entity := range []int{role.Entity, role.Owner} {
			isDoer := role.Relation == "nsubj" && entity == role.Entity
			if entity == rashomon.None || isDoer || d.Entities[entity].Type != rashomon.EntityPerson {
				continue
			}
			if party := g.Party(d.Document, entity); party != rashomon.None && named(d.Entities[entity]) {
				h.victims = append(h.victims, party)
			}
		}
	}
}

// weigh takes one event of a happening into account, which may be told in passing.
func (h *telling) weigh(d *digest.Digest, event *digest.Event, inPassing bool) {
	if event.Status != rashomon.StatusActual && event.Status != rashomon.StatusDenied {
		return
	}
	h.told, h.main = true, h.main || !inPassing
	if w := known().weight(event); w == weightHeavy || h.weight == weightNone {
		h.weight = w
	}
	for _, r := range event.Roles {
		h.somebody = h.somebody || r.Entity != rashomon.None && described(d.Entities[r.Entity])
		h.something = h.something || slices.Contains(event.Terms, r.Head)
	}
}

// named reports whether an account calls an entity by a name.
func named(e digest.Entity) bool {
	return slices.ContainsFunc(e.Mentions, func(m digest.Mention) bool { return m.Kind == rashomon.MentionName })
}

// described reports whether an account tells who or what an entity is, by a name or a noun.
func described(e digest.Entity) bool {
	return slices.ContainsFunc(e.Mentions, func(m digest.Mention) bool { return m.Kind != rashomon.MentionPronoun })
}

// hasBegun reports whether a happening had begun on a day: by the days that are told with it, or because it was told as a fact by
// then, whatever day a later account seems to tell.
func (h *telling) hasBegun(day string) bool {
	return day >= h.began || h.known != "" && day >= h.known
}

func (h *telling) addDays(from, to string) {
	if from != "" && (h.began == "" || from < h.began) {
		h.began = from
	}
	h.ended = max(h.ended, to)
}

// addNouns adds the nouns that stand with a trigger. Who did it is none where it was done to something, nor is a person with a name
// who did it: whoever tells of the story may speak of him.
func (h *telling) addNouns(d *digest.Digest, event *digest.Event) {
	for _, role := range event.Roles {
		if role.Head == "" || role.Shared || !core(role) || role.Timex != rashomon.None {
			continue
		}
		isDoer := role.Relation == "nsubj" && role.Entity != rashomon.None && event.Verbal
		switch {
		case !isDoer:
			h.nouns.add(role.Head, d.Document)
		case d.Entities[role.Entity].Type != rashomon.EntityPerson || !named(d.Entities[role.Entity]):
			h.doers.add(role.Head, d.Document)
		}
	}
}

// tellers are the accounts that have each of some words.
type tellers map[string]map[string]bool

func (t tellers) add(word, document string) {
	if t[word] == nil {
		t[word] = map[string]bool{}
	}
	t[word][document] = true
}

// isTold reports whether an account that has a noun may tell of the happening: half of those that tell of it have it too.
func (h *telling) isTold(noun string) bool {
	return 2*len(h.nouns[noun]) >= len(h.Accounts) && !known().words.Has("common", noun)
}

// core reports whether something is what a deed is done by or to, and no circumstance: "on the order of the minister".
func core(role digest.Role) bool {
	return role.Relation != "obl" && role.Relation != "nmod" || role.Preposition == "by" || role.Preposition == "of"
}

// weighs reports whether an account may be held to its silence on a happening: it is told as a fact, and it is of a
// kind that weighs much and tells of somebody, not in passing, or two tell it that have not heard it of each other; what
// weighs nothing by its kind is not to be told in passing alone.
func (s *Silences) weighs(h *telling) bool {
	switch {
	case !h.told:
		return false
	case h.weight == weightHeavy && h.somebody && h.main:
		return true
	case h.weight == weightNone && !h.main:
		return false
	}
	return (h.somebody || h.something) && len(s.g.Roots(h.sides)) > 1
}

// isLike reports whether an event of a document may be the happening: it is of no other time and either of the same
// kind, if that weighs much, or of the same family with a word in common.
func (h *telling) isLike(d *digest.Digest, event *digest.Event) bool {
	isAnyDeed := event.Mode == deed && (!h.triggers[event.Lemma] || known().words.Has("common", event.Lemma))
	if !h.families[known().family(event)] || h.atOtherTime(d, event) || isAnyDeed {
		return false
	}
	return h.kinds[kind(event)] && known().weight(event) == weightHeavy ||
		slices.ContainsFunc(event.Terms, func(term string) bool { return h.terms[term] })
}

// isLikeInWords reports whether an event that others tell too may be the happening all the same: it is like it, and told by a
// word that says something.
func (h *telling) isLikeInWords(d *digest.Digest, event *digest.Event) bool {
	return h.isLike(d, event) && slices.ContainsFunc(event.Terms, func(term string) bool {
		return h.terms[term] && !known().words.Has("common", term)
	})
}

// atOtherTime reports whether an event is told to have happened at another time than the happening, with the event
// itself on both sides.
func (h *telling) atOtherTime(d *digest.Digest, event *digest.Event) bool {
	from, to := told(d, event)
	return h.began != "" && from != "" && (from > h.ended || to < h.began)
}

// told returns the days that stand with an event itself, or none.
func told(d *digest.Digest, event *digest.Event) (from, to string) {
	if event.Time == rashomon.None || event.TimeFrom != rashomon.OriginTree && event.TimeFrom != rashomon.OriginSentence {
		return "", ""
	}
	t := d.Timexes[event.Time]
	switch t.Grain {
	case rashomon.GrainSecond, rashomon.GrainMinute, rashomon.GrainHour, rashomon.GrainDayPart:
		return "", "" // "at six": the day is that of what the text is about
	}
	return t.From, t.To
}
