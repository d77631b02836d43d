package dating

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/entity/code"
)

// offices takes who is spoken of under the title of an office: it was written while somebody of the name held it; who is
// a former holder has left it.
func (r *reading) offices() {
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		if m.Kind != rashomon.MentionName || r.doc.Entities[m.Entity].Type != rashomon.EntityPerson {
			continue
		}
		bearers := r.bearers(m)
		if len(bearers) == 0 || r.standsWithYear(m.Span.Start) {
			continue
		}
		for _, title := range []rashomon.Span{r.before(m), r.behind(m)} {
			if terms := r.terms(bearers, title); len(terms) > 0 {
				r.addOffice(m, title, terms)
				break
			}
		}
		r.addLife(m, bearers)
	}
}

// addOffice adds what an office tells that stands with a name.
func (r *reading) addOffice(m *rashomon.Mention, title rashomon.Span, terms []term) {
	span := rashomon.Span{Start: min(title.Start, m.Span.Start), End: max(title.End, m.Span.End)}
	switch {
	case r.hasBefore(title, imagined):
	case r.hasBefore(title, formers):
		r.addFormer(span, terms)
	case r.actsNow(r.tree.HeadOf(span)):
		r.addHolder(span, terms)
	}
}

// A term is somebody's time in an office, with the somebody.
type term struct {
	code.Term
	who string
}

// terms returns the terms in the office of a title, of those who may bear it: the country that stands with the title is
// theirs.
func (r *reading) terms(bearers []*code.Entry, title rashomon.Span) []term {
	if title.Empty() {
		return nil
	}
	words, countries := titleWords(r.doc, title)
	var terms []term
	for _, entry := range bearers {
		for _, t := range entry.Terms {
			if t.From == "" || t.Office == "" || !isOffice(words, t.Office) {
				continue
			}
			if len(countries) == 0 || len(t.Codes) > 0 && slices.Contains(countries, t.Codes[0]) {
				terms = append(terms, term{t, entry.Name})
			}
		}
	}
	return terms
}

// bearers returns the persons of the fullest name that the text has for somebody.
func (r *reading) bearers(m *rashomon.Mention) []*code.Entry {
	for _, name := range []string{r.doc.Entities[m.Entity].Name, r.doc.QuoteSpan(m.Span)} {
		if all := listed(name); len(all) > 0 {
			return all
		}
	}
	return nil
}

// listed returns the persons of a name.
func listed(name string) []*code.Entry {
	words := strings.Fields(name)
	entries, length := code.FindEntry(words)
	if length < len(words) {
		entries = nil
	}
	return slices.Concat(entries, known().terms[strings.ToLower(name)])
}

// formers are the words before a title that say that somebody holds the office no more.
var formers = []string{"former", "ex", "late", "then", "onetime", "one-time", "past", "ex-president", "erstwhile"}

// imagined are words before a title that say that somebody does not hold the office yet, or never will.
var imagined = []string{"would-be", "likely", "expected", "apparent", "future", "possible", "potential", "next", "a", "incoming", "prospective", "another", "like", "under"}

// hasBefore reports whether one of some words stands in a title or shortly before it.
func (r *reading) hasBefore(title rashomon.Span, words []string) bool {
	for i := max(r.sentence(title.Start).Start, title.Start-2); i < title.End; i++ {
		word, _, _ := strings.Cut(r.word(i), "-")
		if slices.Contains(words, word) || slices.Contains(words, r.word(i)) {
			return true
		}
	}
	return false
}

// fallen is how many days behind the end of a term somebody may still be called by the office: for so long who has fallen, or has
// died in it, is told of as if he held it.
const fallen = 14

// standing are what somebody is who stands for an office, until the day of the election and no longer.
var standing = []string{"nominee", "candidate"}

func (r *reading) addHolder(span rashomon.Span, terms []term) {
	var all []stretch
	for _, t := range terms {
		first, _, ok := bounds(t.From)
		last := always[0].last
		if t.To != "" {
			_, last, _ = bounds(t.To)
			if !slices.Contains(standing, t.Office) {
				last += fallen
			}
		}
		if ok {
			all = append(all, stretch{first, last})
		}
	}
	r.add(span, newSet(all...), "office", held(terms)+", and acts here as such")
}

func (r *reading) addFormer(span rashomon.Span, terms []term) {
	earliest := always[0].last
	for _, t := range terms {
		if _, last, ok := bounds(t.To); ok {
			earliest = min(earliest, last)
		} else {
			return
		}
	}
	r.add(span, from(earliest), "former-office", held(terms)+", and is called a former one")
}

// held tells who held an office when: "Jimmy Carter was president 1977-01-20 to 1981-01-20".
func held(terms []term) string {
	all := make([]string, len(terms))
	for i, t := range terms {
		to := " to " + t.To
		if t.To == "" {
			to = " on"
		}
		all[i] = t.who + " was " + t.Office + " " + t.From + to
	}
	return strings.Join(all, ", ")
}
