package point

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A picture is a telling of what a picture shows, or that it is of something else: taken elsewhere, at another time, or staged.
type picture struct {
	by    *telling
	alien bool // it is of something else
	shows bool // it is said to show it, and not only who took it
}

// pictures returns what clauses say of pictures, those too that bring in what a picture shows. "It" in the sentence behind one
// that speaks of a picture is that picture.
func pictures(g *ground.Ground, d *digest.Digest) []picture {
	var found []picture
	for i := range d.Clauses {
		if !mayBeOfPicture(g, d, i) {
			continue
		}
		t, _ := newTelling(g, d, i)
		if t.open || t.isQuestion() || t.subject == nil || !t.isOfPicture() {
			continue
		}
		shows := words().classes.Has("show", first(t.core))
		alien := t.denied && (shows || t.isNotOf()) || !t.denied && t.isOfElsewhere()
		if alien || !t.denied && (shows || t.tellsWhoTook()) {
			found = append(found, picture{&t, alien, shows || alien})
		}
	}
	return found
}

// mayBeOfPicture reports whether the subject of a clause is a picture, before a telling is made of the clause: few are.
func mayBeOfPicture(g *ground.Ground, d *digest.Digest, i int) bool {
	c := &d.Clauses[i]
	subject := slices.IndexFunc(c.Roles, isSubject)
	if subject < 0 {
		return false
	}
	t := telling{ground: g, digest: d, clause: c, subject: &term{role: c.Roles[subject]}}
	t.subject.word = t.standsFor(c.Roles[subject])
	return t.isOfPicture()
}

// isOfPicture reports whether the subject of a clause is a picture.
func (t *telling) isOfPicture() bool {
	switch head := t.subject.role.Head; {
	case holdsAny(t.wordsIn(t.subject.role.Extent), "survey"):
		return false
	case words().classes.Has("picture", t.subject.word) || words().classes.Has("picture", head):
		return true
	default:
		return words().classes.Has("pronoun", head) && t.clause.Sentence > 0 &&
			holdsAny(t.digest.Sentences[t.clause.Sentence-1].Terms, "picture")
	}
}

// isOfElsewhere reports whether a clause says of a picture, its subject, that it was made on another occasion: in another place, in
// a year before that in which the document was written, or for show.
func (t *telling) isOfElsewhere() bool {
	said := rashomon.Extent{Start: max(t.extent().Start, t.subject.role.Extent.End), End: t.extent().End}
	if said.Len() > 0 && holdsAny(wordsOf(t.digest.Quote(said)), "elsewhere") {
		return true
	}
	return words().classes.Has("picturing", first(t.core)) && t.isOfYearsBefore()
}

// isNotOf reports whether a clause says of whom or what a picture, its subject, is not: "the picture was not of him".
func (t *telling) isNotOf() bool {
	between := rashomon.Extent{Start: t.subject.role.Extent.End, End: t.clause.Head.Start}
	return strings.HasPrefix(t.clause.Predicate, "be ") && between.Len() > 0 && slices.Contains(wordsOf(t.digest.Quote(between)), "of")
}

// tellsWhoTook reports whether a clause tells by whom a picture, its subject, was taken.
func (t *telling) tellsWhoTook() bool {
	return t.clause.Passive && words().classes.Has("picturing", first(t.core)) &&
		slices.ContainsFunc(t.others, func(o term) bool { return o.role.Preposition == "by" })
}

// isOfYearsBefore reports whether a clause names a time in a year before that of the document.
func (t *telling) isOfYearsBefore() bool {
	year, _, _ := strings.Cut(t.digest.Published, "-")
	own, err := strconv.Atoi(year)
	return err == nil && slices.ContainsFunc(t.digest.Timexes, func(x digest.Timex) bool {
		told, err := strconv.Atoi(x.Value[:min(len(x.Value), len("2006"))])
		return t.clause.Extent.Contains(x.Extent) && err == nil && told < own
	})
}

// picturesDiffer finds that one account shows a picture as proof, of which another says that it is of something else.
func picturesDiffer(a, b picture) (finding, bool) {
	if a.alien == b.alien || a.by.isOfSeveral() != b.by.isOfSeveral() {
		return finding{}, false
	}
	if ownPaper := a.by.digest.Source != "" && a.by.digest.Source == b.by.digest.Source; (!a.shows || !b.shows) && !ownPaper {
		return finding{}, false // who took a picture is told of many: a paper takes back its own
	}
	if b.alien {
		a, b = b, a
	}
	return finding{
		kind: rashomon.PointWhether, a: a.by.side(), b: b.by.side(), rule: "whether/picture", strength: 0.55,
		why: fmt.Sprintf("what the picture shows: it is shown as proof (%q), or is of something else", first(b.by.core)),
	}, true
}

// isOfSeveral reports whether the subject of a clause is in the plural.
func (t *telling) isOfSeveral() bool {
	return slices.ContainsFunc(t.wordsIn(t.subject.role.Extent), func(word string) bool {
		noun, plural := strings.CutSuffix(word, "s")
		return word == "they" || plural && words().classes.Has("picture", noun)
	})
}
