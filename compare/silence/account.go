package silence

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// An account is what silence asks of every document that stands near one that tells of a happening.
type account struct {
	day        string // of publication, or ""
	corrects   bool
	passing    []int   // events that are told in passing: "the bandits who use it as a shield"
	named      []int32 // entities
	people     []int32 // the party of each entity, or None
	parties    []int   // of those that it names, sorted
	own        []int32 // events that nobody else tells of
	happenings []int   // of the others, sorted
}

func newAccount(g *ground.Ground, d *digest.Digest) *account {
	a := &account{day: d.Day(), corrects: corrects(d)}
	for _, c := range d.Clauses {
		if c.Event != rashomon.None && (strings.HasPrefix(c.Relation, "acl") || strings.HasPrefix(c.Relation, "advcl")) {
			a.passing = append(a.passing, c.Event)
		}
	}
	for i, entity := range d.Entities {
		if named(entity) {
			a.named = append(a.named, int32(i))
		}
	}
	return a.linkedTo(g, d.Document)
}

// linkedTo returns an account as it is linked now.
func (a *account) linkedTo(g *ground.Ground, document string) *account {
	now := &account{day: a.day, corrects: a.corrects, passing: a.passing, named: a.named}
	for event, happening := range g.Happenings(document) {
		if happening != rashomon.None && len(g.HappeningAt(happening).Accounts) > 1 {
			now.happenings = append(now.happenings, happening)
		} else {
			now.own = append(now.own, int32(event))
		}
	}
	for _, party := range g.Parties(document) {
		now.people = append(now.people, int32(party))
	}
	for _, entity := range a.named {
		if party := now.people[entity]; party != rashomon.None {
			now.parties = append(now.parties, int(party))
		}
	}
	now.happenings, now.parties = set(now.happenings), set(now.parties)
	return now
}

// A wording is what silence asks of the few documents that tell the same story as a happening without it.
type wording struct {
	events     []sketch
	calamities bool             // it tells of some that another account tells of too
	words      map[string]place // content words
}

// A place tells where a content word stands.
type place uint8

const (
	elsewhere place = 1 << iota // outside of what is told that another account tells too
	unlinked                    // not only as that by which such is told
)

// A sketch is what silence asks of an event that may be a happening.
type sketch struct {
	kind, family, lemma string
	terms               []string
	isDeed, isHeavy     bool
	from, to            string // days, or none
}

func newSketch(d *digest.Digest, event *digest.Event) sketch {
	s := sketch{
		kind: kind(event), family: known().family(event), lemma: event.Lemma, terms: event.Terms, isDeed: event.Mode == deed,
		isHeavy: known().weight(event) == weightHeavy,
	}
	s.from, s.to = told(d, event)
	return s
}

func newWording(a *account, d *digest.Digest) *wording {
	w := &wording{words: map[string]place{}}
	shared := map[int][]*digest.Event{} // that another account tells too, by sentence
	for i := range d.Events {
		event := &d.Events[i]
		w.events = append(w.events, newSketch(d, event))
		if !a.tellsAlone(i) {
			shared[event.Sentence] = append(shared[event.Sentence], event)
			w.calamities = w.calamities || known().family(event) == calamity
		}
	}
	for i, sentence := range d.Sentences {
		w.addWords(sentence.Terms, shared[i])
	}
	return w
}

// tellsAlone reports whether nobody else tells of an event.
func (a *account) tellsAlone(event int) bool {
	_, own := slices.BinarySearch(a.own, int32(event))
	return own
}

// addWords adds the content words of a sentence, in which some events stand that another account tells of too.
func (w *wording) addWords(terms []string, shared []*digest.Event) {
	for _, term := range terms {
		at := elsewhere | unlinked
		for _, event := range shared {
			if slices.Contains(event.Terms, term) {
				at &^= elsewhere
			}
			if event.Lemma == term {
				at &^= unlinked
			}
		}
		w.words[term] |= at
	}
}

// corrects reports whether a document says in its title, or before all else, that it puts right what was told before.
func corrects(d *digest.Digest) bool {
	if len(d.Sentences) > 0 && figure.TakesBack(d, 0) {
		return true
	}
	return slices.ContainsFunc(strings.Fields(strings.ToLower(d.Title)), func(word string) bool {
		return known().words.Has("correction", strings.Trim(word, ".,:;"))
	})
}

func set(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}

// mayTell reports whether a document may tell of a happening in a way that was not seen: it tells of something like it
// that nobody else tells of, or in words of it; it names the person to whom it was done, it has the word by which it is told, or
// what most tell it of where nothing else that is known is told. A calamity of nobody who is named may be any.
func (w *wording) mayTell(h *telling, a *account) bool {
	for i := range w.events {
		if e := &w.events[i]; h.isLike(e) && (a.tellsAlone(i) || h.isInWordsOf(e)) {
			return true
		}
	}
	if h.calamity && len(h.victims) == 0 && w.calamities || shared(a.parties, h.victims) > 0 {
		return true
	}
	for word := range h.triggers {
		if w.words[word]&unlinked != 0 && !known().words.Has("common", word) {
			return true
		}
	}
	for noun := range h.nouns {
		if w.words[noun]&elsewhere != 0 && h.isTold(noun) {
			return true
		}
	}
	return false
}
