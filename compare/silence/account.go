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
	happenings []int // that another account tells of too, sorted
	parties    []int // that it names, sorted
	passing    []int // events that are told in passing: "the bandits who use it as a shield"
}

func newAccount(g *ground.Ground, d *digest.Digest) *account {
	a := &account{day: d.Day(), corrects: corrects(d)}
	for _, c := range d.Clauses {
		if c.Event != rashomon.None && (strings.HasPrefix(c.Relation, "acl") || strings.HasPrefix(c.Relation, "advcl")) {
			a.passing = append(a.passing, c.Event)
		}
	}
	for i := range d.Events {
		if h, shared := sharedHappening(g, d, i); shared {
			a.happenings = append(a.happenings, h)
		}
	}
	for i, entity := range d.Entities {
		if p := g.Party(d.Document, i); p != rashomon.None && named(entity) {
			a.parties = append(a.parties, p)
		}
	}
	a.happenings, a.parties = set(a.happenings), set(a.parties)
	return a
}

// sharedHappening returns the happening that an event is of, if another account tells of it too.
func sharedHappening(g *ground.Ground, d *digest.Digest, event int) (happening int, shared bool) {
	happening = g.Happening(d.Document, event)
	return happening, happening != rashomon.None && len(g.HappeningAt(happening).Accounts) > 1
}

// A wording is what silence asks of the few documents that tell the same story as a happening without it.
type wording struct {
	own        []int           // events that nobody else tells of
	calamities bool            // it tells of some that another account tells of too
	elsewhere  map[string]bool // content words outside of what it tells that another account tells too
	unlinked   map[string]bool // all content words but those by which it tells what another account tells too
}

func newWording(g *ground.Ground, d *digest.Digest) *wording {
	w := &wording{elsewhere: map[string]bool{}, unlinked: map[string]bool{}}
	told := map[int][]*digest.Event{} // that another account tells too, by sentence
	for i := range d.Events {
		event := &d.Events[i]
		if _, shared := sharedHappening(g, d, i); !shared {
			w.own = append(w.own, i)
			continue
		}
		told[event.Sentence] = append(told[event.Sentence], event)
		w.calamities = w.calamities || known().family(event) == calamity
	}
	for i, sentence := range d.Sentences {
		w.addWords(sentence.Terms, told[i])
	}
	return w
}

// addWords adds the content words of a sentence, in which some events stand that another account tells of too.
func (w *wording) addWords(terms []string, shared []*digest.Event) {
	for _, term := range terms {
		in := func(event *digest.Event) bool { return slices.Contains(event.Terms, term) }
		by := func(event *digest.Event) bool { return event.Lemma == term }
		w.elsewhere[term] = w.elsewhere[term] || !slices.ContainsFunc(shared, in)
		w.unlinked[term] = w.unlinked[term] || !slices.ContainsFunc(shared, by)
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
func (w *wording) mayTell(h *telling, a *account, d *digest.Digest) bool {
	if slices.ContainsFunc(w.own, func(event int) bool { return h.isLike(d, &d.Events[event]) }) {
		return true
	}
	for i := range d.Events {
		if h.isLikeInWords(d, &d.Events[i]) {
			return true
		}
	}
	if h.calamity && len(h.victims) == 0 && w.calamities || shared(a.parties, h.victims) > 0 {
		return true
	}
	for word := range h.triggers {
		if w.unlinked[word] && !known().words.Has("common", word) {
			return true
		}
	}
	for noun := range h.nouns {
		if w.elsewhere[noun] && h.isTold(noun) {
			return true
		}
	}
	return false
}
