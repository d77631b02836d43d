package silence

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// An account is what silence asks of a document.
type account struct {
	document   string
	day        string // of publication, or ""
	corrects   bool
	happenings []int           // that another account tells of too, sorted
	parties    []int           // that it names, sorted
	own        []int           // events that nobody else tells of
	passing    map[int]bool    // events that are told in passing: "the bandits who use it as a shield"
	calamities bool            // it tells of some that another account tells of too
	elsewhere  map[string]bool // content words outside of what it tells that another account tells too
	unlinked   map[string]bool // all content words but those by which it tells what another account tells too
}

func newAccount(g *ground.Ground, d *digest.Digest) *account {
	a := &account{
		document: d.Document, day: d.Day(), corrects: corrects(d), passing: map[int]bool{},
		elsewhere: map[string]bool{}, unlinked: map[string]bool{},
	}
	for _, c := range d.Clauses {
		if strings.HasPrefix(c.Relation, "acl") || strings.HasPrefix(c.Relation, "advcl") {
			a.passing[c.Event] = true
		}
	}
	shared := map[int][]*digest.Event{} // by sentence
	for i := range d.Events {
		event, h := &d.Events[i], g.Happening(d.Document, i)
		if h == rashomon.None || len(g.HappeningAt(h).Accounts) < 2 {
			a.own = append(a.own, i)
			continue
		}
		a.happenings = append(a.happenings, h)
		shared[event.Sentence] = append(shared[event.Sentence], event)
		a.calamities = a.calamities || known().family(event) == calamity
	}
	for i, entity := range d.Entities {
		if p := g.Party(d.Document, i); p != rashomon.None && named(entity) {
			a.parties = append(a.parties, p)
		}
	}
	for i, sentence := range d.Sentences {
		a.addWords(sentence.Terms, shared[i])
	}
	a.happenings, a.parties = set(a.happenings), set(a.parties)
	return a
}

// addWords adds the content words of a sentence, in which some events stand that another account tells of too.
func (a *account) addWords(terms []string, shared []*digest.Event) {
	for _, term := range terms {
		in := func(event *digest.Event) bool { return slices.Contains(event.Terms, term) }
		by := func(event *digest.Event) bool { return event.Lemma == term }
		a.elsewhere[term] = a.elsewhere[term] || !slices.ContainsFunc(shared, in)
		a.unlinked[term] = a.unlinked[term] || !slices.ContainsFunc(shared, by)
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
func (a *account) mayTell(h *telling, d *digest.Digest) bool {
	if slices.ContainsFunc(a.own, func(event int) bool { return h.isLike(d, &d.Events[event]) }) {
		return true
	}
	for i := range d.Events {
		if h.isLikeInWords(d, &d.Events[i]) {
			return true
		}
	}
	if h.calamity && len(h.victims) == 0 && a.calamities || shared(a.parties, h.victims) > 0 {
		return true
	}
	for word := range h.triggers {
		if a.unlinked[word] && !known().words.Has("common", word) {
			return true
		}
	}
	for noun := range h.nouns {
		if a.elsewhere[noun] && h.isTold(noun) {
			return true
		}
	}
	return false
}
