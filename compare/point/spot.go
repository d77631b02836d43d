package point

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rashomon"
)

// A spot is where a telling says that something of a sort was done, of which there is one place: whence shots came, where
// somebody was arrested, on which side or whose land it was.
type spot struct {
	of   *telling // what was done
	by   *telling // the clause that the spot stands in
	sort spotSort
	word string // by which two spots differ: a noun, a side, a land
}

// A spotSort tells what a spot is of.
type spotSort string

// The sorts.
const (
	spotOrigin  spotSort = "origin"  // "the shells came from the mill"
	spotSeizure spotSort = "seizure" // "they dragged him out of his kitchen"
	spotSide    spotSort = "side"    // "the western hall burned"
	spotLand    spotSort = "land"    // "on Lothian soil"
)

// spots returns where things are told to have been done.
func spots(tellings []telling) []spot {
	var found []spot
	for i := range tellings {
		t := &tellings[i]
		if t.denied || t.clause.Modal != "" || t.clause.Mark == "if" || t.isQuestion() {
			continue
		}
		of := t
		if up := above(tellings, t); up != nil && t.clause.Relation == "acl:relcl" && strings.HasPrefix(t.clause.Predicate, "be ") {
			of = up // "on the eastern bank, which is Lothian territory"
		}
		for _, read := range []func(t *telling) (spotSort, string){origin, seizure, side, land} {
			if sort, word := read(t); word != "" {
				found = append(found, spot{of, t, sort, word})
			}
		}
	}
	return found
}

// origin reads whence shots, shells or stones came.
func origin(t *telling) (spotSort, string) {
	if !words().classes.Has("send", t.core) || !t.isViolent() {
		return spotOrigin, ""
	}
	for i := range t.others {
		if o := &t.others[i]; o.role.Preposition == "from" && o.role.Timex == rashomon.None && !o.acts() {
			return spotOrigin, o.word
		}
	}
	return spotOrigin, ""
}

// seizure reads where somebody was arrested or taken away.
func seizure(t *telling) (spotSort, string) {
	if !slices.Contains(t.coreWord.families, "arrest") && !words().classes.Has("seize", first(t.core)) || t.undergoer() == nil {
		return spotSeizure, ""
	}
	for i := range t.others {
		o := &t.others[i]
		isPlace := words().classes.Has("place", o.role.Preposition) || words().classes.Has("out", o.role.Preposition)
		if isPlace && o.role.Timex == rashomon.None && o.role.Quantity == rashomon.None && !words().classes.Has("stop", o.word) {
			return spotSeizure, o.word
		}
	}
	return spotSeizure, ""
}

// side reads a word for one of two sides, as the only one of its kind: "the western hall", "inside the mill".
func side(t *telling) (spotSort, string) {
	found := ""
	for word := range strings.FieldsFuncSeq(strings.ToLower(t.text()), notInWord) {
		if words().sides[word] == "" {
			continue
		}
		if found != "" && found != word {
			return spotSide, ""
		}
		found = word
	}
	return spotSide, found
}

// land reads whose land something was done on: "on Lothian soil".
func land(t *telling) (spotSort, string) {
	for _, role := range t.clause.Roles {
		if !words().classes.Has("land", role.Head) {
			continue
		}
		for word := range strings.FieldsFuncSeq(t.digest.Quote(role.Extent), notInWord) {
			if len(word) >= sharedStem && unicode.IsUpper([]rune(word)[0]) {
				return spotLand, strings.ToLower(word)
			}
		}
	}
	return spotLand, ""
}

// spotsDiffer finds that one thing is told to have been done at two spots.
func spotsDiffer(a, b spot) (finding, bool) {
	if a.sort != b.sort || !a.excludes(b) || otherDay(a.of, b.of) || a.of.isFurther() != b.of.isFurther() {
		return finding{}, false
	}
	strength := sameSpotted(a, b)
	if strength == 0 {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhere, a: a.by.side(), b: b.by.side(), rule: "where/" + string(a.sort), strength: strength,
		why: fmt.Sprintf("the place is told by %q, or by %q", a.word, b.word),
	}, true
}

// excludes reports whether the words of two spots cannot be of one place.
func (a spot) excludes(b spot) bool {
	switch a.sort {
	case spotSide:
		return words().sides[a.word] == b.word || words().sides[b.word] == a.word
	case spotLand:
		return a.word[:sharedStem] != b.word[:sharedStem]
	}
	x, y := words().word(a.word), words().word(b.word)
	return x.akin(y) < 0.5 && b.of.has(x) < 0.9 && a.of.has(y) < 0.9
}

// sameSpotted tells how surely two spots are of one deed, 0 where they are not.
func sameSpotted(a, b spot) float64 {
	x, y := a.of, b.of
	one := x.happening != rashomon.None && x.happening == y.happening
	switch {
	case a.sort == spotSeizure:
		if sameUndergoer(x, y) || shareName(x, y) {
			return 0.6
		}
	case one:
		return 0.55
	case a.sort == spotOrigin:
		return 0.5
	case a.sort == spotLand && (sameField(x, y) || x.isViolent() && y.isGeneral() || y.isViolent() && x.isGeneral()):
		return 0.5
	case a.sort == spotSide && related(x.allFields(), y.allFields()) && !severally(x, y):
		return 0.45
	}
	return 0
}

func (t *telling) isViolent() bool { return slices.Contains(t.allFields(), "violence") }

// shareName reports whether two tellings share a word that is no word of English, as names are that nobody knows.
func shareName(a, b *telling) bool {
	return slices.ContainsFunc(liken(a, b).shared, func(key *word) bool { return !key.isParty() && !key.numeral && key.vector == nil })
}
