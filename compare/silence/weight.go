package silence

import (
	"slices"

	"rashomon"
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
	verbal              bool   // by a verb, not in passing
	somebody, something bool   // it is told of whom or of what, by more than a pronoun
	began, ended        string // the first and last day that is told with it
	known               string // the first day on which somebody told it as a fact, or ""
	sides               []rashomon.Passage
	company             *company // of its accounts; nil until it is asked for
}

// told gathers how a happening is told.
func (s *Silences) told(happening rashomon.Happening) *telling {
	h := &telling{Happening: happening, kinds: map[string]bool{}, families: map[string]bool{}, terms: map[string]bool{},
		triggers: map[string]bool{}, nouns: tellers{}, doers: tellers{}}
	many := len(happening.Accounts) >= manyAccounts
	for _, element := range happening.Events {
		h.add(s.report(element, many), element, s)
	}
	h.victims = set(h.victims)
	if len(h.nouns) == 0 {
		h.nouns = h.doers
	}
	return h
}

// A report is what an event of a happening tells of it, as far as silence asks. It hangs on the document alone.
type report struct {
	sketch
	clause    rashomon.Extent
	status    rashomon.Status
	weight    weight
	somebody  bool // see [telling]
	something bool
	isVerbal  bool // told by a verb
	isComing  bool // it is told before it happens
	nouns     []noun
	victims   []int // named persons to whom it was done, or whose it was done to, as entities
}

// A noun stands with a trigger.
type noun struct {
	word   string
	isDoer bool // who did it
}

func newReport(d *digest.Digest, event *digest.Event) *report {
	r := &report{
		sketch: newSketch(d, event), clause: event.Clause, status: event.Status, weight: known().weight(event), isComing: event.Mode == forecast,
		isVerbal: event.Verbal,
	}
	for _, role := range event.Roles {
		r.somebody = r.somebody || role.Entity != rashomon.None && described(d.Entities[role.Entity])
		r.something = r.something || slices.Contains(event.Terms, role.Head)
	}
	r.addNouns(d, event)
	r.addVictims(d, event)
	return r
}

// add takes one event of a happening into account.
func (h *telling) add(r *report, element rashomon.Element, s *Silences) {
	h.kinds[r.kind], h.families[r.family] = true, true
	h.calamity = h.calamity || r.family == calamity
	for _, term := range r.terms {
		h.terms[term] = true
	}
	h.triggers[r.lemma] = true
	h.sides = append(h.sides, rashomon.Passage{Document: element.Document, Extent: r.clause})
	a := s.account(element.Document)
	if r.status == rashomon.StatusActual && a.day != "" && (h.known == "" || a.day < h.known) {
		h.known = a.day
	}
	h.weigh(r, slices.Contains(a.passing, element.Index))
	if !r.isComing {
		h.addDays(r.from, r.to)
	}
	for _, n := range r.nouns {
		if n.isDoer {
			h.doers.add(n.word, element.Document)
		} else {
			h.nouns.add(n.word, element.Document)
		}
	}
	for _, entity := range r.victims {
		if party := s.g.Party(element.Document, entity); party != rashomon.None {
			h.victims = append(h.victims, party)
		}
	}
}

// forecast is the mode of what is told before it happens.
const forecast = "forecast"

// deed is the mode of what is of no particular kind: two such events need not be like each other in anything.
const deed = "deed"

// addVictims adds the named persons to whom an event was done, or whose it was done to.
func (r *report) addVictims(d *digest.Digest, event *digest.Event) {
	for _, role := range event.Roles {
		for _, entity := range []int{role.Entity, role.Owner} {
			isDoer := role.Relation == "nsubj" && entity == role.Entity
			if entity == rashomon.None || isDoer || d.Entities[entity].Type != rashomon.EntityPerson {
				continue
			}
			if named(d.Entities[entity]) {
				r.victims = append(r.victims, entity)
			}
		}
	}
}

// weigh tells what one event weighs, which may be told in passing.
func (h *telling) weigh(r *report, inPassing bool) {
	if r.status != rashomon.StatusActual && r.status != rashomon.StatusDenied {
		return
	}
	h.told, h.main, h.verbal = true, h.main || !inPassing, h.verbal || !inPassing && r.isVerbal
	if r.weight == weightHeavy || h.weight == weightNone {
		h.weight = r.weight
	}
	h.somebody, h.something = h.somebody || r.somebody, h.something || r.something
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
func (r *report) addNouns(d *digest.Digest, event *digest.Event) {
	for _, role := range event.Roles {
		if role.Head == "" || role.Shared || !core(role) || role.Timex != rashomon.None {
			continue
		}
		isDoer := role.Relation == "nsubj" && role.Entity != rashomon.None && event.Verbal
		switch {
		case !isDoer:
			r.nouns = append(r.nouns, noun{word: role.Head})
		case d.Entities[role.Entity].Type != rashomon.EntityPerson || !named(d.Entities[role.Entity]):
			r.nouns = append(r.nouns, noun{role.Head, true})
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

// weighs reports whether an account may be held to its silence on a happening: it is told as a fact, not in passing, and is of a
// kind that weighs much and tells of somebody, or of one that weighs something and is told by a verb, of somebody or something; or
// two tell it that have not heard it of each other, of what weighs nothing by its kind not in passing alone.
func (s *Silences) weighs(h *telling) bool {
	switch {
	case !h.told:
		return false
	case h.weight == weightHeavy && h.somebody && h.main:
		return true
	case h.weight == weightNone && !h.main:
		return false
	}
	return (h.somebody || h.something) && (h.weight == weightPlain && h.verbal || len(s.g.Roots(h.sides)) > 1)
}

// isLike reports whether an event of a document may be the happening: it is of no other time and either of the same
// kind, if that weighs much, or of the same family with a word in common.
func (h *telling) isLike(e *sketch) bool {
	if !h.families[e.family] || e.isDeed && (!h.triggers[e.lemma] || known().words.Has("common", e.lemma)) || h.atOtherTime(e) {
		return false
	}
	return e.isHeavy && h.kinds[e.kind] || slices.ContainsFunc(e.terms, func(term string) bool { return h.terms[term] })
}

// isInWordsOf reports whether an event that others tell too, and that is like the happening, may be it all the same: it is told by a word
// of it that says something.
func (h *telling) isInWordsOf(e *sketch) bool {
	return slices.ContainsFunc(e.terms, func(term string) bool { return h.terms[term] && !known().words.Has("common", term) })
}

// atOtherTime reports whether an event is told to have happened at another time than the happening, with the event
// itself on both sides.
func (h *telling) atOtherTime(e *sketch) bool {
	return h.began != "" && e.from != "" && (e.from > h.ended || e.to < h.began)
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
